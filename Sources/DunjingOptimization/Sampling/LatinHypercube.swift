import DunjingRandom

/// A Latin hypercube: points in the unit cube, of which each coordinate has exactly one in each of `count` equal slices.
///
/// Of several independent draws the one is kept whose two closest points are farthest apart.
///
/// Source: M. D. McKay, R. J. Beckman & W. J. Conover (1979), "A comparison of three methods for selecting values of
/// input variables in the analysis of output from a computer code"; the choice after M. E. Johnson, L. M. Moore &
/// D. Ylvisaker (1990), "Minimax and maximin distance designs".
public struct LatinHypercube: Sendable, Equatable {
  /// The points, each with a number strictly between 0 and 1 for each coordinate.
  public let points: [[Double]]

  /// Draws a Latin hypercube.
  /// - Parameters:
  ///   - count: the number of points.
  ///   - dimension: the number of coordinates of a point.
  ///   - draws: how many hypercubes to choose from.
  ///   - seed: the same seed gives the same points.
  /// - Precondition: `count` ≥ 0, `dimension` ≥ 1, `draws` ≥ 1.
  /// - Complexity: O(draws · count² · dimension).
  public init(count: Int, dimension: Int, draws: Int = 10, seed: UInt64) {
    precondition(count >= 0 && dimension >= 1 && draws >= 1, "a Latin hypercube has coordinates and a draw")
    var best: (points: [[Double]], distance: Double) = ([], -1)
    for draw in 0..<draws {
      let points = Self.draw(count, dimension, seed, draw)
      let distance = draws == 1 ? 0 : Self.leastSquaredDistance(points, above: best.distance)
      if distance > best.distance { best = (points, distance) }
    }
    points = best.points
  }

  private static func draw(_ count: Int, _ dimension: Int, _ seed: UInt64, _ draw: Int) -> [[Double]] {
    var stream = RandomStream(seed: seed, replication: draw, purpose: .latinHypercube)
    var points = [[Double]](repeating: [Double](repeating: 0, count: dimension), count: count)
    for coordinate in 0..<dimension {
      var slices = Array(0..<count)
      for last in stride(from: count - 1, to: 0, by: -1) {
        slices.swapAt(last, stream.nextInteger(below: last + 1))
      }
      for index in 0..<count {
        points[index][coordinate] = (Double(slices[index]) + stream.nextUnit()) / Double(count)
      }
    }
    return points
  }

  /// The squared distance of the closest two points; stops early below a distance that is known to be reached.
  private static func leastSquaredDistance(_ points: [[Double]], above known: Double) -> Double {
    var least = Double.infinity
    for first in points.indices {
      for second in 0..<first {
        var sum = 0.0
        for coordinate in points[first].indices {
          let difference = points[first][coordinate] - points[second][coordinate]
          sum += difference * difference
        }
        least = min(least, sum)
      }
      if least <= known { return least }
    }
    return least
  }
}
