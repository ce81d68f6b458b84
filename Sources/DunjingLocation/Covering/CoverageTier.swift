/// What it is worth to cover each demand point within one radius.
public struct CoverageTier: Sendable, Equatable {
  /// Which sites cover which points.
  public let coverage: Coverage
  /// The worth of each point, such as its incidents in a year.
  public let weights: [Double]

  /// Creates a tier.
  /// - Precondition: there is a weight for each point, and none is negative.
  public init(_ coverage: Coverage, weights: [Double]) {
    precondition(
      weights.count == coverage.pointCount && weights.allSatisfy { $0 >= 0 },
      "each demand point needs a weight that is not negative")
    (self.coverage, self.weights) = (coverage, weights)
  }

  /// The weighted points that no allowed site covers.
  func unreachable(under rules: SiteRules) -> [Int] {
    coverage.uncoverablePoints(under: rules).filter { weights[$0] > 0 }
  }

  /// The worth of the points covered at least so often.
  func worth(of counts: [Int], atLeast least: Int = 1) -> Double {
    zip(weights, counts).reduce(0) { $0 + ($1.1 >= least ? $1.0 : 0) }
  }
}
