import GRDB

/// The tables of the store, and how a database of an older program becomes one of this.
///
/// The tables are strict, so that a check of the pages is one of the types of their values too.
enum StoreSchema {
  /// What marks a database as an index of runs: `RUNS`.
  static let applicationID = 0x5255_4E53

  /// The steps from an empty database to the tables of today. A step that was released is never changed: a new one follows.
  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 runs", migrate: createRuns)
    migrator.registerMigration("2 planned work", migrate: createPlans)
    return migrator
  }()

  private static func createRuns(_ db: Database) throws {
    try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    try db.create(table: "runs", options: .strict) { table in
      table.autoIncrementedPrimaryKey("id")
      table.column("path", .text).notNull().unique()
      for name in ["studyChinese", "studyEnglish", "scenarioHash"] { table.column(name, .text).notNull() }
      // A text, as a seed may be greater than the integers of SQLite.
      table.column("seed", .text).notNull()
      table.column("replications", .integer).notNull()
      table.column("confidence", .real).notNull()
      for name in ["baseline", "version", "build"] { table.column(name, .text).notNull() }
      // The settings as JSON.
      table.column("settings", .text).notNull()
      table.column("runSeconds", .real)
      table.column("stopped", .text)
      for name in ["manifestHash", "resultsHash"] { table.column(name, .text).notNull() }
    }
    try db.create(table: "treatments", options: [.strict, .withoutRowID]) { table in
      table.column("run", .integer).notNull().references("runs", onDelete: .cascade)
      table.column("position", .integer).notNull()
      for name in ["id", "nameChinese", "nameEnglish"] { table.column(name, .text).notNull() }
      table.primaryKey(["run", "id"])
    }
    try createIndicators(db)
  }

  private static func createIndicators(_ db: Database) throws {
    try db.create(table: "indicators", options: [.strict, .withoutRowID]) { table in
      table.column("run", .integer).notNull()
      for name in ["treatment", "indicator", "unit"] { table.column(name, .text).notNull() }
      for name in ["mean", "halfWidth", "difference", "simultaneousHalfWidth", "relative"] {
        table.column(name, .real)
      }
      table.column("isSignificant", .integer)
      table.column("growsWithoutBound", .integer).notNull()
      table.primaryKey(["run", "treatment", "indicator"])
      table.foreignKey(
        ["run", "treatment"], references: "treatments", columns: ["run", "id"], onDelete: .cascade)
    }
  }

  private static func createPlans(_ db: Database) throws {
    try db.create(table: "plans", options: .strict) { table in
      table.primaryKey("path", .text).notNull()
    }
    try db.create(table: "units", options: [.strict, .withoutRowID]) { table in
      table.column("plan", .text).notNull().references("plans", onDelete: .cascade)
      table.column("number", .integer).notNull()
      table.column("state", .text).notNull()
      table.column("bytes", .integer)
      table.column("seconds", .real)
      table.primaryKey(["plan", "number"])
    }
  }

  /// The statements that made the tables and indexes, for comparison.
  static func statements(_ db: Database) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT sql FROM sqlite_master
        WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'grdb\\_%' ESCAPE '\\'
        ORDER BY type, name
        """)
  }

  /// The statements of a database with the tables of today.
  static func expectedStatements() throws -> [String] {
    let queue = try DatabaseQueue()
    try migrator.migrate(queue)
    return try queue.read(statements)
  }
}
