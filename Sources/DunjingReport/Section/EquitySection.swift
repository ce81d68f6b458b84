import DunjingExperiment
import DunjingScenario
import DunjingSimulation

/// Whether response is shared evenly, and which places are served worst.
enum EquitySection {
  /// The section; nil without response by grid.
  static func section(_ findings: Findings) -> Section? {
    guard let shown = findings.shown ?? findings.baseline, let own = ResponseEquity(shown.grids) else {
      return nil
    }
    let isSame = shown.id == findings.result.baseline
    let before = isSame ? nil : findings.baseline.flatMap { ResponseEquity($0.grids) }
    let label = isSame ? Labels.baseline : findings.label(of: shown)
    let series =
      (before.map { [LorenzChart.Series(label: Labels.baseline, distribution: $0, isBaseline: true)] } ?? [])
      + [LorenzChart.Series(label: label, distribution: own, isBaseline: isSame)]
    let figure = Figure(
      label: LocalizedText(
        zh: "到场时间的洛伦兹曲线与十分位均值", en: "Lorenz curve of response time and means of its tenths"),
      chart: LorenzChart(series: series, isBest: shown.id == findings.best?.id), table: decileTable(series))
    return Section(
      id: "equity", title: LocalizedText(zh: "均衡与短板", en: "Equity and weak spots"),
      blocks: [.caption(caption), .figure(figure)] + indicatorTable(findings)
        + WeakSpots.blocks(shown, findings))
  }

  private static let caption = LocalizedText(
    zh: "每起警情取其网格的平均到场时间（各次重复合并，故与下表按次平均的数略有出入）。曲线越贴近对角线越均衡；"
      + "第 10 组是到场最慢的网格，占警情的十分之一。",
    en:
      "Each incident counts with the mean response of its grid, all replications together, so that numbers differ a little "
      + "from the means of replications in the table below. The nearer to the diagonal, the more even; the last tenth is that "
      + "of the slowest grids.")

  private static func decileTable(_ series: [LorenzChart.Series]) -> DataTable {
    DataTable(
      heads: [LocalizedText(zh: "十分位", en: "Tenth")]
        + series.map { $0.label + LocalizedText(zh: "（分钟）", en: ", min") },
      rows: (0..<10).map { tenth in
        DataTable.Row(
          head: LocalizedText("\(tenth + 1)"),
          cells: series.map { DataTable.Cell(NumberText.fixed($0.distribution.deciles[tenth], decimals: 2)) })
      })
  }

  /// The indicators of equity under every treatment; empty where there are none.
  private static func indicatorTable(_ findings: Findings) -> [Block] {
    let indicators: [Indicator] = [
      .coreWithinTarget, .keyWithinTarget, .generalWithinTarget, .worstDecileResponse, .responseGini
    ].filter { findings.presentIndicators.contains($0) }
    guard !indicators.isEmpty else { return [] }
    let heads = indicators.map { $0.unit == .share ? $0.name.capitalized : $0.nameWithUnit.capitalized }
    return [.table(LevelTable.table(indicators, heads: heads, findings))]
  }
}
