import DunjingDecision
import DunjingScenario
import DunjingSimulation
import DunjingStatistics

/// What the charts of a sweep draw: the difference of a treatment to the baseline, or the level of the baseline.
struct SweepSeries: Sendable {
  let outcome: SweepOutcome
  let scenario: Scenario
  /// The treatment; nil for the baseline.
  let treatment: String?

  /// The series of a sweep: each treatment, or the baseline where there is none.
  static func all(_ outcome: SweepOutcome, _ scenario: Scenario) -> [SweepSeries] {
    let treatments: [String?] = outcome.treatments.isEmpty ? [nil] : outcome.treatments
    return treatments.map { SweepSeries(outcome: outcome, scenario: scenario, treatment: $0) }
  }

  /// The interval at each point; nil where there is none.
  func intervals(_ indicator: Indicator) -> [ConfidenceInterval?] {
    var intervals = [ConfidenceInterval?](repeating: nil, count: outcome.design.points.count)
    for row in outcome.rows(of: treatment) {
      let estimate = row.estimates.first { $0.indicator == indicator }
      intervals[row.point] = treatment == nil ? estimate?.level : estimate?.difference
    }
    return intervals
  }

  /// The name of the treatment, or of the baseline.
  var name: LocalizedText {
    let id = treatment ?? scenario.experiment.baseline
    return scenario.treatments.first { $0.id == id }?.name ?? LocalizedText(id)
  }

  /// What is drawn.
  var subject: LocalizedText {
    treatment == nil
      ? LocalizedText(zh: "基线“\(name.zh)”", en: "the baseline “\(name.en)”")
      : LocalizedText(zh: "“\(name.zh)”与基线之差", en: "“\(name.en)” less the baseline")
  }

  /// The unit of what is drawn.
  func unit(_ indicator: Indicator) -> LocalizedText {
    treatment == nil ? indicator.levelUnit : indicator.changeUnit
  }

  /// A number as it is shown: shares in per cent or percentage points.
  func text(_ interval: ConfidenceInterval, _ indicator: Indicator) -> String {
    let value = indicator.scaled(interval.mean)
    let decimals = NumberText.decimals(for: value)
    return treatment == nil
      ? NumberText.fixed(value, decimals: decimals) : NumberText.signed(value, decimals: decimals)
  }
}
