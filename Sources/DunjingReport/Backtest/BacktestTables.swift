import DunjingCalibration
import DunjingScenario
import DunjingStatistics
import DunjingWorld

/// The tables of a backtest.
enum BacktestTables {
  /// Mean, median and ninth decile of each measure, recorded and simulated.
  static func comparisons(_ result: BacktestResult) -> DataTable {
    let levels = [
      LocalizedText(zh: "平均", en: "mean"), LocalizedText(zh: "中位数", en: "median"), LocalizedText("P90")
    ]
    var heads = [LocalizedText(zh: "分钟", en: "Minutes"), LocalizedText(zh: "起数", en: "Incidents")]
    for level in levels {
      heads.append(LocalizedText(zh: "\(level.zh)：记录", en: "\(level.en), recorded"))
      heads.append(LocalizedText(zh: "仿真", en: "simulated"))
    }
    heads += [
      LocalizedText(zh: "仿真减记录", en: "simulated less recorded"), LocalizedText(zh: "分布距离", en: "distance")
    ]
    let rows = result.comparisons.map { comparison in
      DataTable.Row(
        head: comparison.measure.name,
        cells: [DataTable.Cell("\(comparison.count)")]
          + comparison.levels.flatMap { [cell($0.recorded), cell($0.simulated)] }
          + [
            difference(comparison.difference),
            DataTable.Cell(NumberText.fixed(comparison.distance, decimals: 2))
          ])
    }
    return DataTable(heads: heads, rows: rows, layout: .compact)
  }

  private static func cell(_ minutes: Double) -> DataTable.Cell {
    DataTable.Cell(NumberText.fixed(minutes, decimals: 2))
  }

  private static func difference(_ interval: ConfidenceInterval?) -> DataTable.Cell {
    guard let interval else { return DataTable.Cell(NumberText.missing) }
    let sign = interval.mean > 0 ? "+" : ""
    return DataTable.Cell(
      sign + NumberText.fixed(interval.mean, decimals: 2),
      note: "± " + NumberText.fixed(interval.halfWidth, decimals: 2))
  }

  /// At how many incidents the units of each facility came first.
  static func facilities(_ test: Backtest, _ result: BacktestResult) -> DataTable {
    let facilities = test.world.scenario.facilities
    let rows = facilities.indices.filter { result.firstArrivals[$0] > 0 }
      .sorted { (result.firstArrivals[$0], $1) > (result.firstArrivals[$1], $0) }
      .map { index in
        let count = result.firstArrivals[index]
        return DataTable.Row(
          head: facilities[index].name,
          cells: [
            DataTable.Cell(NumberText.fixed(count, decimals: count == count.rounded() ? 0 : 1)),
            DataTable.Cell(NumberText.percent(count / Double(max(result.incidents, 1))))
          ])
      }
    return DataTable(
      heads: [
        LocalizedText(zh: "驻点", en: "Facility"), LocalizedText(zh: "最先到场", en: "First on scene"),
        LocalizedText(zh: "占比", en: "Share")
      ], rows: rows, layout: .compact)
  }

  /// Why records were not played, with the first rows.
  static func leftOut(_ test: Backtest) -> DataTable {
    let rows = test.leftOut.map { gap in
      let first =
        gap.rows.prefix(5).map { "\($0)" }.joined(separator: ", ") + (gap.rows.count > 5 ? ", …" : "")
      return DataTable.Row(
        head: gap.reason.reason,
        cells: [DataTable.Cell("\(gap.rows.count)"), DataTable.Cell(LocalizedText(first), isText: true)])
    }
    return DataTable(
      heads: [
        LocalizedText(zh: "原因", en: "Reason"), LocalizedText(zh: "条数", en: "Records"),
        LocalizedText(zh: "原文件中的行", en: "Rows of the source")
      ], rows: rows, layout: .compact)
  }
}
