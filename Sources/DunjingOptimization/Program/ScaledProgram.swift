import DunjingDense

/// A program as the interior-point method wants it: no fixed variable, no empty row, all numbers of a like size, and a
/// bound is a row s · x ≤ limit with s = ±1.
struct ScaledProgram: Sendable {
  struct Bound: Sendable {
    let variable: Int
    let sign: Double
    let limit: Double
  }

  var curvature: Curvature
  var costs: [Double]
  var equalities: LinearRows
  var inequalities: LinearRows
  var bounds: [Bound]

  var variableCount: Int { costs.count }

  /// The same program in the usual form.
  var quadratic: QuadraticProgram {
    var program = QuadraticProgram(
      curvature: curvature, costs: costs, equalities: equalities, inequalities: inequalities)
    for bound in bounds where bound.sign < 0 { program.lower[bound.variable] = -bound.limit }
    for bound in bounds where bound.sign > 0 { program.upper[bound.variable] = bound.limit }
    return program
  }

  /// The number of inequalities, those of bounds included.
  var pairCount: Int { inequalities.count + bounds.count }

  /// The limits of the inequalities, then those of the bounds.
  var limits: [Double] { inequalities.limits + bounds.map(\.limit) }

  /// Returns what inequalities and bounds hold to their limits.
  func uses(_ point: [Double]) -> [Double] {
    inequalities.matrix.times(point) + bounds.map { $0.sign * point[$0.variable] }
  }

  /// Returns the sum of prices over the rows and bounds that each variable uses.
  func worth(equalities equalityPrices: [Double], pairs prices: [Double]) -> [Double] {
    var sum = equalities.matrix.transposedTimes(equalityPrices)
    let ofRows = inequalities.matrix.transposedTimes(Array(prices[..<inequalities.count]))
    for index in sum.indices { sum[index] += ofRows[index] }
    for (bound, price) in zip(bounds, prices[inequalities.count...]) {
      sum[bound.variable] += bound.sign * price
    }
    return sum
  }
}
