import DunjingNumerics

/// What is known of a function: noisy values at points.
///
/// Assumption: the errors of different values are independent and normal.
public struct SurrogateData: Sendable, Equatable {
  /// Where the function was evaluated.
  public private(set) var points: [[Double]]
  /// What was observed, often a mean over replications.
  public private(set) var values: [Double]
  /// The squared standard error of each value; 0 where it is exact.
  public private(set) var noiseVariances: [Double]
  /// What another model says of each point; nil without one.
  public private(set) var priorMeans: [Double]?

  /// Creates data.
  /// - Precondition: the arrays are equally long and not empty, points have the same number of coordinates, and no
  ///   variance is negative.
  public init(
    points: [[Double]], values: [Double], noiseVariances: [Double]? = nil, priorMeans: [Double]? = nil
  ) {
    let variances = noiseVariances ?? [Double](repeating: 0, count: values.count)
    precondition(
      !points.isEmpty && points.count == values.count && values.count == variances.count
        && (priorMeans?.count ?? values.count) == values.count, "a value and a variance for each point")
    precondition(
      points.allSatisfy { $0.count == points[0].count } && variances.allSatisfy { !($0 < 0) },
      "points are equally long, and variances not negative")
    (self.points, self.values, self.noiseVariances, self.priorMeans) = (points, values, variances, priorMeans)
  }

  /// The number of values.
  public var count: Int { values.count }

  /// The number of coordinates of a point.
  public var dimension: Int { points[0].count }

  /// Whether every number is finite.
  var isFinite: Bool {
    values.allSatisfy(\.isFinite) && noiseVariances.allSatisfy(\.isFinite)
      && points.allSatisfy { $0.allSatisfy(\.isFinite) } && priorMeans?.allSatisfy(\.isFinite) ?? true
  }

  /// The values followed by those of other data.
  /// - Precondition: both have prior means, or neither.
  func appending(_ other: SurrogateData) -> SurrogateData {
    precondition((priorMeans == nil) == (other.priorMeans == nil), "prior means for all points, or for none")
    return SurrogateData(
      points: points + other.points, values: values + other.values,
      noiseVariances: noiseVariances + other.noiseVariances,
      priorMeans: priorMeans.flatMap { own in other.priorMeans.map { own + $0 } })
  }
}

/// How a prior mean given by the caller enters a Gaussian process.
public enum PriorTrend: String, Sendable, Equatable, Codable {
  /// The function is the prior mean plus an unknown constant.
  case shifted
  /// The function is an unknown multiple of the prior mean plus an unknown constant.
  case scaled
}
