import DunjingExperiment
import DunjingScenario
import DunjingSimulation

/// What page one says about treatments under which incidents wait without bound, and why.
enum UnstableNote {
  /// The sentence; nil if every treatment is stable.
  static func sentence(_ findings: Findings) -> LocalizedText? {
    let unstable = (findings.sinkTreatments + findings.packages).filter(\.isUnstable)
    guard !unstable.isEmpty else { return nil }
    let names = LocalizedText.list(unstable.map { findings.rowLabel(of: $0).strong })
    let isBaseline = unstable.contains { $0.id == findings.result.baseline }
    let consequence =
      isBaseline
      ? LocalizedText(
        zh: "其到场时间与综合损失指数没有稳定值，不参与排序；基线在内，因此响应方面无法与基线对照。",
        en:
          "their response and harm index have no steady value, and they are not ranked; the baseline is among them, "
          + "so that response cannot be compared with it.")
      : LocalizedText(
        zh: "其到场时间与综合损失指数没有稳定值，不参与排序。",
        en: "their response and harm index have no steady value, and they are not ranked.")
    let cause = cause(unstable)
    return LocalizedText(
      zh: "\(names.zh)下待派警情**无界增长**（\(cause.zh)）：\(consequence.zh)",
      en: "Under \(names.en) the queue of incidents **grows without bound**, as \(cause.en): "
        + consequence.en)
  }

  /// Why incidents wait without bound: every cause once.
  private static func cause(_ unstable: [TreatmentResult]) -> LocalizedText {
    var causes: [LocalizedText] = []
    for cause in unstable.map(\.causeOfGrowth) where !causes.contains(cause) { causes.append(cause) }
    return LocalizedText(
      zh: causes.map(\.zh).joined(separator: "；或"), en: causes.map(\.en).joined(separator: ", or "))
  }
}
