import DunjingExperiment
import DunjingScenario
import DunjingSimulation

/// Where the time goes: the stages of an incident, from the call to the end of its handling.
enum StageTable {
  /// The heading, how to read the table, and the table; empty where no stage was measured.
  static func blocks(_ treatment: TreatmentResult, _ findings: Findings) -> [Block] {
    let present = stages.filter { findings.presentIndicators.contains($0.indicator) }
    guard !present.isEmpty else { return [] }
    let isBaseline = treatment.id == findings.result.baseline
    let heads =
      [LocalizedText(zh: "环节", en: "Stage"), Labels.baseline]
      + (isBaseline ? [] : [findings.label(of: treatment), LocalizedText(zh: "与基线之差", en: "Difference")])
    let rows = present.map { stage in
      DataTable.Row(
        head: stage.name,
        cells: [level(stage.indicator, of: findings.baseline, findings)]
          + (isBaseline
            ? []
            : [
              level(stage.indicator, of: treatment, findings),
              CellText.difference(stage.indicator, of: treatment, findings)
            ]))
    }
    return [
      .heading(LocalizedText(zh: "各环节时长", en: "The stages of an incident")),
      .caption(isBaseline ? unit : .sentences([unit, intervals(findings)])),
      .table(DataTable(heads: heads, rows: rows, layout: .compact))
    ]
  }

  private static let stages: [(indicator: Indicator, name: LocalizedText)] = [
    (.dispatchMean, LocalizedText(zh: "接派警（接到报警至派警指令）", en: "Call to dispatch")),
    (.turnoutMean, LocalizedText(zh: "出警（派警指令至出发）", en: "Turnout (dispatch to departure)")),
    (.travelMean, LocalizedText(zh: "路途（出发至到场）", en: "Travel (departure to arrival)")),
    (
      .responseMeanFromCall,
      LocalizedText(zh: "到场：以上合计（接到报警至到场）", en: "Arrival: all of the above (call to arrival)")
    ),
    (
      .fullComplementMean,
      LocalizedText(zh: "警力到齐（派警指令至到齐，限需多个单元的警情）", en: "Full complement (dispatch to last unit needed)")
    ),
    (.handlingMean, LocalizedText(zh: "处置（到场至处置完毕）", en: "Handling (arrival to scene cleared)"))
  ]

  private static let unit = LocalizedText(
    zh: "平均分钟数；除“警力到齐”外，均为首到警力的时长。",
    en: "Means in minutes; of the unit that arrives first, except for the full complement.")

  private static func intervals(_ findings: Findings) -> LocalizedText {
    guard findings.hasIntervals else { return LocalizedText("") }
    let level = NumberText.percent(findings.result.confidence, decimals: 0)
    return LocalizedText(
      zh: "± 为 \(level) 同时置信区间半宽；灰色并带 ° 的差不显著。",
      en: "± is the \(level) simultaneous half width; gray with ° is not significant.")
  }

  private static func level(
    _ indicator: Indicator, of treatment: TreatmentResult?, _ findings: Findings
  ) -> DataTable.Cell {
    if findings.growsWithoutBound(indicator, under: treatment) { return CellText.growing }
    return findings.estimate(indicator, of: treatment).map { DataTable.Cell(indicator.bareLevel($0.mean)) }
      ?? .missing
  }
}
