import DunjingDense

/// A smooth program at a point: values, and the rows of its linearization.
struct SmoothState: Sendable {
  let point: [Double]
  let objective: SmoothProgram.Value
  /// Linear rows, then smooth ones: slopes and values.
  private(set) var equalities: LinearRows
  private(set) var inequalities: LinearRows
  /// The violation of bounds.
  private let boundBreach: Double
  let isFinite: Bool

  /// The right-hand sides are those of a step: A (x + d) = b is A d = b − A x.
  init(_ program: SmoothProgram, _ point: [Double]) {
    self.point = point
    objective = program.objective(point)
    let equations = program.smoothEqualities.map { $0(point) }
    let limits = program.smoothInequalities.map { $0(point) }
    equalities = Self.rows(program.equalities, equations, point)
    inequalities = Self.rows(program.inequalities, limits, point)
    boundBreach = point.indices.reduce(0) {
      $0 + max(0, program.lower[$1] - point[$1], point[$1] - program.upper[$1])
    }
    isFinite =
      (objective.gradient + [objective.value] + equations.map(\.value) + limits.map(\.value))
      .allSatisfy(\.isFinite) && (equations + limits).allSatisfy { $0.gradient.allSatisfy(\.isFinite) }
  }

  private static func rows(_ linear: LinearRows, _ smooth: [SmoothProgram.Value], _ point: [Double])
    -> LinearRows
  {
    let rest = linear.excess(at: point).map { -$0 }
    guard !smooth.isEmpty else { return LinearRows(linear.matrix, rest) }
    return LinearRows(linear.matrix, rest)
      .appending(LinearRows(smooth.map(\.gradient), smooth.map { -$0.value }))
  }

  /// The values of the equalities, which ought to be zero.
  var equalityValues: [Double] { equalities.limits.map { -$0 } }

  /// The values of the inequalities, which ought not to be positive.
  var inequalityValues: [Double] { inequalities.limits.map { -$0 } }

  /// The sum of all violations.
  var breach: Double {
    equalityValues.reduce(boundBreach) { $0 + $1.magnitude }
      + inequalityValues.reduce(0) { $0 + max(0, $1) }
  }

  /// The greatest violation.
  var greatestBreach: Double {
    max(greatestMagnitude(equalityValues), inequalityValues.reduce(boundBreach) { max($0, $1) })
  }

  /// Returns the slope of the Lagrange function without bounds.
  func slope(_ equalityPrices: [Double], _ inequalityPrices: [Double]) -> [Double] {
    let ofEqualities = equalities.matrix.transposedTimes(equalityPrices)
    let ofInequalities = inequalities.matrix.transposedTimes(inequalityPrices)
    return objective.gradient.indices.map {
      objective.gradient[$0] + ofEqualities[$0] + ofInequalities[$0]
    }
  }

  /// Returns the quadratic program of the step from here.
  /// - Parameter corrected: the values of rows at a trial point, less their linear parts, instead of those here.
  func subproblem(
    _ program: SmoothProgram, _ curvature: Curvature, corrected: SmoothState? = nil, step: [Double] = []
  )
    -> QuadraticProgram
  {
    var (equations, rows) = (equalities, inequalities)
    if let corrected {
      equations = LinearRows(equations.matrix, Self.corrected(equations, corrected.equalities, step))
      rows = LinearRows(rows.matrix, Self.corrected(rows, corrected.inequalities, step))
    }
    return QuadraticProgram(
      curvature: curvature, costs: objective.gradient, equalities: equations, inequalities: rows,
      lower: zip(program.lower, point).map { $0 - $1 }, upper: zip(program.upper, point).map { $0 - $1 })
  }

  private static func corrected(_ rows: LinearRows, _ trial: LinearRows, _ step: [Double]) -> [Double] {
    zip(rows.matrix.times(step), trial.limits).map { $0 + $1 }
  }
}
