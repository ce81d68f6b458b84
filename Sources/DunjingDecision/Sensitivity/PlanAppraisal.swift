import DunjingPlanning
import DunjingScenario
import DunjingSimulation
import DunjingWorld

/// What the plans of a space are worth by the outlook, under some values of the assumptions.
public struct PlanAppraisal: Sendable {
  /// A plan and what it is worth.
  public struct Standing: Sendable, Equatable {
    /// A number for each decision; nil for a plan outside of the space.
    public let point: [Double]?
    /// Officers of agencies and counties sent down.
    public let sunk: Int
    /// Of these, officers on the street.
    public let toStreet: Int
    /// The expected objective.
    public let objective: Double
    /// The sum of the excesses over all limits, each as a share of what its limit allows; 0 where all are kept.
    public let breach: Double

    /// Whether it is better: closer to the limits, and where both keep them of a smaller objective.
    public func isBetter(than other: Standing) -> Bool {
      (breach, objective) < (other.breach, other.objective)
    }
  }

  /// The outlook.
  public let outlook: PlanOutlook
  /// The plans.
  public let space: PlanSpace
  /// What is wanted of them.
  public let goal: PlanGoal
  /// The expected objective of the baseline.
  public let baselineObjective: Double
  private let baseline: IndicatorValues

  /// Appraises the baseline; nil where the outlook does not speak of an indicator of the goal.
  public init?(_ outlook: PlanOutlook, space: PlanSpace, goal: PlanGoal) {
    (self.outlook, self.space, self.goal) = (outlook, space, goal)
    let baseline = Self.values(of: outlook.world.plans[outlook.world.baseline], outlook)
    self.baseline = baseline
    guard let objective = goal.objective(of: baseline), objective.isFinite,
      goal.limits.allSatisfy({ $0.excess(of: baseline, baseline: baseline) != nil })
    else { return nil }
    baselineObjective = objective
  }

  private static func values(of plan: TreatmentPlan, _ outlook: PlanOutlook) -> IndicatorValues {
    let values = outlook.values(of: plan)
    return IndicatorValues(Indicator.allCases.map { values[$0] })
  }

  /// The plan at a point.
  public func plan(at point: [Double]) -> TreatmentPlan { outlook.world.plan(of: space.named(at: point)) }

  /// What a plan is worth.
  public func standing(of plan: TreatmentPlan, at point: [Double]?) -> Standing {
    let values = Self.values(of: plan, outlook)
    let breach = goal.limits.reduce(0.0) { sum, limit in
      guard let excess = limit.excess(of: values, baseline: baseline) else { return .infinity }
      return sum + max(0, excess) / limit.scale(baseline: baseline[limit.indicator] ?? 0)
    }
    return Standing(
      point: point, sunk: plan.sunk, toStreet: plan.toStreet,
      objective: goal.objective(of: values) ?? .infinity, breach: breach)
  }

  /// By how much an objective is better than that of the baseline, as a share of the latter.
  public func gain(of objective: Double) -> Double {
    (baselineObjective - objective) / max(abs(baselineObjective), 1e-12)
  }
}

/// Finds the best plan of a space by the outlook: what a sensitivity asks under all values of the assumptions.
public protocol PlanOptimum: Sendable {
  /// Returns the best plan; the same for the same appraisal.
  func best(_ appraisal: PlanAppraisal) -> PlanAppraisal.Standing
}
