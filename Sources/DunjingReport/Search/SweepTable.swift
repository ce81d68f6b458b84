import DunjingDecision
import DunjingScenario
import DunjingSimulation
import DunjingStatistics

/// The estimates of a sweep as CSV: UTF-8 with a byte order mark, so that Excel reads Chinese.
public struct SweepTable: Sendable {
  /// The content of the table: a column for each key, then a row for each treatment, point and indicator.
  public let text: String

  /// Prepares the table of a sweep.
  public init(_ outcome: SweepOutcome) {
    var table = CSVText(
      outcome.design.factors.map(\.key) + [
        "treatment", "isBaseline", "indicator", "name_zh", "name_en", "unit", "mean", "halfWidth", "n",
        "difference", "differenceHalfWidth"
      ])
    for row in outcome.rows {
      for estimate in row.estimates {
        let indicator = estimate.indicator
        table.add(
          row.values.map(CSVText.Field.text) + [
            .text(row.treatment), .text(row.isBaseline ? "yes" : "no"), .text(indicator.rawValue),
            .text(indicator.name.zh), .text(indicator.name.en), .text(indicator.unit.rawValue),
            .number(estimate.level?.mean), .number(estimate.level?.halfWidth),
            .number(Double(outcome.replications)), .number(estimate.difference?.mean),
            .number(estimate.difference?.halfWidth)
          ])
      }
    }
    text = table.text
  }
}
