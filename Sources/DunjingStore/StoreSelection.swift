import DunjingScenario
import Foundation
import GRDB

/// A query as statements of the database.
struct StoreSelection {
  private let query: RunQuery

  init(_ query: RunQuery) { self.query = query }

  /// The treatments that are wanted, in order.
  func rows(_ db: Database) throws -> [RunAnswer.Row] {
    var runs: [Int64: StoredRun] = [:]
    return try Row.fetchAll(db, literal).map { row in
      let id: Int64 = row["run"]
      let run = try runs[id] ?? Self.run(id, db)
      runs[id] = run
      return RunAnswer.Row(
        run: run,
        treatment: StoredTreatment(
          id: row["id"], name: LocalizedText(zh: row["nameChinese"], en: row["nameEnglish"]),
          indicators: try indicators(of: row["id"], in: id, db)))
    }
  }

  /// The selection of treatments. All values are arguments, never text of the statement.
  private var literal: SQLRequest<Row> {
    var sql: SQL = "SELECT treatments.* FROM treatments JOIN runs ON runs.id = treatments.run"
    if let order = query.order {
      sql += """
         LEFT JOIN indicators AS sorted ON sorted.run = treatments.run AND sorted.treatment = treatments.id
          AND sorted.indicator = \(order.indicator)
        """
    }
    sql += " WHERE TRUE"
    if let treatment = query.treatment { sql += " AND treatments.id = \(treatment)" }
    if let study = query.study { sql += " AND " + Self.isOf(study) }
    for condition in query.conditions { sql += " AND " + Self.holds(condition) }
    sql += " ORDER BY "
    if let order = query.order {
      sql += "sorted.mean IS NULL, "
      sql += order.isAscending ? "sorted.mean ASC, " : "sorted.mean DESC, "
    }
    sql += "runs.path, treatments.position"
    return SQLRequest(literal: sql)
  }

  private static func isOf(_ study: String) -> SQL {
    """
    (instr(runs.studyChinese, \(study)) OR instr(lower(runs.studyEnglish), lower(\(study)))
      OR substr(runs.scenarioHash, 1, length(\(study))) = lower(\(study)))
    """
  }

  private static func holds(_ condition: RunQuery.Condition) -> SQL {
    let value = SQL(sql: condition.quantity.rawValue)
    let side = SQL(sql: condition.side.rawValue)
    return """
      EXISTS (SELECT 1 FROM indicators AS bounded WHERE bounded.run = treatments.run
        AND bounded.treatment = treatments.id AND bounded.indicator = \(condition.indicator)
        AND bounded.\(value) \(side) \(condition.bound))
      """
  }

  /// Whether any run is of the study that is wanted.
  func isStudyKnown(_ db: Database) throws -> Bool {
    guard let study = query.study else { return true }
    return try SQLRequest<Bool>("SELECT EXISTS (SELECT 1 FROM runs WHERE \(Self.isOf(study)))").fetchOne(db)
      ?? false
  }

  private func indicators(of treatment: String, in run: Int64, _ db: Database) throws -> [StoredIndicator] {
    let select = "SELECT * FROM indicators WHERE run = ? AND treatment = ?"
    guard let wanted = query.indicators else {
      let all = try db.cachedStatement(sql: select + " ORDER BY indicator")
      return try Row.fetchAll(all, arguments: [run, treatment]).map(Self.indicator)
    }
    let one = try db.cachedStatement(sql: select + " AND indicator = ?")
    return try wanted.compactMap {
      try Row.fetchOne(one, arguments: [run, treatment, $0]).map(Self.indicator)
    }
  }

  private static func indicator(_ row: Row) -> StoredIndicator {
    StoredIndicator(
      id: row["indicator"], unit: row["unit"], mean: row["mean"], halfWidth: row["halfWidth"],
      difference: row["difference"], simultaneousHalfWidth: row["simultaneousHalfWidth"],
      relative: row["relative"], isSignificant: row["isSignificant"],
      growsWithoutBound: row["growsWithoutBound"])
  }
}

extension StoreSelection {
  /// A run without the indicators of its treatments.
  private static func run(_ id: Int64, _ db: Database) throws -> StoredRun {
    guard let row = try Row.fetchOne(db, sql: "SELECT * FROM runs WHERE id = ?", arguments: [id]),
      let seed = UInt64(row["seed"] as String),
      let settings = try? JSONDecoder().decode([String].self, from: Data((row["settings"] as String).utf8))
    else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a run of the index cannot be read") }
    let treatments = try Row.fetchAll(
      db, sql: "SELECT * FROM treatments WHERE run = ? ORDER BY position", arguments: [id])
    return StoredRun(
      path: row["path"], study: LocalizedText(zh: row["studyChinese"], en: row["studyEnglish"]),
      scenarioHash: row["scenarioHash"], seed: seed, replications: row["replications"],
      confidence: row["confidence"], baseline: row["baseline"], version: row["version"], build: row["build"],
      settings: settings, runSeconds: row["runSeconds"], stopped: row["stopped"],
      hashes: RunHashes(manifest: row["manifestHash"], results: row["resultsHash"]),
      treatments: treatments.map {
        StoredTreatment(
          id: $0["id"], name: LocalizedText(zh: $0["nameChinese"], en: $0["nameEnglish"]), indicators: [])
      })
  }

  /// The names that the index knows.
  static func contents(_ db: Database) throws -> StoreContents {
    StoreContents(
      runs: try Int.fetchOne(db, sql: "SELECT count(*) FROM runs") ?? 0,
      treatments: try String.fetchAll(db, sql: "SELECT DISTINCT id FROM treatments ORDER BY id"),
      indicators: try String.fetchAll(
        db, sql: "SELECT DISTINCT indicator FROM indicators ORDER BY indicator"),
      studies: try Row.fetchAll(
        db, sql: "SELECT DISTINCT studyChinese, studyEnglish FROM runs ORDER BY studyEnglish, studyChinese"
      ).map { LocalizedText(zh: $0["studyChinese"], en: $0["studyEnglish"]) })
  }
}
