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
    /// The expected objective, in its unit: the weighted sum of the goal.
    public let objective: Double
    /// The sum of the excesses over all limits, each as a share of what its limit allows; 0 where all are kept.
    public let breach: Double

    /// Whether it is better: closer to the limits, and where both keep them of a smaller objective.
    public func isBetter(than other: Standing) -> Bool {
      (breach, objective) < (other.breach, other.objective)
    }
  }

  private let forecaster: PlanForecaster

  /// Appraises the baseline; nil where the outlook does not speak of an indicator of the goal.
  public init?(_ outlook: PlanOutlook, space: PlanSpace, goal: PlanGoal) {
    guard let forecaster = PlanForecaster(outlook, space: space, goal: goal),
      forecaster.baselineObjective.isFinite
    else { return nil }
    self.forecaster = forecaster
  }

  /// The outlook.
  public var outlook: PlanOutlook { forecaster.outlook }
  /// The plans.
  public var space: PlanSpace { forecaster.space }
  /// What is wanted of them.
  public var goal: PlanGoal { forecaster.goal }
  /// The expected objective of the baseline, in the same unit.
  public var baselineObjective: Double { forecaster.baselineObjective }

  /// The plan at a point.
  public func plan(at point: [Double]) -> TreatmentPlan { forecaster.plan(at: point) }

  /// What a plan is worth.
  public func standing(of plan: TreatmentPlan, at point: [Double]?) -> Standing {
    let values = forecaster.values(of: plan)
    let breach = goal.limits.reduce(0.0) { sum, limit in
      guard let excess = forecaster.excess(of: values, limit) else { return .infinity }
      return sum + max(0, excess) / forecaster.scale(limit)
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
