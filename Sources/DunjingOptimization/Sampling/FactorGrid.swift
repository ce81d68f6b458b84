/// Every combination of given values of each factor: a full factorial design.
///
/// The last factor changes fastest. Points are made when they are asked for.
public struct FactorGrid: Sendable, Equatable, RandomAccessCollection {
  /// The values of each factor.
  public let levels: [[Double]]
  /// The number of combinations.
  public let count: Int

  /// Creates the grid of the values of each factor.
  /// - Precondition: the number of combinations fits into an integer.
  public init(levels: [[Double]]) {
    var count = 1
    for values in levels {
      let (product, overflow) = count.multipliedReportingOverflow(by: values.count)
      precondition(!overflow, "a grid has at most \(Int.max) points")
      count = product
    }
    (self.levels, self.count) = (levels, count)
  }

  /// Creates the grid of equally spaced values in each interval of a box, both ends among them.
  /// - Precondition: a count for each coordinate, each at least 1; one value is the middle of its interval.
  public init(box: Box, counts: [Int]) {
    precondition(
      counts.count == box.dimension && counts.allSatisfy { $0 >= 1 }, "a grid has values of each coordinate")
    self.init(
      levels: counts.enumerated().map { coordinate, count in
        let (low, high) = (box.lower[coordinate], box.upper[coordinate])
        guard count > 1 else { return [0.5 * (low + high)] }
        return (0..<count).map {
          $0 == count - 1 ? high : low + Double($0) * (high - low) / Double(count - 1)
        }
      })
  }

  /// The first position.
  public var startIndex: Int { 0 }

  /// The position after the last.
  public var endIndex: Int { count }

  /// The point at a position.
  /// - Complexity: O(factors).
  public subscript(position: Int) -> [Double] {
    precondition(indices.contains(position), "a grid of \(count) points has no point \(position)")
    var rest = position
    var point = [Double](repeating: 0, count: levels.count)
    for factor in levels.indices.reversed() {
      point[factor] = levels[factor][rest % levels[factor].count]
      rest /= levels[factor].count
    }
    return point
  }
}
