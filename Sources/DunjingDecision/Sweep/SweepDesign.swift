import DunjingOptimization

/// The studies that a sweep plays: values of each key, and their combinations.
public struct SweepDesign: Sendable, Equatable {
  /// How points are chosen.
  public enum Kind: String, Sendable, Equatable, Codable {
    /// Every combination of the values.
    case grid
    /// A Latin hypercube between the ends.
    case latin
  }

  /// How points are chosen.
  public let kind: Kind
  /// What varies.
  public let factors: [SweepFactor]
  /// The points: a value for each factor.
  public let points: [[String]]

  /// The most points of a design.
  public static let mostPoints = 10_000

  /// Creates the grid of the values of each factor, the last one changing fastest; nil with more than ``mostPoints``.
  /// - Precondition: each factor has a value.
  public init?(grid factors: [SweepFactor]) {
    var count = 1
    for factor in factors {
      precondition(!factor.values.isEmpty, "a factor has values")
      count *= min(factor.values.count, Self.mostPoints + 1)
      guard count <= Self.mostPoints else { return nil }
    }
    let grid = FactorGrid(levels: factors.map { $0.values.indices.map(Double.init) })
    kind = .grid
    self.factors = factors
    points = grid.map { point in zip(factors, point).map { $0.values[Int($1)] } }
  }

  /// Creates a Latin hypercube between the ends of each factor; nil with more than ``mostPoints``.
  ///
  /// Values are rounded to a ten-thousandth of their interval or finer, and to whole numbers where a key takes only
  /// these.
  /// - Parameters:
  ///   - factors: the keys that vary, each with the ends of its interval in the unit of the key.
  ///   - isWhole: whether each factor takes whole numbers only.
  ///   - count: the number of points.
  ///   - seed: of the hypercube; the same seed gives the same points.
  /// - Precondition: each factor has two numbers, the lesser first.
  public init?(latin factors: [SweepFactor], isWhole: [Bool], points count: Int, seed: UInt64) {
    guard count <= Self.mostPoints else { return nil }
    let ends = factors.map { factor -> (low: Double, high: Double) in
      guard let numbers = factor.numbers, numbers.count == 2, numbers[0] < numbers[1] else {
        preconditionFailure("a factor of a Latin hypercube has two ends")
      }
      return (numbers[0], numbers[1])
    }
    let cube = LatinHypercube(count: count, dimension: factors.count, seed: seed)
    kind = .latin
    self.factors = factors
    points = cube.points.map { shares in
      shares.indices.map { index in
        let (low, high) = ends[index]
        let decimals = isWhole[index] ? 0 : Self.decimals(of: high - low)
        return Decimal(rounding: low + shares[index] * (high - low), decimals: decimals).text
      }
    }
  }

  /// The points as numbers; nil if some values are words.
  public var numbers: [[Double]]? {
    let rows = points.compactMap { SweepFactor.numbers($0) }
    return rows.count == points.count ? rows : nil
  }

  /// Decimals that cut an interval into at least ten thousand steps, at most nine.
  private static func decimals(of width: Double) -> Int {
    var (decimals, steps) = (0, width)
    while steps < 10_000 && decimals < 9 { (decimals, steps) = (decimals + 1, steps * 10) }
    return decimals
  }
}
