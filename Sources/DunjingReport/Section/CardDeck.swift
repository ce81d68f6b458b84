import DunjingExperiment
import DunjingScenario
import DunjingSimulation

/// The key figures under the answer.
enum CardDeck {
  /// Indicators that cards may show, the most wanted first.
  static let wanted: [Indicator] = [
    .withinTarget, .coreWithinTarget, .incidentsOrder, .weightedDelay, .backlogEnd, .withinFiveMinutes,
    .responseMeanFromDispatch, .incidents
  ]

  /// At most four cards: levels of the treatment that page one is about.
  static func cards(_ findings: Findings) -> [Card] {
    let shown = findings.answered ?? findings.baseline
    let cards = wanted.filter { findings.estimate($0, of: shown) != nil }.prefix(4).compactMap {
      indicator -> Card? in
      guard let mean = findings.estimate(indicator, of: shown)?.mean else { return nil }
      let level = NumberMark.number(
        indicator.cardLevel(mean), .level, of: indicator, under: shown?.id)
      let change = findings.change(indicator, of: shown)
      return Card(
        name: indicator.name.capitalized, value: level,
        unit: unit(of: indicator, findings),
        notes: notes(indicator, change, shown, findings), isWorse: change?.isWorse ?? false,
        isUncertain: change.map { !$0.isSignificant } ?? true)
    }
    return leveled(cards)
  }

  /// The unit of a level; of a share that keeps a target, the clock it is counted from.
  private static func unit(of indicator: Indicator, _ findings: Findings) -> LocalizedText {
    guard indicator.unit == .share else { return indicator.levelUnit }
    return [.withinTarget, .coreWithinTarget].contains(indicator)
      ? findings.scenario.targets.clock : LocalizedText("")
  }

  /// Cards with as many notes each, so that their values stand on one line.
  private static func leveled(_ cards: [Card]) -> [Card] {
    let lines = cards.map(\.notes.count).max() ?? 0
    return cards.map { card in
      var card = card
      card.notes += Array(repeating: LocalizedText(""), count: lines - card.notes.count)
      return card
    }
  }

  private static func notes(
    _ indicator: Indicator, _ change: Change?, _ shown: TreatmentResult?, _ findings: Findings
  ) -> [LocalizedText] {
    guard let change, let shown else { return [Labels.baseline] }
    let base = NumberMark.number(
      indicator.cardLevel(change.baseline), .level, of: indicator, under: findings.result.baseline)
    let unit = indicator.unit == .share ? indicator.shortChangeUnit : LocalizedText("")
    let space = unit.isEmpty ? "" : " "
    let text = difference(change, under: shown)
    var notes = [
      LocalizedText(zh: "基线 \(base)", en: "Baseline \(base)"),
      LocalizedText(zh: text + space + unit.zh, en: text + space + unit.en)
    ]
    if !change.isSignificant { notes.append(LocalizedText(zh: "不显著", en: "not significant")) }
    return notes
  }

  private static func difference(_ change: Change, under treatment: TreatmentResult) -> String {
    let indicator = change.indicator
    func mark(_ text: String, _ quantity: NumberMark.Quantity) -> String {
      NumberMark.number(text, quantity, of: indicator, under: treatment.id)
    }
    if indicator.changesInPercent, let relative = change.relative {
      let half = change.relativeHalfWidth.map {
        " ± " + mark(NumberText.percent($0), .relativeHalfWidth)
      }
      return mark(NumberText.signedPercent(relative), .relative) + (half ?? "")
    }
    let bare = change.bare
    let half = bare.halfWidth.map { " ± " + mark($0, .halfWidth) }
    return mark(bare.difference, .difference) + (half ?? "")
  }
}

extension Indicator {
  /// A level on a card: incidents of a year from 100 on are whole.
  fileprivate func cardLevel(_ value: Double) -> String {
    unit == .perYear && abs(value) >= 100 ? NumberText.level(value, decimals: 0) : bareLevel(value)
  }
}

extension ResponseTargets {
  /// The clock that targets are counted from.
  var clock: LocalizedText {
    clockOrigin == .call
      ? LocalizedText(zh: "自报警起算", en: "from the call") : LocalizedText(zh: "自派警起算", en: "from dispatch")
  }
}
