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
      .caption(.sentences([caption, gap(findings.scenario)])),
      .table(DataTable(heads: heads, rows: rows, layout: .compact))
    ]
  }

  /// The potential coverage; it is the same in every replication, so that it has no interval.
  private static func predicted(_ treatment: TreatmentResult, _ findings: Findings) -> DataTable.Cell {
    DataTable.Cell(CellText.level(.potentialCoverage, of: treatment, findings).value)
  }

  private static let heads = [
    Labels.treatment,
    LocalizedText(zh: "潜在覆盖率\n预测", en: "Potential\npredicted"),
    LocalizedText(zh: "可用覆盖率\n仿真", en: "Available\nsimulated"),
    LocalizedText(zh: "到场达标率\n仿真", en: "Reached within target\nsimulated")
  ]

  private static let caption = LocalizedText(
    zh: "潜在覆盖率只看驻点：时限内有驻点的警情比例。可用覆盖率是派警时时限内确有空闲单元的比例；到场达标率还含所派单元的实际到场时间。",
    en:
      "Potential coverage looks at posts only: the share of demand with a staffed post within the target. Available "
      + "coverage is the share with an idle unit within the target when a unit is ordered; the last column counts when the "
      + "unit really arrived.")

  /// Why units that are posted are not there: what keeps them busy besides incidents, where the study says so.
  private static func gap(_ scenario: Scenario) -> LocalizedText {
    let absent = scenario.units.filter { $0.unavailableShare > 0 }
    let shares = absent.map { group in
      let share = NumberText.percent(group.unavailableShare, decimals: 0)
      return LocalizedText(zh: "\(group.name.zh) \(share)", en: "\(share) for \(group.name.en)")
    }
    let reason = LocalizedText(
      zh: "前两者之差是单元正在处警、交接班、休息或做其他事的时间",
      en:
        "The first two differ by the time in which units are at incidents, change shifts, rest or do other work"
    )
    guard !shares.isEmpty else { return reason + LocalizedText(zh: "。", en: ".") }
    let (zh, en) = (shares.map(\.zh).joined(separator: "，"), shares.map(\.en).joined(separator: ", "))
    return LocalizedText(
      zh: "\(reason.zh)；因接待、押解、自办案件而不能派的时间按 unavailableShare 占：\(zh)。",
      en: "\(reason.en); of that, walk-ins, escorts and own cases take by unavailableShare: \(en).")
  }
}
