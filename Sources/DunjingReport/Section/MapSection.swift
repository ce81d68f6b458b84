import DunjingExperiment
import DunjingScenario
import DunjingSimulation

/// Where units arrive in time, and where not.
enum MapSection {
  static func section(_ findings: Findings) -> Section {
    let title = LocalizedText(zh: "到得了哪里", en: "Where units arrive in time")
    let treatment = findings.shown ?? findings.baseline
    let summary = MapSummary(findings.scenario)
    guard let treatment, treatment.grids.contains(where: { $0.meanMinutes?.isFinite ?? false }),
      let geometry = MapGeometry(
        grids: summary?.grids ?? findings.scenario.grids, coordinates: findings.scenario.coordinates,
        facilities: facilities(findings.scenario)),
      geometry.bounds.width > 0, geometry.bounds.height > 0
    else {
      let note = LocalizedText(
        zh: "没有分网格的到场时间，画不出地图。", en: "There are no response times by grid: no map to draw.")
      return Section(id: "map", title: title, blocks: [.paragraph(note)])
    }
    let rows = self.rows(treatment, findings, summary)
    let label = findings.label(of: treatment)
    let hasChange = treatment.id != findings.result.baseline && rows.contains { $0.change != nil }
    let chart = MapChart(
      cells: zip(rows, geometry.tiles).map { row, tile in
        MapChart.Cell(tile: tile, minutes: row.outcome?.meanMinutes, change: row.change)
      },
      markers: (summary == nil ? facilities(findings.scenario) : []).map {
        MapChart.Marker(center: geometry.position(of: $0), isStation: $0.kind == .station)
      }, bounds: geometry.bounds,
      title: LocalizedText(zh: "平均到场时间（\(label.zh)）", en: "Mean response time (\(label.en))"),
      changeTitle: LocalizedText(zh: "与基线之差", en: "Change against the baseline"), hasChange: hasChange)
    let figure = Figure(
      label: LocalizedText(
        zh: "各网格平均到场时间及其与基线之差的地图", en: "Maps of the mean response time by grid and of its change"),
      chart: chart, table: summary == nil ? table(rows) : nil)
    let gathered = summary.map { [Block.caption(note($0, findings.scenario))] } ?? []
    return Section(id: "map", title: title, blocks: [.caption(caption(rows))] + gathered + [.figure(figure)])
  }

  /// That cells are drawn in place of grids, and where the grids are.
  private static func note(_ summary: MapSummary, _ scenario: Scenario) -> LocalizedText {
    let edge = NumberText.fixed(summary.edge, decimals: summary.edge < 1 ? 1 : 0)
    return LocalizedText(
      zh: "\(scenario.grids.count) 个网格合并为边长 \(edge) 公里的 \(summary.grids.count) 个方格，按警情加权，这里的“网格”指方格；"
        + "逐个网格的数值见 tables/grids.csv。",
      en:
        "The \(scenario.grids.count) grids are gathered in \(summary.grids.count) cells of \(edge) km, weighted by "
        + "incidents; “grid” here means such a cell. Every single grid is in tables/grids.csv.")
  }

  private struct GridRow {
    var grid: Grid
    var outcome: GridOutcome?
    var baseline: Double?
    var change: Double?
  }

  private static func rows(
    _ treatment: TreatmentResult, _ findings: Findings, _ summary: MapSummary?
  ) -> [GridRow] {
    func outcomes(_ grids: [GridOutcome]) -> [String: GridOutcome] {
      byID(grids.isEmpty ? [] : summary?.outcomes(grids) ?? grids)
    }
    let own = outcomes(treatment.grids)
    let baseline = outcomes(findings.baseline?.grids ?? [])
    return (summary?.grids ?? findings.scenario.grids).map { grid in
      let own = own[grid.id]
      let before = baseline[grid.id]?.meanMinutes
      let change = own?.meanMinutes.flatMap { after in before.map { after - $0 } }
      return GridRow(grid: grid, outcome: own, baseline: before, change: change)
    }
  }

  private static func byID(_ outcomes: [GridOutcome]) -> [String: GridOutcome] {
    Dictionary(outcomes.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The facilities that are shown: where units wait.
  private static func facilities(_ scenario: Scenario) -> [Facility] {
    scenario.facilities.filter {
      [.station, .streetWorkstation].contains($0.kind) && $0.x.isFinite && $0.y.isFinite
    }
  }

  private static func caption(_ rows: [GridRow]) -> LocalizedText {
    let late = rows.filter { ($0.outcome?.meanMinutes ?? 0) > 8 }.count
    let total = rows.filter { $0.outcome?.meanMinutes != nil }.count
    let lateText =
      late == 0
      ? LocalizedText(zh: "没有网格的平均到场时间超过 8 分钟。", en: "No grid has a mean above 8 minutes.")
      : LocalizedText(
        zh: "\(total) 个有警情的网格中，\(late) 个平均超过 8 分钟。",
        en: "Of \(total) grids with incidents, \(late) \(late == 1 ? "has" : "have") a mean above 8 minutes.")
    return .sentences([
      LocalizedText(
        zh: "首到警力自派警起的平均到场时间。", en: "Mean time from dispatch to the first unit on scene."), lateText,
      LocalizedText(
        zh: "警情少的网格数值波动大，单个网格的差不宜单独引用。",
        en: "Grids with few incidents are noisy; do not quote the change of a single grid.")
    ])
  }

  private static func table(_ rows: [GridRow]) -> DataTable {
    DataTable(
      heads: [
        LocalizedText(zh: "网格", en: "Grid"), LocalizedText(zh: "区域", en: "Area"),
        LocalizedText(zh: "警情（起/年）", en: "Incidents/year"), LocalizedText(zh: "基线（分钟）", en: "Baseline (min)"),
        LocalizedText(zh: "方案（分钟）", en: "Treatment (min)"), LocalizedText(zh: "差", en: "Change"),
        LocalizedText(zh: "达标率", en: "Within target"), LocalizedText(zh: "最近警力（分钟）", en: "Nearest post (min)")
      ],
      rows: rows.map { row in
        DataTable.Row(
          head: LocalizedText(row.grid.id),
          cells: [
            DataTable.Cell(row.grid.areaClass.label), number(row.outcome?.incidentsPerYear),
            number(row.baseline),
            number(row.outcome?.meanMinutes),
            row.change.map { DataTable.Cell(NumberText.signed($0, decimals: 2)) } ?? .missing,
            row.outcome?.withinTarget.map { DataTable.Cell(NumberText.percent($0)) } ?? .missing,
            number(row.outcome?.nearestPostMinutes)
          ])
      })
  }

  private static func number(_ value: Double?) -> DataTable.Cell {
    value.map { DataTable.Cell(NumberText.level($0, decimals: NumberText.decimals(for: $0))) } ?? .missing
  }
}
