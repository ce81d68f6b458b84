/// The levels of a hypercube, the numbers of busy units: their weights, and the factors that balance them.
///
/// What goes up from level n, Λ Pₙ, comes down from level n + 1. Scaling the levels so that it does removes in one step
/// the part of an error that lies between levels: aggregation and disaggregation (Y. Takahashi, 1975, "A lumping method
/// for numerical calculations of stationary distributions of Markov chains"). With equal service rates the balanced
/// levels are exactly those of M/M/N.
struct LevelBalance: Sendable {
  /// The weight of each level, before its factor.
  private var weights: [Double]
  /// The weight of each state times the rate at which its units become free, added up by level, before the factors.
  private var completions: [Double]
  /// What the weights of each level have to be multiplied with.
  private(set) var factors: [Double]

  init(units: Int) {
    weights = [Double](repeating: 0, count: units + 1)
    completions = weights
    factors = weights
  }

  /// Starts with weight one in each state.
  mutating func startEqual(serviceRates: [Double], arrivalRate: Double) {
    let units = serviceRates.count
    let mean = serviceRates.reduce(0, +) / Double(units)
    weights[0] = 1
    for level in 1...units {
      weights[level] = weights[level - 1] * Double(units - level + 1) / Double(level)
      completions[level] = weights[level] * mean * Double(level)
    }
    balance(arrivalRate: arrivalRate)
  }

  /// Takes the new weights of the levels of one parity, and balances all.
  mutating func renew(parity: Int, from sums: BlockSums, arrivalRate: Double) {
    for level in stride(from: parity, to: weights.count, by: 2) {
      weights[level] = sums.weight(of: level)
      completions[level] = sums.completions(of: level)
    }
    balance(arrivalRate: arrivalRate)
  }

  /// Finds the factors, so that all weights together are one.
  private mutating func balance(arrivalRate: Double) {
    factors[0] = 1
    var total = weights[0]
    for level in 1..<weights.count {
      factors[level] = factors[level - 1] * weights[level - 1] * arrivalRate / completions[level]
      total += factors[level] * weights[level]
    }
    for level in factors.indices { factors[level] /= total }
  }
}
