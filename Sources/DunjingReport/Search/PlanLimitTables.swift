import DunjingDecision
import DunjingScenario
import DunjingSimulation
import DunjingStatistics

/// How the plan shown stands against each limit and, where it breaks some, to what they would have to be relaxed.
struct PlanLimitTables {
  private let relaxation: LimitRelaxation
  private let outcome: PlanSearchOutcome

  init(_ relaxation: LimitRelaxation, _ outcome: PlanSearchOutcome) {
    (self.relaxation, self.outcome) = (relaxation, outcome)
  }

  private var isBroken: Bool { outcome.answer == nil }

  var limits: DataTable {
    let heads =
      [
        LocalizedText(zh: "限制", en: "Limit"), LocalizedText(zh: "超出（负为余量）", en: "Excess (negative: room)")
      ] + (isBroken ? [LocalizedText(zh: "放宽到", en: "Relaxed to")] : [])
    return DataTable(heads: heads, rows: relaxation.rows.map(row))
  }

  private func row(_ row: LimitRelaxation.Row) -> DataTable.Row {
    let relaxed: DataTable.Cell =
      row.relaxed.map { .init(LocalizedText($0.expression), isText: true) } ?? .missing
    return DataTable.Row(head: row.limit.name, cells: [excess(row)] + (isBroken ? [relaxed] : []))
  }

  private func excess(_ row: LimitRelaxation.Row) -> DataTable.Cell {
    let scaled = row.excess.scaled(by: row.limit.indicator.scaled(1))
    let decimals = NumberText.decimals(forSpread: scaled.mean)
    let unit = row.limit.indicator.shortChangeUnit
    let half = "± " + NumberText.level(scaled.halfWidth, decimals: decimals)
    return DataTable.Cell(
      LocalizedText(NumberText.signed(scaled.mean, decimals: decimals)),
      note: unit.isEmpty
        ? LocalizedText(half) : LocalizedText(zh: "\(half) \(unit.zh)", en: "\(half) \(unit.en)"))
  }

  var caption: LocalizedText {
    let name = outcome.shownName
    let level = NumberText.percent(outcome.settings.confidence, decimals: 0)
    let relaxed =
      isBroken
      ? LocalizedText(
        zh: "放宽到右列所写（--limit 的写法）时，该方案在这些重复的均值上满足全部限制。",
        en:
          " With the limits of the right column, as --limit takes them, it keeps all limits in the mean of these "
          + "replications.") : LocalizedText("")
    return LocalizedText(
      zh: "\(name.zh)的均值与限制之差及其 \(level) 区间。\(relaxed.zh)",
      en: "By how much the \(name.en) breaks each limit in the mean, with the \(level) interval.\(relaxed.en)"
    )
  }
}
