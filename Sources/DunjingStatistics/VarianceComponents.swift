import DunjingNumerics

/// The variance between and within groups of equal size, in the one-way model with random effects.
///
/// Assumption: effects of groups and members are independent and nearly normal.
///
/// Source: S. R. Searle, G. Casella & C. E. McCulloch (1992), "Variance Components", chapter 3 (the estimators of the
/// analysis of variance); B. E. Ankenman & B. L. Nelson (2012), "A quick assessment of input uncertainty".
public struct VarianceComponents: Sendable, Equatable {
  /// Groups.
  public let groups: Int
  /// Members of a group.
  public let size: Int
  /// The variance of the means of groups times their size.
  public let meanSquareBetween: Double
  /// The variance within groups.
  public let within: Double

  /// Estimates both from groups of equal size.
  /// - Returns: Nil with fewer than two groups or two members.
  public init?(_ groups: [[Double]]) {
    guard let size = groups.first?.count, size > 1, groups.count > 1 else { return nil }
    precondition(groups.allSatisfy { $0.count == size }, "groups have to be of one size")
    let tallies = groups.map { Tally($0) }
    within = tallies.reduce(0) { $0 + ($1.variance ?? 0) } / Double(groups.count)
    meanSquareBetween = Double(size) * (Tally(tallies.map(\.mean)).variance ?? 0)
    (self.groups, self.size) = (groups.count, size)
  }

  /// The variance between groups, what chance within them adds taken off; not below zero.
  public var between: Double { max(0, meanSquareBetween - within) / Double(size) }

  private var freedom: (between: Double, within: Double) {
    (Double(groups - 1), Double(groups * (size - 1)))
  }

  /// The probability that chance within groups alone makes their means as different (F test).
  public var probability: Double {
    guard meanSquareBetween > 0 else { return 1 }
    guard within > 0 else { return 0 }
    let (a, b) = freedom
    let ratio = meanSquareBetween / within
    return SpecialFunctions.regularizedBeta(b / 2, a / 2, at: b / (b + a * ratio))
  }

  /// The degrees of freedom of ``between``, by Satterthwaite (1946), "An approximate distribution of estimates of variance
  /// components"; at least one.
  public var degreesOfFreedom: Double {
    let (a, b) = freedom
    let squares = meanSquareBetween * meanSquareBetween / a + within * within / b
    let difference = meanSquareBetween - within
    return squares > 0 ? min(a, max(1, difference * difference / squares)) : a
  }

  /// Returns what ``between`` is at most, with a confidence: the upper limit of Williams (1962), "A confidence interval for
  /// variance components".
  public func greatestBetween(level: Double) -> Double {
    let (a, b) = freedom
    let spread = a * meanSquareBetween / SpecialFunctions.chiSquareQuantile(1 - level, degreesOfFreedom: a)
    guard meanSquareBetween > 0 else { return 0 }
    let share = MonotoneRoot.find(between: 0, and: 1) {
      SpecialFunctions.regularizedBeta(a / 2, b / 2, at: $0) - (1 - level)
    }
    let quantile = b * share / (a * (1 - share))
    return max(0, spread * (1 - quantile * within / meanSquareBetween)) / Double(size)
  }

  /// Returns half the width of a range around the mean in which groups lie with a probability, by what is known of
  /// ``between``.
  ///
  /// Where the F test tells groups apart at 5 %, Student's t with ``degreesOfFreedom`` times the standard deviation; otherwise
  /// the normal quantile times the greatest standard deviation that is not excluded.
  public func halfWidth(level: Double) -> Double {
    let tail = 0.5 * (1 - level)
    if isTold {
      return between.squareRoot()
        * -SpecialFunctions.studentTQuantile(tail, degreesOfFreedom: degreesOfFreedom)
    }
    return greatestBetween(level: level).squareRoot() * -SpecialFunctions.normalQuantile(tail)
  }

  /// Whether groups are told apart at 5 %, or do not differ at all.
  public var isTold: Bool { probability < 0.05 || (meanSquareBetween == 0 && within == 0) }
}
