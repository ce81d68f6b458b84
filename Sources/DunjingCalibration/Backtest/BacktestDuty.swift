import DunjingSimulation

/// How long each unit was on duty in one replication, and how long it worked on incidents.
struct BacktestDuty: Sendable {
  /// Seconds on duty by unit, to the end of the last day of the records.
  private(set) var duty: [Double]
  /// Seconds by unit from an order until the unit is free again, way and paperwork included.
  private(set) var work: [Double]

  /// - Parameters:
  ///   - units: how many there are.
  ///   - end: the end of the last day, in seconds; what happens later does not count.
  init(_ entries: [TraceEntry], units: Int, end: Double) {
    (duty, work) = (Array(repeating: 0, count: units), Array(repeating: 0, count: units))
    var (onDuty, atWork) = ([Double?](repeating: nil, count: units), [Double?](repeating: nil, count: units))
    func close(_ begin: inout Double?, at time: Double, into sum: inout Double) {
      if let begin { sum += max(0, min(time, end) - begin) }
      begin = nil
    }
    for entry in entries where (0..<units).contains(entry.unit) {
      let unit = entry.unit
      switch entry.step {
      case .onDuty: onDuty[unit] = onDuty[unit] ?? entry.time
      case .offDuty: close(&onDuty[unit], at: entry.time, into: &duty[unit])
      case .ordered: atWork[unit] = atWork[unit] ?? entry.time
      case .available, .dismissed: close(&atWork[unit], at: entry.time, into: &work[unit])
      default: break
      }
    }
    for unit in 0..<units {
      close(&onDuty[unit], at: end, into: &duty[unit])
      close(&atWork[unit], at: end, into: &work[unit])
    }
  }
}
