import DunjingExperiment
import DunjingScenario
import DunjingSimulation

/// What page one says first where no plan differs from the baseline by its ratio alone, as in a study of mechanisms.
enum PlanAdvice {
  /// The sentences; nil where plans differ by a ratio, or no harm was counted.
  static func sentences(_ findings: Findings) -> [LocalizedText]? {
    guard findings.sinkTreatments.count == 1, let base = findings.best, !findings.packages.isEmpty else {
      return nil
    }
    guard findings.hasIntervals else {
      return [
        LocalizedText(
          zh: "还不能建议采用哪个方案：只有一次重复，没有置信区间，各方案**无法区分**。",
          en:
            "No plan can be advised yet: with a single replication there are no intervals, and the plans are **not "
            + "distinguishable**.")
      ]
    }
    let ranked = findings.packages.filter { $0.isSteady(.harmIndex) }
    func those(_ belong: (HarmDifference?) -> Bool) -> [TreatmentResult] {
      ranked.filter { belong(findings.harmAgainstBest[$0.id]) }
    }
    return [
      advice(findings.betterPlans, base, findings), equals(those { $0?.isSignificant == false }, findings),
      uncompared(those { $0 == nil }, findings), doubt(findings)
    ].filter { !$0.isEmpty }
  }

  private static func advice(
    _ better: [TreatmentResult], _ base: TreatmentResult, _ findings: Findings
  ) -> LocalizedText {
    let prefix = prefix(findings)
    let counsel = findings.counsel
    guard !better.isEmpty else {
      let stay = findings.action(of: base)
      return LocalizedText(
        zh: "\(prefix.zh)\(counsel.zh)\(stay.zh)：没有一个方案的综合损失指数显著低于基线。",
        en: "\(prefix.en) is to \(stay.en): no plan has a harm index significantly lower.")
    }
    guard better.count > 1 else { return single(better[0], prefix, findings) }
    let names = LocalizedText.list(better.map { findings.describedName(of: $0).strong })
    let heavy = OverloadNote.clause(among: better, findings)
    return .sentences([
      LocalizedText(
        zh: "\(prefix.zh)\(counsel.zh)从这些方案中选一个：\(names.zh)；它们的综合损失指数显著低于基线\(heavy.zh)，彼此的高低没有比较。",
        en:
          "\(prefix.en) is one of \(names.en): their harm index is significantly below the baseline\(heavy.en); they were "
          + "not ranked among one another."), OverloadNote.drawn(among: better, findings)
    ])
  }

  /// What stands before an action: in English with the word that it is the best.
  private static func prefix(_ findings: Findings) -> LocalizedText {
    guard findings.hasFewReplications else {
      return LocalizedText(zh: "", en: findings.counsel.capitalized.en)
    }
    let best = findings.isPresentLasting ? "best" : "and by these numbers alone best"
    return LocalizedText(zh: "初步看，", en: "At first sight \(best)")
  }

  /// The advice where one plan alone is better than the baseline, with its gain and price.
  private static func single(
    _ plan: TreatmentResult, _ prefix: LocalizedText, _ findings: Findings
  ) -> LocalizedText {
    let action = findings.action(of: plan)
    let own = Advice(findings: findings, best: plan)
    let lead =
      findings.overloadsMore(plan)
      ? LocalizedText(
        zh: "\(prefix.zh)按综合损失指数最好是\(action.zh)", en: "By the harm index it is best to \(action.en)")
      : LocalizedText(
        zh: "\(prefix.zh)\(findings.counsel.zh)\(action.zh)", en: "\(prefix.en) is to \(action.en)")
    return .sentences([
      own.gain(plan, after: lead), own.price(plan), OverloadNote.sentence(about: plan, findings),
      LocalizedText(
        zh: "只有它的综合损失指数显著低于基线。", en: "It alone has a harm index significantly below the baseline.")
    ])
  }

  private static func equals(_ equal: [TreatmentResult], _ findings: Findings) -> LocalizedText {
    guard !equal.isEmpty else { return LocalizedText("") }
    let names = LocalizedText.list(equal.map { findings.rowLabel(of: $0) })
    return LocalizedText(
      zh: "与基线**无法区分**（配对差的区间含零）：\(names.zh)。",
      en:
        "**Not distinguishable** from the baseline (the interval of the paired difference holds zero): \(names.en)."
    )
  }

  /// Which plans have no difference to the baseline, so that nothing is claimed of them; empty if all have one.
  private static func uncompared(_ plans: [TreatmentResult], _ findings: Findings) -> LocalizedText {
    guard !plans.isEmpty else { return LocalizedText("") }
    let names = LocalizedText.list(plans.map { findings.rowLabel(of: $0) })
    return LocalizedText(
      zh: "综合损失指数不能逐次与基线配对，未作比较：\(names.zh)。",
      en: "Not compared, as their harm index cannot be paired with that of the baseline: \(names.en).")
  }

  /// That the advice rests on few replications; empty where it does not.
  static func doubt(_ findings: Findings) -> LocalizedText {
    guard findings.hasIntervals, findings.hasFewReplications else { return LocalizedText("") }
    let count = findings.result.replications
    return LocalizedText(
      zh: "**只做了 \(count) 次重复**，次数太少；至少做 10 次再作结论。",
      en: "**Only \(count) replications** were played, too few to be sure. Play at least 10 before deciding.")
  }
}
