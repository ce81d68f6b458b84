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
  /// What rounding may leave of no growth at all.
  private var smallest = 0.0

  /// Tests the increments of a backlog over a stretch in which it is never empty; nil with fewer than two.
  ///
  /// - Parameters:
  ///   - increments: how much the backlog grew in each interval, one after the other.
  ///   - period: increments after which the pattern of work repeats, such as 7 for days. It is allowed for where there
  ///     are at least two whole periods, and only then.
  ///   - risk: the probability of finding growth where there is none, between 0 and 1.
  public init?(_ increments: [Double], period: Int = 1, risk: Double = Self.risk) {
    let tally = Tally(increments)
    let isStratified = period > 1 && increments.count >= 2 * period && increments.count % period == 0
    guard isStratified else {
      guard let interval = ConfidenceInterval(tally, level: 1 - 2 * risk) else { return nil }
      self.interval = interval
      return
    }
    let strata = (0..<period).map { first in
      Tally(stride(from: first, to: increments.count, by: period).map { increments[$0] })
    }
    let degrees = Double(increments.count - period)
    let squares = strata.reduce(0) { $0 + ($1.variance ?? 0) * Double($1.count - 1) }
    interval = ConfidenceInterval(
      mean: tally.mean, standardError: (squares / degrees / Double(increments.count)).squareRoot(),
      degreesOfFreedom: degrees, level: 1 - 2 * risk)
    // What rounding leaves of work that comes and goes in equal measure is no growth.
    smallest = 1e-9 * increments.reduce(0) { $0 + $1.magnitude } / Double(increments.count)
  }

  /// Whether the mean increment is significantly above zero.
  public var isGrowing: Bool { interval.lower > smallest }
}
