import DunjingExperiment
import DunjingScenario
import DunjingSimulation

/// Gains and price in one table: every number that the answer and its cards quote, with the change in both forms.
enum BalanceTable {
  /// A heading and a table for the treatment shown, with the reason why it comes first, and for that of which the answer tells,
  /// where it is another one; empty without a treatment to set beside the baseline.
  static func blocks(_ findings: Findings) -> [Block] {
    guard let shown = findings.shown, findings.baseline != nil else { return [] }
    let first = blocks(of: shown, .sentences([FocusNote.reason(findings), caption(findings)]), findings)
    guard let quoted = findings.quoted, quoted.id != shown.id else { return first }
    return first + blocks(of: quoted, caption(findings), findings)
  }

  private static func blocks(of shown: TreatmentResult, _ caption: LocalizedText, _ findings: Findings)
    -> [Block]
  {
    let changes =
      (CardDeck.wanted + WaitNote.quoted(findings)).compactMap { findings.change($0, of: shown) }
      + [findings.change(.harmIndex, of: shown)].compactMap { $0 }
    guard !changes.isEmpty else { return [] }
    let label = findings.label(of: shown)
    let level = NumberText.percent(findings.result.confidence, decimals: 0)
    let heads = [
      LocalizedText(zh: "指标", en: "Indicator"), Labels.baseline, label,
      LocalizedText(zh: "变化量", en: "Change"), LocalizedText(zh: "变化率", en: "Relative"),
      LocalizedText(zh: "\(level) 区间", en: "\(level) interval")
    ]
    let rows = changes.map { row($0, shown, findings) }
    return [
      .heading(LocalizedText(zh: "\(label.zh) 的得与失", en: "What \(label.en) gains and costs")),
      .caption(caption), .table(DataTable(heads: heads, rows: rows, layout: .compact))
    ]
  }

  private static func caption(_ findings: Findings) -> LocalizedText {
    let note = LocalizedText(zh: "比率的变化以百分点计。", en: "Changes of shares are in percentage points.")
    guard findings.hasIntervals else { return note }
    return .sentences([
      note,
      LocalizedText(
        zh: "± 为同时置信区间半宽；灰色并带 ° 的变化不显著。",
        en: "± is the simultaneous half width; gray with ° is not significant.")
    ])
  }

  private static func row(_ change: Change, _ shown: TreatmentResult, _ findings: Findings) -> DataTable.Row {
    let indicator = change.indicator
    func mark(_ text: String, _ quantity: NumberMark.Quantity, under treatment: String? = nil) -> String {
      NumberMark.number(text, quantity, of: indicator, under: treatment ?? shown.id)
    }
    let bare = change.bare
    let half = bare.halfWidth.map { "± " + mark($0, .halfWidth) }
    let relativeHalf = change.relativeHalfWidth.map {
      "± " + mark(NumberText.percent($0), .relativeHalfWidth)
    }
    let difference = mark(bare.difference, .difference)
    let isGray = !change.isSignificant
    return DataTable.Row(
      head: (indicator.unit == .share ? indicator.name : indicator.nameWithUnit).capitalized,
      cells: [
        DataTable.Cell(mark(indicator.bareLevel(change.baseline), .level, under: findings.result.baseline)),
        DataTable.Cell(mark(indicator.bareLevel(change.level), .level)),
        DataTable.Cell(isGray ? difference + "°" : difference, note: half, isGray: isGray),
        change.relative.flatMap { indicator.unit == .share ? nil : $0 }.map {
          DataTable.Cell(mark(NumberText.signedPercent($0), .relative), note: relativeHalf, isGray: isGray)
        } ?? .missing,
        interval(findings.text(of: change, under: shown), isGray: isGray)
      ])
  }

  private static func interval(_ text: ChangeText, isGray: Bool) -> DataTable.Cell {
    text.ends.map { low, high in
      DataTable.Cell(LocalizedText(zh: "\(low) 至 \(high)", en: "\(low) to \(high)"), isGray: isGray)
    } ?? .missing
  }
}
