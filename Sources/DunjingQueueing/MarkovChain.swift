/// A Markov chain in continuous time with few states.
public enum MarkovChain {
  /// Returns the stationary distribution of a chain in which every state can be reached from every other.
  ///
  /// By the elimination of W. K. Grassmann, M. I. Taksar & D. P. Heyman (1985), "Regenerative analysis and steady state
  /// distributions for Markov chains", Operations Research 33: no subtraction, so no cancellation.
  /// - Parameter rates: rates of going from a state (row) to another (column); the diagonal is not read.
  /// - Precondition: the rows are as long as there are rows.
  /// - Complexity: O(n³).
  public static func stationaryDistribution(rates: [[Double]]) -> [Double] {
    let count = rates.count
    precondition(count > 0 && rates.allSatisfy { $0.count == count }, "a chain needs a square of rates")
    var matrix = rates
    for last in stride(from: count - 1, to: 0, by: -1) {
      let out = matrix[last][0..<last].reduce(0, +)
      for row in 0..<last {
        matrix[row][last] /= out
        for column in 0..<last where column != row {
          matrix[row][column] += matrix[row][last] * matrix[last][column]
        }
      }
    }
    var weights = [1.0]
    for state in 1..<max(count, 1) {
      weights.append((0..<state).reduce(0) { $0 + weights[$1] * matrix[$1][state] })
    }
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }
}
