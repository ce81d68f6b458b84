import DunjingDecision
import DunjingScenario
import DunjingSimulation
import DunjingStatistics

/// How an objective is told: in the direction in which it was asked for, a share in per cent, and with as many decimals as its
/// differences want.
struct ObjectiveText {
  private let goal: PlanGoal
  /// The indicator of an objective that has no other, with a weight of 1 or −1.
  private let single: Indicator?
  /// Whether the objective is that indicator as it is.
  private let isPlain: Bool

  init(_ goal: PlanGoal) {
    self.goal = goal
    let terms = goal.written
    single = terms.count == 1 && terms[0].weight.magnitude == 1 ? terms[0].indicator : nil
    isPlain = single != nil && terms[0].weight == 1
  }

  private var isShare: Bool { single?.unit == .share }

  /// What the objective is called: its indicator, or a sum.
  var name: LocalizedText {
    guard isPlain, let single else { return LocalizedText(zh: "目标值", en: "the objective") }
    let subject = single.subject
    return LocalizedText(
      zh: subject.zh, en: subject.en.hasPrefix("the ") ? subject.en : "the " + subject.en)
  }

  /// The name of a plain indicator, the formula of a sum.
  var nameOrFormula: LocalizedText { isPlain ? name : LocalizedText(goal.formula) }

  /// A number of the objective as it is drawn: in the direction asked for, a share in per cent.
  func drawn(_ value: Double) -> Double { goal.asWritten(value) * (isShare ? 100 : 1) }

  /// An interval as it is drawn.
  func drawn(_ interval: ConfidenceInterval) -> ConfidenceInterval {
    goal.asWritten(interval).scaled(by: isShare ? 100 : 1)
  }

  /// What a fall of what is searched counts for people: shares in percentage points.
  func gain(_ value: Double) -> Double { value * (isShare ? 100 : 1) }

  /// The unit of differences; empty for sums and indices.
  var changeUnit: LocalizedText {
    isShare || isPlain ? single?.changeUnit ?? LocalizedText("") : LocalizedText("")
  }

  /// The unit after a number in a sentence, with its space.
  var unitAfter: LocalizedText {
    let unit = changeUnit
    return unit.isEmpty ? unit : LocalizedText(zh: " \(unit.zh)", en: " \(unit.en)")
  }

  /// The unit on the second line of a table's head.
  var unitInHead: LocalizedText {
    let unit = changeUnit
    return unit.isEmpty ? unit : LocalizedText(zh: "\n\(unit.zh)", en: "\n\(unit.en)")
  }

  /// Decimals that tell drawn numbers apart; officers are whole.
  func decimals(of drawn: [Double]) -> Int {
    isWhole ? 0 : NumberText.decimals(forSpreadOf: drawn)
  }

  private var isWhole: Bool { isPlain && (single == .officersSunk || single == .officersMoved) }

  /// A level of the objective, such as that of the baseline.
  func level(_ value: Double) -> String {
    let level = goal.asWritten(value)
    return isShare ? NumberText.percent(level) : NumberText.fixed(level, decimals: decimals(of: [level]))
  }

  /// A difference with its sign, without its unit.
  func difference(_ value: Double) -> String {
    let drawn = drawn(value)
    return NumberText.signed(drawn, decimals: decimals(of: [drawn]))
  }

  /// The numbers of an interval as text.
  func interval(_ interval: ConfidenceInterval) -> IntervalText {
    let drawn = drawn(interval)
    return IntervalText(drawn, decimals: decimals(of: [drawn.lower, drawn.upper]))
  }

  /// An interval in words, without its unit.
  func intervalInWords(_ interval: ConfidenceInterval, isSimultaneous: Bool = false, level: Double)
    -> LocalizedText
  {
    let text = self.interval(interval)
    let percent = NumberText.percent(level, decimals: 0)
    let (zh, en) = isSimultaneous ? ("同时", "simultaneous ") : ("", "")
    return LocalizedText(
      zh: "\(percent) \(zh)区间 \(text.low) 至 \(text.high)",
      en: "\(en)\(percent) interval \(text.low) to \(text.high)")
  }

  /// Whether a difference is told in per cent of the baseline, not in the unit of the objective: sums and indicators that are no
  /// shares, unless the baseline is next to nothing beside it.
  func isInPercent(_ difference: Double, baseline: Double) -> Bool {
    !isShare && abs(difference) < 10 * abs(baseline)
  }

  /// The size of a difference with its unit.
  func size(of difference: Double, baseline: Double) -> LocalizedText {
    let size = abs(gain(difference))
    if isInPercent(difference, baseline: baseline) {
      return LocalizedText(NumberText.percent(size / abs(baseline), decimals: 1))
    }
    return LocalizedText(NumberText.level(size, decimals: decimals(of: [size]))) + unitAfter
  }

  /// What a difference makes of the objective: 下降, falls.
  /// - Parameter value: as it is searched: below 0 where it is better.
  func verb(_ value: Double) -> LocalizedText {
    let ending = isPlain && single?.isPlural == true ? "" : "s"
    return goal.asWritten(value) > 0
      ? LocalizedText(zh: "上升", en: "rise\(ending)") : LocalizedText(zh: "下降", en: "fall\(ending)")
  }

  /// What somebody of worth does to the objective: 下降, lower.
  var improving: LocalizedText {
    goal.isMaximized
      ? LocalizedText(zh: "上升", en: "raise") : LocalizedText(zh: "下降", en: "lower")
  }

  /// What the objective does where it becomes better: 下降, fall.
  var improvement: LocalizedText {
    goal.isMaximized ? LocalizedText(zh: "上升", en: "rise") : LocalizedText(zh: "下降", en: "fall")
  }
}

extension PlanGoal {
  /// The sum as it was asked for, as it is written on the command line.
  var formula: String {
    written.enumerated().map { index, term in
      let size = abs(term.weight)
      let factor = size == 1 ? "" : NumberText.fixed(size, decimals: Scale.decimals(of: size)) + " × "
      let sign = term.weight < 0 ? NumberText.minus : "+"
      return (index == 0 ? (term.weight < 0 ? NumberText.minus : "") : " \(sign) ") + factor
        + term.indicator.rawValue
    }.joined()
  }
}
