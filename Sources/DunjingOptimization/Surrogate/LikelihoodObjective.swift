import DunjingDense
import DunjingNumerics

/// Minus the logarithm of the posterior density of hyperparameters, with its gradient.
///
/// Variables are the logarithms of the length scales, of the signal variance and, where it is estimated, of the nugget;
/// the two variances as multiples of the variance of the data. The trend's coefficients are at their estimates.
///
/// Source: C. E. Rasmussen & C. K. I. Williams (2006), Gaussian Processes for Machine Learning, eq. 5.8–5.9.
struct LikelihoodObjective {
  let data: SurrogateData
  let trend: PriorTrend
  let options: LikelihoodOptions
  /// The variance of the values, less what the prior mean says.
  let scale: Double

  init(_ data: SurrogateData, trend: PriorTrend, options: LikelihoodOptions) {
    (self.data, self.trend, self.options) = (data, trend, options)
    let values = GaussianProcess.target(data.values, data.priorMeans, scaled: trend == .scaled)
    let mean = values.reduce(0, +) / Double(values.count)
    let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
    scale = square > 0 && square.isFinite ? square : 1
  }

  /// The number of variables.
  var dimension: Int { data.dimension + (options.estimatesNugget ? 2 : 1) }

  /// The parameters that variables stand for.
  func parameters(_ variables: [Double]) -> GaussianProcessParameters {
    let count = data.dimension
    let kernel = MaternKernel(
      lengthScales: variables[..<count].map(PortableMath.exponential),
      signalVariance: scale * PortableMath.exponential(variables[count]))
    let nugget =
      options.estimatesNugget ? PortableMath.exponential(variables[count + 1]) : options.leastNugget
    return GaussianProcessParameters(kernel: kernel, nugget: scale * nugget)
  }

  /// The variables that stand for parameters.
  func variables(_ parameters: GaussianProcessParameters) -> [Double] {
    let kernel = parameters.kernel
    let variances = [kernel.signalVariance / scale, parameters.nugget / scale]
    return kernel.lengthScales.map(PortableMath.logarithm)
      + variances.prefix(options.estimatesNugget ? 2 : 1).map { PortableMath.logarithm(max($0, 1e-300)) }
  }

  /// The least values, the greatest ones, and the median and the spread of the weak log-normal priors.
  var bounds: (lower: [Double], upper: [Double], centers: [Double], spreads: [Double]) {
    let count = data.dimension
    let center = PortableMath.logarithm(0.5 * Double(count).squareRoot())
    var lower = [Double](repeating: PortableMath.logarithm(0.01), count: count)
    var upper = [Double](repeating: PortableMath.logarithm(50 * Double(count).squareRoot()), count: count)
    var centers = [Double](repeating: center, count: count)
    var spreads = [Double](repeating: options.lengthScaleSpread, count: count)
    lower.append(PortableMath.logarithm(1e-3))
    upper.append(PortableMath.logarithm(1e3))
    centers.append(0)
    spreads.append(2)
    if options.estimatesNugget {
      lower.append(PortableMath.logarithm(options.leastNugget))
      upper.append(PortableMath.logarithm(10))
      centers.append(PortableMath.logarithm(1e-3))
      spreads.append(4)
    }
    return (lower, upper, centers, spreads)
  }

  /// Returns the value and the gradient; nil where the covariances are not positive definite.
  /// - Complexity: O(n³ + n² · coordinates).
  func callAsFunction(_ variables: [Double]) -> (value: Double, gradient: [Double])? {
    let parameters = parameters(variables)
    guard let process = GaussianProcess(data, parameters: parameters, trend: trend) else { return nil }
    var gradient = likelihoodGradient(process).map { -$0 }
    var value = -process.logLikelihood
    let (_, _, centers, spreads) = bounds
    for index in variables.indices {
      let deviation = (variables[index] - centers[index]) / spreads[index]
      value += 0.5 * deviation * deviation
      gradient[index] += deviation / spreads[index]
    }
    return value.isFinite ? (value, gradient) : nil
  }
}
