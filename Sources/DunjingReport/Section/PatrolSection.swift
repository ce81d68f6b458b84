import DunjingExperiment
import DunjingScenario
import DunjingSimulation

/// Patrol duties: points visited, lines passed, police seen.
enum PatrolSection {
  private static let indicators: [Indicator] = [.pointVisitRate, .linePassRate, .visibility]

  /// The section; nil where neither duties nor visibility are there.
  static func section(_ findings: Findings) -> Section? {
    let present = indicators.filter { findings.presentIndicators.contains($0) }
    guard !present.isEmpty, let shown = findings.shown ?? findings.baseline else { return nil }
    let table = LevelTable.table(present, heads: present.map(\.name.capitalized), findings)
    return Section(
      id: "patrol", title: LocalizedText(zh: "巡防勤务", en: "Patrol duties"),
      blocks: [.caption(caption), .table(table)] + map(shown, findings) + hours(shown, findings))
  }

  private static let caption = LocalizedText(
    zh: "必到点到位率和必巡线完成率按要求的次数计，一处多去不抵另一处少去；见警率为按警情加权，一处能看到警力的时刻所占比例。",
    en:
      "Visits and passes count up to those required: more at one place does not make up for another. Visibility is the "
      + "share of moments at which a unit can be seen, weighted by demand.")

  // MARK: - Map

  private static func map(_ shown: TreatmentResult, _ findings: Findings) -> [Block] {
    let scenario = findings.scenario
    let (points, lines) = (scenario.patrol.points, scenario.patrol.lines)
    guard points.count == shown.patrol.pointRates.count, lines.count == shown.patrol.lineRates.count,
      points.count + lines.count > 0, scenario.grids.count <= MapSummary.gridLimit,
      let geometry = MapGeometry(grids: scenario.grids, coordinates: scenario.coordinates),
      geometry.bounds.width > 0, geometry.bounds.height > 0
    else { return [] }
    let duties = duties(shown, scenario, geometry)
    let label = findings.label(of: shown)
    // Whole cells alone: area classes would stand between the roads.
    let tiles = geometry.tiles.filter { $0.shape != .mark }.map { tile in
      MapGeometry.Tile(shape: tile.shape, box: tile.box, areaClass: .general)
    }
    let base = MapBase(tiles: tiles, regions: nil, bounds: geometry.bounds, markers: [])
    let figure = Figure(
      label: LocalizedText(zh: "必到点到位率与必巡线完成率地图", en: "Map of must-visit points and must-patrol lines"),
      chart: base.duties(
        duties,
        title: LocalizedText(
          zh: "必到点与必巡线的完成情况（\(label.zh)）", en: "Points and lines by how far they are fulfilled (\(label.en))")
      ),
      table: dutyTable(shown, scenario))
    return [.caption(summary(shown)), .figure(figure)]
  }

  private static func duties(
    _ shown: TreatmentResult, _ scenario: Scenario, _ geometry: MapGeometry
  ) -> MapDuties {
    let nodes = Dictionary((scenario.roads?.nodes ?? []).map { ($0.id, $0) }) { first, _ in first }
    return MapDuties(
      spots: zip(scenario.patrol.points, shown.patrol.pointRates).map { point, rate in
        MapDuties.Spot(center: geometry.position(x: point.x, y: point.y), rate: rate)
      },
      routes: zip(scenario.patrol.lines, shown.patrol.lineRates).map { line, rate in
        MapDuties.Route(
          points: line.nodes.compactMap { nodes[$0] }.map { geometry.position(x: $0.x, y: $0.y) }, rate: rate)
      })
  }

  /// How many points and lines are done, and the one that is done least.
  private static func summary(_ shown: TreatmentResult) -> LocalizedText {
    func counts(_ rates: [Double]) -> (full: String, all: String) {
      (NumberText.whole(rates.count { MapDuties.Grade($0) == .full }), NumberText.whole(rates.count))
    }
    let (points, lines) = (counts(shown.patrol.pointRates), counts(shown.patrol.lineRates))
    let full = NumberText.percent(MapDuties.fullRate, decimals: 0)
    return LocalizedText(
      zh: "完成 \(full) 以上的：必到点 \(points.full) 个（共 \(points.all) 个），必巡线 \(lines.full) 条（共 \(lines.all) 条）。",
      en:
        "Fulfilled to \(full) and more: \(points.full) of \(points.all) points and \(lines.full) of \(lines.all) lines."
    )
  }

  private static func dutyTable(_ shown: TreatmentResult, _ scenario: Scenario) -> DataTable {
    let kinds = [
      (LocalizedText(zh: "必到点", en: "point"), zip(scenario.patrol.points.map(\.id), shown.patrol.pointRates)),
      (LocalizedText(zh: "必巡线", en: "line"), zip(scenario.patrol.lines.map(\.id), shown.patrol.lineRates))
    ]
    return DataTable(
      heads: [
        LocalizedText(zh: "编号", en: "Id"), LocalizedText(zh: "类别", en: "Kind"),
        LocalizedText(zh: "完成率", en: "Fulfilled")
      ],
      rows: kinds.flatMap { kind, duties in
        duties.map { id, rate in
          DataTable.Row(
            head: LocalizedText(id),
            cells: [DataTable.Cell(kind, isText: true), DataTable.Cell(NumberText.percent(rate))])
        }
      })
  }

  // MARK: - Hours

  private static func hours(_ shown: TreatmentResult, _ findings: Findings) -> [Block] {
    let own = shown.patrol.visibilityByHour
    guard own.count == 24 else { return [] }
    let base = findings.baseline?.patrol.visibilityByHour ?? []
    let isCompared = base.count == 24 && shown.id != findings.result.baseline
    let label = findings.label(of: shown)
    let series =
      (isCompared ? [HourCurveChart.Series(label: Labels.baseline, values: base, isBaseline: true)] : [])
      + [HourCurveChart.Series(label: label, values: own, isBaseline: false)]
    let figure = Figure(
      label: LocalizedText(zh: "各小时的见警率", en: "Visibility by hour of the day"),
      chart: HourCurveChart(
        title: LocalizedText(zh: "各小时的见警率", en: "Visibility by hour of the day"), series: series,
        isBest: shown.id == findings.best?.id),
      table: DataTable(
        heads: [Labels.hour] + series.map(\.label),
        rows: (0..<24).map { hour in
          DataTable.Row(
            head: LocalizedText("\(hour)"),
            cells: series.map { DataTable.Cell(NumberText.percent($0.values[hour])) })
        }))
    return [.figure(figure)]
  }
}
