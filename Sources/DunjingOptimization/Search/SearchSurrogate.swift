import DunjingNumerics

/// What a search remembers of hyperparameters from one batch to the next.
struct SurrogateMemory: Sendable, Equatable, Codable {
  /// Those of the objective and of each constraint, last estimated.
  var parameters: [GaussianProcessParameters] = []
  /// How many evaluations there were when the likelihood was last maximized from several starts.
  var thoroughCount = 0
}

/// Gaussian processes of the objective and of each constraint, over shares of the domain's box.
struct SearchSurrogate {
  let objective: GaussianProcess
  let constraints: [GaussianProcess]
  let evaluations: [Evaluation]
  /// The shares of the evaluated points.
  let shares: [[Double]]
  /// The posterior of the objective at the evaluated points.
  let prediction: GaussianPrediction
  /// The probability that each evaluated point satisfies all constraints.
  let feasibilities: [Double]

  /// Fits the processes: thoroughly when there are a quarter more evaluations than last time, else from the last
  /// hyperparameters in a few steps; nil where the numbers allow no fit.
  init?(
    _ evaluations: [Evaluation], box: Box, prior: PriorTrend?, options: LikelihoodOptions, seed: UInt64,
    memory: inout SurrogateMemory
  ) {
    let isThorough =
      memory.parameters.isEmpty || 4 * evaluations.count >= 5 * memory.thoroughCount
      || evaluations.count < memory.thoroughCount
    var options = options
    if !isThorough { (options.starts, options.iterations) = (1, min(options.iterations, 8)) }
    let shares = evaluations.map { box.shares(of: $0.point) }
    var processes: [GaussianProcess] = []
    for data in Self.data(evaluations, shares, prior: prior) {
      let start = processes.count < memory.parameters.count ? memory.parameters[processes.count] : nil
      guard
        let process = GaussianProcess.fitted(
          to: data, trend: prior ?? .shifted, options: options, from: start, seed: seed)
      else { return nil }
      processes.append(process)
    }
    guard !processes.isEmpty else { return nil }
    self.init(processes, evaluations, shares)
    memory.parameters = processes.map(\.parameters)
    if isThorough { memory.thoroughCount = evaluations.count }
  }

  /// Shows the processes the evaluations with the hyperparameters last estimated; nil where there are none.
  init?(_ evaluations: [Evaluation], box: Box, prior: PriorTrend?, memory: SurrogateMemory) {
    let shares = evaluations.map { box.shares(of: $0.point) }
    let data = Self.data(evaluations, shares, prior: prior)
    guard !data.isEmpty, memory.parameters.count == data.count else { return nil }
    let processes = zip(data, memory.parameters).compactMap {
      GaussianProcess($0, parameters: $1, trend: prior ?? .shifted)
    }
    guard processes.count == data.count else { return nil }
    self.init(processes, evaluations, shares)
  }

  private init(_ processes: [GaussianProcess], _ evaluations: [Evaluation], _ shares: [[Double]]) {
    (objective, constraints) = (processes[0], Array(processes[1...]))
    (self.evaluations, self.shares) = (evaluations, shares)
    prediction = objective.predicted(at: shares, priorMeans: objective.data.priorMeans)
    let limits = constraints.map { $0.predicted(at: shares) }
    feasibilities = evaluations.indices.map { index in
      evaluations[index].constraints.indices.reduce(1) { product, limit in
        let told = evaluations[index].constraints[limit]
        let isExact = told.standardError == 0
        return product
          * Self.feasibility(
            mean: isExact ? told.mean : limits[limit].means[index],
            variance: isExact ? 0 : limits[limit].variances[index])
      }
    }
  }

  private static func data(
    _ evaluations: [Evaluation], _ shares: [[Double]], prior: PriorTrend?
  ) -> [SurrogateData] {
    guard let first = evaluations.first else { return [] }
    let means = prior.map { _ in evaluations.map { $0.priorMean ?? 0 } }
    return (0...first.constraints.count).map { output in
      let values = evaluations.map { output == 0 ? $0.objective : $0.constraints[output - 1] }
      return SurrogateData(
        points: shares, values: values.map(\.mean),
        noiseVariances: values.map { $0.standardError * $0.standardError },
        priorMeans: output == 0 ? means : nil)
    }
  }

  /// The probability that a normal variable is at most 0.
  static func feasibility(mean: Double, variance: Double) -> Double {
    variance > 0 ? SpecialFunctions.normalCumulative(-mean / variance.squareRoot()) : mean <= 0 ? 1 : 0
  }

  /// Whether a point is more likely feasible than not.
  func isFeasible(_ index: Int) -> Bool { feasibilities[index] >= 0.5 }

  /// The evaluated point with the best posterior mean among those that are more likely feasible than not; nil where none is.
  var incumbent: Int? {
    shares.indices.filter(isFeasible).min { prediction.means[$0] < prediction.means[$1] }
  }

  /// The evaluated point with the least posterior mean plus one standard deviation among those that are more likely feasible
  /// than not (Huang et al., 2006, §4): the mean that candidates have to improve, and that sum; nil where none is feasible.
  var target: (mean: Double, caution: Double)? {
    shares.indices.filter(isFeasible).map { index in
      let mean = prediction.means[index]
      return (mean, mean + prediction.variances[index].squareRoot())
    }.min { $0.caution < $1.caution }
  }
}
