import DunjingExperiment
import DunjingScenario
import DunjingSimulation

/// The answer: what the best ratio tried gains, what it costs, what cannot be told apart, and how sure this is.
enum AnswerSection {
  static func section(_ findings: Findings) -> Section {
    var blocks: [Block] = [.answer(.sentences(sentences(findings)))]
    let cards = CardDeck.cards(findings)
    if !cards.isEmpty { blocks += besideBaseline(findings) + [.cards(cards)] }
    blocks.append(.caption(ReadingNote.text(findings)))
    if let note = packageNote(findings) { blocks.append(.paragraph(note)) }
    blocks += findings.result.warnings.isEmpty ? [] : [.caption(warningNote(findings.result.warnings))]
    return Section(id: "answer", title: LocalizedText(zh: "结论", en: "The answer"), blocks: blocks)
  }

  /// Which plan the cards show where the baseline itself has the least harm.
  private static func besideBaseline(_ findings: Findings) -> [Block] {
    guard let other = findings.equalOfBaseline else { return [] }
    let label = findings.label(of: other)
    return [
      .caption(
        LocalizedText(
          zh: "下面各项是与基线无法区分的 \(label.zh)\(officers(other).zh)：".spaced,
          en:
            "The numbers below are those of \(label.en)\(officers(other).en), which cannot be told apart from the baseline:"
        ))
    ]
  }

  /// The sentences of the answer, in order.
  static func sentences(_ findings: Findings) -> [LocalizedText] {
    guard findings.baseline != nil else {
      return [
        LocalizedText(zh: "结果中没有基线方案，无法作对照。", en: "The result has no baseline, so nothing can be compared.")
      ]
    }
    guard findings.result.treatments.count > 1 else {
      return [
        LocalizedText(
          zh: "只有基线一个方案，没有可对照的方案；以下只列出基线水平。",
          en:
            "Only the baseline was run, so there is nothing to compare; the levels below are those of the baseline."
        )
      ]
    }
    let unstable = UnstableNote.sentence(findings)
    guard let best = findings.best else {
      if let unstable, !findings.sinkTreatments.contains(where: { !$0.isUnstable }) { return [unstable] }
      return [
        LocalizedText(
          zh: "没有危害指数，不对下沉比例排序；各项指标见下文。",
          en: "Without a harm index the sink ratios are not ranked; the indicators follow below.")
      ] + [unstable].compactMap { $0 }
    }
    let answer = [
      gain(best, findings), price(best, findings), equals(best, findings), confidence(best, findings)
    ]
    return (answer + [unstable].compactMap { $0 }).filter { !$0.isEmpty }
  }

  private static func gain(_ best: TreatmentResult, _ findings: Findings) -> LocalizedText {
    let label = findings.label(of: best).strong
    guard best.id != findings.result.baseline else {
      return LocalizedText(
        zh: "在所试的下沉比例中，没有一个的危害指数低于基线（\(label.zh)）。",
        en: "No sink ratio tried has a lower harm index than the baseline (\(label.en)).")
    }
    let clauses = [Indicator.withinTarget, .incidentsOrder].compactMap { indicator in
      findings.change(indicator, of: best).map {
        findings.text(of: $0, under: best).clauseWithInterval
      }
    }
    let lead = LocalizedText(
      zh: "在所试的\(findings.isSweep ? "下沉比例" : "方案")中，\(label.zh)\(officers(best).zh)的危害指数最低",
      en:
        "Of the \(findings.isSweep ? "sink ratios" : "plans") tried, \(label.en)\(officers(best).en) has the lowest "
        + "harm index")
    guard !clauses.isEmpty else { return lead + LocalizedText(zh: "。", en: ".") }
    return LocalizedText(
      zh: "\(lead.zh)：与基线相比，\(clauses.map(\.zh).joined(separator: "，"))。",
      en: "\(lead.en): against the baseline, \(clauses.map(\.en).joined(separator: ", and ")).")
  }

  /// How many officers move under a treatment, and where to, in brackets.
  private static func officers(_ treatment: TreatmentResult) -> LocalizedText {
    let moved = treatment.redeployment
    let all = moved.agencyOfficers + moved.countyOfficers
    guard all > 0 else { return LocalizedText("") }
    func mark(_ count: Int, _ name: String) -> String {
      NumberMark.number(NumberText.whole(count), "redeployment \(name)", under: treatment.id)
    }
    let (total, community) = (mark(all, "officers"), mark(moved.toCommunity, "toCommunity"))
    let street = mark(moved.toStreet, "toStreet")
    return LocalizedText(
      zh: "（\(total) 名：社区 \(community) 名，街面 \(street) 名）",
      en: " (\(total) officers: \(community) to the community, \(street) to the street)")
  }

  private static func price(_ best: TreatmentResult, _ findings: Findings) -> LocalizedText {
    guard best.id != findings.result.baseline else { return LocalizedText("") }
    let changes = [Indicator.weightedDelay, .backlogEnd].compactMap { findings.change($0, of: best) }
    guard !changes.isEmpty else { return LocalizedText("") }
    let clauses = changes.map { change in
      findings.text(of: change, under: best).clauseWithBaseline
    }
    let isPrice = changes.contains(where: \.isWorse)
    return LocalizedText(
      zh: (isPrice ? "代价：" : "机关方面：") + clauses.map(\.zh).joined(separator: "，") + "。",
      en: (isPrice ? "The price: " : "At headquarters: ") + clauses.map(\.en).joined(separator: ", and ")
        + ".")
  }

  private static func equals(_ best: TreatmentResult, _ findings: Findings) -> LocalizedText {
    guard findings.hasIntervals else {
      return LocalizedText(
        zh: "只有一次重复，没有置信区间，各比例**无法区分**。",
        en: "With a single replication there are no intervals: the ratios are **not distinguishable**.")
    }
    let label = findings.label(of: best)
    guard !findings.plateau.isEmpty else {
      return LocalizedText(
        zh: "其他所试比例的危害指数都高于 \(label.zh)，差异显著；未试的比例不在此列。",
        en: "The harm index of every other ratio tried is significantly higher; "
          + "ratios that were not tried remain open.")
    }
    let others = LocalizedText.list(findings.plateau.map { findings.rowLabel(of: $0) })
    let verb = findings.plateau.count == 1 ? "is" : "are"
    return LocalizedText(
      zh: "\(others.zh)与 \(label.zh) 的危害指数**无法区分**（配对差的区间含零）。".spaced,
      en: "\(others.en) \(verb) **not distinguishable** from \(label.en) by the harm index (the interval of "
        + "the paired difference holds zero).")
  }

  private static func confidence(_ best: TreatmentResult, _ findings: Findings) -> LocalizedText {
    guard findings.hasIntervals, best.id != findings.result.baseline,
      let harm = findings.change(.harmIndex, of: best)
    else { return LocalizedText("") }
    let certainty =
      findings.hasFewReplications
      ? doubt(harm, replications: findings.result.replications) : certainty(harm, findings)
    return .sentences([
      certainty,
      LocalizedText(
        zh: "以上只在本模型及其假设之内成立。", en: "All of this holds within the model and its assumptions.")
    ])
  }

  /// How sure the answer is where enough replications were played.
  private static func certainty(_ harm: Change, _ findings: Findings) -> LocalizedText {
    let count = findings.result.replications
    let direction =
      harm.isSignificant
      ? LocalizedText(zh: "下沉比不下沉好，把握较大", en: "That sinking helps is fairly certain")
      : LocalizedText(zh: "下沉是否比不下沉好，尚不能确定", en: "Whether sinking helps at all is uncertain")
    let ratio =
      findings.plateau.isEmpty
      ? LocalizedText(zh: "取哪个比例，把握也较大", en: "which ratio does best is fairly certain too")
      : LocalizedText(zh: "取哪个比例，把握较小", en: "which ratio does best is not")
    let english = harm.isSignificant || findings.plateau.isEmpty ? ratio.en : "so is which ratio does best"
    return LocalizedText(
      zh: "\(direction.zh)；\(ratio.zh)（\(count) 次重复）。",
      en: "\(direction.en); \(english) (\(count) replications).")
  }

  /// That the answer rests on few replications.
  private static func doubt(_ harm: Change, replications: Int) -> LocalizedText {
    harm.isSignificant
      ? LocalizedText(
        zh: "**只做了 \(replications) 次重复**，次数太少：下沉看来比不下沉好，取哪个比例则无把握；至少做 10 次再作结论。",
        en:
          "**Only \(replications) replications** were played, too few to be sure: sinking seems to help, and which "
          + "ratio does best is open. Play at least 10 before deciding.")
      : LocalizedText(
        zh: "**只做了 \(replications) 次重复**，次数太少：下沉是否比不下沉好、取哪个比例，都不能确定；至少做 10 次再作结论。",
        en:
          "**Only \(replications) replications** were played, too few to tell whether sinking helps and which ratio "
          + "does best. Play at least 10 before deciding.")
  }

  private static func packageNote(_ findings: Findings) -> LocalizedText? {
    guard let best = findings.best, let harm = findings.estimate(.harmIndex, of: best)?.mean else {
      return nil
    }
    let better = findings.packages.filter {
      (findings.estimate(.harmIndex, of: $0)?.mean ?? .infinity) < harm
    }
    guard !better.isEmpty else { return nil }
    let names = LocalizedText.list(better.map { findings.describedName(of: $0) })
    return LocalizedText(
      zh: "另有方案同时改变其他条件（配套机制、去向、单元），危害指数更低：\(names.zh)。它们与只改变比例的方案不是同一类比较，见“方案对照”。",
      en:
        "Plans that also change other things (further mechanisms, destinations, units) have a lower harm index: \(names.en). "
        + "They are not comparable with a change of the ratio alone; see the comparison.")
  }

  private static func warningNote(_ warnings: [LocalizedText]) -> LocalizedText {
    LocalizedText(
      zh: "须注意：" + warnings.map(\.zh).joined(separator: " "),
      en: "Note: " + warnings.map(\.en).joined(separator: " "))
  }
}
