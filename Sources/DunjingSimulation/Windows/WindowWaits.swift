import DunjingStatistics

/// How long visitors wait at the windows of all stations together.
public struct WindowWaits: Sendable, Equatable {
  /// Visitors.
  public let visits: Int
  /// The mean wait in minutes, those who do not wait included; nil without visitors.
  public let meanMinutes: Double?
  /// The wait that 90 % of the visitors stay under, in minutes; nil without visitors, or if it is more than a day.
  public let p90Minutes: Double?
  /// Share of the visitors who wait longer than the limit; nil without visitors.
  public let longWaitShare: Double?

  init(_ tally: WindowTally) {
    visits = tally.visits
    let count = Double(tally.visits)
    meanMinutes = tally.visits > 0 ? tally.minutes / count : nil
    p90Minutes = tally.histogram.quantile(0.9)
    longWaitShare = tally.visits > 0 ? Double(tally.longWaits) / count : nil
  }
}

/// Waits as they come, one after another.
struct WindowTally: Sendable {
  private(set) var visits = 0
  private(set) var minutes = 0.0
  private(set) var longWaits = 0
  /// Bins of six seconds up to a day.
  private(set) var histogram = Histogram(binWidth: 0.1, bins: 14_400)
  private let longWaitMinutes: Double

  init(longWaitMinutes: Double) {
    self.longWaitMinutes = longWaitMinutes
  }

  mutating func add(_ wait: Double) {
    visits += 1
    minutes += wait
    if wait > longWaitMinutes { longWaits += 1 }
    histogram.add(wait)
  }
}
