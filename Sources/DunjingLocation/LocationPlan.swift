import DunjingLinear

/// Where to stand: sites, what they achieve, and what is proven about it.
public struct LocationPlan: Sendable, Equatable {
  /// The sites of the plan, ascending; a site with several units occurs as often. Empty without a solution.
  public var sites: [Int]
  /// What the plan achieves, in the measure of its model; nil without a solution.
  public var objective: Double?
  /// No plan is better than this; nil where nothing was proven.
  public var bound: Double?
  /// How the search ended.
  public var status: SolveStatus
  /// How long it took, in seconds by the clock on the wall.
  public var seconds: Double
  /// The demand points that no allowed site can reach; where all have to be served they make a plan impossible.
  public var unreachable: [Int]

  /// Creates a plan.
  public init(
    sites: [Int], objective: Double?, bound: Double?, status: SolveStatus, seconds: Double,
    unreachable: [Int]
  ) {
    (self.sites, self.objective, self.bound) = (sites, objective, bound)
    (self.status, self.seconds, self.unreachable) = (status, seconds, unreachable)
  }

  static func infeasible(unreachable: [Int], seconds: Double) -> LocationPlan {
    LocationPlan(
      sites: [], objective: nil, bound: nil, status: .infeasible, seconds: seconds, unreachable: unreachable)
  }
}
