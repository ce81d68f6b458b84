import DunjingScenario
import DunjingSimulation

/// `windows`: the service windows of 964 stations with 50 visitors a day each, under both disciplines at once; work is
/// counted in visitors. The value is the mean wait of the pooled queue in minutes.
enum ProvinceWindows {
  private static let stations = 964
  private static let visitsPerDay = 50.0

  static func run(visitors: Int, seed: UInt64, replication: Int) -> Outcome {
    let service = WindowService(
      DefaultCatalog.windows, visitsPerDay: Array(repeating: visitsPerDay, count: stations))
    let days = max(1, Int(Double(visitors) / visitsPerDay) / stations)
    let waits = service.waits(
      on: Array(0..<days), [.pooled, .separate], seed: seed, replication: replication)
    return Outcome(work: waits[0].visits, value: waits[0].meanMinutes ?? 0)
  }
}
