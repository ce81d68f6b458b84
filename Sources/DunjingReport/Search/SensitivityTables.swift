import DunjingDecision
import DunjingOptimization
import DunjingScenario
import DunjingStatistics

/// The tables behind what the answer rests on.
struct SensitivityTables {
  private let outcome: SensitivityOutcome
  private let scenario: Scenario
  private let objective: ObjectiveText

  init(_ outcome: SensitivityOutcome, _ scenario: Scenario, _ objective: ObjectiveText) {
    (self.outcome, self.scenario, self.objective) = (outcome, scenario, objective)
  }

  private static let assumption = LocalizedText(zh: "假设", en: "Assumption")

  /// Every assumption at both ends of its range.
  var oneAtATime: DataTable {
    let present = outcome.present
    let first = DataTable.Row(
      head: LocalizedText(zh: "本方案的取值", en: "As in the study"),
      cells: [
        .missing, .init(NumberText.whole(present.sunk)), .init(percent(present.bestGain)),
        .init(percent(present.foundGain))
      ], tone: .best)
    let rows = outcome.rows.map { row in
      DataTable.Row(
        head: row.assumption.name,
        cells: [
          .init(row.assumption.rangeText),
          pair(NumberText.whole(row.low.sunk), NumberText.whole(row.high.sunk)),
          pair(percent(row.low.bestGain), percent(row.high.bestGain)),
          pair(percent(row.low.foundGain), percent(row.high.foundGain))
        ])
    }
    return DataTable(
      heads: [
        Self.assumption, LocalizedText(zh: "范围", en: "Range"),
        LocalizedText(zh: "最优下沉\n名", en: "Best number\nof officers"),
        LocalizedText(zh: "最优方案收益\n%", en: "Gain of the best plan\n%"),
        LocalizedText(zh: "所选方案收益\n%", en: "Gain of the found plan\n%")
      ], rows: [first] + rows, layout: .compact)
  }

  private func pair(_ low: String, _ high: String) -> DataTable.Cell {
    DataTable.Cell("\(low) / \(high)", isGray: low == high)
  }

  private func percent(_ share: Double) -> String { NumberText.signed(share * 100, decimals: 1) }

  /// The indices of the assumptions that matter most; nil where they were not looked at.
  var indices: DataTable? {
    let rows = outcome.rows.filter { $0.gainShare != nil || $0.officerShare != nil }
    guard !rows.isEmpty else { return nil }
    return DataTable(
      heads: [
        Self.assumption, LocalizedText(zh: "收益：单独", en: "Gain: alone"),
        LocalizedText(zh: "收益：含交互", en: "Gain: in all"),
        LocalizedText(zh: "下沉数：单独", en: "Officers: alone"),
        LocalizedText(zh: "下沉数：含交互", en: "Officers: in all")
      ],
      rows: rows.map { row in
        DataTable.Row(
          head: row.assumption.name,
          cells: [
            cell(row.gainShare?.first), cell(row.gainShare?.total), cell(row.officerShare?.first),
            cell(row.officerShare?.total)
          ])
      }, layout: .compact)
  }

  private func cell(_ index: SobolIndices.Index?) -> DataTable.Cell {
    guard let index else { return .missing }
    let (value, low, high) = (
      NumberText.fixed(index.value, decimals: 2), NumberText.fixed(index.lower, decimals: 2),
      NumberText.fixed(index.upper, decimals: 2)
    )
    return DataTable.Cell(value, note: "(\(low) – \(high))", isGray: index.lower <= 0)
  }

  /// The effects of the screening; nil where there was none.
  var effects: DataTable? {
    let rows = outcome.rows.filter { $0.gainEffect != nil }
    guard !rows.isEmpty else { return nil }
    return DataTable(
      heads: [
        Self.assumption, LocalizedText(zh: "收益 μ*\n百分点", en: "Gain, μ*\npoints"),
        LocalizedText(zh: "收益 σ\n百分点", en: "Gain, σ\npoints"),
        LocalizedText(zh: "下沉数 μ*\n名", en: "Officers, μ*"), LocalizedText(zh: "下沉数 σ\n名", en: "Officers, σ")
      ],
      rows: rows.map { row in
        DataTable.Row(
          head: row.assumption.name,
          cells: [
            number(row.gainEffect.map { $0.absoluteMean * 100 }, decimals: 2),
            number(row.gainEffect.map { $0.deviation * 100 }, decimals: 2),
            number(row.officerEffect?.absoluteMean, decimals: 1),
            number(row.officerEffect?.deviation, decimals: 1)
          ])
      }, layout: .compact)
  }

  private func number(_ value: Double?, decimals: Int) -> DataTable.Cell {
    value.map { DataTable.Cell(NumberText.fixed($0, decimals: decimals)) } ?? .missing
  }

  /// The regret of the plans that matter; nil where it was not looked at.
  var regrets: DataTable? {
    guard !outcome.regrets.isEmpty else { return nil }
    return DataTable(
      heads: [
        Labels.plan, LocalizedText(zh: "下沉\n名", en: "Sent down\nofficers"),
        LocalizedText(zh: "上街面\n名", en: "On street\nofficers"),
        LocalizedText(zh: "最大后悔值\n%", en: "Greatest regret\n%"),
        LocalizedText(zh: "平均后悔值\n%", en: "Mean regret\n%")
      ],
      rows: outcome.regrets.map { regret in
        DataTable.Row(
          head: name(regret.subject),
          cells: [
            .init(NumberText.whole(regret.sunk)), .init(NumberText.whole(regret.toStreet)),
            .init(NumberText.fixed(regret.greatest * 100, decimals: 2)),
            .init(NumberText.fixed(regret.mean * 100, decimals: 2))
          ], tone: regret.subject == .leastRegret ? .best : .plain)
      }, layout: .compact)
  }

  private func name(_ subject: SensitivityOutcome.Regret.Subject) -> LocalizedText {
    switch subject {
    case .leastRegret: LocalizedText(zh: "最大后悔值最小的方案", en: "Least greatest regret")
    case .found: LocalizedText(zh: "搜索所得最优方案", en: "The plan found")
    case .treatment(let id): scenario.treatments.first { $0.id == id }?.name ?? LocalizedText(id)
    }
  }

  /// The found plan simulated at the ends of the strongest assumptions; nil where there was none.
  var confirmations: DataTable? {
    guard !outcome.confirmations.isEmpty else { return nil }
    let decimals = objective.decimals(
      of: outcome.confirmations.map { objective.drawn($0.simulated.mean) })
    return DataTable(
      heads: [
        Self.assumption, LocalizedText(zh: "取值", en: "Value"),
        LocalizedText(zh: "仿真：目标之差", en: "Simulated difference") + objective.unitInHead,
        LocalizedText(zh: "解析：目标之差", en: "By the outlook") + objective.unitInHead,
        LocalizedText(zh: "重复", en: "Replications")
      ],
      rows: outcome.confirmations.map { confirmation in
        let simulated = objective.drawn(confirmation.simulated)
        return DataTable.Row(
          head: confirmation.assumption.name,
          cells: [
            .init(confirmation.assumption.text(of: confirmation.value)),
            .init(
              NumberText.signed(simulated.mean, decimals: decimals),
              note: "± " + NumberText.level(simulated.halfWidth, decimals: decimals)),
            .init(NumberText.signed(objective.drawn(confirmation.expected), decimals: decimals)),
            .init(NumberText.whole(confirmation.replications))
          ])
      }, layout: .compact)
  }
}
