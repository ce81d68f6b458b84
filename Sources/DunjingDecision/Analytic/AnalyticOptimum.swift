import DunjingPlanning
import DunjingWorld

/// The best plan of a space by the outlook: where a search by simulation should look first.
///
/// 1. **Sequential quadratic steps.** Around a plan every decision is moved by itself, and `SeparableModel` fits a parabola;
///    counties hardly act on one another, so that products of decisions are left out. The quadratic program of the step is
///    solved by `InteriorPoint` within a trust region that grows where the step did what the model promised and shrinks
///    where it did not (A. R. Conn, N. I. M. Gould & P. L. Toint, 2000, Trust-Region Methods, section 6.1); progress is
///    measured by the objective plus a price on broken limits (exact penalty).
/// 2. **Choices.** Mechanisms, programs and rules that help where the plan stands are taken, and quadratic steps follow, until
///    no other choice helps by itself. What makes no difference stays as in the base.
/// 3. **Whole officers.** Up to three officers more or less in each decision, as long as it helps: marginal analysis, which
///    is exact where decisions are separable and convex (B. L. Fox, 1966). Three, as the apportionment to departments is not
///    smooth from officer to officer; of one or two decisions all whole officers of each are tried.
/// 4. **Prices.** The multipliers of the limits in the quadratic program around the plan.
///
/// Begun at the best of some plans: those given, and all decisions at one share of their ranges.
public struct AnalyticOptimum: Sendable, Equatable {
  /// A number for each decision, in the unit of its lever.
  public let point: [Double]
  /// The objective less that of the baseline, as expected, in the unit of the objective.
  public let difference: Double
  /// By how much each limit is broken, as expected; at most 0 where it is kept.
  public let excesses: [Double]
  /// By how much the objective would fall were each limit one unit of its indicator wider; 0 for limits with room.
  public let limitPrices: [Double]
  /// Plans forecast.
  public let forecasts: Int

  /// Finds the best plan; nil where the outlook does not speak of an indicator of the goal.
  /// - Parameters:
  ///   - outlook: what to expect of plans by formulas.
  ///   - space: which plans are allowed.
  ///   - goal: what is wanted of a plan.
  ///   - starts: points from which it may begin, besides those of its own.
  ///   - threads: how many; they do not change the result.
  /// - Complexity: some ten steps of four forecasts for each decision; a forecast that differs from others in one county
  ///   takes that county's part of the whole.
  public static func find(
    _ outlook: PlanOutlook, space: PlanSpace, goal: PlanGoal, starts: [[Double]] = [], threads: Int = 1
  ) -> AnalyticOptimum? {
    PlanForecaster(outlook, space: space, goal: goal).flatMap {
      find($0, starts: starts, threads: threads)
    }
  }

  static func find(_ forecaster: PlanForecaster, starts: [[Double]], threads: Int) -> AnalyticOptimum? {
    guard var descent = AnalyticDescent(forecaster, starts: starts, threads: threads) else { return nil }
    descent.runWithChoices()
    descent.moveOfficers()
    let space = forecaster.space
    descent.undoIdleChoices(of: space.values(in: space.base, of: forecaster.outlook.world.scenario))
    descent.findPrices()
    return AnalyticOptimum(
      point: descent.point, difference: descent.forecast.difference, excesses: descent.forecast.excesses,
      limitPrices: descent.prices, forecasts: descent.count)
  }
}
