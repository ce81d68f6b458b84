import DunjingExperiment
import DunjingScenario

/// What the maps of a report have in common, and the maps themselves.
struct MapBase {
  var tiles: [MapGeometry.Tile]
  var regions: MapRegions?
  var bounds: Box
  var markers: [MapChart.Marker]

  /// Mean response time under a treatment, and its change against the baseline.
  ///
  /// Facilities are on the first map only: the second is about where something changes.
  func response(_ rows: [MapSection.GridRow], label: LocalizedText, hasChange: Bool) -> MapChart {
    let classes = MapClasses(rows.compactMap { $0.outcome?.meanMinutes })
    let level = MapChart.Panel(
      title: LocalizedText(zh: "平均到场时间（\(label.zh)）", en: "Mean response time (\(label.en))"),
      legend: classes.responseLegend, looks: rows.map { classes.response($0.outcome?.meanMinutes) },
      hasNames: true, titles: rows.map(title(of:)))
    let change = MapChart.Panel(
      title: LocalizedText(zh: "与基线之差", en: "Change against the baseline"), legend: MapClasses.changeLegend,
      looks: rows.map { MapClasses.change($0.change) }, hasMarkers: false)
    return chart(hasChange ? [level, change] : [level])
  }

  /// The name of a grid, its mean response time, and the change in brackets; nil without incidents.
  private func title(of row: MapSection.GridRow) -> LocalizedText? {
    row.outcome?.meanMinutes.map { minutes in
      let change = row.change.map { " (\(NumberText.signed($0, decimals: 2)))" } ?? ""
      return row.name + LocalizedText(": \(NumberText.level(minutes, decimals: 2))\(change) ")
        + Labels.minutes
    }
  }

  /// Travel time from the nearest post, and visibility where it was observed; nil without posts.
  func reach(_ rows: [MapSection.GridRow], label: LocalizedText) -> MapChart? {
    let minutes = rows.map { $0.outcome?.nearestPostMinutes }
    guard minutes.contains(where: { $0 != nil }) else { return nil }
    let classes = MapClasses(minutes.compactMap { $0 })
    let nearest = MapChart.Panel(
      title: LocalizedText(zh: "最近驻点的行车时间（\(label.zh)）", en: "Travel from the nearest post (\(label.en))"),
      legend: classes.timeLegend(empty: LocalizedText(zh: "无驻点可达", en: "no post")),
      looks: minutes.map(classes.response))
    let seen = rows.map { $0.outcome?.seenShare }
    let visibility = MapChart.Panel(
      title: LocalizedText(zh: "见警率（\(label.zh)）", en: "Visibility (\(label.en))"),
      legend: MapClasses.seenLegend, looks: seen.map(MapClasses.seen), hasMarkers: false)
    return chart(seen.contains { $0 != nil } ? [nearest, visibility] : [nearest], definesHatches: false)
  }

  /// Must-visit points and must-patrol lines by how far they are fulfilled.
  func duties(_ duties: MapDuties, title: LocalizedText) -> MapChart {
    chart(
      [
        MapChart.Panel(
          title: title, legend: [], looks: tiles.map { _ in MapClasses.ground }, hasMarkers: false,
          duties: duties)
      ], definesHatches: false)
  }

  private func chart(_ panels: [MapChart.Panel], definesHatches: Bool = true) -> MapChart {
    MapChart(
      tiles: tiles, panels: panels, markers: markers, regions: regions, bounds: bounds,
      definesHatches: definesHatches)
  }
}
