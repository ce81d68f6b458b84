import DunjingDense
import DunjingNumerics

/// A fitted self-exciting process.
public struct HawkesEstimate: Sendable, Equatable {
  /// Whether there is excitation.
  public enum Status: String, Sendable, Codable {
    /// The likelihood has a maximum with excitation.
    case fitted
    /// The likelihood is greatest without excitation.
    case noExcitation
    /// Fewer than ten events.
    case tooFew
    /// The search for the maximum stopped early.
    case noProgress
  }

  /// Whether there is excitation.
  public let status: Status
  /// The number of events.
  public let count: Int
  /// Background events in a unit of time where the profile is 1.
  public let background: ParameterEstimate
  /// Events that one event begets directly, in the mean.
  public let branchingRatio: ParameterEstimate
  /// The rate at which excitation fades, by unit of time; nil without excitation.
  public let decay: ParameterEstimate?
  /// The standard deviation of the distance to the event that begot it, to each direction; nil without excitation or
  /// without places.
  public let reach: ParameterEstimate?
  /// The log-likelihood.
  public let logLikelihood: Double
  /// The log-likelihood of the best process without excitation.
  public let nullLogLikelihood: Double
  /// The covariances of the logarithms of the parameters, in the order above; nil without excitation.
  public let covariance: DenseMatrix?
  /// The probability of so large a likelihood ratio without excitation, if decay and reach were known beforehand.
  public let probability: Double
  /// An upper bound of that probability with the search over the decay counted; nil where it is not known.
  public let searchedProbability: Double?

  /// Twice the difference of the log-likelihoods.
  public var likelihoodRatio: Double { max(0, 2 * (logLikelihood - nullLogLikelihood)) }

  init(
    _ maximum: LikelihoodMaximum?, count: Int, background: Double, null: Double, scores: [Double]? = nil,
    knownDecay: Double? = nil
  ) {
    self.count = count
    nullLogLikelihood = null
    let statistic = maximum.map { 2 * ($0.value - null) } ?? 0
    guard let maximum, statistic > 1e-6, maximum.point[1] > -14 else {
      status = count < 10 ? .tooFew : .noExcitation
      let error = count > 0 ? 1 / Double(count).squareRoot() : nil
      self.background =
        background > 0
        ? ParameterEstimate(logarithm: PortableMath.logarithm(background), standardError: error)
        : ParameterEstimate(value: 0, standardError: nil, lower: nil, upper: nil)
      branchingRatio = ParameterEstimate(value: 0, standardError: nil, lower: nil, upper: nil)
      (decay, reach, covariance, logLikelihood, probability) = (nil, nil, nil, null, 1)
      searchedProbability = nil
      return
    }
    status = maximum.status == .converged && maximum.covariance != nil ? .fitted : .noProgress
    self.background = maximum.positiveEstimate(0)
    branchingRatio = maximum.positiveEstimate(1)
    decay =
      knownDecay.map { ParameterEstimate(value: $0, standardError: nil, lower: nil, upper: nil) }
      ?? maximum.positiveEstimate(2)
    reach = maximum.point.count > 3 ? maximum.positiveEstimate(3) : nil
    (covariance, logLikelihood) = (maximum.covariance, maximum.value)
    probability = BoundaryRatio.probability(statistic: statistic)
    searchedProbability = scores.map { BoundaryRatio.probability(statistic: statistic, scores: $0) }
  }
}
