import DunjingExperiment
import DunjingScenario
import DunjingSimulation

/// The key figures under the answer.
enum CardDeck {
  /// At most four cards: levels of the best treatment, beside the baseline.
  static func cards(_ findings: Findings) -> [Card] {
    let wanted: [Indicator] = [
      .withinTarget, .coreWithinTarget, .incidentsOrder, .weightedDelay, .backlogEnd, .withinFiveMinutes,
      .responseMeanFromDispatch, .incidents
    ]
    let shown = findings.best ?? findings.shown ?? findings.baseline
    let cards = wanted.filter { findings.estimate($0, of: shown) != nil }.prefix(4).compactMap {
      indicator -> Card? in
      guard let level = findings.estimate(indicator, of: shown) else { return nil }
      let change = findings.change(indicator, of: shown)
      return Card(
        name: indicator.name.capitalized, value: indicator.bareLevel(level.mean),
        unit: indicator.unit == .share ? LocalizedText("") : indicator.levelUnit,
        notes: notes(indicator, change), isWorse: change?.isWorse ?? false)
    }
    return leveled(cards)
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

  private static func notes(_ indicator: Indicator, _ change: Change?) -> [LocalizedText] {
    guard let change else { return [Labels.baseline] }
    let base = indicator.bareLevel(change.baseline)
    let unit = indicator.unit == .share ? indicator.shortChangeUnit : LocalizedText("")
    let space = unit.isEmpty ? "" : " "
    let text = difference(indicator, change)
    var notes = [
      LocalizedText(zh: "基线 \(base)", en: "Baseline \(base)"),
      LocalizedText(zh: text + space + unit.zh, en: text + space + unit.en)
    ]
    if !change.isSignificant { notes.append(LocalizedText(zh: "不显著", en: "not significant")) }
    return notes
  }

  private static func difference(_ indicator: Indicator, _ change: Change) -> String {
    if indicator.changesInPercent, let relative = change.relative {
      let half = change.relativeHalfWidth.map { " ± " + NumberText.percent($0) } ?? ""
      return NumberText.signedPercent(relative) + half
    }
    let half = change.halfWidth.map { " ± " + indicator.bareHalfWidth($0, around: change.baseline) } ?? ""
    return indicator.bareDifference(change.difference, around: change.baseline) + half
  }
}
