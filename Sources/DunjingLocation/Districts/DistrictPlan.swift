import DunjingLinear

/// Which post answers for which area, and how even the work is.
public struct DistrictPlan: Sendable, Equatable {
  /// The post of each area; empty without a solution.
  public var postOfArea: [Int]
  /// The work of each post, in the unit of the work of the areas.
  public var workloads: [Double]
  /// No plan has a lower objective than this; nil where nothing was proven.
  public var bound: Double?
  /// How the search ended.
  public var status: SolveStatus
  /// How long it took, in seconds by the clock on the wall.
  public var seconds: Double

  /// The work of the busiest post, in the same unit.
  public var greatest: Double { workloads.max() ?? 0 }

  /// The variance of the work over the posts, in the square of that unit: the mean square difference from the mean.
  public var variance: Double {
    guard !workloads.isEmpty else { return 0 }
    let mean = workloads.reduce(0, +) / Double(workloads.count)
    return workloads.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(workloads.count)
  }
}
