import DunjingExperiment
import DunjingScenario
import DunjingSimulation

/// The scorecard (考核): what each treatment scores, item by item, and who answers for it.
enum AssessmentSection {
  /// Columns of treatments beside the baseline that fit on a page.
  private static let columns = 8

  /// The section; nil in a scenario without a scorecard.
  static func section(_ findings: Findings) -> Section? {
    let items = findings.scenario.assessment.filter { findings.presentIndicators.contains($0.indicator) }
    guard !items.isEmpty else { return nil }
    let all = findings.sinkTreatments + findings.packages
    let base = all.filter { $0.id == findings.result.baseline }
    let others = all.filter { $0.id != findings.result.baseline }
    let tables = stride(from: 0, to: max(1, others.count), by: columns).map { start in
      table(items, base + others[start..<min(start + columns, others.count)], findings)
    }
    return Section(
      id: "assessment", title: LocalizedText(zh: "考核计分", en: "The scorecard"),
      blocks: [.caption(caption)] + tables.map(Block.table))
  }

  private static var caption: LocalizedText {
    .sentences([
      LocalizedText(
        zh:
          "得分 = 权重 ×（均值 − 零分值）÷（满分值 − 零分值），限于 0 至权重之间；末行是各次重复得分的均值（满分 100），± 为与基线之差的同时区间半宽。●○△ 为得分不低于八成、五成和低于五成。",
        en:
          "Points are weight × (mean − value for none) ÷ (value for all − value for none), from 0 to the weight. The "
          + "last row is the mean of the scores of replications (of 100), ± half the simultaneous interval of its change. ●○△ are at least four fifths, at least half, and less than half of the points."
      ),
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
    let weight = NumberText.level(items.map(\.weight).reduce(0, +), decimals: 1)
    let total = DataTable.Row(
      head: LocalizedText(
        zh: "\(Indicator.assessmentScore.name.zh)（满分 100）",
        en: "\(Indicator.assessmentScore.name.capitalized.en) (of 100)"),
      cells: [DataTable.Cell(weight)] + treatments.map { CellText.level(.assessmentScore, of: $0, findings) },
      tone: .total)
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
