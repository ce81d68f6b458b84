import DunjingExperiment
import DunjingScenario

/// How many grids or cells are in each class of the map of response times, and how many of the incidents.
enum MapClassTable {
  /// The table; the baseline's column only where the treatment is another one.
  static func table(_ rows: [MapSection.GridRow], one: LocalizedText, label: LocalizedText, isCompared: Bool)
    -> DataTable
  {
    let classes = MapClasses(rows.compactMap { $0.outcome?.meanMinutes })
    let incidents = rows.compactMap { $0.outcome?.incidentsPerYear }.reduce(0, +)
    let heads =
      [
        LocalizedText(zh: "平均到场时间", en: "Mean response"),
        LocalizedText(zh: "\(one.zh)\n\(label.zh)", en: "\(one.capitalized.en)s\n\(label.en)")
      ] + (isCompared ? [LocalizedText(zh: "\(one.zh)\n基线", en: "\(one.capitalized.en)s\nbaseline")] : []) + [
        LocalizedText(zh: "占警情\n\(label.zh)", en: "Of incidents\n\(label.en)")
      ]
    let legend = classes.responseLegend
    func place(of minutes: Double?) -> Int { minutes.map(classes.number) ?? legend.count - 1 }
    // Grids without a time come last, so that the table sums to all that there are.
    let isComplete = rows.allSatisfy { $0.outcome?.meanMinutes != nil && (!isCompared || $0.baseline != nil) }
    let body = (isComplete ? legend.dropLast() : legend[...]).enumerated().map { number, entry in
      let own = rows.filter { place(of: $0.outcome?.meanMinutes) == number }
      let before = rows.count { place(of: $0.baseline) == number }
      let share = own.compactMap { $0.outcome?.incidentsPerYear }.reduce(0, +) / max(incidents, 1e-9)
      return DataTable.Row(
        head: entry.label,
        cells: [DataTable.Cell(NumberText.whole(own.count))]
          + (isCompared ? [DataTable.Cell(NumberText.whole(before))] : []) + [
            DataTable.Cell(NumberText.percent(share))
          ])
    }
    let last = DataTable.Row(
      head: LocalizedText(zh: "合计", en: "All"),
      cells: [DataTable.Cell(NumberText.whole(rows.count))]
        + (isCompared ? [DataTable.Cell(NumberText.whole(rows.count))] : [])
        + [DataTable.Cell(NumberText.percent(1))], tone: .total)
    return DataTable(heads: heads, rows: body + [last], layout: .compact)
  }

  /// How many grids or cells are in each class of the maps of reach and of visibility.
  static func reach(_ rows: [MapSection.GridRow], one: LocalizedText) -> DataTable {
    let (minutes, seen) = (rows.map { $0.outcome?.nearestPostMinutes }, rows.map { $0.outcome?.seenShare })
    let classes = MapClasses(minutes.compactMap { $0 })
    let none = LocalizedText(zh: "无驻点可达", en: "no post")
    let body =
      [
        DataTable.Row(
          head: LocalizedText(zh: "最近驻点的行车时间", en: "Travel from the nearest post"), cells: [], tone: .group)
      ]
      + counts(minutes.map(classes.response), classes.timeLegend(empty: none))
      + (seen.contains { $0 != nil }
        ? [DataTable.Row(head: LocalizedText(zh: "见警率", en: "Visibility"), cells: [], tone: .group)]
          + counts(seen.map(MapClasses.seen), MapClasses.seenLegend) : [])
    return DataTable(
      heads: [
        LocalizedText(zh: "等级", en: "Class"), LocalizedText(zh: "\(one.zh)数", en: "\(one.capitalized.en)s")
      ],
      rows: body)
  }

  private static func counts(_ looks: [MapClasses.Look], _ legend: [MapClasses.Entry]) -> [DataTable.Row] {
    legend.map { entry in
      DataTable.Row(
        head: entry.label, cells: [DataTable.Cell(NumberText.whole(looks.count { $0 == entry.look }))])
    }
  }
}
