import DunjingNumerics
import DunjingRandom

/// How hyperparameters are estimated.
///
/// The coordinates of points are expected between 0 and 1, as the bounds and the priors of length scales are made for that.
public struct LikelihoodOptions: Sendable, Equatable, Codable {
  /// How many points to maximize the likelihood from; the first is the one given, or the middle of the prior.
  public var starts: Int
  /// The greatest number of steps from each start.
  public var iterations: Int
  /// Whether errors beyond those stated are estimated.
  public var estimatesNugget: Bool
  /// The least nugget, and the nugget where it is not estimated, as a share of the variance of the values.
  public var leastNugget: Double
  /// The standard deviation of the logarithms of length scales under their prior, whose median is ½ √coordinates.
  public var lengthScaleSpread: Double

  /// Creates options.
  /// - Precondition: at least one start, and a positive nugget and spread.
  public init(
    starts: Int = 3, iterations: Int = 40, estimatesNugget: Bool = false, leastNugget: Double = 1e-8,
    lengthScaleSpread: Double = 1
  ) {
    precondition(starts >= 1 && iterations >= 0 && leastNugget > 0 && lengthScaleSpread > 0)
    (self.starts, self.iterations, self.estimatesNugget) = (starts, iterations, estimatesNugget)
    (self.leastNugget, self.lengthScaleSpread) = (leastNugget, lengthScaleSpread)
  }
}

extension GaussianProcess {
  /// Returns a process with the hyperparameters of greatest posterior density found; nil where no start has a likelihood.
  ///
  /// Length scales, the signal variance and the nugget have weak log-normal priors; the likelihood is maximized by a
  /// quasi-Newton method between bounds, from several starts.
  /// - Parameters:
  ///   - data: the points, with the values observed there.
  ///   - trend: how the other model's forecasts enter the mean, where the data have prior means.
  ///   - options: how the likelihood is maximized.
  ///   - start: where to begin, such as the parameters of fewer data.
  ///   - seed: of the further starts.
  /// - Complexity: O(starts · iterations · n³).
  public static func fitted(
    to data: SurrogateData, trend: PriorTrend = .shifted, options: LikelihoodOptions = LikelihoodOptions(),
    from start: GaussianProcessParameters? = nil, seed: UInt64 = 1
  ) -> GaussianProcess? {
    guard data.isFinite else { return nil }
    let objective = LikelihoodObjective(data, trend: trend, options: options)
    let (lower, upper, centers, spreads) = objective.bounds
    let method = BoundedQuasiNewton(lower: lower, upper: upper, iterations: options.iterations)
    var best: BoundedQuasiNewton.Minimum?
    for number in 0..<options.starts {
      var point = centers
      if number == 0, let start { point = objective.variables(start) }
      if number >= (start == nil ? 1 : 2) {
        var stream = RandomStream(seed: seed, purpose: .likelihoodStart, entity: UInt64(number))
        for index in point.indices { point[index] += spreads[index] * (2 * stream.nextUnit() - 1) }
      }
      let found = method.minimum(from: point) { objective($0) }
      if let found, found.value < best?.value ?? .infinity { best = found }
    }
    guard let best else { return nil }
    return GaussianProcess(data, parameters: objective.parameters(best.point), trend: trend)
  }
}
