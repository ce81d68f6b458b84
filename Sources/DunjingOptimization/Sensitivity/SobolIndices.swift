import DunjingNumerics
import DunjingRandom
import DunjingStatistics

/// The shares of a function's variance that each coordinate causes, alone and with all its interactions.
///
/// Assumption: coordinates are independent and uniform on their intervals. The caller evaluates ``points``, in any order
/// or in parallel, and gives the values to ``indices(of:resamples:level:)``.
///
/// Source: A. Saltelli et al. (2010), "Variance based sensitivity analysis of model output", table 2 (b) for the first
/// order; M. J. W. Jansen (1999), "Analysis of variance designs for model output", for the total order. Intervals are
/// percentiles of a bootstrap over rows (G. Archer, A. Saltelli & I. M. Sobol, 1997).
public struct SobolIndices: Sendable, Equatable {
  /// An index with its interval.
  public struct Index: Sendable, Equatable {
    /// The estimate; sampling may carry it below 0 or above 1.
    public let value: Double
    /// The ends of the bootstrap interval.
    public let lower: Double, upper: Double
  }

  /// The two indices of a coordinate.
  public struct Share: Sendable, Equatable {
    /// The share of the variance that fixing the coordinate would remove on average.
    public let first: Index
    /// The share that would be left if all others were fixed.
    public let total: Index
  }

  /// The rows of the two samples.
  public let rowCount: Int
  /// The points to evaluate: rows of A, rows of B, then for each coordinate the rows of A with that coordinate of B.
  public let points: [[Double]]
  private let dimension: Int
  private let seed: UInt64

  /// Makes a design of rows · (coordinates + 2) points from a scrambled Sobol sequence.
  /// - Parameters:
  ///   - box: the interval of each coordinate.
  ///   - rows: best a power of two.
  ///   - seed: of the scrambling; the same seed gives the same design.
  /// - Precondition: `rows` ≥ 2, and at most ``SobolSequence/largestDimension`` / 2 coordinates.
  /// - Complexity: O(points · coordinates).
  public init(box: Box, rows: Int, seed: UInt64) {
    precondition(rows >= 2, "indices need at least two rows")
    (rowCount, dimension, self.seed) = (rows, box.dimension, seed)
    var sequence = SobolSequence(dimension: 2 * box.dimension, scramblingSeed: seed)
    let both = sequence.points(rows)
    let first = both.map { Array($0[..<box.dimension]) }
    let second = both.map { Array($0[box.dimension...]) }
    var shares = first + second
    for coordinate in 0..<box.dimension {
      for row in 0..<rows {
        var mixed = first[row]
        mixed[coordinate] = second[row][coordinate]
        shares.append(mixed)
      }
    }
    points = shares.map(box.point)
  }

  /// Returns the indices of each coordinate, from the values at ``points``; nil where the values do not vary.
  /// - Precondition: a value for each point, 0 < `level` < 1.
  /// - Complexity: O(resamples · points).
  public func indices(of values: [Double], resamples: Int = 500, level: Double = 0.95) -> [Share]? {
    precondition(values.count == points.count, "a design of \(points.count) points needs as many values")
    precondition(resamples >= 1 && level > 0 && level < 1, "an interval has a level and resamples")
    guard let estimates = estimates(values, rows: Array(0..<rowCount)) else { return nil }
    var stream = RandomStream(seed: seed, purpose: .indexBootstrap)
    let drawn = (0..<resamples).compactMap { _ in
      self.estimates(values, rows: (0..<rowCount).map { _ in stream.nextInteger(below: rowCount) })
    }
    let tail = 0.5 * (1 - level)
    func index(_ part: ([(first: Double, total: Double)]) -> Double) -> Index {
      let sorted = drawn.map(part).sorted()
      let value = part(estimates)
      return Index(
        value: value, lower: Quantile.ofSorted(sorted, at: tail) ?? value,
        upper: Quantile.ofSorted(sorted, at: 1 - tail) ?? value)
    }
    return (0..<dimension).map { j in Share(first: index { $0[j].first }, total: index { $0[j].total }) }
  }

  /// The estimates of both indices from some rows; nil where their values do not vary.
  private func estimates(_ values: [Double], rows: [Int]) -> [(first: Double, total: Double)]? {
    let count = Double(rows.count)
    let mean = rows.reduce(0) { $0 + values[$1] + values[rowCount + $1] } / (2 * count)
    let variance =
      rows.reduce(0) {
        let (a, b) = (values[$1] - mean, values[rowCount + $1] - mean)
        return $0 + a * a + b * b
      } / (2 * count - 1)
    guard variance > 0, variance.isFinite else { return nil }
    return (0..<dimension).map { coordinate in
      var (first, total) = (0.0, 0.0)
      for row in rows {
        let a = values[row]
        let mixed = values[(2 + coordinate) * rowCount + row]
        first += (values[rowCount + row] - mean) * (mixed - a)
        total += (a - mixed) * (a - mixed)
      }
      return (first / count / variance, total / (2 * count) / variance)
    }
  }
}
