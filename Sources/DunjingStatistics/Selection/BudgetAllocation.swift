/// The optimal computing budget allocation (OCBA): where further replications help most to find the best system.
///
/// Source: C.-H. Chen, J. Lin, E. Yücesan & S. E. Chick (2000), "Simulation budget allocation for further
/// enhancing the efficiency of ordinal optimization", theorem 1: with δᵢ the difference of a mean to the best,
/// Nᵢ ∝ (σᵢ / δᵢ)² for all but the best system b, and N_b = σ_b √(Σ Nᵢ² / σᵢ²). It maximizes, for a large budget,
/// a lower bound of the probability that the system with the best sample mean is the best; it guarantees nothing.
///
/// Assumptions: independent normal observations, and independent systems. Means and deviations are taken as
/// known, so spend a first stage of 5 to 20 replications each, then a part of the budget, and allocate again.
///
/// A system without variance is known and gets nothing. Where a mean equals the best, the limit for a vanishing
/// difference is taken: the tied systems share everything.
public struct BudgetAllocation: Sendable, Equatable {
  /// The system with the best mean, the first of equal ones.
  public let best: Int
  /// The share of each system in the whole budget; equal shares if no system has variance.
  public let shares: [Double]

  /// Creates the allocation of systems with some means and standard deviations.
  /// - Precondition: there are at least two systems, as many means as deviations, all finite, no deviation
  ///   negative.
  public init(means: [Double], deviations: [Double], goal: SelectionGoal) {
    precondition(
      means.count >= 2 && means.count == deviations.count, "an allocation needs two systems or more")
    precondition(means.allSatisfy(\.isFinite), "an allocation needs finite means")
    precondition(
      deviations.allSatisfy { $0 >= 0 && $0.isFinite }, "an allocation needs finite standard deviations")
    best = goal.best(of: means, among: means.indices) ?? 0
    shares = Self.shares(means, deviations, best: best)
  }

  /// Returns how a further budget of replications is spent, given those already made of each system.
  ///
  /// The shares hold for all replications, made and new. A system that has more than its share already gets no
  /// new ones, and the others share the rest in proportion. Whole numbers are made by the largest remainders
  /// (A. Hamilton), the first system before others with an equal remainder; their sum is the budget.
  /// - Precondition: the budget and the replications made are not negative.
  public func increments(budget: Int, made: [Int]) -> [Int] {
    precondition(budget >= 0, "a budget cannot be \(budget)")
    precondition(
      made.count == shares.count && made.allSatisfy { $0 >= 0 }, "an allocation needs the replications made")
    return Self.wholeNumbers(additions(Double(budget), made.map(Double.init)), sum: budget)
  }

  /// The new replications as real numbers: those to a common level of N / share among the systems below it.
  private func additions(_ budget: Double, _ made: [Double]) -> [Double] {
    var open = shares.indices.filter { shares[$0] > 0 }
    while true {
      let total = open.reduce(budget) { $0 + made[$1] }
      let share = open.reduce(0) { $0 + shares[$1] }
      let below = open.filter { made[$0] < shares[$0] / share * total }
      if below.count == open.count || below.isEmpty {
        var additions = [Double](repeating: 0, count: shares.count)
        for system in open { additions[system] = max(0, shares[system] / share * total - made[system]) }
        return additions
      }
      open = below
    }
  }

  /// Shares after the theorem, all multiplied by the square of the smallest difference.
  private static func shares(_ means: [Double], _ deviations: [Double], best: Int) -> [Double] {
    let rivals = means.indices.filter { $0 != best && deviations[$0] > 0 }
    let distances = means.map { ($0 - means[best]).magnitude }
    let smallest = rivals.map { distances[$0] }.min() ?? 0
    var weights = [Double](repeating: 0, count: means.count)
    var squares = 0.0
    // The deviations are scaled by the largest, so that nothing overflows.
    let scale = deviations.max() ?? 0
    for system in rivals {
      let ratio = distances[system] == smallest ? 1 : smallest / distances[system]
      let deviation = deviations[system] / scale
      weights[system] = deviation * deviation * ratio * ratio
      // This is (Nᵢ / σᵢ)².
      squares += deviation * ratio * ratio * (deviation * ratio * ratio)
    }
    weights[best] = scale > 0 ? deviations[best] / scale * squares.squareRoot() : 0
    if rivals.isEmpty && scale > 0 { weights[best] = 1 }
    let total = weights.reduce(0, +)
    return total > 0 ? weights.map { $0 / total } : weights.map { _ in 1 / Double(means.count) }
  }

  /// Rounds numbers with a whole sum by the largest remainders.
  static func wholeNumbers(_ values: [Double], sum: Int) -> [Int] {
    var whole = values.map { Int($0.rounded(.down)) }
    let remainders = zip(values, whole).map { $0 - Double($1) }
    let order = values.indices.filter { values[$0] > 0 }
      .sorted { (-remainders[$0], $0) < (-remainders[$1], $1) }
    let missing = sum - whole.reduce(0, +)
    for system in order.prefix(max(0, missing)) { whole[system] += 1 }
    return whole
  }
}
