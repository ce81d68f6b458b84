import DunjingExperiment
import DunjingScenario

/// Which treatment the numbers and sections are of, and why it is this one.
enum FocusNote {
  /// That what follows is of another treatment than the first sentences tell of; empty where it is not.
  static func onPageOne(_ findings: Findings) -> LocalizedText {
    guard let focus = findings.focus, focus.reason == .bearable else { return LocalizedText("") }
    let label = findings.label(of: focus.treatment)
    return LocalizedText(
      zh: "下列各项和以后各节为 \(label.zh.beforeHan)的数，它不使更多部门超负荷。",
      en:
        "The numbers below and the sections are those of \(label.en), which overloads no further department.")
  }

  /// Why the first comparison is that of one treatment with the baseline; empty where there is none.
  static func reason(_ findings: Findings) -> LocalizedText {
    guard let focus = findings.focus else { return LocalizedText("") }
    let label = findings.label(of: focus.treatment)
    let (zh, en) = (label.zh.beforeHan, label.en)
    switch focus.reason {
    case .best:
      return LocalizedText(
        zh: "先列 \(zh)与基线：它的综合损失指数最低。",
        en: "First \(en) against the baseline, as its harm index is the lowest.")
    case .equal:
      return LocalizedText(
        zh: "综合损失指数最低的是基线；先列 \(zh)与基线：它是与基线无法区分的最大比例。",
        en:
          "The harm index is lowest under the baseline; first \(en) against it, as the largest ratio not distinguishable from it."
      )
    case .bearable: return bearable(zh, en, findings)
    case .next:
      return LocalizedText(
        zh: "综合损失指数最低的是基线；先列 \(zh)与基线：其余方案中以它最低。",
        en: "The harm index is lowest under the baseline; first \(en) against it, the lowest of the others.")
    case .better: return better(zh, en, findings)
    case .largest:
      return LocalizedText(
        zh: "没有可以比较的综合损失指数；先列比例最大的 \(zh)与基线。",
        en: "No harm index can be compared; first the largest ratio, \(en), against the baseline.")
    case .first:
      return LocalizedText(
        zh: "先列 \(zh)与基线：它在研究中写在最前。", en: "First \(en) against the baseline: the study has it first.")
    }
  }

  private static func bearable(_ zh: String, _ en: String, _ findings: Findings) -> LocalizedText {
    guard let quoted = findings.quoted.map(findings.label(of:)) else { return LocalizedText("") }
    return LocalizedText(
      zh: "先列 \(zh)与基线：它是不使更多部门超负荷的最大比例。结论所说的 \(quoted.zh.beforeHan)列在其后。",
      en:
        "First \(en) against the baseline, as the largest ratio that overloads no further department; \(quoted.en), of which "
        + "the answer tells, comes after it.")
  }

  private static func better(_ zh: String, _ en: String, _ findings: Findings) -> LocalizedText {
    findings.betterPlans.count == 1
      ? LocalizedText(
        zh: "先列 \(zh)与基线：只有它的综合损失指数显著低于基线。",
        en: "First \(en) against the baseline, as it alone has a harm index significantly below it.")
      : LocalizedText(
        zh: "先列 \(zh)与基线：它是综合损失指数显著低于基线的方案中写在最前的。",
        en:
          "First \(en) against the baseline, the first in the study of those with a harm index significantly below it."
      )
  }
}
