import DunjingExperiment
import DunjingScenario
import DunjingSimulation

/// What the data behind estimated numbers leave open, beside what chance leaves open.
enum EstimateSpreadTable {
  /// The heading and the table; empty where no numbers were drawn.
  static func blocks(_ findings: Findings) -> [Block] {
    guard let draws = findings.result.draws, let shown = findings.shown ?? findings.baseline else {
      return []
    }
    let rows = CardDeck.wanted.compactMap { row($0, shown, findings) }
    guard !rows.isEmpty else { return [] }
    let label = findings.label(of: shown)
    let heads = [
      LocalizedText(zh: "指标（\(label.zh)）", en: "Indicator (\(label.en))"),
      LocalizedText(zh: "水平", en: "Level"), LocalizedText(zh: "± 仿真", en: "± simulation"),
      LocalizedText(zh: "± 数据", en: "± data"), LocalizedText(zh: "变化量", en: "Change"),
      LocalizedText(zh: "± 仿真", en: "± simulation"), LocalizedText(zh: "± 数据", en: "± data")
    ]
    return [
      .heading(LocalizedText(zh: "数据留下的不确定", en: "What the data leave open")),
      .caption(caption(draws, findings)), .table(DataTable(heads: heads, rows: rows, layout: .compact))
    ]
  }

  private static func caption(_ draws: DrawOutcome, _ findings: Findings) -> LocalizedText {
    let level = NumberText.percent(findings.result.confidence, decimals: 0)
    return LocalizedText(
      zh: "由数据估计的 \(draws.numbers) 个参数按其标准误抽取了 \(draws.draws) 组，每组参数用于两次重复、全部方案。"
        + "“± 数据”是参数不同所致的 \(level) 范围，已除去偶然波动；带 ≤ 的与偶然波动分不开，只是上限。"
        + "“± 仿真”是均值的 \(level) 区间半宽，随重复次数变小，前者不会。",
      en:
        "\(draws.numbers) numbers that were estimated from data were drawn \(draws.draws) times by their standard errors, "
        + "each draw for two replications of every treatment. ± data is the \(level) range that comes of the draws, chance "
        + "taken off; with ≤ it is not told from chance, and that is what it may be at most. ± simulation is the half width of the \(level) interval of a mean. More replications make the latter "
        + "smaller, only more data the former.")
  }

  private static func row(
    _ indicator: Indicator, _ shown: TreatmentResult, _ findings: Findings
  ) -> DataTable.Row? {
    guard let level = findings.estimate(indicator, of: shown),
      let spread = shown.spreads.first(where: { $0.indicator == indicator })
    else { return nil }
    func half(_ width: Double?) -> DataTable.Cell {
      guard let width, width.isFinite else { return .missing }
      return DataTable.Cell(indicator.bareHalfWidth(width, around: level.mean))
    }
    func half(_ spread: EstimateSpread.Spread?) -> DataTable.Cell {
      guard let spread, spread.halfWidth.isFinite else { return .missing }
      let text = indicator.bareHalfWidth(spread.halfWidth, around: level.mean)
      return spread.isTold ? DataTable.Cell(text) : DataTable.Cell("≤ " + text, isGray: true)
    }
    let comparison = shown.comparisons.first { $0.indicator == indicator }
    let change = comparison.map {
      DataTable.Cell(
        NumberMark.number(
          indicator.bareDifference($0.difference, around: level.mean), .difference, of: indicator,
          under: shown.id))
    }
    return DataTable.Row(
      head: (indicator.unit == .share ? indicator.name : indicator.nameWithUnit).capitalized,
      cells: [
        DataTable.Cell(
          NumberMark.number(indicator.bareLevel(level.mean), .level, of: indicator, under: shown.id)),
        half(level.halfWidth), half(spread.level), change ?? .missing,
        half(comparison?.halfWidth), half(spread.difference)
      ])
  }
}
