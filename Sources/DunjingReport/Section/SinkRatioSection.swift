import DunjingExperiment
import DunjingScenario
import DunjingSimulation

/// How much to sink: one curve for each channel over the ratio.
enum SinkRatioSection {
  static func section(_ findings: Findings) -> Section {
    let title = LocalizedText(zh: "下沉多少", en: "How much to sink")
    let indicators = self.indicators(findings)
    guard findings.isSweep, findings.curve.count > 1, !indicators.isEmpty else {
      let note = LocalizedText(
        zh: "没有只改变下沉比例的一组方案或没有相应指标，画不出曲线。",
        en: "No two treatments differ by their ratio alone, or there is no such indicator: no curve to draw.")
      return Section(id: "ratio", title: title, blocks: [.paragraph(note)])
    }
    let chart = CurveChart(
      panels: indicators.map { panel($0.indicator, channel: $0.channel, findings) },
      plateau: plateau(findings))
    let figure = Figure(
      label: LocalizedText(
        zh: "响应、预防与代价随下沉比例的变化", en: "Response, prevention and price over the sink ratio"),
      chart: chart, table: table(indicators.map(\.indicator), findings))
    return Section(id: "ratio", title: title, blocks: [.caption(caption(findings)), .figure(figure)])
  }

  private static func indicators(_ findings: Findings) -> [(indicator: Indicator, channel: Channel)] {
    let wanted: [([Indicator], Channel)] = [
      ([.withinTarget, .withinFiveMinutes], .response),
      ([.incidentsOrder, .hazardsEscalated, .incidents], .prevention),
      ([.weightedDelay, .backlogEnd, .departmentUtilization], .headquarters)
    ]
    return wanted.compactMap { choices, channel in
      choices.first { indicator in
        findings.curve.filter { findings.estimate(indicator, of: $0) != nil }.count > 1
      }.map { ($0, channel) }
    }
  }

  private static func panel(_ indicator: Indicator, channel: Channel, _ findings: Findings)
    -> CurveChart.Panel
  {
    let line = findings.curve
    let head = channel == .headquarters ? LocalizedText(zh: "代价", en: "Price") : channel.label
    return CurveChart.Panel(
      title: LocalizedText(zh: "\(head.zh)：\(indicator.name.zh)", en: "\(head.en)"),
      subtitle: LocalizedText(
        zh: indicator.unit == .share ? "" : indicator.levelUnit.zh,
        en: indicator.name.capitalized.en + (indicator.unit == .share ? "" : ", " + indicator.levelUnit.en)),
      points: line.compactMap { point(indicator, $0, findings) },
      isShare: indicator.unit == .share)
  }

  private static func point(
    _ indicator: Indicator, _ treatment: TreatmentResult, _ findings: Findings
  ) -> CurveChart.CurvePoint? {
    guard let level = findings.estimate(indicator, of: treatment) else { return nil }
    return CurveChart.CurvePoint(
      ratio: treatment.sinkRatio, value: level.mean,
      halfWidth: findings.change(indicator, of: treatment)?.halfWidth,
      isBest: treatment.id == findings.best?.id)
  }

  private static func plateau(_ findings: Findings) -> ClosedRange<Double>? {
    guard let best = findings.best, findings.hasIntervals else { return nil }
    let ratios = ([best] + findings.plateau).map(\.sinkRatio)
    guard let low = ratios.min(), let high = ratios.max(), high > low else { return nil }
    return low...high
  }

  private static func caption(_ findings: Findings) -> LocalizedText {
    let level = NumberText.percent(findings.result.confidence, decimals: 0)
    var parts = [
      LocalizedText(
        zh: "三条曲线要一起看：好处与代价随比例同时变化。", en: "Read the curves together: gain and price move with the ratio.")
    ]
    if findings.hasIntervals {
      parts.append(
        LocalizedText(
          zh: "色带为与基线之差的 \(level) 同时置信区间，虚线为基线水平，橙点为综合损失指数最低的比例。",
          en:
            "Bands are \(level) simultaneous intervals of the difference to the baseline, dashes its level, "
            + "the orange point the ratio with the lowest harm index."))
    }
    if plateau(findings) != nil {
      parts.append(
        LocalizedText(zh: "竖向阴影为无法与它区分的比例。", en: "Shading covers ratios not distinguishable from it."))
    }
    return .sentences(parts)
  }

  private static func table(_ indicators: [Indicator], _ findings: Findings) -> DataTable {
    DataTable(
      heads: [Labels.treatment] + indicators.map(\.name.capitalized),
      rows: findings.sinkTreatments.map { treatment in
        DataTable.Row(
          head: findings.rowLabel(of: treatment),
          cells: indicators.map { CellText.level($0, of: treatment, findings) })
      })
  }
}

/// Cells that several tables share.
enum CellText {
  /// In place of a level that has no steady value.
  static let growing = DataTable.Cell(
    LocalizedText(zh: "无界增长", en: "grows without bound"), isGray: true, isText: true)

  /// A level, with the simultaneous half width of its difference to the baseline; a column has the same decimals
  /// for all treatments.
  static func level(_ indicator: Indicator, of treatment: TreatmentResult, _ findings: Findings)
    -> DataTable.Cell
  {
    if findings.growsWithoutBound(indicator, under: treatment) { return growing }
    guard let level = findings.estimate(indicator, of: treatment) else { return .missing }
    let half = findings.change(indicator, of: treatment)?.halfWidth
    let greatest = findings.greatest(indicator)
    let note = half.map {
      "± "
        + NumberMark.number(
          indicator.bareHalfWidth($0, around: greatest), .halfWidth, of: indicator, under: treatment.id)
    }
    let text = indicator.bareLevel(level.mean, around: greatest)
    return DataTable.Cell(NumberMark.number(text, .level, of: indicator, under: treatment.id), note: note)
  }

  /// A difference to the baseline with its simultaneous half width; gray and marked when not significant.
  static func difference(
    _ indicator: Indicator, of treatment: TreatmentResult, _ findings: Findings
  ) -> DataTable.Cell {
    if findings.growsWithoutBound(indicator, under: treatment) { return growing }
    guard let change = findings.change(indicator, of: treatment) else { return .missing }
    func mark(_ text: String, _ quantity: NumberMark.Quantity) -> String {
      NumberMark.number(text, quantity, of: indicator, under: treatment.id)
    }
    let bare = change.bare
    let text = mark(bare.difference, .difference)
    let half = bare.halfWidth.map { "± " + mark($0, .halfWidth) }
    let isGray = !change.isSignificant
    return DataTable.Cell(isGray ? text + "°" : text, note: half, isGray: isGray)
  }
}
