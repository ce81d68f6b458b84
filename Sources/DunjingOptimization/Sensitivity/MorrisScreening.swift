import DunjingNumerics
import DunjingRandom

/// Screening by elementary effects: which coordinates matter at all, from few evaluations.
///
/// A trajectory begins at a random point of a grid and changes one coordinate after another, in random order, by Δ =
/// p / (2 (p − 1)) of its interval, p being the number of levels. The caller evaluates ``points``, in any order or in
/// parallel, and gives the values to ``effects(of:)``.
///
/// Source: M. D. Morris (1991), "Factorial sampling plans for preliminary computational experiments"; μ* and the choice of
/// trajectories that lie far apart: F. Campolongo, J. Cariboni & A. Saltelli (2007), "An effective screening design for
/// sensitivity analysis of large models", here chosen one by one rather than all at once.
public struct MorrisScreening: Sendable, Equatable {
  /// The effect of a coordinate, in units of the value per length of the coordinate's interval.
  public struct Effect: Sendable, Equatable {
    /// μ: the mean of the elementary effects.
    public let mean: Double
    /// μ*: the mean of their magnitudes.
    public let absoluteMean: Double
    /// σ: their standard deviation, which nonlinearity and interactions make large; 0 with one trajectory.
    public let deviation: Double
    /// The standard error of μ*; 0 with one trajectory.
    public let standardError: Double
  }

  /// The points to evaluate: those of a trajectory after one another.
  public let points: [[Double]]
  /// The number of trajectories.
  public let trajectoryCount: Int
  private let box: Box
  private let trajectories: [MorrisTrajectory]

  /// Draws a design of trajectories · (coordinates + 1) points.
  /// - Parameters:
  ///   - box: the interval of each coordinate.
  ///   - trajectories: how many are wanted; each gives one elementary effect of every coordinate.
  ///   - levels: of the grid, an even number.
  ///   - draws: how many trajectories to choose from; at least as many as are wanted.
  ///   - seed: of the trajectories; the same seed gives the same design.
  /// - Precondition: `trajectories` ≥ 1, `levels` ≥ 2 and even.
  /// - Complexity: O(draws · trajectories · coordinates²).
  public init(box: Box, trajectories: Int, levels: Int = 4, draws: Int = 0, seed: UInt64) {
    precondition(
      trajectories >= 1 && levels >= 2 && levels % 2 == 0, "a screening has trajectories and levels")
    let candidates = (0..<max(draws, trajectories)).map {
      var stream = RandomStream(seed: seed, purpose: .morrisTrajectory, entity: UInt64($0))
      return MorrisTrajectory(dimension: box.dimension, levels: levels, &stream)
    }
    let chosen = MorrisTrajectory.spread(candidates, count: trajectories)
    (self.box, trajectoryCount, self.trajectories) = (box, trajectories, chosen)
    points = chosen.flatMap { $0.shares.map(box.point) }
  }

  /// Returns the effect of each coordinate, from the values at ``points``.
  /// - Precondition: a value for each point.
  /// - Complexity: O(points).
  public func effects(of values: [Double]) -> [Effect] {
    precondition(values.count == points.count, "a screening of \(points.count) points needs as many values")
    var changes = [[Double]](repeating: [], count: box.dimension)
    for (number, trajectory) in trajectories.enumerated() {
      let start = number * (box.dimension + 1)
      for (step, coordinate) in trajectory.order.enumerated() {
        let length = trajectory.shares[step + 1][coordinate] - trajectory.shares[step][coordinate]
        changes[coordinate].append((values[start + step + 1] - values[start + step]) / length)
      }
    }
    return changes.map(Self.effect)
  }

  private static func effect(_ changes: [Double]) -> Effect {
    let count = Double(changes.count)
    let mean = changes.reduce(0, +) / count
    let absoluteMean = changes.reduce(0) { $0 + $1.magnitude } / count
    func deviation(_ values: [Double], _ center: Double) -> Double {
      guard values.count > 1 else { return 0 }
      return (values.reduce(0) { $0 + ($1 - center) * ($1 - center) } / (count - 1)).squareRoot()
    }
    return Effect(
      mean: mean, absoluteMean: absoluteMean, deviation: deviation(changes, mean),
      standardError: deviation(changes.map(\.magnitude), absoluteMean) / count.squareRoot())
  }
}
