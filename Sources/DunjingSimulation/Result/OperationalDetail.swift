import DunjingStatistics

/// What one replication counted by unit, place and hour: too much to keep for every treatment, so that whoever wants it
/// plays a ``Simulator`` and asks it at the end.
public struct OperationalDetail: Sendable, Equatable {
  /// Seconds each unit spent on incidents, travel and paperwork included.
  public let busySeconds: [Double]
  /// Orders to full units, by unit and then by grid; empty unless measuring was started to keep them.
  public let orders: [[Int]]
  /// Incidents whose first full unit had to be waited for, by the hour of the week of the first possible order.
  public let queuedByHour: [Int]
  /// The mean number of incidents in the queue over the measured time.
  public let meanWaiting: Double
  /// The mean number of open incidents: from the call until cleared or handed over.
  public let meanOpen: Double
  /// The mean of the square of the number of open incidents.
  public let meanSquaredOpen: Double
  /// Seconds in the queue, summed over incidents, as far as they lie in the measured time.
  public let waitingSeconds: Double
  /// Seconds open, summed over incidents, as far as they lie in the measured time.
  public let openSeconds: Double
  /// Measured seconds.
  public let measuredSeconds: Double

  init(_ recorder: Recorder, at end: Double) {
    let grids = recorder.grids.count
    busySeconds = recorder.busySeconds
    let isKept = !recorder.unitGridOrders.isEmpty
    orders = recorder.busySeconds.indices.prefix(isKept ? .max : 0).map { unit in
      recorder.unitGridOrders[(unit * grids)..<((unit + 1) * grids)].map(Int.init)
    }
    queuedByHour = recorder.hourQueued
    meanWaiting = recorder.occupancy.waiting.average(until: end) ?? 0
    meanOpen = recorder.occupancy.open.average(until: end) ?? 0
    meanSquaredOpen = recorder.occupancy.openSquared.average(until: end) ?? 0
    waitingSeconds = recorder.occupancy.waitingSeconds
    openSeconds = recorder.occupancy.openSeconds
    measuredSeconds = end - recorder.start
  }
}
