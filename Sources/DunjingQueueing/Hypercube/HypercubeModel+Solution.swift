import DunjingNumerics

extension HypercubeModel {
  /// Solves the balance equations; nil if the line grows without end, or if the iteration does not settle.
  /// - Parameter threads: how many threads share the work; the result is the same for any number.
  /// - Complexity: that of ``solve(threads:)``.
  public func solution(threads: Int = 1) -> HypercubeSolution? { solve(threads: threads).solution }

  /// Solves the balance equations until probabilities change by less than 10⁻¹⁴ in all.
  ///
  /// Even and odd states by turns with over-relaxation and balanced levels; states within a parity are independent.
  /// With ``pairRates``, level after level up and down.
  /// - Parameter threads: how many threads share the work; the result is the same for any number.
  /// - Complexity: O(2ᴺ N) a sweep, some dozens of sweeps, and O(2ᴺ) for each block of 2¹¹ states and each set of units
  ///   that stands before another in a preference list. The memory is about N · 2ᴺ⁺² bytes.
  public func solve(threads: Int = 1) -> HypercubeOutcome<HypercubeSolution> {
    guard !isSaturated else { return .saturated(load: arrivalRate / capacity) }
    guard arrivalRate > 0 else {
      let states = 1 << serviceRates.count
      return .solved(solution(from: [1] + [Double](repeating: 0, count: states - 1)))
    }
    if hasPairs {
      var iteration = PairIteration(self)
      guard iteration.run(tolerance: Self.tolerance, sweeps: Self.sweepLimit) else { return .notConverged }
      return .solved(solution(from: iteration.weights))
    }
    var iteration = BalanceIteration(self, threads: threads)
    guard iteration.run(tolerance: Self.tolerance, sweeps: Self.sweepLimit) else { return .notConverged }
    return .solved(solution(from: iteration.weights))
  }

  private static let tolerance = 1e-14
  private static let sweepLimit = 20_000

  /// Arrival rates of atoms that want the units in the same order, in order of first mention.
  var ratesByPreference: [(order: [Int], rate: Double)] {
    groups(arrivalRates)
  }

  /// Rates of atoms that want the units in the same order, in order of first mention.
  func groups(_ rates: [Double]) -> [(order: [Int], rate: Double)] {
    var groups: [(order: [Int], rate: Double)] = []
    var index: [[Int]: Int] = [:]
    for (order, rate) in zip(preferences, rates) {
      if let known = index[order] {
        groups[known].rate += rate
      } else {
        index[order] = groups.count
        groups.append((order, rate))
      }
    }
    return groups
  }

  private func solution(from weights: [Double]) -> HypercubeSolution {
    let ratio = line == .infinite ? arrivalRate / capacity : 0
    let full = weights[weights.count - 1]
    var total = NeumaierSum()
    for weight in weights { total.add(weight) }
    let queue = full * ratio / (1 - ratio)
    total.add(queue)
    let probabilities = weights.map { $0 / total.value }
    let fractions =
      hasPairs
      ? pairFractions(probabilities) : fractions(probabilities, queue: queue / total.value)
    return HypercubeSolution(
      model: self, stateProbabilities: probabilities, queueProbability: queue / total.value,
      dispatchFractions: fractions)
  }

  /// The dispatches of each unit to each atom: the probability that the units before it are busy, less that it is too.
  private func fractions(_ probabilities: [Double], queue: Double) -> [[Double]] {
    let allBusy = SupersetSums.of(probabilities)
    let full = probabilities[probabilities.count - 1]
    let served = line == .infinite ? 1 : 1 - full
    let (total, capacity) = (arrivalRate, capacity)
    var fractions = [[Double]](
      repeating: [Double](repeating: 0, count: arrivalRates.count), count: serviceRates.count)
    for (atom, order) in preferences.enumerated() {
      let share = total > 0 ? arrivalRates[atom] / total / served : 0
      var before = 0
      for unit in order {
        let with = before | 1 << unit
        fractions[unit][atom] = share * max(0, allBusy[before] - allBusy[with])
        before = with
      }
      guard line == .infinite else { continue }
      for unit in order { fractions[unit][atom] += share * (full + queue) * serviceRates[unit] / capacity }
    }
    return fractions
  }
}
