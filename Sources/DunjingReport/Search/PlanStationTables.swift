import DunjingDecision
import DunjingScenario
import DunjingStatistics

/// How the officers of the answer should divide among the stations.
struct PlanStationTables {
  private let found: StationOutcome
  private let scenario: Scenario
  private let objective: ObjectiveText

  init(_ found: StationOutcome, _ scenario: Scenario, _ objective: ObjectiveText) {
    (self.found, self.scenario, self.objective) = (found, scenario, objective)
  }

  private var hasCounties: Bool { scenario.counties.count > 1 }

  /// Officers by formula, and what one more is worth; of many stations only those where it is greatest.
  var stations: DataTable {
    let all = found.allocations.flatMap { allocation in
      allocation.stations.indices.map { (allocation: allocation, station: $0) }
    }
    let order = all.indices.sorted { one, other in
      let (first, second) = (all[one], all[other])
      return (second.allocation.worthOfOneMore[second.station], one) < (
        first.allocation.worthOfOneMore[first.station], other
      )
    }
    let names = Dictionary(
      scenario.facilities.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    let worths = order.prefix(Self.stationRows).map { all[$0].allocation.worthOfOneMore[all[$0].station] }
    let decimals = NumberText.decimals(forSpreadOf: worths)
    let rows = order.prefix(Self.stationRows).map { index in
      let (allocation, station) = all[index]
      let id = allocation.stations[station]
      return DataTable.Row(
        head: names[id] ?? LocalizedText(id),
        cells: (hasCounties ? [.init(scenario.countyName(allocation.county), isText: true)] : []) + [
          .init(NumberText.whole(allocation.officers[station])),
          .init(NumberText.fixed(allocation.worthOfOneMore[station], decimals: decimals))
        ])
    }
    return DataTable(heads: stationHeads, rows: rows, layout: .compact)
  }

  private static let stationRows = 20

  private var stationHeads: [LocalizedText] {
    [LocalizedText(zh: "派出所", en: "Station")]
      + (hasCounties ? [LocalizedText(zh: "县（市、区）", en: "County")] : []) + [
        LocalizedText(zh: "社区下沉民警\n名", en: "Sent down to it\nofficers"),
        LocalizedText(zh: "再多一名\n综合损失下降", en: "Fall of harm\nby one more")
      ]
  }

  var caption: LocalizedText {
    let count = found.allocations.reduce(0) { $0 + $1.stations.count }
    let part =
      count > Self.stationRows
      ? LocalizedText(
        zh: "共 \(count) 个派出所，列出再增一名收益最大的 \(Self.stationRows) 个，其余见 optimize.json。",
        en:
          "Of \(count) stations those \(Self.stationRows) where one more officer is worth most; all are in optimize.json. "
      )
      : LocalizedText("")
    return LocalizedText(
      zh: part.zh + "各所人数由边际分析得出：逐名放到使升级隐患的综合损失下降最多之处（按公式推算）；其中不含迟到与机关延误。",
      en: part.en
        + "Officers divide by marginal analysis: one after the other goes where the harm of hazards falls most, by formulas; "
        + "late arrivals and the delay at headquarters are not in it.")
  }

  /// What dividing among stations is worth, in a sentence.
  var sentence: LocalizedText {
    let difference = found.difference
    let (mean, unit) = (objective.interval(difference).mean, objective.unitAfter)
    let interval = objective.intervalInWords(difference, level: difference.level)
    guard difference.lower > 0 || difference.upper < 0 else {
      return LocalizedText(
        zh: "社区民警按公式分到各所，与平均分布相比目标值无法区分（\(interval.zh)）。",
        en:
          "Dividing the community officers among the stations by formula cannot be told apart from an even spread "
          + "(\(interval.en)).")
    }
    return LocalizedText(
      zh: "社区民警按公式分到各所而不平均分布，目标值再变化 \(mean)\(unit.zh)（\(interval.zh)）。",
      en:
        "Dividing the community officers among the stations by formula, not evenly, changes the objective by a further "
        + "\(mean)\(unit.en) (\(interval.en)).")
  }
}

extension Scenario {
  /// What a county is called; the study itself where it has none.
  func countyName(_ index: Int) -> LocalizedText { counties.isEmpty ? name : counties[index].name }
}
