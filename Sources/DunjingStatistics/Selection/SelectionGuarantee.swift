/// Which mean is best.
public enum SelectionGoal: String, Sendable, Equatable, Codable {
  /// The smallest mean, as of response time.
  case smallest
  /// The largest mean, as of coverage.
  case largest

  /// The sign that makes the best mean the largest.
  var sign: Double { self == .largest ? 1 : -1 }

  /// Returns the system with the best mean among some, the first of equal ones; nil if there are none.
  func best(of means: [Double], among systems: some Sequence<Int>) -> Int? {
    systems.reduce(nil as Int?) { best, system in
      guard let best else { return system }
      return sign * means[system] > sign * means[best] ? system : best
    }
  }
}

/// What a selection procedure promises.
///
/// If the best mean is better than every other by at least the indifference zone, the best system is selected
/// with at least the probability (R. E. Bechhofer, 1954). If others are within the zone, the selected one is within
/// it with at least the probability: that is proven of ``Rinott`` (B. L. Nelson & F. J. Matejcik, 1995), not of
/// ``KimNelson``.
public struct SelectionGuarantee: Sendable, Equatable, Codable {
  /// The probability of a correct selection, P* = 1 − α.
  public let probability: Double
  /// The smallest difference of means worth finding, δ, in the unit of the observations.
  public let indifferenceZone: Double
  /// Which mean is best.
  public let goal: SelectionGoal

  /// Creates a guarantee.
  /// - Precondition: the probability is between 0 and 1, the zone is positive and finite.
  public init(probability: Double = 0.95, indifferenceZone: Double, goal: SelectionGoal) {
    precondition(
      probability > 0 && probability < 1, "a probability of correct selection cannot be \(probability)")
    precondition(
      indifferenceZone > 0 && indifferenceZone < .infinity,
      "an indifference zone must be positive, not \(indifferenceZone)")
    self.probability = probability
    self.indifferenceZone = indifferenceZone
    self.goal = goal
  }
}
