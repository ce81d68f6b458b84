import DunjingDecision
import DunjingScenario
import DunjingSimulation
import DunjingStatistics

/// How much wider the limits would have to be for the plan that breaks them least.
public struct LimitRelaxation: Sendable {
  /// One limit and what the plan makes of it.
  struct Row {
    var limit: PlanGoal.Limit
    var excess: ConfidenceInterval
    /// The limit that the plan would keep; nil where it keeps the one given.
    var relaxed: PlanGoal.Limit?
  }

  /// Every limit, in order.
  let rows: [Row]

  /// Looks at the plan of an outcome that is shown; nil where nothing was asked to be kept.
  public init?(_ outcome: PlanSearchOutcome) {
    guard let shown = outcome.shown, !outcome.goal.limits.isEmpty else { return nil }
    rows = zip(outcome.goal.limits, outcome.plans[shown].excesses).map { limit, excess in
      let before = outcome.changes.first { $0.indicator == limit.indicator }?.before
      guard excess.mean > 0, let before else { return Row(limit: limit, excess: excess) }
      let relaxed = limit.relaxed(by: excess.mean, baseline: before)
      return Row(limit: limit, excess: excess, relaxed: limit.rounded(relaxed))
    }
  }

  /// Limits that the plan would keep in place of those that it breaks, each as the option `--limit` takes it.
  public var expressions: [String] { rows.compactMap { $0.relaxed?.expression } }
}

extension PlanGoal.Limit {
  /// Rounds a wider limit outward, to three digits of what it is wider.
  fileprivate func rounded(_ relaxed: PlanGoal.Limit) -> PlanGoal.Limit {
    var result = relaxed
    let isSameKind = relaxed.isRelative == isRelative
    let widening = isSameKind ? relaxed.bound - bound : side == .atMost ? 1 : -1
    let percent = relaxed.isPercent ? 100.0 : 1
    var scale = percent
    while abs(widening) * scale < 100, scale < 1e6 * percent { scale *= 10 }
    let rule: FloatingPointRoundingRule = widening > 0 ? .up : .down
    result.bound = (relaxed.bound * scale).rounded(rule) / scale
    return result
  }

  /// Whether the bound is written in per cent.
  private var isPercent: Bool { isRelative || indicator.unit == .share }

  /// The limit as the option `--limit` takes it, such as `responseP90 <= 4.32`.
  var expression: String {
    let value = isPercent ? bound * 100 : bound
    let number = Self.plain(value)
    let sign = isRelative && value >= 0 ? "+" : ""
    return "\(indicator.rawValue) \(side.rawValue) \(sign)\(number)\(isPercent ? "%" : "")"
  }

  /// A number that a program reads: no spaces between thousands, a hyphen for a minus, no zeros at its end.
  private static func plain(_ value: Double) -> String {
    var text = NumberText.fixed(value, decimals: 6).filter { String($0) != NumberText.thinSpace }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text.replacing(NumberText.minus, with: "-")
  }
}
