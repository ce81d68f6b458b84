/// A variable times a coefficient: a term of a row.
public struct LinearTerm: Sendable, Equatable {
  /// The number of the variable in its model.
  public var variable: Int
  /// The coefficient.
  public var coefficient: Double

  /// Creates the term `coefficient · variable`.
  public init(_ variable: Int, _ coefficient: Double = 1) {
    (self.variable, self.coefficient) = (variable, coefficient)
  }
}
