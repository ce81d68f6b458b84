import DunjingExperiment
import DunjingScenario
import DunjingSimulation

/// Coverage as it is predicted from the posts alone, beside what the simulation finds: a treatment that moves posts shows
/// here how much of its promise it keeps.
enum CoverageTable {
  /// The heading, how to read the table, and the table; empty without a prediction.
  static func blocks(_ findings: Findings) -> [Block] {
    guard findings.presentIndicators.contains(.potentialCoverage) else { return [] }
    let rows = findings.result.treatments.map { treatment in
      DataTable.Row(
        head: findings.rowLabel(of: treatment),
        cells: [predicted(treatment, findings)]
          + [.availableCoverage, .withinTarget].map { CellText.level($0, of: treatment, findings) })
    }
    return [
      .heading(LocalizedText(zh: "覆盖率：预测与仿真", en: "Coverage, predicted and simulated")),
      .caption(.sentences([caption, waits(findings)])),
      .table(DataTable(heads: heads, rows: rows, layout: .compact))
    ] + absences(findings.scenario)
  }

  /// The potential coverage; it is the same in every replication, so that it has no interval.
  private static func predicted(_ treatment: TreatmentResult, _ findings: Findings) -> DataTable.Cell {
    DataTable.Cell(CellText.level(.potentialCoverage, of: treatment, findings).value)
  }

  private static let heads = [
    Labels.treatment,
    LocalizedText(zh: "站点覆盖率\n预测", en: "Potential\npredicted"),
    LocalizedText(zh: "可用覆盖率\n仿真", en: "Available\nsimulated"),
    LocalizedText(zh: "到场达标率\n仿真", en: "Reached within target\nsimulated")
  ]

  private static let caption = LocalizedText(
    zh: "站点覆盖率只看站点的位置：时限内有站点的警情比例。可用覆盖率是派警时时限内确有空闲单元的比例；到场达标率看所派单元的实际到场时间。"
      + "前两者之差来自单元正在处警、交接班、休息或做其他事。",
    en:
      "Potential coverage looks at posts only: the share of demand with a staffed post within the target. Available "
      + "coverage is the share with an idle unit within the target when a unit is ordered; the last column counts when the "
      + "unit really arrived. The first two differ because units are at incidents, change shifts, rest or do other work."
  )

  /// Why more incidents are reached within the target than had an idle unit within it: those that wait have none, and the
  /// clock starts when one is sent; empty where waits do not account for it.
  private static func waits(_ findings: Findings) -> LocalizedText {
    guard findings.scenario.targets.clockOrigin == .dispatch,
      findings.result.treatments.contains(where: { isExplained(for: $0, findings) })
    else { return LocalizedText("") }
    return LocalizedText(
      zh: "到场达标率自派警起计，不含等待：要等警力的警情当时没有空闲单元，不计入可用覆盖率，等到单元后在时限内到场却算达标，所以它会高于可用覆盖率。",
      en:
        "The clock of the last column starts at dispatch and leaves out the wait: an incident that waits has no available unit, "
        + "and is within target all the same if the unit it waited for is soon there; so that column can be the higher one."
    )
  }

  /// Whether more is reached within the target than was available, and no more than waited besides.
  private static func isExplained(for treatment: TreatmentResult, _ findings: Findings) -> Bool {
    guard let reached = findings.estimate(.withinTarget, of: treatment)?.mean,
      let available = findings.estimate(.availableCoverage, of: treatment)?.mean,
      let queued = findings.estimate(.queuedShare, of: treatment)?.mean
    else { return false }
    return reached > available && reached - available <= queued
  }

  /// How much of their time units are away from incidents on other work; empty where the study says nothing of it.
  private static func absences(_ scenario: Scenario) -> [Block] {
    let rows = scenario.namedUnits.flatMap { named in
      // Groups of one name that differ in this keep a row for each share.
      Set(named.groups.map { scenario.units[$0].unavailableShare }).filter { $0 > 0 }.sorted().map { share in
        DataTable.Row(head: named.name, cells: [DataTable.Cell(NumberText.percent(share, decimals: 0))])
      }
    }
    guard !rows.isEmpty else { return [] }
    let heads = [
      LocalizedText(zh: "单元", en: "Units"),
      LocalizedText(
        zh: "因接待、押解、自办案件不能派的时间占比",
        en: "Share of time for walk-ins, escorts and own cases")
    ]
    return [.table(DataTable(heads: heads, rows: rows, layout: .compact))]
  }
}
