import DunjingExperiment
import DunjingScenario
import DunjingSimulation

/// Levels of some indicators, a row for each treatment; the one of least harm stands out.
enum LevelTable {
  /// - Parameters:
  ///   - heads: What the columns of the indicators are called.
  ///   - tone: How the row of a treatment that is not of least harm stands out.
  ///   - isGray: Whether the row of a treatment says nothing new.
  static func table(
    _ indicators: [Indicator], heads: [LocalizedText], _ findings: Findings,
    tone: (TreatmentResult) -> DataTable.Tone = { _ in .plain },
    isGray: (TreatmentResult) -> Bool = { _ in false }
  ) -> DataTable {
    DataTable(
      heads: [Labels.treatment] + heads,
      rows: (findings.sinkTreatments + findings.packages).map { treatment in
        DataTable.Row(
          head: findings.rowLabel(of: treatment),
          cells: indicators.map { CellText.level($0, of: treatment, findings) },
          tone: treatment.id == findings.best?.id ? .best : tone(treatment), isGray: isGray(treatment))
      }, layout: .compact)
  }
}
