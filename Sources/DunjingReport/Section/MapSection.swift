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
    let regions = MapRegions(
      grids: summary?.grids ?? findings.scenario.grids, tiles: geometry.tiles,
      counties: findings.scenario.counties)
    let words = summary == nil ? Words.grids : Words.cells
    let map = MapBase(
      tiles: geometry.tiles, regions: regions, bounds: geometry.bounds,
      markers: (summary == nil ? facilities(findings.scenario) : []).map {
        MapChart.Marker(
          center: geometry.position(of: $0), symbol: symbol(of: $0.kind), name: $0.name)
      })
    let hasChange = treatment.id != findings.result.baseline && rows.contains { $0.change != nil }
    let response = Figure(
      label: LocalizedText(
        zh: "各\(words.one.zh)平均到场时间及其与基线之差的地图",
        en: "Maps of the mean response time by \(words.one.en) and of its change"),
      chart: map.response(rows, label: label, hasChange: hasChange), table: summary == nil ? table(rows) : nil
    )
    let gathered = summary.map { [Block.caption(note($0, findings.scenario))] } ?? []
    return Section(
      id: "map", title: title,
      blocks: [.caption(caption(words))] + gathered + [
        .figure(response),
        .table(MapClassTable.table(rows, one: words.one, label: label, isCompared: hasChange))
      ] + reach(rows, map, words, label: label))
  }

  /// How soon the nearest post could be there, and how often police is seen; nothing without either.
  private static func reach(_ rows: [GridRow], _ map: MapBase, _ words: Words, label: LocalizedText)
    -> [Block]
  {
    guard let chart = map.reach(rows, label: label) else { return [] }
    let hasSeen = rows.contains { $0.outcome?.seenShare != nil }
    let figure = Figure(
      label: LocalizedText(
        zh: "各\(words.one.zh)最近驻点的行车时间\(hasSeen ? "与见警率" : "")的地图",
        en:
          "Maps of the travel time from the nearest post by \(words.one.en)\(hasSeen ? " and of visibility" : "")"
      ),
      chart: chart, table: MapClassTable.reach(rows, one: words.one))
    let seen =
      hasSeen
      ? LocalizedText(
        zh: "见警率是昼夜均匀分布的观察时刻中，该处能看到警力的比例。",
        en:
          "Visibility is the share of moments, spread evenly over day and night, at which a unit could be seen there."
      )
      : LocalizedText("")
    return [
      .heading(LocalizedText(zh: "1、3、5 分钟圈", en: "Within one, three and five minutes")),
      .caption(
        .sentences([
          LocalizedText(
            zh: "只看驻点到\(words.one.zh)的平均行车时间，不含出动，不问警力是否在岗、空闲；与到场时间地图的差别由此而来。",
            en:
              "Mean travel time from the nearest staffed post, without the time to set out, whether or not anybody is free there: "
              + "the map of response differs by these."), seen
        ])), .figure(figure)
    ]
  }

  /// What the map calls its smallest parts.
  enum Words {
    case grids
    case cells

    /// One of them.
    var one: LocalizedText {
      switch self {
      case .grids: LocalizedText(zh: "网格", en: "grid")
      case .cells: LocalizedText(zh: "合并单元", en: "cell")
      }
    }
  }

  /// That cells are drawn in place of grids, and where the grids are.
  private static func note(_ summary: MapSummary, _ scenario: Scenario) -> LocalizedText {
    let edge = NumberText.fixed(summary.edge, decimals: summary.edge < 1 ? 1 : 0)
    let (grids, cells) = (NumberText.whole(scenario.grids.count), NumberText.whole(summary.grids.count))
    return LocalizedText(
      zh: "\(grids) 个网格合并为 \(cells) 个边长 \(edge) 公里的合并单元，按警情加权；逐个网格的数值见 tables/grids.csv。",
      en:
        "The \(grids) grids are gathered in \(cells) cells of \(edge) km, weighted by incidents. Every single grid is "
        + "in tables/grids.csv.")
  }

  /// A grid with its numbers.
  struct GridRow {
    var grid: Grid
    var name: LocalizedText
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
    let name = GridNames(findings.scenario)
    return (summary?.grids ?? findings.scenario.grids).map { grid in
      let own = own[grid.id]
      let before = baseline[grid.id]?.meanMinutes
      let change = own?.meanMinutes.flatMap { after in before.map { after - $0 } }
      return GridRow(
        grid: grid, name: summary == nil ? name(grid) : LocalizedText(grid.id), outcome: own,
        baseline: before,
        change: change)
    }
  }

  private static func byID(_ outcomes: [GridOutcome]) -> [String: GridOutcome] {
    Dictionary(outcomes.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The facilities that are shown: where units wait, or may wait.
  private static func facilities(_ scenario: Scenario) -> [Facility] {
    scenario.facilities.filter {
      [.station, .streetWorkstation, .reserveSite].contains($0.kind) && $0.x.isFinite && $0.y.isFinite
    }
  }

  private static func symbol(of kind: FacilityKind) -> MapMarks.Symbol {
    switch kind {
    case .station: .station
    case .reserveSite: .reserveSite
    default: .workstation
    }
  }

  private static func caption(_ words: Words) -> LocalizedText {
    let one = words.one
    return LocalizedText(
      zh: "首到警力自派警起的平均到场时间。警情少的\(one.zh)数值波动大，单个\(one.zh)的差不宜单独引用。",
      en:
        "Mean time from dispatch to the first unit on scene. \(one.capitalized.en)s with few incidents are noisy; do not "
        + "quote the change of a single \(one.en).")
  }

  private static func table(_ rows: [GridRow]) -> DataTable {
    let incidents = NumberText.decimals(forColumn: rows.compactMap { $0.outcome?.incidentsPerYear })
    return DataTable(
      heads: [
        LocalizedText(zh: "网格", en: "Grid"), LocalizedText(zh: "区域", en: "Area"),
        LocalizedText(zh: "警情（起/年）", en: "Incidents/year"), LocalizedText(zh: "基线（分钟）", en: "Baseline (min)"),
        LocalizedText(zh: "方案（分钟）", en: "Treatment (min)"), LocalizedText(zh: "差", en: "Change"),
        LocalizedText(zh: "达标率", en: "Within target"), LocalizedText(zh: "最近驻点（分钟）", en: "Nearest post (min)")
      ],
      rows: rows.map { row in
        DataTable.Row(
          head: row.name,
          cells: [
            DataTable.Cell(row.grid.areaClass.label),
            number(row.outcome?.incidentsPerYear, decimals: incidents),
            number(row.baseline), number(row.outcome?.meanMinutes),
            row.change.map { DataTable.Cell(NumberText.signed($0, decimals: 2)) } ?? .missing,
            row.outcome?.withinTarget.map { DataTable.Cell(NumberText.percent($0)) } ?? .missing,
            number(row.outcome?.nearestPostMinutes)
          ])
      })
  }

  private static func number(_ value: Double?, decimals: Int = 2) -> DataTable.Cell {
    value.map { DataTable.Cell(NumberText.level($0, decimals: decimals)) } ?? .missing
  }
}
