import DunjingExperiment
import DunjingScenario
import DunjingSimulation

/// What page one says of callers who wait for a unit, where that is common: times counted from dispatch do not show it.
enum WaitNote {
  /// The share of incidents queued from which waiting is told.
  private static let common = 0.1

  /// The share of time on incidents from which the busiest units are named.
  private static let busy = 0.5

  /// Whether a good part of incidents queue under the plan of page one or the baseline, and dispatch keeps up.
  static func isCommon(_ findings: Findings) -> Bool {
    guard let shown = findings.answered, let baseline = findings.baseline,
      !shown.isUnstable && !baseline.isUnstable,
      let queued = findings.estimate(.queuedShare, of: shown)?.mean,
      let before = findings.estimate(.queuedShare, of: baseline)?.mean
    else { return false }
    return max(queued, before) >= common
  }

  /// The indicators that page one quotes beside its cards, so that a table has them; none where few incidents queue.
  static func quoted(_ findings: Findings) -> [Indicator] {
    isCommon(findings) ? [.responseMeanFromCall, .queuedShare] : []
  }

  /// The text; empty where few incidents queue, or dispatch does not keep up, which ``UnstableNote`` tells.
  static func text(_ findings: Findings) -> LocalizedText {
    guard isCommon(findings), let shown = findings.answered, let baseline = findings.baseline,
      let wait = findings.level(.responseMeanFromCall, of: shown),
      let share = findings.level(.queuedShare, of: shown)
    else { return LocalizedText("") }
    let busiest = busiest(shown, findings)
    let reason = LocalizedText.sentences([
      LocalizedText(
        zh: "能处该类警情又可到该处的单元都不空闲时就要等待，别的单元空闲也不算\(busiest.zh)。",
        en:
          "An incident waits while no unit is idle that may answer its kind and serve its place, whoever else is idle"
          + "\(busiest.en)."), opposed(shown, findings)
    ])
    guard shown.id != baseline.id, let oldWait = findings.level(.responseMeanFromCall, of: baseline),
      let oldShare = findings.level(.queuedShare, of: baseline)
    else {
      return LocalizedText(
        zh: "自报警起平均 \(wait) 分钟到场，\(share) 的警情要等警力。\(reason.zh)",
        en:
          "From the call the first unit takes \(wait) min on average, as \(share) of incidents queue. \(reason.en)"
      )
    }
    return LocalizedText(
      zh: "自报警起平均 \(wait) 分钟到场（基线 \(oldWait)），\(share) 的警情要等警力（基线 \(oldShare)）。\(reason.zh)",
      en:
        "From the call the first unit takes \(wait) min on average (baseline \(oldWait)), as \(share) of incidents queue "
        + "(baseline \(oldShare)). \(reason.en)")
  }

  /// That attainment counts from dispatch, where it falls though fewer wait, or rises though more do; empty elsewhere.
  private static func opposed(_ shown: TreatmentResult, _ findings: Findings) -> LocalizedText {
    guard findings.scenario.targets.clockOrigin == .dispatch,
      let waits = findings.change(.queuedShare, of: shown), waits.isSignificant,
      let reached = findings.change(.withinTarget, of: shown), reached.isSignificant,
      (waits.difference < 0) == (reached.difference < 0)
    else { return LocalizedText("") }
    let isLess = waits.difference < 0
    return LocalizedText(
      zh: "到场达标率自派警起计，不含等待：等待\(isLess ? "减少" : "增加")不计入达标率，所以它\(isLess ? "下降" : "上升")与"
        + "等待\(isLess ? "减少" : "增加")并不矛盾；来电人等多久，看自报警起的时间。",
      en:
        "The share within target counts from dispatch and leaves out the wait: \(isLess ? "shorter" : "longer") waits do not "
        + "enter it, so that it can \(isLess ? "fall" : "rise") all the same; how long callers wait is in the time from the call."
    )
  }

  /// Which units are busy most of the time, as a clause; empty where none are.
  private static func busiest(_ treatment: TreatmentResult, _ findings: Findings) -> LocalizedText {
    guard let group = treatment.workloads.max(by: { $0.mean < $1.mean }), group.mean >= busy else {
      return LocalizedText("")
    }
    let share = NumberText.percent(group.mean, decimals: 0)
    let before = findings.baseline?.workloads.first { $0.id == group.id }?.units ?? group.units
    let base =
      before == group.units
      ? LocalizedText("") : LocalizedText(zh: "，基线 \(before) 个", en: ", \(before) under the baseline")
    return LocalizedText(
      zh: "；最忙的是\(group.name.zh)（\(group.units) 个\(base.zh)，\(share) 的在岗时间在处警）",
      en:
        "; the busiest are “\(group.name.en)” (\(group.units)\(base.en), on incidents \(share) of their time on duty)"
    )
  }
}
