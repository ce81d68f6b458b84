import Dunjing
import DunjingStore

/// The runs as CSV: a row for each indicator of each treatment.
struct RunsTable {
  let text: String

  init(_ answer: RunAnswer) {
    var table = CSVText([
      "run", "study_zh", "study_en", "scenarioHash", "seed", "replications", "version", "build", "settings",
      "runSeconds", "stopped", "treatment", "treatment_zh", "treatment_en", "baseline", "indicator",
      "name_zh",
      "name_en", "unit", "mean", "halfWidth", "confidence", "difference", "simultaneousHalfWidth", "relative",
      "significant", "growsWithoutBound"
    ])
    for row in answer.rows {
      let facts = Self.facts(row)
      for indicator in row.treatment.indicators {
        table.add(facts + Self.values(indicator, confidence: row.run.confidence))
      }
    }
    text = table.text
  }

  private static func facts(_ row: RunAnswer.Row) -> [CSVText.Field] {
    let run = row.run
    return [
      .safe(run.path), .safe(run.study.zh), .safe(run.study.en), .text(run.scenarioHash),
      .text(String(run.seed)),
      .number(Double(run.replications)), .safe(run.version), .safe(run.build),
      .safe(run.settings.joined(separator: " ")), .number(run.runSeconds), .safe(run.stopped ?? ""),
      .safe(row.treatment.id), .safe(row.treatment.name.zh), .safe(row.treatment.name.en), .safe(run.baseline)
    ]
  }

  private static func values(_ indicator: StoredIndicator, confidence: Double) -> [CSVText.Field] {
    let name = Indicator(rawValue: indicator.id)?.name
    return [
      .safe(indicator.id), .safe(name?.zh ?? ""), .safe(name?.en ?? ""), .safe(indicator.unit),
      .number(indicator.mean), .number(indicator.halfWidth), .number(confidence),
      .number(indicator.difference),
      .number(indicator.simultaneousHalfWidth), .number(indicator.relative),
      .text(indicator.isSignificant.map { $0 ? "yes" : "no" } ?? ""),
      .text(indicator.growsWithoutBound ? "yes" : "")
    ]
  }
}
