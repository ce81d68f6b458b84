import DunjingScenario
import DunjingSimulation

/// Writes a change against the baseline as a clause: 达标率提高 4.2 个百分点（95% 区间 4.1 至 4.3）.
struct ChangeText {
  /// The change.
  var change: Change
  /// The confidence level of the interval.
  var confidence: Double

  /// The clause, without a full stop; the interval only when `withInterval`.
  func clause(withInterval: Bool) -> LocalizedText {
    let name = change.indicator.name
    let interval = withInterval ? self.interval : LocalizedText("")
    guard change.isSignificant else { return insignificant(name) }
    let verb =
      change.difference > 0
      ? LocalizedText(zh: "提高", en: "rises by") : LocalizedText(zh: "下降", en: "falls by")
    let counted =
      change.difference > 0
      ? LocalizedText(zh: "增加", en: "rises by") : LocalizedText(zh: "减少", en: "falls by")
    let word = change.indicator.unit == .share ? verb : counted
    let amount = self.amount.strong
    return LocalizedText(
      zh: "\(name.zh)\(word.zh) \(amount.zh)\(interval.zh)",
      en: "\(name.en) \(word.en) \(amount.en)\(interval.en)")
  }

  /// The size of the change without a sign, with its unit.
  var amount: LocalizedText {
    let indicator = change.indicator
    if indicator.changesInPercent, let relative = change.relative {
      return LocalizedText(NumberText.level(abs(relative) * 100, decimals: 1) + "%")
    }
    let value = indicator.scaled(abs(change.difference))
    let text = NumberText.level(value, decimals: decimals)
    return LocalizedText(
      zh: "\(text) \(indicator.changeUnit.zh)", en: "\(text) \(indicator.changeUnit.en)")
  }

  /// The interval in brackets; empty where there is none.
  var interval: LocalizedText {
    guard let halfWidth = change.halfWidth else { return LocalizedText("") }
    let level = NumberText.percent(confidence, decimals: 0)
    let (low, high) = ends(halfWidth)
    return LocalizedText(
      zh: "（\(level) 区间 \(low) 至 \(high)）", en: " (\(level) interval \(low) to \(high))")
  }

  private func ends(_ halfWidth: Double) -> (String, String) {
    if change.indicator.changesInPercent, let relative = change.relative, let half = change.relativeHalfWidth
    {
      return (NumberText.signedPercent(relative - half), NumberText.signedPercent(relative + half))
    }
    let scaled = change.indicator.scaled
    let low = NumberText.signed(scaled(change.difference - halfWidth), decimals: decimals)
    let high = NumberText.signed(scaled(change.difference + halfWidth), decimals: decimals)
    return (low, high)
  }

  private var decimals: Int {
    if change.indicator.unit == .share {
      return abs(change.difference) < 0.001 ? 2 : 1
    }
    return NumberText.decimals(for: change.baseline)
  }

  private func insignificant(_ name: LocalizedText) -> LocalizedText {
    LocalizedText(
      zh: "\(name.zh)没有显著变化\(interval.zh)", en: "\(name.en) does not change significantly\(interval.en)")
  }
}
