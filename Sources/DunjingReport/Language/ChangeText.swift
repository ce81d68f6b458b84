import DunjingScenario
import DunjingSimulation

/// Writes a change against the baseline as a clause: 达标率提高 4.2 个百分点（95% 区间 4.1 至 4.3）.
struct ChangeText {
  /// The change.
  var change: Change
  /// The confidence level of the interval.
  var confidence: Double
  /// The treatment and the baseline by id, where the result of a run has the numbers.
  var source: Source?
  /// Whether the interval is left out, as where it stands right below.
  var isShort = false

  /// Whose numbers they are.
  struct Source {
    var treatment: String
    var baseline: String
  }

  /// The clause, without a full stop, and the interval in brackets.
  var clauseWithInterval: LocalizedText { clause(notes: isShort ? [] : [interval]) }

  /// The clause, without a full stop, and the interval and the baseline in brackets.
  var clauseWithBaseline: LocalizedText {
    guard !isShort else { return clause(notes: []) }
    let level = baselineLevel
    func mark(_ text: String) -> String {
      NumberMark.number(text, .level, of: change.indicator, under: source?.baseline)
    }
    let base = LocalizedText(zh: "基线 \(mark(level.zh))", en: "baseline \(mark(level.en))")
    return clause(notes: [interval, base])
  }

  /// The level of the baseline with its unit, as exact as the change.
  private var baselineLevel: LocalizedText {
    let indicator = change.indicator
    guard indicator.unit != .share, indicator.unit != .index else { return indicator.level(change.baseline) }
    let text = NumberText.level(change.baseline, decimals: decimals)
    return LocalizedText(zh: "\(text) \(indicator.levelUnit.zh)", en: "\(text) \(indicator.levelUnit.en)")
  }

  private func clause(notes: [LocalizedText]) -> LocalizedText {
    let name = change.indicator.subject
    let present = notes.filter { !$0.isEmpty }
    let brackets =
      present.isEmpty
      ? LocalizedText("")
      : LocalizedText(
        zh: "（\(present.map(\.zh).joined(separator: "，"))）",
        en: " (\(present.map(\.en).joined(separator: ", ")))")
    let predicate = change.isSignificant || change.halfWidth == nil ? self.predicate : unchanged
    return LocalizedText(
      zh: "\(name.zh)\(predicate.zh)\(brackets.zh)", en: "\(name.en) \(predicate.en)\(brackets.en)")
  }

  private var predicate: LocalizedText {
    guard change.difference != 0 else { return unchanged }
    let isShare = change.indicator.unit == .share
    let ending = change.indicator.isPlural ? "" : "s"
    let amount = self.amount.strong
    let verb =
      change.difference > 0
      ? LocalizedText(zh: isShare ? "提高" : "增加", en: "rise\(ending) by")
      : LocalizedText(zh: isShare ? "下降" : "减少", en: "fall\(ending) by")
    return LocalizedText(zh: "\(verb.zh) \(amount.zh)", en: "\(verb.en) \(amount.en)")
  }

  private var unchanged: LocalizedText {
    let verb = change.indicator.isPlural ? "do" : "does"
    guard change.difference != 0 || change.halfWidth != 0 else {
      return LocalizedText(zh: "没有变化", en: "\(verb) not change")
    }
    return LocalizedText(zh: "没有显著变化", en: "\(verb) not change significantly")
  }

  /// The size of the change without a sign, with its unit.
  var amount: LocalizedText {
    let indicator = change.indicator
    if indicator.changesInPercent, let relative = change.relative {
      return LocalizedText(mark(NumberText.level(abs(relative) * 100, decimals: 1) + "%", .relative))
    }
    let value = indicator.scaled(abs(change.difference))
    let text = mark(NumberText.level(value, decimals: decimals), .difference)
    return LocalizedText(
      zh: "\(text) \(indicator.changeUnit.zh)", en: "\(text) \(indicator.changeUnit.en)")
  }

  /// The interval, or that there is none.
  var interval: LocalizedText {
    guard let (low, high) = ends else { return LocalizedText(zh: "没有区间", en: "no interval") }
    let level = NumberText.percent(confidence, decimals: 0)
    return LocalizedText(
      zh: "\(level) 区间 \(low) 至 \(high)", en: "\(level) interval \(low) to \(high)")
  }

  /// The ends of the interval, as shares of the baseline where readers expect that; nil where there is none.
  var ends: (low: String, high: String)? {
    guard let halfWidth = change.halfWidth else { return nil }
    if change.indicator.changesInPercent, let relative = change.relative, let half = change.relativeHalfWidth
    {
      return (
        mark(NumberText.signedPercent(relative - half), .relativeLower),
        mark(NumberText.signedPercent(relative + half), .relativeUpper)
      )
    }
    let scaled = change.indicator.scaled
    let low = NumberText.signed(scaled(change.difference - halfWidth), decimals: decimals)
    let high = NumberText.signed(scaled(change.difference + halfWidth), decimals: decimals)
    return (mark(low, .lower), mark(high, .upper))
  }

  private func mark(_ text: String, _ quantity: NumberMark.Quantity) -> String {
    NumberMark.number(text, quantity, of: change.indicator, under: source?.treatment)
  }

  private var decimals: Int {
    if change.indicator.unit == .share {
      return abs(change.difference) < 0.001 ? 2 : 1
    }
    let indicator = change.indicator
    let decimals = indicator.decimals(around: indicator.around(change.baseline, change.difference))
    // From 100 on tenths say nothing, unless the interval is finer than one.
    return decimals == 1 && (change.halfWidth ?? 1) >= 1 ? 0 : decimals
  }
}
