import DunjingDense

/// A convex quadratic or linear program: minimize ½ xᵀQx + cᵀx subject to A x = b, G x ≤ h and lower ≤ x ≤ upper.
///
/// Matrices are dense. Limits and bounds may be infinite; a variable whose bounds are equal is fixed.
public struct QuadraticProgram: Sendable, Equatable {
  /// Q, the second derivatives of the objective.
  public var curvature: Curvature
  /// c, the slope of the objective at zero.
  public var costs: [Double]
  /// A x = b.
  public var equalities: LinearRows
  /// G x ≤ h.
  public var inequalities: LinearRows
  /// The least value of each variable.
  public var lower: [Double]
  /// The greatest value of each variable.
  public var upper: [Double]

  /// Creates a program; without rows there are none, and without bounds a variable is free.
  /// - Precondition: everything has a number for each variable, and a matrix Q is symmetric.
  public init(
    curvature: Curvature = .none, costs: [Double], equalities: LinearRows? = nil,
    inequalities: LinearRows? = nil, lower: [Double]? = nil, upper: [Double]? = nil
  ) {
    let count = costs.count
    self.curvature = curvature
    self.costs = costs
    let none = LinearRows.none(count)
    self.equalities = equalities.map { $0.count == 0 ? none : $0 } ?? none
    self.inequalities = inequalities.map { $0.count == 0 ? none : $0 } ?? none
    self.lower = lower ?? [Double](repeating: -.infinity, count: count)
    self.upper = upper ?? [Double](repeating: .infinity, count: count)
    precondition(
      self.lower.count == count && self.upper.count == count
        && self.equalities.matrix.columnCount == count && self.inequalities.matrix.columnCount == count,
      "rows and bounds have a number for each variable")
    precondition(curvature.fits(count), "the curvature is symmetric and has a number for each variable")
  }

  /// The number of variables.
  public var variableCount: Int { costs.count }

  /// Returns the objective at a point.
  public func objective(at point: [Double]) -> Double {
    0.5 * dot(point, curvature.times(point)) + dot(costs, point)
  }

  /// Returns by how much a point violates a row or a bound at most.
  public func violation(at point: [Double]) -> Double {
    var worst = equalities.excess(at: point).reduce(0) { max($0, $1.magnitude) }
    worst = inequalities.excess(at: point).reduce(worst) { max($0, $1) }
    for (index, value) in point.enumerated() {
      worst = max(worst, lower[index] - value, value - upper[index])
    }
    return worst
  }

  /// Whether all numbers are numbers, and those that have to be finite are.
  var isFinite: Bool {
    let square: Bool =
      switch curvature {
      case .none: true
      case .diagonal(let numbers): numbers.allSatisfy(\.isFinite)
      case .dense(let matrix): matrix.values.allSatisfy(\.isFinite)
      }
    return square && (costs + equalities.limits).allSatisfy(\.isFinite)
      && equalities.matrix.values.allSatisfy(\.isFinite)
      && inequalities.matrix.values.allSatisfy(\.isFinite)
      && !(lower + upper + inequalities.limits).contains(where: \.isNaN)
  }
}

/// Returns the sum of the products of two vectors.
func dot(_ first: [Double], _ second: [Double]) -> Double {
  var sum = 0.0
  for index in first.indices { sum += first[index] * second[index] }
  return sum
}

/// Returns the greatest magnitude in a vector; infinite if one of them is not a number.
func greatestMagnitude(_ vector: [Double]) -> Double {
  vector.reduce(0) { $1.isNaN ? .infinity : max($0, $1.magnitude) }
}
