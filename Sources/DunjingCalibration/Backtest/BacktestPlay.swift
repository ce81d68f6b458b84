import DunjingSimulation

/// What became of each recorded incident in one replication.
struct BacktestPlay: Sendable {
  /// Seconds from the call until a unit got the order; nil if none did.
  private(set) var order: [Double?]
  /// Seconds of the way of the unit that came first; nil if none came.
  private(set) var travel: [Double?]
  /// Seconds from the call until the first arrival; nil if none came.
  private(set) var response: [Double?]
  /// Seconds from the first arrival until the scene was cleared; nil if it was not.
  private(set) var service: [Double?]
  /// The unit that came first; −1 if none came.
  private(set) var unit: [Int]
  /// Seconds that the incident waited for a unit to be free before the first order; nil if it did not, or none came.
  private(set) var wait: [Double?]
  /// How long units were on duty and at work.
  let duty: BacktestDuty

  /// - Parameters:
  ///   - units: how many units the study has.
  ///   - end: the end of the last day of the records, in seconds.
  init(_ trace: Trace, _ incidents: [RecordedIncident], units: Int, end: Double) {
    let count = incidents.count
    order = Array(repeating: nil, count: count)
    (travel, response, service, wait) = (order, order, order, order)
    unit = Array(repeating: -1, count: count)
    var departures: [Int: Double] = [:]
    var queued = [Double?](repeating: nil, count: count)
    let entries = trace.ordered
    duty = BacktestDuty(entries, units: units, end: end)
    for entry in entries where (0..<count).contains(entry.incident) {
      let number = entry.incident
      let seconds = entry.time - incidents[number].seconds
      switch entry.step {
      case .queued where order[number] == nil: queued[number] = queued[number] ?? seconds
      case .ordered where order[number] == nil:
        order[number] = seconds
        wait[number] = queued[number].map { seconds - $0 }
      case .departed: departures[entry.unit] = entry.time
      case .arrived where response[number] == nil:
        response[number] = seconds
        travel[number] = departures[entry.unit].map { entry.time - $0 }
        unit[number] = entry.unit
      case .cleared: service[number] = response[number].map { seconds - $0 }
      default: break
      }
    }
  }
}
