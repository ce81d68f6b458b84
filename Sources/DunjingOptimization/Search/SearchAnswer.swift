import DunjingNumerics
import DunjingStatistics

/// The best of the points that a search evaluated.
public struct SearchAnswer: Sendable, Equatable, Codable {
  /// The point.
  public let point: [Double]
  /// The posterior interval of the objective at the point, hyperparameters taken as known.
  public let interval: ConfidenceInterval
  /// What was told of the objective at the point.
  public let observed: NoisyValue
  /// The probability that the point satisfies every constraint.
  public let feasibility: Double
}

/// A search that proposes points and is told their values, in any order: it never calls the function itself.
///
/// A search is a value: a copy continues independently, and one that was encoded and decoded continues as the original
/// would on the same machine and libraries.
public protocol AskTellSearch: Sendable, Codable {
  /// Returns points to evaluate, at most as many as are asked for.
  mutating func ask(count: Int, priorMean: (([Double]) -> Double)?) -> [[Double]]

  /// Takes the value of a point, one that was asked for or any other.
  mutating func tell(
    _ point: [Double], mean: Double, standardError: Double, constraints: [NoisyValue], priorMean: Double?)

  /// Returns the best evaluated point; nil before any value was told.
  func answer(level: Double) -> SearchAnswer?
}

extension AskTellSearch {
  /// Returns points to evaluate, without another model.
  public mutating func ask(count: Int = 1) -> [[Double]] { ask(count: count, priorMean: nil) }

  /// Takes the value of a point, without another model.
  public mutating func tell(
    _ point: [Double], mean: Double, standardError: Double = 0, constraints: [NoisyValue] = []
  ) {
    tell(point, mean: mean, standardError: standardError, constraints: constraints, priorMean: nil)
  }

  /// The best evaluated point, with a posterior interval of 95 %; nil before any value was told.
  public var answer: SearchAnswer? { answer(level: 0.95) }
}

extension SearchAnswer {
  /// The answer of a surrogate: the best posterior mean among points that are more likely feasible than not, or the point
  /// most likely feasible where there is none.
  init?(_ surrogate: SearchSurrogate, level: Double) {
    let likeliest = surrogate.shares.indices.max { surrogate.feasibilities[$0] < surrogate.feasibilities[$1] }
    guard let index = surrogate.incumbent ?? likeliest else { return nil }
    let quantile = -SpecialFunctions.normalQuantile(0.5 * (1 - level))
    point = surrogate.evaluations[index].point
    observed = surrogate.evaluations[index].objective
    feasibility = surrogate.feasibilities[index]
    interval = ConfidenceInterval(
      mean: surrogate.prediction.means[index],
      halfWidth: quantile * surrogate.prediction.variances[index].squareRoot(), level: level)
  }

  /// The same answer with an interval of another level.
  func at(level: Double) -> SearchAnswer {
    let old = -SpecialFunctions.normalQuantile(0.5 * (1 - interval.level))
    let new = -SpecialFunctions.normalQuantile(0.5 * (1 - level))
    return SearchAnswer(
      point: point,
      interval: ConfidenceInterval(
        mean: interval.mean,
        halfWidth: level == interval.level ? interval.halfWidth : interval.halfWidth / old * new,
        level: level), observed: observed, feasibility: feasibility)
  }
}
