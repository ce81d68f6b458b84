import DunjingScenario
import Foundation
import GRDB

/// Writes a run with its treatments and indicators to the database.
struct StoredRunWriter {
  private let run: StoredRun

  init(_ run: StoredRun) { self.run = run }

  /// Inserts the run, which is not there.
  func insert(_ db: Database) throws {
    let settings = String(decoding: try JSONEncoder().encode(run.settings), as: UTF8.self)
    try db.cachedStatement(
      sql: """
        INSERT INTO runs (path, studyChinese, studyEnglish, scenarioHash, seed, replications, confidence, baseline,
          version, build, settings, runSeconds, stopped, manifestHash, resultsHash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      run.path, run.study.zh, run.study.en, run.scenarioHash, String(run.seed), run.replications,
      run.confidence,
      run.baseline, run.version, run.build, settings, run.runSeconds, run.stopped, run.hashes.manifest,
      run.hashes.results
    ])
    let id = db.lastInsertedRowID
    let insert = try db.cachedStatement(
      sql: "INSERT INTO treatments (run, position, id, nameChinese, nameEnglish) VALUES (?, ?, ?, ?, ?)")
    for (position, treatment) in run.treatments.enumerated() {
      try insert.execute(arguments: [id, position, treatment.id, treatment.name.zh, treatment.name.en])
      try self.insert(treatment, of: id, db)
    }
  }

  private func insert(_ treatment: StoredTreatment, of run: Int64, _ db: Database) throws {
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO indicators (run, treatment, indicator, unit, mean, halfWidth, difference, simultaneousHalfWidth,
          relative, isSignificant, growsWithoutBound)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for indicator in treatment.indicators {
      try insert.execute(arguments: [
        run, treatment.id, indicator.id, indicator.unit, indicator.mean, indicator.halfWidth,
        indicator.difference,
        indicator.simultaneousHalfWidth, indicator.relative, indicator.isSignificant,
        indicator.growsWithoutBound
      ])
    }
  }
}
