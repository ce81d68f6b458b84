/// A half space of the points that a search may evaluate: a · x ≤ b.
public struct LinearConstraint: Sendable, Equatable, Codable {
  /// a.
  public let coefficients: [Double]
  /// b.
  public let bound: Double

  /// Creates a constraint.
  public init(_ coefficients: [Double], atMost bound: Double) {
    (self.coefficients, self.bound) = (coefficients, bound)
  }

  /// a · x − b, positive where the constraint is broken.
  func excess(_ point: [Double]) -> Double {
    var sum = -bound
    for index in coefficients.indices { sum += coefficients[index] * point[index] }
    return sum
  }

  /// What rounding may break.
  var tolerance: Double { 1e-9 * coefficients.reduce(bound.magnitude) { $0 + $1.magnitude } }

  /// The same half space of the shares of a box's intervals.
  func ofShares(_ box: Box) -> LinearConstraint {
    let scaled = coefficients.indices.map { coefficients[$0] * (box.upper[$0] - box.lower[$0]) }
    let offset = coefficients.indices.reduce(0) { $0 + coefficients[$1] * box.lower[$1] }
    return LinearConstraint(scaled, atMost: bound - offset)
  }
}
