/// Whether a backlog that is never empty grows without bound: a one-sided t test of its increments.
///
/// While a queue is never empty, its length is a random walk of arrivals less services. A stable queue drifts down
/// then, so the mean increment exceeds its t bound with at most the stated risk, and far less often in fact: it
/// would have to stay non-empty and climb for the whole stretch. An overloaded queue drifts up, and the test finds it
/// as soon as the drift over the stretch is some standard errors. Increments of one kind of day should count alike:
/// take whole weeks.
///
/// Source: the stability condition of R. M. Loynes (1962), "The stability of a queue with non-independent
/// inter-arrival and service times"; the drift of the busy walk decides. Assumption: increments nearly independent
/// and normal, as those of days are.
public struct GrowthTest: Sendable, Equatable {
  /// The probability with which a backlog that is never empty and does not grow is taken for one that grows.
  public static let risk = 0.001

  /// The interval of the mean increment; its lower end is the bound of the test.
  public let interval: ConfidenceInterval

  /// Tests the increments of a backlog over a stretch in which it is never empty; nil with fewer than two.
  public init?(_ increments: [Double], risk: Double = Self.risk) {
    guard let interval = ConfidenceInterval(increments, level: 1 - 2 * risk) else { return nil }
    self.interval = interval
  }

  /// Whether the mean increment is significantly above zero.
  public var isGrowing: Bool { interval.lower > 0 }
}
