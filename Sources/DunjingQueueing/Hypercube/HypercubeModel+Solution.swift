import DunjingNumerics

extension HypercubeModel {
  /// Solves the balance equations by Gauss–Seidel iteration; nil if the line grows without end.
  /// - Complexity: O(2ᴺ · N) a sweep and some dozens of sweeps, after O(2ᴺ · atoms) for the rates.
  public func solution() -> HypercubeSolution? {
    guard !isSaturated else { return nil }
    let rates = dispatchRates
    var weights = initialWeights
    var change = Double.infinity
    while change > 1e-14 {
      change = sweep(&weights, rates)
    }
    return solution(from: weights)
  }

  private var stateCount: Int { 1 << serviceRates.count }

  /// The rate at which each unit is sent in each state: index state · N + unit.
  private var dispatchRates: [Double] {
    let count = serviceRates.count
    var rates = [Double](repeating: 0, count: stateCount * count)
    for (order, rate) in ratesByPreference {
      for state in 0..<(stateCount - 1) {
        if let unit = order.first(where: { state >> $0 & 1 == 0 }) { rates[state * count + unit] += rate }
      }
    }
    return rates
  }

  /// Arrival rates of atoms that want the units in the same order, in order of first mention.
  private var ratesByPreference: [(order: [Int], rate: Double)] {
    var groups: [(order: [Int], rate: Double)] = []
    var index: [[Int]: Int] = [:]
    for (order, rate) in zip(preferences, arrivalRates) {
      if let known = index[order] {
        groups[known].rate += rate
      } else {
        index[order] = groups.count
        groups.append((order, rate))
      }
    }
    return groups
  }

  /// A start whose totals by number of busy units are those of M/M/N with the mean service rate.
  private var initialWeights: [Double] {
    let count = serviceRates.count
    let load = arrivalRate / (capacity / Double(count))
    var levels = [1.0]
    for busy in 1...count {
      // Spread over C(N, n) states: a^n / n! over C(N, n).
      levels.append(levels[busy - 1] * load / Double(count - busy + 1))
    }
    return (0..<stateCount).map { levels[$0.nonzeroBitCount] }
  }

  /// Balances each state in turn, in place; returns the change, in all, as a share of the total.
  private func sweep(_ weights: inout [Double], _ rates: [Double]) -> Double {
    let count = serviceRates.count
    let full = stateCount - 1
    var (change, total) = (0.0, 0.0)
    for state in 0...full {
      var inflow = 0.0
      var outflow = state == full ? 0 : arrivalRate
      for unit in 0..<count {
        let other = state ^ (1 << unit)
        if state >> unit & 1 == 1 {
          inflow += weights[other] * rates[other * count + unit]
          outflow += serviceRates[unit]
        } else {
          inflow += weights[other] * serviceRates[unit]
        }
      }
      // Without arrivals nothing leaves the empty state.
      guard outflow > 0 else { return 0 }
      let weight = inflow / outflow
      change += (weight - weights[state]).magnitude
      weights[state] = weight
      total += weight
    }
    return change / total
  }

  private func solution(from weights: [Double]) -> HypercubeSolution {
    let ratio = line == .infinite ? arrivalRate / capacity : 0
    let full = weights[stateCount - 1]
    var total = NeumaierSum()
    for weight in weights { total.add(weight) }
    let queue = full * ratio / (1 - ratio)
    total.add(queue)
    let probabilities = weights.map { $0 / total.value }
    return HypercubeSolution(
      model: self, stateProbabilities: probabilities, queueProbability: queue / total.value,
      dispatchFractions: fractions(probabilities, queue: queue / total.value))
  }

  private func fractions(_ probabilities: [Double], queue: Double) -> [[Double]] {
    let count = serviceRates.count
    let allBusy = probabilities[stateCount - 1] + queue
    let served = line == .infinite ? 1 : 1 - allBusy
    var fractions = [[Double]](
      repeating: [Double](repeating: 0, count: arrivalRates.count), count: count)
    for (atom, order) in preferences.enumerated() {
      let share = arrivalRate > 0 ? arrivalRates[atom] / arrivalRate / served : 0
      for state in 0..<(stateCount - 1) {
        if let unit = order.first(where: { state >> $0 & 1 == 0 }) {
          fractions[unit][atom] += share * probabilities[state]
        }
      }
      guard line == .infinite else { continue }
      for unit in 0..<count { fractions[unit][atom] += share * allBusy * serviceRates[unit] / capacity }
    }
    return fractions
  }
}
