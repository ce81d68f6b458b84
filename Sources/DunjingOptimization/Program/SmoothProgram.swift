import DunjingDense

/// A program with a smooth objective and smooth constraints: minimize f(x) subject to c(x) = 0 and g(x) ≤ 0 as well as
/// linear rows and bounds.
public struct SmoothProgram: Sendable {
  /// The value and the slope of a function at a point.
  public struct Value: Sendable {
    /// The value; infinite or not a number outside the domain.
    public var value: Double
    /// The derivative along each variable.
    public var gradient: [Double]

    /// Creates a record of a function at a point.
    public init(_ value: Double, _ gradient: [Double]) {
      (self.value, self.gradient) = (value, gradient)
    }
  }

  /// A function with its slope.
  public typealias Function = @Sendable ([Double]) -> Value

  /// The number of variables.
  public let variableCount: Int
  /// f.
  public var objective: Function
  /// The second derivatives of f + Σ multiplier · constraint, given the point and the multipliers of the smooth equalities
  /// and then of the smooth inequalities; without them they are learned from the slopes.
  public var curvature: (@Sendable (_ point: [Double], _ multipliers: [Double]) -> Curvature)?
  /// The functions c that have to be zero.
  public var smoothEqualities: [Function] = []
  /// The functions g that may not be positive.
  public var smoothInequalities: [Function] = []
  /// Linear equations.
  public var equalities: LinearRows
  /// Linear inequalities.
  public var inequalities: LinearRows
  /// The least value of each variable.
  public var lower: [Double]
  /// The greatest value of each variable.
  public var upper: [Double]

  /// Creates a program; without rows there are none, and without bounds a variable is free.
  /// - Precondition: rows and bounds have a number for each variable.
  public init(
    variableCount: Int, equalities: LinearRows? = nil, inequalities: LinearRows? = nil,
    lower: [Double]? = nil, upper: [Double]? = nil,
    curvature: (@Sendable (_ point: [Double], _ multipliers: [Double]) -> Curvature)? = nil,
    objective: @escaping Function
  ) {
    // A quadratic program checks and completes the linear part.
    let linear = QuadraticProgram(
      costs: [Double](repeating: 0, count: variableCount), equalities: equalities,
      inequalities: inequalities, lower: lower, upper: upper)
    self.variableCount = variableCount
    (self.objective, self.curvature) = (objective, curvature)
    (self.equalities, self.inequalities) = (linear.equalities, linear.inequalities)
    (self.lower, self.upper) = (linear.lower, linear.upper)
  }
}

/// The solution of a smooth program. Multipliers have the sign of ``QuadraticSolution``.
public struct SmoothSolution: Sendable, Equatable {
  /// How the search ended; an optimum is local unless the program is convex.
  public var status: ProgramStatus
  /// The point reached.
  public var point: [Double]
  /// The objective there.
  public var objective: Double
  /// The multipliers of the linear equalities, then of the smooth ones.
  public var equalityMultipliers: [Double] = []
  /// The multipliers of the linear inequalities, then of the smooth ones; not negative.
  public var inequalityMultipliers: [Double] = []
  /// The multipliers of the lower bounds.
  public var lowerMultipliers: [Double] = []
  /// The multipliers of the upper bounds.
  public var upperMultipliers: [Double] = []
  /// The greatest slope of the Lagrange function, or product of a multiplier with what its constraint leaves.
  public var residual: Double = .infinity
  /// The greatest violation of a constraint.
  public var violation: Double = .infinity
  /// The number of quadratic programs solved, those of corrections included.
  public var iterations = 0
}
