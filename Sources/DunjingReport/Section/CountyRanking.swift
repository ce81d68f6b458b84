import DunjingExperiment
import DunjingScenario

/// The counties in order of what they gain in incidents reached in time, with intervals: a picture of the county table.
enum CountyRanking {
  /// More counties than this do not fit on a page.
  private static let limit = 70

  /// The figure; nil without changes.
  static func figure(_ shown: TreatmentResult) -> Figure? {
    let counties = shown.counties.filter { $0[.withinTarget]?.difference != nil }.sorted {
      ($0[.withinTarget]?.difference ?? 0, $1.id) > ($1[.withinTarget]?.difference ?? 0, $0.id)
    }
    guard counties.count > 2, counties.count <= limit else { return nil }
    let panels = [
      panel(
        LocalizedText(zh: "到场达标率", en: "Within target"), LocalizedText(zh: "百分点", en: "percentage points"),
        .withinTarget, factor: 100, counties),
      panel(
        LocalizedText(zh: "升级隐患", en: "Escalated hazards"), LocalizedText(zh: "个/年", en: "a year"),
        .hazardsEscalated,
        factor: 1, counties),
      panel(
        LocalizedText(zh: "机关负荷", en: "Work/capacity"), LocalizedText(zh: "百分点", en: "percentage points"),
        .departmentUtilization, factor: 100, counties)
    ].filter { !$0.values.allSatisfy { $0 == nil } }
    return Figure(
      label: LocalizedText(
        zh: "各县（市、区）与基线之差，按到场达标率的变化排列", en: "Changes by county, in order of the share within target"),
      chart: DotPlotChart(rows: counties.map { .init(label: $0.name) }, panels: panels, pitch: 12.5),
      table: nil)
  }

  private static func panel(
    _ title: LocalizedText, _ unit: LocalizedText, _ measure: CountyMeasure, factor: Double,
    _ counties: [CountyOutcome]
  ) -> DotPlotChart.Panel {
    DotPlotChart.Panel(
      title: title, unit: unit,
      values: counties.map { county in
        guard let value = county[measure], let difference = value.difference, let half = value.halfWidth,
          half.isFinite
        else { return nil }
        return DotPlotChart.Value(
          mean: difference * factor, low: (difference - half) * factor, high: (difference + half) * factor)
      })
  }
}
