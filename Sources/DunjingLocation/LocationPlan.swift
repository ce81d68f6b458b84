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
  /// How long it took, by the clock on the wall.
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

  /// Joins a plan that a search found with the best of what the search left undecided.
  ///
  /// Where nothing is left, or nothing better, the plan found is the best.
  func completed(by rest: LocationPlan, _ sense: LinearModel.Sense) -> LocationPlan {
    guard let objective else { return rest }
    var plan = self
    plan.seconds = rest.seconds
    let sign = sense == .minimize ? 1.0 : -1
    if let other = rest.objective, sign * other < sign * objective {
      (plan.sites, plan.objective) = (rest.sites, other)
    }
    let best = plan.objective ?? objective
    if rest.status == .infeasible || rest.status == .optimal {
      (plan.status, plan.bound) = (.optimal, best)
    } else if let limit = rest.bound {
      // Of the rest nothing is better than its bound, and of all nothing better than the bound of the search.
      let joint = sign * min(sign * limit, sign * best)
      plan.bound = bound.map { sign * max(sign * $0, sign * joint) } ?? joint
    }
    return plan
  }

  static func infeasible(unreachable: [Int], seconds: Double) -> LocationPlan {
    LocationPlan(
      sites: [], objective: nil, bound: nil, status: .infeasible, seconds: seconds, unreachable: unreachable)
  }
}
