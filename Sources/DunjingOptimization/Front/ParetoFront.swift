import DunjingNumerics

/// Whether less or more of an objective is better.
public enum ObjectiveDirection: String, Sendable, Equatable, Codable {
  /// Less is better.
  case minimize
  /// More is better.
  case maximize
}

/// The points that no other point dominates.
///
/// A point dominates another one if it is at least as good by the estimate of every objective, and better by at least one
/// of them significantly: by more than z √(s² + s′²), with z the normal quantile of the level and s, s′ the standard errors
/// of that objective. Without standard errors that is the usual rule. Uncertainty therefore keeps points: those that only
/// chance may have made worse stay. The test is made point by point, without a correction for their number, and the errors
/// of two points are taken as independent: common random numbers make it cautious.
///
/// Source: E. Zitzler et al. (2003), "Performance assessment of multiobjective optimizers", for dominance; J. E. Fieldsend
/// & R. M. Everson (2005), "Multi-objective optimisation in the presence of uncertainty", for significance.
public struct ParetoFront: Sendable, Equatable {
  /// The directions of the objectives.
  public let directions: [ObjectiveDirection]
  /// The positions of the points that are not dominated, in increasing order.
  public let members: [Int]
  /// The values of the members, all turned so that less is better.
  private let costs: [[Double]]

  /// Finds the front.
  /// - Parameters:
  ///   - directions: of each objective, whether less or more is better.
  ///   - values: of each point, the estimates of the objectives; a point with a value that is NaN is left out.
  ///   - standardErrors: of each point, those of the objectives; nil where values are exact.
  ///   - level: the confidence, on one side, that a difference needs.
  /// - Precondition: each point has a value, and a standard error, for each objective; 0.5 ≤ `level` < 1.
  /// - Complexity: O(points² · objectives).
  public init(
    directions: [ObjectiveDirection], values: [[Double]], standardErrors: [[Double]]? = nil,
    level: Double = 0.95
  ) {
    precondition(
      values.allSatisfy { $0.count == directions.count }
        && standardErrors?.allSatisfy { $0.count == directions.count } ?? true
        && standardErrors?.count ?? values.count == values.count, "a value of each objective for each point")
    precondition(level >= 0.5 && level < 1, "a level lies between 0.5 and 1, not \(level)")
    let quantile = SpecialFunctions.normalQuantile(level)
    let costs = values.map { zip($0, directions).map { $1 == .minimize ? $0 : -$0 } }
    let known = costs.indices.filter { !costs[$0].contains(where: \.isNaN) }
    func dominates(_ first: Int, _ second: Int) -> Bool {
      var isBetter = false
      for objective in directions.indices {
        let gain = costs[second][objective] - costs[first][objective]
        if gain < 0 || gain.isNaN && costs[first][objective] != costs[second][objective] { return false }
        let (own, other) = (standardErrors?[first][objective] ?? 0, standardErrors?[second][objective] ?? 0)
        isBetter = isBetter || gain > quantile * (own * own + other * other).squareRoot()
      }
      return isBetter
    }
    self.directions = directions
    members = known.filter { point in !known.contains { $0 != point && dominates($0, point) } }
    self.costs = members.map { costs[$0] }
  }

  /// Returns the volume between the members and a reference point that they dominate, for up to three objectives.
  ///
  /// Members that are not better than the reference in every objective add nothing.
  ///
  /// Source: E. Zitzler & L. Thiele (1998), "Multiobjective optimization using evolutionary algorithms"; by slices along the
  /// last objective.
  /// - Precondition: one to three objectives, and a value of the reference for each.
  /// - Complexity: O(n log n) for two objectives, O(n² log n) for three.
  public func hypervolume(reference: [Double]) -> Double {
    precondition(
      (1...3).contains(directions.count) && reference.count == directions.count,
      "a volume has one to three objectives, and a reference point as many values")
    let corner = zip(reference, directions).map { $1 == .minimize ? $0 : -$0 }
    let inside = costs.filter { zip($0, corner).allSatisfy { $0 < $1 } }
    return Self.volume(inside, corner)
  }

  /// The volume of the union of boxes from each point to the corner.
  private static func volume(_ points: [[Double]], _ corner: [Double]) -> Double {
    guard let last = corner.last, !points.isEmpty else { return 0 }
    let axis = corner.count - 1
    guard axis > 0 else { return last - (points.map { $0[0] }.min() ?? last) }
    if axis == 1 { return area(points, corner) }
    let sorted = points.sorted { $0[axis] < $1[axis] }
    var sum = 0.0
    for (index, point) in sorted.enumerated() {
      let next = index + 1 < sorted.count ? sorted[index + 1][axis] : last
      guard next > point[axis] else { continue }
      sum += (next - point[axis]) * area(sorted[...index].map { Array($0[..<axis]) }, Array(corner[..<axis]))
    }
    return sum
  }

  private static func area(_ points: [[Double]], _ corner: [Double]) -> Double {
    var sum = 0.0
    var height = corner[1]
    for point in points.sorted(by: { ($0[0], $0[1]) < ($1[0], $1[1]) }) where point[1] < height {
      sum += (corner[0] - point[0]) * (height - point[1])
      height = point[1]
    }
    return sum
  }
}
