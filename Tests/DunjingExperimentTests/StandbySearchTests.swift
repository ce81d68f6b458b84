import DunjingExperiment
import DunjingScenario
import DunjingSimulation
import DunjingStatistics
import DunjingWorld
import Foundation
import Testing

@Suite struct StandbySearchTests {
  /// Four posts along a street; nearly all incidents happen at the far end, where no unit is at home.
  private func world() throws -> World {
    let text = """
      schema: dunjing/1
      name: street
      time: {zone: UTC, start: "2024-01-01", warmUpDays: 1, settlingDays: 0, horizonDays: 7}
      coordinates: local
      grids:
        - {id: near, x: 0, y: 0, population: 1000}
        - {id: far, x: 6, y: 0, population: 20000}
      facilities:
        - {id: w1, kind: streetWorkstation, x: 0, y: 0}
        - {id: w2, kind: streetWorkstation, x: 2, y: 0}
        - {id: w3, kind: streetWorkstation, x: 4, y: 0}
        - {id: w4, kind: streetWorkstation, x: 6, y: 0}
      units:
        - {id: street, facilities: [w1, w2, w3, w4], facilityKind: streetWorkstation, area: city, movingShare: 0}
      travel: {detourFactor: 1, modes: {car: {speedKilometersPerHour: 30}}}
      demand: {incidentsPerDay: 40}
      treatments: [{id: now}]
      experiment: {replications: 2, seed: 4}
      """
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(text.utf8).write(to: folder.appendingPathComponent("scenario.yaml"))
    return World(compiling: try ScenarioBundle(path: folder.path).load())
  }

  private func outcome(threads: Int, budget: Int = 120) throws -> StandbySearch.Outcome {
    var search = StandbySearch(
      try world(), treatment: 0, policy: .complianceTable, objective: .responseMeanFromDispatch,
      candidates: [0, 1, 2, 3])
    (search.replications, search.threads, search.budget) = (5, threads, budget)
    return search.run(from: [0, 1, 2, 3])
  }

  @Test func unitsAreSentToWhereTheIncidentsAre() throws {
    let found = try outcome(threads: 1)
    #expect(found.isLocalOptimum)
    #expect(found.mean < found.firstMean)
    // Most units are wanted in the far half.
    #expect(found.order.count { $0 >= 2 } >= 3)
    let check = try #require(found.check)
    #expect(check.mean < 0 && check.isSignificant)
    #expect(try outcome(threads: 2) == found)
  }

  @Test func theBudgetIsKept() throws {
    let found = try outcome(threads: 2, budget: 7)
    #expect(found.evaluations == 7)
    #expect(!found.isLocalOptimum)
  }
}
