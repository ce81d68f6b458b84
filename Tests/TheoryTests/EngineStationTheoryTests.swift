import DunjingDecision
import DunjingPlanning
import DunjingQueueing
import DunjingScenario
import DunjingSimulation
import DunjingWorld
import Foundation
import Testing

/// Two districts of unequal officers, beats and demand, played by the real engine from a scenario file.
///
/// Twenty beats of 0.2 visits a day and six sunk officers of 0.6 visits a day each, three times as many for a beat of the
/// first district and a fifth for one of the second: five officers for its 5 beats and one for 15 beats, so that beats
/// have 0.2 + 5 · 0.6 / 5 and 0.2 + 0.6 / 15 visits.
@Suite struct EngineStationTheoryTests {
  private struct Study: TheoryStudy {
    var weights = "{s0: 3, s1: 0.2}"

    var yaml: String {
      TinyStudy(
        grids: [(0, 0, 2), (1, 0, 1)], stations: [0, 1],
        kinds: TinyStudy.kind("dispute", perHour: 0, scene: "0"),
        hazards: """
            - id: dispute
              name: dispute
              arrivalsPerYear: 14600
              incubationDays: {exponential: {mean: 45}}
              detectionPerVisit: 0.12
              closure: 0.85
              becomes: [{kind: dispute, share: 1}]
              jointShare: 0
              mediationHours: 0

          """,
        visitsPerDay: 4, warmUpDays: 400
      ).yaml
        .replacing("population: 1000, demandWeight: 1.0", with: "population: 3000, demandWeight: 1.0")
        .replacing("beats: 1\n", with: "beats: 20\n")
        .replacing(
          "\nrosters:",
          with: """
            \n  sentDown: {initialEffectiveness: 1, finalEffectiveness: 1, learningDays: 1, rotatesYearly: false, \
            tourHoursPerYear: 219, mediationHoursPerYear: 0}
            rosters:
            """
        )
        .replacing(
          "departments: []",
          with: "departments: [{id: desk, agencyOfficers: 6, agencyFloor: 0, fixedHoursPerYear: 1}]"
        )
        .replacing(
          "sinkRatio: 0}",
          with: "sinkRatio: 1, streetShare: 0\(weights.isEmpty ? "" : ", stationWeights: \(weights)")}")
    }
  }

  private func shares(_ study: Study, seed: UInt64) throws -> [Double] {
    try study.results(replications: 60, seed: seed).compactMap { result in
      result[.hazardsEscalated].map { $0 / 14_600 }
    }
  }

  private func escalating(_ visits: Double) -> Double {
    DelayTimeModel(incubation: .exponential(mean: 45)).fractionEscalating(
      visitRate: visits, detection: 0.12 * 0.85)
  }

  private var theory: Double { 2.0 / 3 * escalating(0.2 + 0.6) + 1.0 / 3 * escalating(0.2 + 0.04) }

  @Test func officersOfStationsVisitTheirOwnBeats() throws {
    let world = try Study().world()
    #expect(world.plans[0].officersByStation == [[5, 1]])
    try TheoryCheck.confirm(
      "Hazards, officers by station: share that escalates",
      "Σ demand / (1 + v·p·q·τ) over districts, Christer & Waller (1984)", shares(Study(), seed: 31), theory)
  }

  @Test func anEvenSpreadIsTold() throws {
    try TheoryCheck.confirm(
      "Hazards, officers spread evenly: share that escalates", "1 / (1 + v·p·q·τ), Christer & Waller (1984)",
      shares(Study(weights: ""), seed: 32), escalating(0.2 + 6 * 0.6 / 20))
    try TheoryCheck.expose(
      "Officers spread evenly instead of by station: share that escalates",
      "Σ demand / (1 + v·p·q·τ) over districts", shares(Study(weights: ""), seed: 31), theory)
  }
}

/// The best division of all sunk officers of the shipped province.
@Suite struct StationAllocationOfJilinTests {
  @Test func theProvinceGainsByTheBestDivision() throws {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let world = try World.loaded(from: package.appendingPathComponent("scenarios/jilin").path)
    var treatment = try #require(world.scenario.treatments.first { $0.sinkRatio.agency == 0.2 })
    (treatment.id, treatment.streetShare) = ("other", 0)
    let plan = world.plan(of: treatment)
    let model = StationHarm(world, plan: plan)
    let allocations = world.counties.indices.compactMap { StationAllocation(model, county: $0) }
    #expect(allocations.count == 60)
    #expect(allocations.map(\.gain).reduce(0, +) > 0)
    #expect(allocations.map { $0.officers.reduce(0, +) } == plan.counties.map(\.toCommunity))
    #expect(allocations.map(\.stations.count).reduce(0, +) == 964)
    // Whole officers may fall short of an even spread in fractions, but not by much.
    for allocation in allocations { #expect(allocation.gain > -0.005 * allocation.harm) }
    for allocation in allocations {
      treatment.stationWeights.merge(allocation.weights) { first, _ in first }
    }
    let divided = world.plan(of: treatment)
    #expect(
      divided.officersByStation == allocations.map { $0.officers.contains { $0 > 0 } ? $0.officers : nil })
  }
}
