import DunjingScenario
import Foundation
import Testing

@testable import DunjingSimulation
@testable import DunjingWorld

/// Mechanisms that a treatment sets by a number or a list: each moves its indicator on the same incidents.
@Suite struct ReformTests {
  /// The small city over half a year, with edits and one treatment beside the baseline.
  private func results(
    _ edits: [(String, String)] = [], treatment: String, days: Int = 180
  ) throws -> (before: ReplicationResult, after: ReplicationResult, plan: TreatmentPlan) {
    let world = try SmallCity.world(
      [
        ("warmUpDays: 3", "warmUpDays: 30"), ("horizonDays: 14", "horizonDays: \(days)"),
        ("- {id: sink40, name: forty, sinkRatio: 0.4, streetShare: 0.5}", "- {id: other, \(treatment)}")
      ] + edits)
    let plan = world.plans[1]
    return (try play(world, world.plans[0]), try play(world, plan), plan)
  }

  private func play(_ world: World, _ plan: TreatmentPlan) throws -> ReplicationResult {
    var simulator = Simulator(world, seed: 5, replication: 0)
    simulator.play(until: world.implementation)
    simulator.apply(plan)
    simulator.startMeasuring()
    simulator.play(until: world.end)
    return simulator.result()
  }

  private static let desk =
    "[{id: desk, tier: station, agencyOfficers: 0, countyOfficers: 10, countyFloor: 4, fixedHoursPerYear: 12000}]"

  @Test func theSecondStageMovesOfficersInsideStations() throws {
    let edits = [("departments: default", "departments: \(Self.desk)")]
    let (before, after, plan) = try results(edits, treatment: "sinkRatio: {station: 0.4}")
    #expect(plan.moved == 4 && plan.sunk == 0)
    #expect(after[.officersMoved] == 4)
    #expect(after[.officersSunk] == 0)
    #expect(try #require(after[.hazardsFoundShare]) > #require(before[.hazardsFoundShare]) + 0.02)
    // The desk pays: six officers do the work of ten.
    #expect(try #require(after[.backlogEnd]) > #require(before[.backlogEnd]))
  }

  @Test func theFloorOfPreventionIsMet() throws {
    let edits = [("departments: default", "departments: \(Self.desk)")]
    // 6 community officers of 16; half of them are 8.
    let (before, after, plan) = try results(edits, treatment: "preventionFloor: 0.5")
    #expect(plan.moved == 2)
    #expect(before[.communityShare] == 6.0 / 16)
    #expect(after[.communityShare] == 0.5)
    #expect(try #require(after[.hazardsFoundShare]) > #require(before[.hazardsFoundShare]))
  }

  @Test func theFloorOfTheDeskHolds() throws {
    let edits = [("departments: default", "departments: \(Self.desk)")]
    let (_, after, plan) = try results(edits, treatment: "preventionFloor: 1", days: 7)
    #expect(plan.moved == 6)
    #expect(after[.communityShare] == 12.0 / 16)
  }

  @Test func programsAvertHazards() throws {
    let program = "programs: [{id: p, reduction: 0.5, coverage: 0.8, buildUpDays: 10}]"
    let edits = [("hazardKinds: default", "\(program)\nhazardKinds: default")]
    let (before, after, _) = try results(edits, treatment: "programs: [p]")
    #expect(before[.hazardsAverted] == 0)
    #expect(try #require(after[.hazardsAverted]) > 100)
    #expect(try #require(after[.hazardsEscalated]) < #require(before[.hazardsEscalated]))
  }

  @Test func aProgramTakesHoursFromTours() throws {
    let edits = [
      ("hazardKinds: default", "programs: [{id: p, reduction: 0, hoursPerYear: 1800}]\nhazardKinds: default")
    ]
    let (before, after, _) = try results(edits, treatment: "programs: [p]")
    #expect(after[.hazardsAverted] == 0)
    #expect(try #require(after[.hazardsFoundShare]) < #require(before[.hazardsFoundShare]) - 0.02)
  }

  @Test func contactCardsTakeHoursFromTours() throws {
    let edits = [("  beats: 20\n", "  contactCards: {share: 0.5, officerMinutes: 60}\n  beats: 20\n")]
    let (before, after, _) = try results(edits, treatment: "switches: {contactCards: true}")
    #expect(try #require(after[.hazardsFoundShare]) < #require(before[.hazardsFoundShare]) - 0.02)
    #expect(try #require(after[.streetUtilization]) < #require(before[.streetUtilization]))
  }

  @Test func moreChiefsInLeadershipShortenTheHandOff() throws {
    let edits = [("  beats: 20\n", "  jointHandOffDays: 30\n  jointHandOffDaysWithChiefs: 1\n  beats: 20\n")]
    let none = try results(edits, treatment: "chiefShare: 0, switches: {jointMediation: true}").after
    let half = try results(edits, treatment: "chiefShare: 0.6, switches: {jointMediation: true}").after
    let all = try results(edits, treatment: "chiefShare: 1, switches: {jointMediation: true}").after
    let closed = try [none, half, all].map { try #require($0[.hazardsClosedShare]) }
    #expect(closed[0] < closed[1] && closed[1] < closed[2])
  }

  @Test func departmentsWithoutCapacityHoldCasesUp() throws {
    func edits(_ casesPerDay: Double) -> [(String, String)] {
      [
        (
          "  beats: 20\n",
          "  partners: [{id: civil, casesPerDay: \(casesPerDay)}, {id: labor, weight: 0.5, casesPerDay: 9}]\n  beats: 20\n"
        )
      ]
    }
    let many = try results(edits(50), treatment: "sinkRatio: 0").before
    let few = try results(edits(0.05), treatment: "sinkRatio: 0").before
    #expect(try #require(few[.partnerWait]) > #require(many[.partnerWait]) + 1)
    #expect(try #require(few[.partnerClosedShare]) < #require(many[.partnerClosedShare]) - 0.1)
    #expect(try #require(few[.hazardsEscalated]) > #require(many[.hazardsEscalated]))
  }

  @Test func aPlanOfYearsSinksMoreLater() throws {
    let (before, after, plan) = try results(
      treatment: "sinkRatio: 0, phases: [{afterDays: 40, sinkRatio: 0.2}, {afterDays: 90, sinkRatio: 0.5}]")
    #expect(plan.sunk == 0)
    #expect(plan.phases[0].plan.sunk < plan.phases[1].plan.sunk)
    // Nothing differs before the first step, and the backlog grows after the last.
    #expect(after.weeklyBacklog.prefix(5) == before.weeklyBacklog.prefix(5))
    #expect(try #require(after.weeklyBacklog.last) > #require(before.weeklyBacklog.last))
    #expect(try #require(after[.hazardsFoundShare]) > #require(before[.hazardsFoundShare]))
  }

  @Test func whatIsNotResolvedComesAgain() throws {
    let edits = [("{id: help, skills: []}", "{id: help, skills: [], repeatShare: 0.3, repeatMeanDays: 2}")]
    let (before, after, _) = try results(edits, treatment: "switches: {resourceSupport: true}")
    let (first, supported) = (try #require(before[.firstTimeShare]), try #require(after[.firstTimeShare]))
    #expect(first > 0.8 && first < 0.97)
    #expect(supported > first + 0.005)
  }

  @Test func visibilityFollowsTheUnitsOnTheStreet() throws {
    let (before, after, _) = try results(treatment: "unitsPerFacility: {street: 4}", days: 60)
    #expect(before.observations == 60 * 24)
    #expect(try #require(after[.visibility]) > #require(before[.visibility]) + 0.03)
    #expect(before.gridSeen.allSatisfy { $0 <= before.observations })
    let mean = before.hourVisibility.compactMap(\.self).reduce(0, +) / 24
    #expect(abs(mean - (before[.visibility] ?? 0)) < 0.02)
  }

  @Test func theScorecardGivesPointsForItsIndicators() throws {
    let edits = [
      (
        "treatments:",
        """
        assessment:
          - {indicator: hazardsFoundShare, weight: 3, zero: 0, full: 1, owner: {zh: 社区, en: community}}
          - {indicator: weightedDelay, weight: 1, zero: 1000, full: 0, owner: headquarters}
        treatments:
        """
      )
    ]
    let (before, after, _) = try results(edits, treatment: "switches: {intelligence: true}")
    let found = try #require(before[.hazardsFoundShare])
    let delay = try #require(before[.weightedDelay])
    let score = try #require(before[.assessmentScore])
    #expect(abs(score - (3 * found + 1 - min(1, delay / 1000)) / 4 * 100) < 1e-9)
    #expect(try #require(after[.assessmentScore]) > score)
  }

  @Test func theSecurityIndexIsItsFormula() throws {
    let result = try results(treatment: "sinkRatio: 0").before
    let within = try #require(result[.withinTarget])
    let visibility = try #require(result[.visibility])
    let incidents = try #require(result[.incidents])
    let z = 1.5 * within + 1.5 * visibility - 0.02 * incidents / 18
    #expect(abs(try #require(result[.securityIndex]) - 1 / (1 + exp(-z))) < 1e-12)
  }

  @Test func theIdentitiesCountOfficersWhereTheyWork() throws {
    let (before, after, plan) = try results(treatment: "sinkRatio: 0.4, streetShare: 0", days: 7)
    #expect(before[.communityShare] == 1)
    #expect(after[.communityShare] == 1)
    #expect(try #require(after[.stationShare]) > #require(before[.stationShare]))
    #expect(plan.toCommunity == plan.sunk)
  }

  @Test func unitsMayStandAtPoliceRooms() throws {
    let edits = [
      (
        "  - {id: r1, name: r1",
        "  - {id: room, name: room, kind: policeRoom, x: 0, y: 2}\n  - {id: r1, name: r1"
      ),
      (
        "dispatch: {policy",
        """
          - {id: room, name: room, facilityKind: policeRoom, unitsPerFacility: 0, mode: ebike, area: city, \
        skills: [], roster: threeShifts, movingShare: 0}
        dispatch: {policy
        """
      )
    ]
    let (before, after, _) = try results(edits, treatment: "unitsPerFacility: {room: 1}", days: 30)
    #expect(try #require(after[.potentialCoverage]) >= #require(before[.potentialCoverage]))
    // The street shares its work with the room.
    #expect(try #require(after[.streetUtilization]) < #require(before[.streetUtilization]))
  }

  @Test func secondUnitsHaveATargetOfTheirOwn() throws {
    let result = try results(treatment: "unitsPerFacility: {street: 5}", days: 60)
    let (before, after) = (
      try #require(result.before[.fullWithinTarget]), try #require(result.after[.fullWithinTarget])
    )
    #expect(before > 0 && before < after && after <= 1)
  }

  @Test func theTraceTellsOfCardsProgramsAndDepartments() throws {
    let world = try SmallCity.world([
      ("  beats: 20\n", "  partners: [{id: civil, casesPerDay: 9}]\n  beats: 20\n"),
      (
        "- {id: sink00, name: none, sinkRatio: 0}",
        "- {id: sink00, sinkRatio: 0, programs: [p], switches: {contactCards: true}}"
      ), ("hazardKinds: default", "programs: [{id: p, reduction: 0.5}]\nhazardKinds: default"),
      ("horizonDays: 14", "horizonDays: 150")
    ])
    var simulator = Simulator(world, seed: 5, replication: 0)
    simulator.startTracing()
    #expect(try simulator.runChecked(until: world.end))
    let steps = Set(simulator.finishTracing().entries.map(\.step))
    #expect(steps.isSuperset(of: [.answered, .averted, .referred]))
  }
}
