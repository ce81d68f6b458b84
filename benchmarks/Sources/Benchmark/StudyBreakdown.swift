import Dispatch
import DunjingScenario
import DunjingSimulation
import DunjingWorld

/// `breakdown`: where the time of one replication of a study's baseline goes, on one core.
///
/// The plain run is timed as a whole. A second run of the same replication times the events of the measured period
/// one by one; what reading the clock costs is subtracted there.
struct StudyBreakdown {
  private var world: World
  private var loadSeconds = 0.0
  private var compileSeconds = 0.0

  init(path: String) throws {
    let start = Self.clock()
    let study = try ScenarioBundle(path: path).load()
    let loaded = Self.clock()
    world = World(compiling: study)
    loadSeconds = Double(loaded - start) * 1e-9
    compileSeconds = Double(Self.clock() - loaded) * 1e-9
  }

  /// The figures as JSON.
  func figures(seed: UInt64) -> String {
    let plain = play(seed: seed)
    let kinds = profile(seed: seed).filter { $0.count > 0 }
    let cost = Self.clockCost
    let rows = kinds.map { kind in
      let seconds = max(0, Double(kind.nanoseconds) - cost * Double(kind.count)) * 1e-9
      return "{\"name\": \"\(kind.name)\", \"count\": \(kind.count), \"seconds\": \(seconds)}"
    }
    return "{\"loadSeconds\": \(loadSeconds), \"compileSeconds\": \(compileSeconds), "
      + "\"warmUpSeconds\": \(plain.warmUp), \"yearSeconds\": \(plain.measured / world.measuredYears), "
      + "\"yearEvents\": \(Double(plain.events) / world.measuredYears), \"clockNanoseconds\": \(cost), "
      + "\"kinds\": [\(rows.joined(separator: ", "))]}"
  }

  /// The seconds of the warm-up and of the measured period, and the events of the latter.
  private func play(seed: UInt64) -> (warmUp: Double, measured: Double, events: Int) {
    let start = Self.clock()
    var simulator = warmedUp(seed: seed)
    let (middle, before) = (Self.clock(), simulator.eventCount)
    simulator.run(until: world.end)
    return (
      Double(middle - start) * 1e-9, Double(Self.clock() - middle) * 1e-9, simulator.eventCount - before
    )
  }

  private func profile(seed: UInt64) -> [EventTally] {
    var simulator = warmedUp(seed: seed)
    return simulator.runProfiled(until: world.end, clock: Self.clock)
  }

  private func warmedUp(seed: UInt64) -> Simulator {
    var simulator = Simulator(world, seed: seed, replication: 0)
    simulator.run(until: world.measurementStart)
    simulator.startMeasuring()
    return simulator
  }

  private static func clock() -> UInt64 { DispatchTime.now().uptimeNanoseconds }

  /// Nanoseconds that one reading of the clock costs.
  private static var clockCost: Double {
    let count = 1_000_000
    let start = clock()
    var last = start
    for _ in 0..<count { last = clock() }
    return Double(last - start) / Double(count)
  }
}
