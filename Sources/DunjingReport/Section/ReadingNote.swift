import DunjingExperiment
import DunjingScenario
import DunjingSimulation

/// What a reader has to know under the answer: what the targets are, who waits, what the harm index is, how much is assumed.
enum ReadingNote {
  static func text(_ findings: Findings) -> LocalizedText {
    .sentences([
      targets(findings.scenario.targets), tight(findings), WaitNote.text(findings), counts(findings),
      harm(findings), assumed(findings.scenario.sources)
    ])
  }

  private static func targets(_ targets: ResponseTargets) -> LocalizedText {
    func minutes(_ value: Double) -> String {
      NumberText.fixed(value, decimals: value == value.rounded() ? 0 : 1)
    }
    let (core, key, general) = (
      minutes(targets.coreMinutes), minutes(targets.keyMinutes), minutes(targets.generalMinutes)
    )
    return LocalizedText(
      zh: "达标指\(targets.clock.zh)，核心区域 \(core) 分钟、重点区域 \(key) 分钟、一般区域 \(general) 分钟内到场。",
      en:
        "Within target means on scene within \(core) min in core, \(key) min in key and \(general) min in general areas, "
        + "\(targets.clock.en).")
  }

  /// That setting out alone uses more than half of the target of the core, and that is mostly missed; empty where it is not.
  private static func tight(_ findings: Findings) -> LocalizedText {
    let minutes = findings.scenario.targets.coreMinutes
    guard let core = findings.estimate(.coreWithinTarget, of: findings.answered)?.mean, core < 0.5,
      let mean = findings.estimate(.turnoutMean, of: findings.baseline)?.mean, mean > minutes / 2,
      let turnout = findings.level(.turnoutMean, of: findings.baseline)
    else { return LocalizedText("") }
    return LocalizedText(
      zh: "签收和出动平均就用 \(turnout) 分钟，核心区域的时限难以做到。",
      en:
        "Acknowledging and setting out alone take \(turnout) min on average: the core target is hard to keep."
    )
  }

  /// That counts are those of a year, and which days they come from; empty where a year or more was measured.
  private static func counts(_ findings: Findings) -> LocalizedText {
    let days = findings.result.horizonDays
    guard days < 360, findings.presentIndicators.contains(where: { $0.unit == .perYear }) else {
      return LocalizedText("")
    }
    let time = findings.scenario.time
    let first = time.start.daysSinceEpoch + time.settlingDays
    let period = [first, first + days - 1].map { CalendarDay(daysSinceEpoch: $0).text }
    return LocalizedText(
      zh: "只测了 \(period[0]) 至 \(period[1]) 的 \(days) 天，“/年”的数按天数折算成全年；这几个月的警情多于或少于全年平均时，折算的数也随之偏高或偏低。",
      en:
        "Only \(days) days were measured, \(period[0]) to \(period[1]): numbers per year are scaled up from these days, "
        + "and are as high or low as these months are against the year.")
  }

  private static func harm(_ findings: Findings) -> LocalizedText {
    guard findings.best != nil else { return LocalizedText("") }
    return LocalizedText(
      zh: "综合损失指数由警情、超时到场和机关延误按假设的权重（见“假设与界限”）合成，只用于排序。",
      en:
        "The harm index adds incidents, late arrivals and delay at headquarters with assumed weights; it only ranks, and the "
        + "weights are under “Assumptions and limits”.")
  }

  private static func assumed(_ notes: [SourceNote]) -> LocalizedText {
    guard !notes.isEmpty else {
      return LocalizedText(
        zh: "没有参数注明来源，未设的取默认值。", en: "No parameter has a stated source; what is not set is by default.")
    }
    let count = notes.count { $0.mark == .assumed }
    let (assumed, all) = (NumberText.whole(count), NumberText.whole(notes.count))
    return LocalizedText(
      zh: "注明来源的 \(all) 项参数中 \(assumed) 项为假设；其余参数未注明来源，未设的取默认值。",
      en:
        "Of \(all) parameters with a stated source \(assumed) \(count == 1 ? "is" : "are") assumed; the others have none, "
        + "and what is not set is by default.")
  }
}

extension Findings {
  /// The name of a treatment and, in brackets, the mechanisms and programs that it has on top of the baseline.
  func describedName(of treatment: TreatmentResult) -> LocalizedText {
    let definitions = scenario.treatments
    guard let own = definitions.first(where: { $0.id == treatment.id }),
      let base = definitions.first(where: { $0.id == result.baseline })
    else { return treatment.name }
    let mechanisms = Mechanism.allCases.filter { own.switches[$0] && !base.switches[$0] }.map(\.name)
    let programs = scenario.programs.filter { own.programs.contains($0.id) && !base.programs.contains($0.id) }
    let parts = mechanisms + programs.map(\.name)
    guard !parts.isEmpty else { return treatment.name }
    let list = LocalizedText(
      zh: parts.map(\.zh).joined(separator: "、"), en: parts.map(\.en).joined(separator: ", "))
    return LocalizedText(
      zh: "\(treatment.name.zh)（另有：\(list.zh)）", en: "\(treatment.name.en) (with: \(list.en))")
  }
}
