import DunjingDecision
import DunjingPlanning
import DunjingWorld
import Foundation
import Testing

@testable import DunjingScenario

/// The best division of officers among the stations of a small county.
@Suite struct StationAllocationTests {
  /// The smallest study with a third station, and two thirds of the demand at the first.
  private func world() throws -> World {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var scenario = try ScenarioBundle(path: root.appendingPathComponent("scenarios/minimal").path).load()
      .scenario
    var third = scenario.facilities[0]
    (third.id, third.x) = ("s3", 2)
    scenario.facilities.insert(third, at: 1)
    for grid in scenario.grids.indices {
      let station = ["s1", "s2", "s3"][grid % 3]
      scenario.grids[grid].station = station
      scenario.grids[grid].demandWeight *= station == "s1" ? 6 : station == "s2" ? 2 : 1
    }
    return World(compiling: try scenario.validated())
  }

  private func plan(_ world: World, _ weights: [String: Double] = [:]) -> TreatmentPlan {
    var treatment = world.plans[1].treatment
    (treatment.id, treatment.streetShare, treatment.stationWeights) = ("other", 0, weights)
    return world.plan(of: treatment)
  }

  @Test(arguments: [0, 1, 6, 9]) func `no division does less harm`(officers: Int) throws {
    let world = try world()
    let model = StationHarm(world, plan: plan(world))
    let allocation = try #require(StationAllocation(model, county: 0, officers: officers))
    func total(_ division: [Int]) -> Double {
      division.enumerated().reduce(0) { $0 + model.harm(county: 0, station: $1.offset, officers: $1.element) }
    }
    var divisions: [[Int]] = []
    for first in 0...officers {
      for second in 0...(officers - first) { divisions.append([first, second, officers - first - second]) }
    }
    let least = try #require(divisions.map(total).min())
    #expect(allocation.stations == ["s1", "s3", "s2"])
    #expect(allocation.officers.reduce(0, +) == officers)
    #expect(abs(allocation.harm - least) < 1e-9 * least)
    #expect(abs(total(allocation.officers) - least) < 1e-9 * least)
    for station in 0..<3 {
      var more = allocation.officers
      more[station] += 1
      let worth = least - total(more)
      #expect(worth > 0 && abs(worth - allocation.worthOfOneMore[station]) < 1e-9 * least)
    }
    // Where the demand is, and nowhere near evenly.
    if officers >= 6 { #expect(allocation.officers[0] > officers / 2 && allocation.gain > 0) }
    if officers == 0 { #expect(allocation.gain.magnitude < 1e-9 * least && allocation.weights.isEmpty) }
  }

  @Test func `its weights give a treatment the same officers and the outlook the same gain`() throws {
    let world = try world()
    let even = plan(world)
    let model = StationHarm(world, plan: even)
    let allocation = try #require(StationAllocation(model, county: 0))
    #expect(allocation.officers.reduce(0, +) == even.toCommunity && even.toCommunity > 3)
    let best = plan(world, allocation.weights)
    #expect(best.officersByStation == [allocation.officers])
    let other = plan(world, ["s1": 0])
    let outlook = PlanOutlook(world)
    func harm(_ plan: TreatmentPlan) -> Double {
      zip(world.kinds, outlook.prevention(of: plan).incidentsByKind).reduce(0) { $0 + $1.0.harm * $1.1 }
    }
    let officers = try #require(other.counties[0].division).officers
    let worse = officers.enumerated().reduce(0) {
      $0 + model.harm(county: 0, station: $1.offset, officers: $1.element)
    }
    let difference = harm(other) - harm(best)
    #expect(difference > 0 && abs(difference - (worse - allocation.harm)) < 1e-9 * harm(best))
    #expect(harm(best) < harm(even))
  }

  @Test func `plans that differ by stations only are different plans`() throws {
    let world = try world()
    let keys = [[:], ["s1": 2], ["s1": 2.0001], ["s1": 0]].map { PlanKey(plan(world, $0)) }
    #expect(keys[1] == keys[2] && Set(keys).count == 3)
    #expect(Set(keys.map(\.text)).count == 3)
  }

  @Test func `every division is given back by its weights`() throws {
    let world = try world()
    let model = StationHarm(world, plan: plan(world))
    var known = 0
    for officers in 1...25 {
      let allocation = try #require(StationAllocation(model, county: 0, officers: officers))
      // Sixty per cent of the agencies are more than enough; the ratio that gives just so many is looked for.
      let ratio = (1...600).first { step in
        var treatment = plan(world).treatment
        treatment.sinkRatio.agency = Double(step) / 1_000
        return world.plan(of: treatment).toCommunity == officers
      }
      guard let ratio else { continue }
      known += 1
      var treatment = plan(world, allocation.weights).treatment
      treatment.sinkRatio.agency = Double(ratio) / 1_000
      #expect(world.plan(of: treatment).officersByStation == [allocation.officers])
    }
    #expect(known > 4)
  }
}
