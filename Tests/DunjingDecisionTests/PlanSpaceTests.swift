import DunjingOptimization
import DunjingWorld
import Foundation
import Testing

@testable import DunjingDecision
@testable import DunjingScenario

struct PlanSpaceTests {
  private let world: World

  init() throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("scenarios/minimal").path
    world = World(compiling: try ScenarioBundle(path: path).load())
  }

  @Test func `a point and its treatment are inverse`() throws {
    let base = world.scenario.treatments[0]
    let space = PlanSpace(
      base: base,
      decisions: [
        .init(.agencyRatio, in: 0...0.5), .init(.streetShare, in: 0...1), .init(.countyRatio, in: 0...0.3)
      ])
    let treatment = space.treatment(at: [0.25, 0.75, 0.125])
    #expect(treatment.sinkRatio.agency == 0.25 && treatment.streetShare == 0.75)
    #expect(treatment.sinkRatio.county == 0.125 && treatment.switches == base.switches)
    #expect(space.point(of: world.plan(of: treatment), in: world) == [0.25, 0.75, 0.125])
    #expect(space.box.lower == [0, 0, 0] && space.box.upper == [0.5, 1, 0.3])
  }

  @Test func `treatments of the scenario lie in the space if nothing but the levers differs`() throws {
    let space = PlanSpace(base: world.scenario.treatments[0], decisions: [.init(.agencyRatio, in: 0...0.3)])
    // 40 % lies beyond.
    #expect(world.plans.map { space.point(of: $0, in: world) } == [[0], [0.2], nil])
    var switched = world.scenario.treatments[1]
    switched.switches.oneClickDispatch = true
    #expect(space.point(of: world.plan(of: switched), in: world) == nil)
  }

  @Test func `plans that differ later on only are different plans`() {
    var base = world.scenario.treatments[0]
    base.phases = [TreatmentPhase(afterDays: 30, sinkRatio: SinkRatio(agency: 0.4))]
    var other = base
    (base.streetShare, other.streetShare) = (0, 1)
    let (one, two) = (world.plan(of: base), world.plan(of: other))
    #expect(one.sunk == 0 && two.sunk == 0 && PlanKey(one) != PlanKey(two))
  }

  @Test func `one ratio for all is a point of a space of ratios by prefecture or county`() {
    let (base, county) = (world.scenario.treatments[0], world.counties[0].county)
    let space = PlanSpace(
      base: base, decisions: [.init(.prefectureRatio(county.prefecture), in: 0...0.5)])
    #expect(world.plans.map { space.point(of: $0, in: world) } == [[0], [0.2], [0.4]])
    let own = PlanSpace(base: base, decisions: [.init(.ownRatio(county.id), in: 0...0.5)])
    // The agencies give what the space does not vary.
    #expect(world.plans.map { own.point(of: $0, in: world) } == [[0], nil, nil])
  }

  @Test func `the ratio of a county goes before those of prefecture and all`() throws {
    var treatment = world.scenario.treatments[1]
    let county = world.counties[0].county
    let lever = PlanLever.agencyCountyRatio(county.id)
    #expect(lever.key == "sinkRatio.agencyByCounty.\(county.id)")
    #expect(lever.value(in: treatment, of: world.scenario) == 0.2)
    treatment.sinkRatio.byPrefecture[county.prefecture] = 0.3
    lever.set(0.4, in: &treatment)
    #expect(lever.value(in: treatment, of: world.scenario) == 0.4)
    #expect(PlanKey(world.plan(of: treatment)) == PlanKey(world.plans[2]))
    let space = PlanSpace(base: world.scenario.treatments[0], decisions: [.init(lever, in: 0...0.5)])
    #expect(world.plans.map { space.point(of: $0, in: world) } == [[0], [0.2], [0.4]])
  }

  @Test func `shares that move the same officers are the same plan`() throws {
    let base = world.scenario.treatments[1]
    let space = PlanSpace(base: base, decisions: [.init(.agencyRatio, in: 0...0.5)])
    let keys = [0.2, 0.2001, 0.4].map { PlanKey(world.plan(of: space.treatment(at: [$0]))) }
    #expect(keys[0] == keys[1] && keys[1] != keys[2])
    #expect(PlanKey(world.plans[1]) == keys[0])
  }

  @Test func `a choice is one of its numbers, and what is on makes a plan another one`() throws {
    let base = world.scenario.treatments[1]
    let space = PlanSpace(
      base: base,
      decisions: [
        .init(.agencyRatio, in: 0...0.5), .init(among: .mechanism(.intelligence)), .init(among: .sourceRule)
      ])
    #expect(space.box.upper == [0.5, 1, 2] && space.domain.whole == [1, 2])
    let plans = [[0.2, 0.4, 1.6], [0.2, 0, 2], [0.2, 1, 2]].map { world.plan(of: space.treatment(at: $0)) }
    #expect(plans[0].treatment == plans[1].treatment && plans[1].treatment.sourceRule == .lowestWeightFirst)
    #expect(plans[2].treatment.switches[.intelligence] && PlanKey(plans[2]) != PlanKey(plans[1]))
    #expect(plans.map { space.point(of: $0, in: world) } == [[0.2, 0, 2], [0.2, 0, 2], [0.2, 1, 2]])
    #expect(space.named(at: [0.2, 0.4, 2]).id == space.named(at: [0.2, 0, 2]).id)
    var other = plans[2].treatment
    other.switches[.coLocation] = true
    #expect(space.point(of: world.plan(of: other), in: world) == nil)
  }

  @Test func `every lever of choices takes each of them and gives its number back`() {
    let levers =
      Mechanism.allCases.map { PlanLever.mechanism($0) } + [.program("p"), .sourceRule, .destinationRule]
    for lever in levers {
      var treatment = world.scenario.treatments[0]
      let choices = lever.choices ?? []
      #expect(choices.count >= 2 && Set(choices.map(\.id)).count == choices.count)
      for number in choices.indices {
        lever.set(Double(number), in: &treatment)
        #expect(lever.value(in: treatment, of: world.scenario) == Double(number))
        #expect(lever.choice(at: Double(number)) == choices[number])
      }
    }
    #expect(PlanLever.streetShare.choices == nil && PlanLever.streetShare.choice(at: 1) == nil)
  }

  @Test func `a program and a mechanism of one name are two plans, and so are shifts of later phases`() {
    var (switched, program) = (world.scenario.treatments[1], world.scenario.treatments[1])
    switched.switches[.intelligence] = true
    program.programs = ["intelligence"]
    #expect(PlanKey(world.plan(of: switched)) != PlanKey(world.plan(of: program)))
    #expect(PlanKey(world.plan(of: switched)).text != PlanKey(world.plan(of: program)).text)
    var later = world.scenario.treatments[0]
    later.streetShare = 1
    later.phases = [TreatmentPhase(afterDays: 30, sinkRatio: SinkRatio(agency: 0.4))]
    var other = later
    other.destinationRule = .shiftByShift
    let plan = world.plan(of: later)
    #expect(plan.toStreet == 0 && plan.phases.contains { $0.plan.toStreet > 0 })
    #expect(PlanKey(plan) != PlanKey(world.plan(of: other)))
  }

  @Test func `choices that make no difference are those of the base`() {
    let space = PlanSpace(
      base: world.scenario.treatments[0],
      decisions: [
        .init(.agencyRatio, in: 0...0.5), .init(among: .sourceRule), .init(among: .mechanism(.intelligence))
      ])
    // Nobody is sent, so that no rule chooses anybody.
    #expect(space.plainest([0, 2, 1], in: world) == [0, 0, 1])
    #expect(space.plainest([0.5, 2, 1], in: world)[2] == 1)
    #expect(space.changedChoices(at: [0.5, 2, 1], of: world.scenario) == 2)
  }
}
