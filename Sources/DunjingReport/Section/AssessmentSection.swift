import DunjingExperiment
import DunjingScenario
import DunjingSimulation

/// The scorecard (考核): what each treatment scores, item by item, and who answers for it.
enum AssessmentSection {
  /// Columns of treatments that fit on a page.
  private static let columns = 9

  /// The section; nil in a scenario without a scorecard.
  static func section(_ findings: Findings) -> Section? {
    let items = findings.scenario.assessment.filter { findings.presentIndicators.contains($0.indicator) }
    guard !items.isEmpty else { return nil }
    let treatments = findings.sinkTreatments + findings.packages
    let tables = stride(from: 0, to: treatments.count, by: columns).map { start in
      table(items, Array(treatments[start..<min(start + columns, treatments.count)]), findings)
    }
    return Section(
      id: "assessment", title: LocalizedText(zh: "考核计分", en: "The scorecard"),
      blocks: [.caption(caption(items))] + tables.map(Block.table))
  }

  private static func caption(_ items: [AssessmentItem]) -> LocalizedText {
    let total = NumberText.level(items.map(\.weight).reduce(0, +), decimals: 1)
    return .sentences([
      LocalizedText(
        zh: "得分 = 权重 ×（均值 − 零分值）÷（满分值 − 零分值），限于 0 至权重之间，合计 \(total) 分。●○△ 为得分不低于八成、五成和低于五成。",
        en:
          "Points are weight × (mean − value for none) ÷ (value for all − value for none), from 0 to the weight, \(total) "
          + "together. ●○△ are at least four fifths, at least half, and less than half of the points."),
      LocalizedText(
        zh: "各项按均值计分，差距小于置信区间时名次没有意义；不宜据此评价个人。",
        en:
          "Means are scored: where they differ by less than their intervals a rank means nothing. Not for judging persons."
      )
    ])
  }

  private static func table(
    _ items: [AssessmentItem], _ treatments: [TreatmentResult], _ findings: Findings
  ) -> DataTable {
    let heads =
      [
        LocalizedText(zh: "指标（责任单位，零分至满分）", en: "Indicator (who answers; none to all)"),
        LocalizedText(zh: "权重", en: "Weight")
      ] + treatments.map(findings.rowLabel)
    let rows = items.map { item in
      DataTable.Row(
        head: head(item),
        cells: [DataTable.Cell(NumberText.level(item.weight, decimals: 1))]
          + treatments.map { cell(item, $0, findings) })
    }
    let sums = treatments.map { treatment in
      let points = items.compactMap { self.points($0, treatment, findings) }.reduce(0, +)
      return DataTable.Cell("**" + NumberText.fixed(points, decimals: 1) + "**")
    }
    let weight = NumberText.level(items.map(\.weight).reduce(0, +), decimals: 1)
    let total = DataTable.Row(
      head: LocalizedText(zh: "合计", en: "Together"),
      cells: [DataTable.Cell(weight)] + sums)
    return DataTable(heads: heads, rows: rows + [total], layout: .dense)
  }

  /// The indicator, who answers for it, and the values that give no and all points.
  private static func head(_ item: AssessmentItem) -> LocalizedText {
    let name = item.indicator.name.capitalized
    let (none, all) = (item.indicator.bareLevel(item.zero), item.indicator.bareLevel(item.full))
    return LocalizedText(
      zh: "\(name.zh)（\(item.owner.zh)，\(none) 至 \(all)）",
      en: "\(name.en) (\(item.owner.en); \(none) to \(all))")
  }

  private static func points(
    _ item: AssessmentItem, _ treatment: TreatmentResult, _ findings: Findings
  ) -> Double? {
    findings.estimate(item.indicator, of: treatment).map { item.weight * item.share(of: $0.mean) }
  }

  private static func cell(
    _ item: AssessmentItem, _ treatment: TreatmentResult, _ findings: Findings
  ) -> DataTable.Cell {
    guard let points = points(item, treatment, findings), item.weight > 0 else { return .missing }
    let share = points / item.weight
    let mark = share >= 0.8 ? "●" : share >= 0.5 ? "○" : "△"
    return DataTable.Cell(NumberText.fixed(points, decimals: 1), note: mark)
  }
}
