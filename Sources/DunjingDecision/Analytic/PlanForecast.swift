import DunjingPlanning
import DunjingScenario
import DunjingSimulation
import DunjingWorld

/// What the outlook says of a plan in the terms of a goal.
struct PlanForecast: Sendable, Equatable {
  /// The indicators.
  var values: IndicatorValues
  /// The objective less that of the baseline.
  var difference: Double
  /// By how much each limit is broken, in the unit of its indicator; at most 0 where it is kept.
  var excesses: [Double]
}

/// Forecasts plans of a space by the outlook.
struct PlanForecaster: Sendable {
  let outlook: PlanOutlook
  let space: PlanSpace
  let goal: PlanGoal
  /// The objective of the baseline.
  let baselineObjective: Double
  private let baseline: IndicatorValues

  /// Creates a forecaster; nil where the outlook does not speak of an indicator of the goal.
  init?(_ outlook: PlanOutlook, space: PlanSpace, goal: PlanGoal) {
    (self.outlook, self.space, self.goal) = (outlook, space, goal)
    let world = outlook.world
    let baseline = IndicatorValues(outlook.values(of: world.plans[world.baseline]))
    self.baseline = baseline
    guard let objective = goal.objective(of: baseline),
      goal.limits.allSatisfy({ $0.excess(of: baseline, baseline: baseline) != nil })
    else { return nil }
    baselineObjective = objective
  }

  /// Returns the forecast at a point of the space; nil where an indicator has no value there.
  func forecast(at point: [Double]) -> PlanForecast? { forecast(plan(at: point)) }

  /// Returns the forecast of any plan.
  func forecast(_ plan: TreatmentPlan) -> PlanForecast? {
    let values = values(of: plan)
    guard let objective = goal.objective(of: values) else { return nil }
    var excesses: [Double] = []
    for limit in goal.limits {
      guard let excess = excess(of: values, limit) else { return nil }
      excesses.append(excess)
    }
    return PlanForecast(values: values, difference: objective - baselineObjective, excesses: excesses)
  }

  /// Returns the expected indicators of a plan.
  func values(of plan: TreatmentPlan) -> IndicatorValues { IndicatorValues(outlook.values(of: plan)) }

  /// Returns by how much indicators break a limit; nil where it has no value.
  func excess(of values: IndicatorValues, _ limit: PlanGoal.Limit) -> Double? {
    limit.excess(of: values, baseline: baseline)
  }

  /// The plan at a point of the space.
  func plan(at point: [Double]) -> TreatmentPlan { outlook.world.plan(of: space.named(at: point)) }

  /// The size of excesses of a limit that matter, in the unit of its indicator.
  func scale(_ limit: PlanGoal.Limit) -> Double { limit.scale(baseline: baseline[limit.indicator] ?? 0) }
}

extension IndicatorValues {
  /// Takes the indicators that have values.
  init(_ values: [Indicator: Double]) {
    self.init(Indicator.allCases.map { values[$0] })
  }
}
