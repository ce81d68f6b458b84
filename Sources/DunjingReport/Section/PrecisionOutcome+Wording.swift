import DunjingExperiment
import DunjingScenario
import DunjingSimulation

extension PrecisionOutcome {
  /// How the number of replications was chosen and what that means for the intervals.
  var sentence: LocalizedText {
    let reached = LocalizedText.list(
      indicators.map { indicator in
        let share = indicator.relativeHalfWidth.map(Self.percent) ?? NumberText.missing
        let name = indicator.indicator.name
        return LocalizedText(zh: "\(name.zh) \(share)", en: "\(name.en) \(share)")
      })
    let (step, maximum) = (StoppingRule.batch, settings.maximumReplications)
    return LocalizedText(
      zh: "重复次数：先做 \(pilot) 次，每次增加 \(step) 次，至多 \(maximum) 次，直到\(goal.zh)；达到：\(reached.zh)。"
        + "序贯停止使区间的实际覆盖率略低于置信水平，先做的次数越少越明显。",
      en: "Replications: a pilot of \(pilot), then \(step) at a time, at most \(maximum), until \(goal.en); "
        + "reached: \(reached.en). Stopping by what was seen makes intervals cover slightly less often than "
        + "they say, the more so the smaller the pilot.")
  }

  private var goal: LocalizedText {
    let relative = settings.relative
    let share = relative < 0.01 ? Self.percent(relative) : NumberText.ratio(relative)
    return switch settings.target {
    case .level:
      LocalizedText(
        zh: "各方案水平的区间半宽不超过该水平的 \(share)", en: "the half width of every level is at most \(share) of it")
    case .difference:
      LocalizedText(
        zh: "与基线之差的同时区间半宽不超过基线水平的 \(share)",
        en: "the simultaneous half width of every difference is at most \(share) of the baseline's level")
    }
  }

  private static func percent(_ share: Double) -> String {
    NumberText.percent(share, decimals: share < 0.01 ? 2 : 1)
  }
}
