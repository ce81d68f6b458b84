import DunjingExperiment
import DunjingScenario
import DunjingSimulation

/// What page one says before anything else where the present, as the study describes it, cannot last: then nothing that is
/// compared with it is a ground to decide.
enum PresentNote {
  /// The sentences; empty where the baseline can last.
  static func text(_ findings: Findings) -> LocalizedText {
    guard let baseline = findings.baseline, !findings.isPresentLasting else { return LocalizedText("") }
    let isImpossible = baseline.isUnstable || findings.isHeadquartersOverfull
    return .sentences([
      state(baseline, isImpossible: isImpossible, findings), consequence(isImpossible: isImpossible),
      checks(baseline, findings)
    ])
  }

  /// That the present cannot last, and by which numbers.
  private static func state(
    _ baseline: TreatmentResult, isImpossible: Bool, _ findings: Findings
  ) -> LocalizedText {
    let facts = [response(baseline), headquarters(baseline, findings)].filter { !$0.isEmpty }
    let (zh, en) = (
      facts.map(\.zh).joined(separator: "；"), facts.map(\.en).joined(separator: "; ")
    )
    return isImpossible
      ? LocalizedText(
        zh: "**所填的现状不能成立**：基线下\(zh)。",
        en: "**The present state as described cannot be real**: under the baseline \(en).")
      : LocalizedText(
        zh: "**所填的现状不能长久**：基线下\(zh)。",
        en: "**The present state as described cannot last**: under the baseline \(en).")
  }

  private static func response(_ baseline: TreatmentResult) -> LocalizedText {
    guard baseline.isUnstable else { return LocalizedText("") }
    let cause = baseline.causeOfGrowth
    return LocalizedText(
      zh: "待派警情无界增长（\(cause.zh)），到场没有稳定值",
      en: "the queue of incidents grows without bound, as \(cause.en), and response has no steady value")
  }

  private static func headquarters(_ baseline: TreatmentResult, _ findings: Findings) -> LocalizedText {
    let departments = findings.overloaded(under: baseline)
    let whole = findings.isHeadquartersOverfull ? findings.level(.departmentUtilization, of: baseline) : nil
    let together =
      whole.map {
        LocalizedText(
          zh: "机关总的工作量为能力的 \($0)", en: "headquarters as a whole has \($0) of the work that it can do")
      } ?? LocalizedText("")
    guard !departments.isEmpty else { return together }
    let names = LocalizedText.names(departments.map(\.nameWithLoad))
    let its = departments.count == 1 ? "its" : "their"
    let own = LocalizedText(
      zh: "\(names.zh)的工作办不完，积压只增不减",
      en: "\(names.en) cannot get \(its) work done, and the backlog only grows")
    return together.isEmpty
      ? own : LocalizedText(zh: "\(together.zh)，\(own.zh)", en: "\(together.en), \(own.en)")
  }

  private static func consequence(isImpossible: Bool) -> LocalizedText {
    isImpossible
      ? LocalizedText(
        zh: "各方案的得失都由此算起，**以下比较不能作为依据**。",
        en:
          "What every plan gains and costs is counted from there, so that **the comparison below is no ground to decide**."
      )
      : LocalizedText(
        zh: "各方案的代价由此算起，只能作参考。",
        en: "What every plan costs is counted from there, and is a hint at most.")
  }

  /// What to look at in the study.
  private static func checks(_ baseline: TreatmentResult, _ findings: Findings) -> LocalizedText {
    let isCrowded = findings.isHeadquartersOverfull || !findings.overloaded(under: baseline).isEmpty
    let items = [
      isCrowded
        ? LocalizedText(
          zh: "每起警情给部门带来的工时、部门的固定工作量和人数（dunjing validate 逐个部门列出）",
          en:
            "the hours that an incident brings to departments, their fixed work and their officers (dunjing validate lists them by department)"
        ) : nil,
      !baseline.isUnstable
        ? nil
        : baseline.unservedShare > 0
          ? LocalizedText(zh: "处警单元的驻点、辖区和技能", en: "the posts, areas and skills of units")
          : LocalizedText(
            zh: "警情数、处置用时、车速和处警单元数",
            en: "the number of incidents, the time they take, the speeds and the number of units")
    ].compactMap { $0 }
    return LocalizedText(
      zh: "请先核对\(items.map(\.zh).joined(separator: "，以及"))。",
      en: "First check \(items.map(\.en).joined(separator: ", and ")).")
  }
}
