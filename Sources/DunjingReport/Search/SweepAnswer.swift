import DunjingDecision
import DunjingScenario
import DunjingSimulation
import DunjingStatistics

/// The sentences that say what a sweep found.
struct SweepAnswer {
  private let outcome: SweepOutcome
  private let scenario: Scenario

  init(_ outcome: SweepOutcome, _ scenario: Scenario) {
    (self.outcome, self.scenario) = (outcome, scenario)
  }

  /// All sentences; the first says what was played.
  var sentences: [LocalizedText] {
    [played]
      + SweepSeries.all(outcome, scenario).flatMap { series in
        outcome.indicators.prefix(3).compactMap { sentence(series, $0) }
      }
  }

  private var played: LocalizedText {
    let keys = outcome.design.factors.map(\.key).joined(separator: ", ")
    let count = outcome.design.points.count
    return LocalizedText(
      zh: "改变 **\(keys)**，共 \(count) 组取值，每组每方案重复 \(outcome.replications) 次。",
      en: "**\(keys)** varied over \(count) point\(count == 1 ? "" : "s"), "
        + "\(outcome.replications) replications of each treatment at each.")
  }

  /// From where to where an indicator goes and, of a difference, at how many points its sign is certain.
  private func sentence(_ series: SweepSeries, _ indicator: Indicator) -> LocalizedText? {
    let known = series.intervals(indicator).enumerated().compactMap { point, interval in
      interval.map { (point: point, interval: $0) }
    }
    guard let least = known.min(by: { $0.interval.mean < $1.interval.mean }),
      let most = known.max(by: { $0.interval.mean < $1.interval.mean })
    else { return nil }
    let (zh, en) = (
      "\(series.subject.zh)，\(indicator.name.zh)", "\(series.subject.capitalized.en), \(indicator.name.en)"
    )
    if least.interval.mean == most.interval.mean {
      let value = amount(least.interval, series, indicator)
      return LocalizedText(zh: "\(zh)：处处为 \(value.zh)。", en: "\(en): \(value.en) throughout.")
    }
    let (low, high) = (amount(least.interval, series, indicator), amount(most.interval, series, indicator))
    let range = LocalizedText(
      zh: "\(zh)：从 **\(low.zh)**（\(values(least.point, .zh))）到 **\(high.zh)**（\(values(most.point, .zh))）",
      en:
        "\(en): from **\(low.en)** (\(values(least.point, .en))) to **\(high.en)** (\(values(most.point, .en)))"
    )
    guard series.treatment != nil else { return range + LocalizedText(zh: "。", en: ".") }
    let below = known.count { $0.interval.upper < 0 }
    let above = known.count { $0.interval.lower > 0 }
    return range
      + LocalizedText(
        zh: "；\(known.count) 组取值中，\(below) 组显著下降，\(above) 组显著上升。",
        en: "; significantly lower at \(below) of \(known.count) points, higher at \(above).")
  }

  private func amount(
    _ interval: ConfidenceInterval, _ series: SweepSeries, _ indicator: Indicator
  ) -> LocalizedText {
    let number = series.text(interval, indicator)
    let unit = series.unit(indicator)
    if unit.zh == "%" { return LocalizedText(number + "%") }
    return unit.isEmpty
      ? LocalizedText(number) : LocalizedText(zh: "\(number) \(unit.zh)", en: "\(number) \(unit.en)")
  }

  /// The values at a point; with one key only its value.
  private func values(_ point: Int, _ language: Language) -> String {
    let design = outcome.design
    let parts = zip(design.factors, design.points[point]).map { factor, value in
      design.factors.count == 1 ? value : "\(factor.shortKey) = \(value)"
    }
    return (design.factors.count == 1 ? (language == .zh ? "取值 " : "at ") : "")
      + parts.joined(separator: language == .zh ? "，" : ", ")
  }
}
