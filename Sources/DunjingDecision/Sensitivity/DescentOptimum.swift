import DunjingWorld

/// The best plan of a space of many decisions by ``AnalyticOptimum``, begun at a plan among others.
public struct DescentOptimum: PlanOptimum {
  /// Where it may begin, besides the points of its own.
  public var start: [Double]

  /// Creates it.
  public init(start: [Double]) { self.start = start }

  public func best(_ appraisal: PlanAppraisal) -> PlanAppraisal.Standing {
    let found = AnalyticOptimum.find(
      appraisal.outlook, space: appraisal.space, goal: appraisal.goal, starts: [start])
    let point = found?.point ?? start
    return appraisal.standing(of: appraisal.plan(at: point), at: point)
  }
}
