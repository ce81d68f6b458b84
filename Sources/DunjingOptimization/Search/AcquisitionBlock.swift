import DunjingNumerics

/// Candidates with what evaluating each of them promises.
///
/// The promise is the expected improvement on the target, times the share of it that one noisy evaluation can bring out (the
/// augmented expected improvement of D. Huang, T. T. Allen, W. I. Notz & N. Zeng, 2006, "Global optimization of stochastic
/// black-box systems via sequential kriging meta-models", eq. 12), times the probability that every constraint holds
/// (J. R. Gardner et al., 2014, "Bayesian optimization with inequality constraints", eq. 6). While no point is feasible it
/// is that probability, times the root of the share of the constraints' variance that an evaluation removes, so that a
/// batch does not repeat itself. Promises are logarithms, so that none is lost to underflow.
struct AcquisitionBlock {
  let candidates: [[Double]]
  private var objective: PosteriorBlock
  private var constraints: [PosteriorBlock]
  private var target: (mean: Double, caution: Double)?
  private let noiseVariances: [Double]

  /// Predicts the candidates.
  /// - Parameter noiseVariances: of one evaluation: of the objective, then of each constraint.
  init(
    _ surrogate: SearchSurrogate, _ candidates: [[Double]], priorMeans: [Double]?, noiseVariances: [Double]
  ) {
    self.candidates = candidates
    objective = PosteriorBlock(surrogate.objective, points: candidates, priorMeans: priorMeans)
    constraints = surrogate.constraints.map { PosteriorBlock($0, points: candidates, priorMeans: nil) }
    target = surrogate.target
    let processes = [surrogate.objective] + surrogate.constraints
    self.noiseVariances = zip(noiseVariances, processes).map { $0 + ($0 > 0 ? $1.parameters.nugget : 0) }
  }

  /// The logarithm of the expected improvement times the probability of feasibility, without the augmentation; nil where
  /// no evaluated point is feasible.
  func logImprovement(_ index: Int) -> Double? {
    target.map { logExpectedImprovement(index, $0.mean) + logFeasibility(index) }
  }

  /// The logarithm of what evaluating a candidate promises; −∞ where nothing.
  func promise(_ index: Int) -> Double {
    let feasibility = logFeasibility(index)
    guard let target else { return feasibility + 0.5 * logUncertainty(index) }
    return logExpectedImprovement(index, target.mean) + logAugmentation(index) + feasibility
  }

  private func logExpectedImprovement(_ index: Int, _ target: Double) -> Double {
    let deviation = objective.variances[index].squareRoot()
    guard deviation > 0 else { return -.infinity }
    return PortableMath.logarithm(deviation)
      + NormalTail.logPositivePart((target - objective.means[index]) / deviation)
  }

  /// log (1 − τ / √(s² + τ²)), written so that nothing cancels.
  private func logAugmentation(_ index: Int) -> Double {
    let (variance, noise) = (objective.variances[index], noiseVariances[0])
    guard noise > 0 else { return 0 }
    let total = (variance + noise).squareRoot()
    return PortableMath.logarithm(variance / (total * (total + noise.squareRoot())))
  }

  private func logFeasibility(_ index: Int) -> Double {
    constraints.reduce(0) { sum, block in
      let (mean, variance) = (block.means[index], block.variances[index])
      guard variance > 0 else { return mean <= 0 ? sum : -.infinity }
      return sum + NormalTail.logCumulative(-mean / variance.squareRoot())
    }
  }

  /// The logarithm of the share of the constraints' variance that an evaluation removes: nothing is learned twice.
  private func logUncertainty(_ index: Int) -> Double {
    constraints.indices.reduce(0) { sum, limit in
      let variance = constraints[limit].variances[index]
      let total = variance + noiseVariances[limit + 1]
      return total > 0 ? sum + PortableMath.logarithm(variance / total) : -.infinity
    }
  }

  /// Believes that a candidate will be evaluated, with its predicted mean (Ginsbourger et al., 2010).
  mutating func believe(_ index: Int) {
    let isFeasible = logFeasibility(index) >= PortableMath.logarithm(0.5)
    objective.believe(index, noiseVariance: noiseVariances[0])
    for limit in constraints.indices {
      constraints[limit].believe(index, noiseVariance: noiseVariances[limit + 1])
    }
    let caution = objective.means[index] + objective.variances[index].squareRoot()
    if isFeasible, caution < target?.caution ?? .infinity { target = (objective.means[index], caution) }
  }

  /// Returns the positions of the most promising candidates among the first ones, the best first.
  func best(_ count: Int, among first: Int) -> [Int] {
    let promises = (0..<first).map(promise)
    return Array(
      (0..<first).filter { promises[$0] > -.infinity }
        .sorted { (promises[$1], $0) < (promises[$0], $1) }.prefix(count))
  }

  /// Chooses candidates one after another, each believed before the next is chosen; none twice where evaluations are exact.
  mutating func chosen(_ count: Int, among first: Int) -> [Int] {
    var chosen: [Int] = []
    for _ in 0..<count {
      let isExact = noiseVariances[0] == 0
      let next = best(count, among: first).first { !isExact || !chosen.contains($0) }
      guard let next else { break }
      chosen.append(next)
      believe(next)
    }
    return chosen
  }
}
