import DunjingStatistics

/// The minutes between two stages over all rows that know both to the minute, without those in disorder, too long, on view,
/// duplicate or not valid.
public struct StageStatistics: Sendable, Equatable {
  /// What is measured.
  public enum Interval: String, Sendable, CaseIterable {
    /// From the call to the order.
    case callToDispatch
    /// From the order to setting out.
    case turnout
    /// From setting out, or else from the order, to the arrival.
    case travel
    /// From the call to the arrival.
    case response
    /// From the arrival to the end.
    case scene
    /// As recorded in a column of its own.
    case service

    /// Returns the minutes of a record; nil where they are not known.
    func minutes(_ record: IncidentRecord) -> Double? {
      switch self {
      case .callToDispatch: record.minutes(from: .received, to: .dispatched)
      case .turnout: record.minutes(from: .dispatched, to: .enRoute)
      case .travel: record.travelMinutes
      case .response: record.minutes(from: .received, to: .onScene)
      case .scene: record.minutes(from: .onScene, to: .cleared)
      case .service: record.serviceMinutes
      }
    }
  }

  /// What is measured.
  public let interval: Interval
  /// The number of rows.
  public let count: Int
  /// The mean in minutes; nil without rows.
  public let mean: Double?
  /// The median in minutes.
  public let median: Double?
  /// The ninth decile in minutes.
  public let ninthDecile: Double?

  init(_ interval: Interval, _ values: [Double]) {
    self.interval = interval
    count = values.count
    let sorted = values.sorted()
    mean = sorted.isEmpty ? nil : sorted.reduce(0, +) / Double(sorted.count)
    median = Quantile.ofSorted(sorted, at: 0.5)
    ninthDecile = Quantile.ofSorted(sorted, at: 0.9)
  }
}
