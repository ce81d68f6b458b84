import Dunjing
import Foundation

/// Reads mutated bundles: each has to end in a valid scenario, which is played for two days, or in issues with places.
public struct FileTrial: Trial {
  /// The seed of the mutations.
  public let seed: UInt64
  let corpus: [[String: [UInt8]]]

  /// Prepares a corpus of random cities and of the folders of some studies.
  public init(seed: UInt64, folders: [String]) throws {
    self.seed = seed
    let cities = (0..<200).map { CityDraw(seed: 77, number: $0).files }
      .filter { files in files.values.map(\.count).reduce(0, +) < 5_000 }
    corpus = try cities + folders.map(Self.bundle)
  }

  /// Reads the files of a folder.
  static func bundle(_ folder: String) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      files[name] = FileManager.default.contents(atPath: folder + "/" + name).map { [UInt8]($0) }
    }
    return files
  }

  public func files(_ number: Int) -> [String: [UInt8]] {
    var draw = Draw(seed: seed, purpose: 202, number: number)
    var files = draw.pick(corpus)
    var mutator = Mutator(draw)
    mutator.mutate(&files)
    return files
  }

  public func play(_ files: [String: [UInt8]], number: Int) -> TrialOutcome { Self.play(files) }

  /// Reads a bundle; plays it where it is valid, and checks its issues where it is not.
  public static func play(_ files: [String: [UInt8]]) -> TrialOutcome {
    do {
      let valid = try ScenarioBundle(files: files).load()
      return .played(events: try play(valid))
    } catch let error as InvalidScenario {
      return check(error, files)
    } catch {
      return .failed("\(error)")
    }
  }

  private static func check(_ error: InvalidScenario, _ files: [String: [UInt8]]) -> TrialOutcome {
    do {
      try IssueCheck(files).check(error)
      return .refused(error.text(in: .en))
    } catch {
      return .failed(error.text)
    }
  }

  /// The most that is compiled and played: what is larger is valid all the same.
  private static func isSmall(_ scenario: Scenario) -> Bool {
    let facilities = scenario.facilities.count
    let units = scenario.units.map { group in
      max(group.unitsPerFacility, scenario.treatments.flatMap(\.unitsPerFacility).map(\.units).max() ?? 0)
        * facilities
    }.reduce(0, +)
    let places = scenario.roads?.nodes.count ?? scenario.grids.count
    let officers = scenario.departments.map { $0.agencyOfficers + $0.countyOfficers }.reduce(0, +)
    return units <= 200 && places <= 200 && officers <= 10_000
  }

  private static func play(_ valid: ValidScenario) throws -> Int {
    guard isSmall(valid.scenario) else { return 0 }
    let world = World(compiling: valid)
    var simulator = Simulator(world, seed: 1, replication: 0)
    let end = min(world.end, 2 * World.daySeconds)
    try simulator.runChecked(until: end / 2, eventLimit: 400)
    simulator.apply(world.plans[world.plans.count - 1])
    simulator.startMeasuring()
    try simulator.runChecked(until: end, eventLimit: 400)
    try ResultCheck(world, world.plans[world.plans.count - 1]).checkFinite(simulator.result())
    return simulator.eventCount
  }
}
