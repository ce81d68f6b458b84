import DunjingExperiment
import DunjingScenario
import DunjingSimulation

/// All treatments against the baseline in one picture: gains and price with simultaneous intervals.
enum ComparisonChart {
  /// The figure; nil without intervals or with nothing to compare.
  static func figure(_ findings: Findings) -> Figure? {
    let treatments = (findings.sinkTreatments + findings.packages).filter {
      $0.id != findings.result.baseline && !$0.comparisons.isEmpty
    }
    let panels = indicators(findings).map { panel($0, treatments, findings) }
    guard findings.hasIntervals, !treatments.isEmpty, !panels.isEmpty else { return nil }
    return Figure(
      label: LocalizedText(
        zh: "各方案主要指标与基线之差及同时置信区间", en: "Changes of key indicators under each treatment, with intervals"),
      chart: DotPlotChart(
        rows: treatments.map { .init(label: findings.label(of: $0), isBest: $0.id == findings.best?.id) },
        panels: panels), table: nil)
  }

  static let caption = LocalizedText(
    zh: "与基线之差及同时置信区间；实心点显著，空心点与基线无法区分，橙色为综合损失指数最低的方案。数值见下面各表。",
    en:
      "Changes against the baseline with simultaneous intervals. A filled dot is significant, a ring cannot be told from "
      + "the baseline; orange is the treatment of least harm. The numbers are in the tables below.")

  private static func indicators(_ findings: Findings) -> [Indicator] {
    let wanted: [Indicator] = [.withinTarget, .incidentsOrder, .weightedDelay, .harmIndex]
    return wanted.filter { findings.presentIndicators.contains($0) && !findings.isUnchanged($0) }
  }

  private static func panel(
    _ indicator: Indicator, _ treatments: [TreatmentResult], _ findings: Findings
  ) -> DotPlotChart.Panel {
    let isRelative = indicator.changesInPercent || indicator.unit == .index
    return DotPlotChart.Panel(
      title: indicator.name.capitalized,
      unit: isRelative ? LocalizedText("%") : indicator.changeUnit,
      values: treatments.map { treatment in
        guard let change = findings.change(indicator, of: treatment) else { return nil }
        return isRelative ? relative(change) : absolute(change)
      })
  }

  private static func absolute(_ change: Change) -> DotPlotChart.Value? {
    guard let half = change.halfWidth else { return nil }
    let scaled = change.indicator.scaled
    return DotPlotChart.Value(
      mean: scaled(change.difference), low: scaled(change.difference - half),
      high: scaled(change.difference + half))
  }

  private static func relative(_ change: Change) -> DotPlotChart.Value? {
    guard let mean = change.relative, let half = change.relativeHalfWidth else { return nil }
    return DotPlotChart.Value(mean: mean * 100, low: (mean - half) * 100, high: (mean + half) * 100)
  }
}
