import DunjingExperiment
import DunjingScenario
import DunjingSimulation

/// The scorecard (考核): what each treatment scores, item by item, and who answers for it.
enum AssessmentSection {
  /// Columns of treatments that fit on a page.
  private static let columns = 8

  /// The section; nil in a scenario without a scorecard.
  static func section(_ findings: Findings) -> Section? {
    let items = findings.scenario.assessment.filter { findings.presentIndicators.contains($0.indicator) }
    guard !items.isEmpty else { return nil }
    let treatments = Array((findings.sinkTreatments + findings.packages).prefix(columns))
    return Section(
      id: "assessment", title: LocalizedText(zh: "考核计分", en: "The scorecard"),
      blocks: [.caption(caption(items)), .table(table(items, treatments, findings))])
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
        LocalizedText(zh: "指标（责任单位）", en: "Indicator (who answers)"), LocalizedText(zh: "权重", en: "Weight"),
        LocalizedText(zh: "零分–满分", en: "None–all")
      ] + treatments.map(findings.rowLabel)
    let rows = items.map { item in
      DataTable.Row(
        head: head(item),
        cells: [DataTable.Cell(NumberText.level(item.weight, decimals: 1)), DataTable.Cell(scale(item))]
          + treatments.map { cell(item, $0, findings) })
    }
    let sums = treatments.map { treatment in
      let points = items.compactMap { self.points($0, treatment, findings) }.reduce(0, +)
      return DataTable.Cell("**" + NumberText.fixed(points, decimals: 1) + "**")
    }
    let weight = NumberText.level(items.map(\.weight).reduce(0, +), decimals: 1)
    let total = DataTable.Row(
      head: LocalizedText(zh: "合计", en: "Together"),
      cells: [DataTable.Cell(weight), DataTable.Cell("")] + sums)
    return DataTable(heads: heads, rows: rows + [total], layout: .dense)
  }

  private static func head(_ item: AssessmentItem) -> LocalizedText {
    let name = item.indicator.name.capitalized
    guard !item.owner.isEmpty else { return name }
    return LocalizedText(zh: "\(name.zh)（\(item.owner.zh)）", en: "\(name.en) (\(item.owner.en))")
  }

  private static func scale(_ item: AssessmentItem) -> String {
    item.indicator.bareLevel(item.zero) + "–" + item.indicator.bareLevel(item.full)
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
