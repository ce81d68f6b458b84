import DunjingExperiment
import DunjingScenario
import DunjingSimulation

/// The answer: what the best ratio tried gains, what it costs, what cannot be told apart, and how sure this is.
enum AnswerSection {
  static func section(_ findings: Findings) -> Section {
    var blocks: [Block] = [.answer(.sentences(sentences(findings)))]
    let cards = CardDeck.cards(findings)
    if !cards.isEmpty { blocks.append(.cards(cards)) }
    blocks.append(.caption(ReadingNote.text(findings)))
    if let note = packageNote(findings) { blocks.append(.paragraph(note)) }
    let table = OverloadNote.table(findings)
    let warnings = findings.result.warnings.filter {
      table.isEmpty || $0 != findings.result.crowdedWarning
    }
    blocks += warnings.isEmpty ? [] : [.caption(warningNote(warnings))]
    blocks += table
    return Section(id: "answer", title: LocalizedText(zh: "结论", en: "The answer"), blocks: blocks)
  }

  /// The sentences of the answer, in order.
  static func sentences(_ findings: Findings) -> [LocalizedText] {
    let present = PresentNote.text(findings)
    return (present.isEmpty ? [] : [present]) + comparison(findings)
  }

  /// What comparing the treatments tells.
  private static func comparison(_ findings: Findings) -> [LocalizedText] {
    if let nothing = nothingToCompare(findings) { return [nothing] }
    let unstable = UnstableNote.sentence(findings)
    guard let best = findings.best else {
      if let unstable, !findings.sinkTreatments.contains(where: { !$0.isUnstable }) { return [unstable] }
      return [
        LocalizedText(
          zh: "没有综合损失指数，不对下沉比例排序；各项指标见下文。",
          en: "Without a harm index the sink ratios are not ranked; the indicators follow below.")
      ] + [unstable].compactMap { $0 }
    }
    let advice =
      PlanAdvice.sentences(findings)
      ?? (Advice(findings: findings, best: best).sentences + [
        equals(best, findings), confidence(best, findings)
      ])
    return (advice + [FocusNote.onPageOne(findings)] + [unstable].compactMap { $0 }).filter { !$0.isEmpty }
  }

  /// That there is no baseline, or nothing but the baseline; nil where there is something to compare.
  private static func nothingToCompare(_ findings: Findings) -> LocalizedText? {
    guard findings.baseline != nil else {
      return LocalizedText(
        zh: "结果中没有基线方案，无法作对照。", en: "The result has no baseline, so nothing can be compared.")
    }
    guard findings.result.treatments.count > 1 else {
      return LocalizedText(
        zh: "只有基线一个方案，没有可对照的方案；以下只列出基线水平。",
        en:
          "Only the baseline was run, so there is nothing to compare; the levels below are those of the baseline."
      )
    }
    return nil
  }

  /// That the plan advised is the lowest by the harm index, and which others cannot be told apart from it.
  private static func equals(_ best: TreatmentResult, _ findings: Findings) -> LocalizedText {
    let kind =
      findings.comparesRatios ? LocalizedText(zh: "比例", en: "ratio") : LocalizedText(zh: "方案", en: "plan")
    guard findings.hasIntervals else {
      return LocalizedText(
        zh: "没有置信区间，各\(kind.zh)**无法区分**。",
        en: "Without intervals the \(kind.en)s are **not distinguishable**.")
    }
    guard findings.isBestApart else { return .sentences([lowest(best, findings), uncompared(findings)]) }
    let label = findings.label(of: best)
    return LocalizedText(
      zh: "\(label.zh.beforeHan)的综合损失指数最低，参加比较的其他\(kind.zh)都显著较高；未比较的不在此列。",
      en:
        "The harm index is lowest under \(label.en), and significantly higher under every other \(kind.en) tried; those "
        + "not tried remain open.")
  }

  /// The lowest and its equals, but for the one that the advice has called so already.
  private static func lowest(_ best: TreatmentResult, _ findings: Findings) -> LocalizedText {
    let label = findings.label(of: best)
    let told = findings.equalOfBaseline
    let equal = findings.plateau.filter { $0.id != told?.id }
    let cards = cardNote(findings)
    guard !equal.isEmpty else {
      return LocalizedText(
        zh: "\(label.zh.beforeHan)的综合损失指数最低\(cards.zh)。",
        en: "By the harm index \(label.en) is lowest\(cards.en).")
    }
    let others = LocalizedText.list(equal.map { findings.rowLabel(of: $0) })
    let verb = equal.count == 1 ? "is" : "are"
    let heavy = findings.overloadsMore(best) ? LocalizedText("") : OverloadNote.clause(among: equal, findings)
    let (also, either) = told == nil ? ("", "") : ("也", " either")
    return LocalizedText(
      zh: "\(label.zh.beforeHan)的综合损失指数最低，\(others.zh.beforeHan)\(also)与它**无法区分**"
        + "（配对差的区间含零）\(heavy.zh)\(cards.zh)。",
      en:
        "By the harm index \(label.en) is lowest, and \(others.en) \(verb) **not distinguishable** from it\(either) "
        + "(the interval of the paired difference holds zero)\(heavy.en)\(cards.en).")
  }

  /// Which have no difference to the lowest, so that nothing is claimed of them; empty if all have one.
  private static func uncompared(_ findings: Findings) -> LocalizedText {
    guard !findings.uncompared.isEmpty else { return LocalizedText("") }
    let names = LocalizedText.list(findings.uncompared.map { findings.rowLabel(of: $0) })
    return LocalizedText(
      zh: "综合损失指数不能逐次与它配对，未作比较：\(names.zh)。",
      en: "Not compared, as their harm index cannot be paired with that one: \(names.en).")
  }

  /// Which plan the cards show where the baseline itself has the least harm; empty where it is the best.
  private static func cardNote(_ findings: Findings) -> LocalizedText {
    guard let focus = findings.focus, focus.reason == .equal else { return LocalizedText("") }
    let label = findings.label(of: focus.treatment)
    return LocalizedText(
      zh: "；下列各项为 \(label.zh.beforeHan)的数", en: "; the numbers below are those of \(label.en)")
  }

  private static func confidence(_ best: TreatmentResult, _ findings: Findings) -> LocalizedText {
    guard findings.hasIntervals, best.id != findings.result.baseline,
      let harm = findings.change(.harmIndex, of: best)
    else { return PlanAdvice.doubt(findings) }
    // How sure a comparison is says nothing where the present that it starts from cannot last.
    let certainty =
      findings.hasFewReplications
      ? doubt(harm, findings)
      : findings.isPresentLasting ? certainty(of: best, harm, findings) : LocalizedText("")
    return .sentences([
      certainty,
      LocalizedText(
        zh: "以上只在本模型及其假设之内成立。", en: "All of this holds within the model and its assumptions.")
    ])
  }

  /// How sure the answer is where enough replications were played.
  private static func certainty(of best: TreatmentResult, _ harm: Change, _ findings: Findings)
    -> LocalizedText
  {
    let count = findings.result.replications
    let (isRatio, isSure) = (findings.comparesRatios, harm.isSignificant)
    let change = isRatio ? "sinking" : "a change"
    let direction =
      isSure
      ? LocalizedText(zh: "\(better(isRatio))，把握较大", en: "That \(change) helps is fairly certain")
      : LocalizedText(
        zh: "是否\(better(isRatio))，尚不能确定", en: "Whether \(change) helps at all is uncertain")
    guard !findings.overloadsMore(best) else {
      return LocalizedText(
        zh: "\(direction.zh)（\(count) 次重复），但超负荷的方案不能长久。",
        en: "\(direction.en) (\(count) replications), though a plan that overloads departments cannot last.")
    }
    let choice = choice(isSure, findings)
    return LocalizedText(
      zh: "\(direction.zh)；\(choice.zh)（\(count) 次重复）。",
      en: "\(direction.en); \(choice.en) (\(count) replications).")
  }

  /// How sure it is which plan does best, after how sure it is that one helps.
  private static func choice(_ isSure: Bool, _ findings: Findings) -> LocalizedText {
    let (zh, en) = findings.comparesRatios ? ("比例", "ratio") : ("方案", "plan")
    switch (isSure, findings.isBestApart) {
    case (true, true):
      return LocalizedText(zh: "取哪个\(zh)，把握也较大", en: "which \(en) does best is fairly certain too")
    case (true, false):
      return LocalizedText(zh: "取哪个\(zh)，把握较小", en: "which \(en) does best is not")
    case (false, true):
      return LocalizedText(zh: "取哪个\(zh)，把握较大", en: "which \(en) does best is fairly certain")
    case (false, false):
      return LocalizedText(zh: "取哪个\(zh)，把握较小", en: "so is which \(en) does best")
    }
  }

  private static func better(_ isRatio: Bool) -> String { isRatio ? "下沉比不下沉好" : "改变比维持基线好" }

  /// That the answer rests on few replications, and what they leave open: not which plan does best where the intervals tell it.
  private static func doubt(_ harm: Change, _ findings: Findings) -> LocalizedText {
    let (count, isRatio) = (findings.result.replications, findings.comparesRatios)
    let (zh, en) = isRatio ? ("比例", "ratio") : ("方案", "plan")
    let (change, isApart) = (isRatio ? "sinking" : "a change", findings.isBestApart)
    let open =
      switch (harm.isSignificant, isApart) {
      case (true, true):
        LocalizedText(
          zh: "次数太少：看来\(better(isRatio))，所试的\(zh)中也以这个最好",
          en: "too few to be sure: \(change) seems to help, and this \(en) seems to do best of those tried")
      case (true, false):
        LocalizedText(
          zh: "次数太少：看来\(better(isRatio))，哪个\(zh)最好尚难确定",
          en: "too few to be sure: \(change) seems to help, and which \(en) does best is open")
      case (false, true):
        LocalizedText(
          zh: "次数太少：是否\(better(isRatio))，不能确定；看来所试的\(zh)中以这个最好",
          en: "too few to tell whether \(change) helps, though this \(en) seems to do best of those tried")
      case (false, false):
        LocalizedText(
          zh: "次数太少：是否\(better(isRatio))、取哪个\(zh)，都不能确定",
          en: "too few to tell whether \(change) helps and which \(en) does best")
      }
    return LocalizedText(
      zh: "**只做了 \(count) 次重复**，\(open.zh)；至少做 10 次再作结论。",
      en: "**Only \(count) replications** were played, \(open.en). Play at least 10 before deciding.")
  }

  private static func packageNote(_ findings: Findings) -> LocalizedText? {
    guard findings.sinkTreatments.count > 1, let best = findings.best,
      let harm = findings.estimate(.harmIndex, of: best)?.mean
    else { return nil }
    let better = findings.packages.filter {
      (findings.estimate(.harmIndex, of: $0)?.mean ?? .infinity) < harm
    }
    guard !better.isEmpty else { return nil }
    let names = LocalizedText.list(better.map { findings.describedName(of: $0) })
    return LocalizedText(
      zh: "另有方案同时改变其他条件（配套机制、去向、单元），综合损失指数更低：\(names.zh)。它们与只改变比例的方案不是同一类比较，见“方案对照”。",
      en:
        "Plans that also change other things (further mechanisms, destinations, units) have a lower harm index: \(names.en). "
        + "They are not comparable with a change of the ratio alone; see the comparison.")
  }

  private static func warningNote(_ warnings: [LocalizedText]) -> LocalizedText {
    LocalizedText(
      zh: "须注意：" + warnings.map(\.zh).joined(),
      en: "Note: " + warnings.map(\.en).joined(separator: " "))
  }
}
