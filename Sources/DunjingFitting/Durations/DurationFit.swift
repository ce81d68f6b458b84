import DunjingDense
import DunjingNumerics
import DunjingRandom

/// A distribution of durations fitted by maximum likelihood.
///
/// Interval-censored and right-censored observations enter by their probabilities; intervals of the parameters are
/// symmetric on the log scale, from the inverse of the observed information.
///
/// Sources: J. F. Lawless (2003), Statistical Models and Methods for Lifetime Data, 2nd ed., §2.4, 4, 5;
/// H. Akaike (1974), "A new look at the statistical model identification".
public struct DurationFit: Sendable, Equatable {
  /// Whether there is a fit.
  public enum Status: String, Sendable, Codable {
    /// The likelihood has a maximum.
    case fitted
    /// Fewer than two observations ended.
    case tooFew
    /// All observations are equal: every family narrows without bound.
    case allEqual
    /// An exact value is zero, which has no likelihood; rounded values may be.
    case hasZeros
    /// The search for the maximum stopped early.
    case noProgress
  }

  /// The family.
  public let family: DurationFamily
  /// Whether there is a fit.
  public let status: Status
  /// The number of observations.
  public let count: Int
  /// The logarithms of the parameters.
  public let point: [Double]
  /// The log-likelihood; −∞ without a fit.
  public let logLikelihood: Double
  /// The covariances of the logarithms of the parameters; nil without a fit.
  public let covariance: DenseMatrix?

  /// The distribution; nil without a fit.
  public var distribution: Distribution? { status == .fitted ? family.distribution(point) : nil }

  /// Akaike's criterion, 2 p − 2 log L; infinite without a fit.
  public var informationCriterion: Double { 2 * Double(family.parameterCount) - 2 * logLikelihood }

  /// The parameters in the order of their names, at a level; empty without a fit.
  public func parameters(level: Double = 0.95) -> [ParameterEstimate] {
    guard status == .fitted else { return [] }
    return point.indices.map { index in
      ParameterEstimate(
        logarithm: point[index], standardError: covariance.map { $0[index, index].squareRoot() }, level: level
      )
    }
  }

  /// Returns the estimate of the mean, its error by the delta method; nil without a fit.
  public func mean(level: Double = 0.95) -> ParameterEstimate? {
    guard let distribution, let covariance else { return nil }
    let logMean = { (point: [Double]) in PortableMath.logarithm(family.distribution(point).mean) }
    let slopes = point.indices.map { index in
      let moved = [1e-4, -1e-4].map { step in
        var point = point
        point[index] += step
        return logMean(point)
      }
      return (moved[0] - moved[1]) / 2e-4
    }
    var variance = 0.0
    for row in point.indices {
      for column in point.indices { variance += slopes[row] * covariance[row, column] * slopes[column] }
    }
    return ParameterEstimate(
      logarithm: PortableMath.logarithm(distribution.mean), standardError: variance.squareRoot(), level: level
    )
  }

  /// Fits one family.
  /// - Complexity: about 150 likelihoods.
  public init(_ family: DurationFamily, to sample: CensoredSample) {
    let status = Self.obstacle(in: sample)
    guard status == nil else {
      self.init(family, status ?? .tooFew, sample.count, nil)
      return
    }
    let likelihood = SmoothLikelihood { family.logLikelihood(of: sample, at: $0) }
    let maximum = LikelihoodMaximum.find(likelihood, from: family.start(for: sample))
    let isFound = maximum.status == .converged && maximum.covariance != nil
    self.init(family, isFound ? .fitted : .noProgress, sample.count, maximum)
  }

  private init(
    _ family: DurationFamily, _ status: Status, _ count: Int, _ maximum: LikelihoodMaximum?
  ) {
    (self.family, self.status, self.count) = (family, status, count)
    point = maximum?.point ?? []
    logLikelihood = status == .fitted ? maximum?.value ?? -.infinity : -.infinity
    covariance = status == .fitted ? maximum?.covariance : nil
  }

  private static func obstacle(in sample: CensoredSample) -> Status? {
    if sample.eventCount < 2 { return .tooFew }
    if sample.exact.hasZero { return .hasZeros }
    let ended = sample.groups.filter { $0.upper < .infinity }
    return ended.count < 2 ? .allEqual : nil
  }

  /// Fits several families, the best by Akaike's criterion first.
  public static func ranked(
    _ families: [DurationFamily] = DurationFamily.allCases, _ sample: CensoredSample
  ) -> [DurationFit] {
    let fits = families.map { DurationFit($0, to: sample) }
    let order = fits.indices.sorted {
      (fits[$0].informationCriterion, $0) < (fits[$1].informationCriterion, $1)
    }
    return order.map { fits[$0] }
  }
}
