import DunjingExperiment
import DunjingScenario
import DunjingSimulation

/// What every treatment changes in each county: the share of incidents reached in time.
enum CountyTreatmentTable {
  /// Treatments that fit on a page side by side.
  private static let columns = 8
  /// Treatments up to which there is room for half widths.
  private static let columnsWithIntervals = 5

  /// The heading, how to read the table, and the table, or several where treatments are many; empty where there is but
  /// one treatment beside the baseline.
  static func blocks(_ findings: Findings) -> [Block] {
    let others = findings.result.treatments.filter { $0.id != findings.result.baseline }
    guard others.count > 1, let base = findings.baseline, !base.counties.isEmpty else { return [] }
    let hasIntervals = findings.hasIntervals && others.count <= columnsWithIntervals
    let tables = stride(from: 0, to: others.count, by: columns).map { start in
      Block.table(
        table(Array(others[start..<min(start + columns, others.count)]), base, hasIntervals, findings))
    }
    let title = LocalizedText(zh: "各方案在各县（市、区）的到场达标率", en: "Within target, by county and treatment")
    return [.heading(title), .caption(caption(hasIntervals, findings))] + tables
  }

  private static func caption(_ hasIntervals: Bool, _ findings: Findings) -> LocalizedText {
    let percent = NumberText.percent(findings.result.confidence, decimals: 0)
    let level = LocalizedText(
      zh: "基线一列为水平，其余各列为与基线之差（百分点）", en: "The baseline column holds levels, the others changes in points")
    guard findings.hasIntervals else { return level + LocalizedText(zh: "。", en: ".") }
    let half =
      hasIntervals
      ? LocalizedText(
        zh: "，± 为其单独的 \(percent) 区间半宽", en: "; ± is half the width of their own \(percent) intervals")
      : LocalizedText("")
    return level + half
      + LocalizedText(
        zh: "，° 表示其单独的 \(percent) 区间含零。", en: "; ° marks one whose own \(percent) interval holds zero.")
  }

  private static func table(
    _ treatments: [TreatmentResult], _ base: TreatmentResult, _ hasIntervals: Bool, _ findings: Findings
  ) -> DataTable {
    let heads =
      [LocalizedText(zh: "县（市、区）", en: "County"), Labels.baseline] + treatments.map(findings.label)
    let rows = CountySection.rows(base.counties, columns: heads.count) { county in
      let level = county[.withinTarget].map { DataTable.Cell(NumberText.percent($0.mean)) }
      let changes = treatments.map { treatment -> DataTable.Cell in
        let outcome = treatment.counties.first { $0.id == county.id }
        return outcome?[.withinTarget].map { cell($0, hasIntervals) } ?? .missing
      }
      return DataTable.Row(head: county.name, cells: [level ?? .missing] + changes)
    }
    return DataTable(heads: heads, rows: rows, layout: .compact)
  }

  private static func cell(_ value: CountyValue, _ hasIntervals: Bool) -> DataTable.Cell {
    guard let difference = value.difference else { return .missing }
    let isNothing = abs(difference) <= value.halfWidth ?? 0
    let text = NumberText.signed(difference * 100, decimals: 1) + (isNothing ? "°" : "")
    let half = value.halfWidth.map { "± " + NumberText.fixed($0 * 100, decimals: 1) }
    return DataTable.Cell(text, note: hasIntervals ? half : nil, isGray: isNothing)
  }
}
