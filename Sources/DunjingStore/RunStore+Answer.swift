import DunjingParallel
import GRDB

extension RunStore {
  /// Brings the index up to date with a look at the files, and selects from it, as one step: what another process does
  /// to the database meanwhile does not change the answer.
  func answer(_ query: RunQuery, over scan: FolderScan, threads: Int) throws -> RunAnswer {
    let update = StoreUpdate(scan, known: try queue.read(StoreUpdate.known), threads: threads)
    // A look that finds nothing new does not wait for one that writes.
    let unchanged = try queue.read { db in
      try update.isApplied(db) ? try select(query, update, db, removed: 0) : nil
    }
    if let unchanged { return unchanged }
    return try queue.write { db in
      let removed = try update.apply(db)
      return try select(query, update, db, removed: removed)
    }
  }

  private func select(
    _ query: RunQuery, _ update: StoreUpdate, _ db: Database, removed: Int
  ) throws -> RunAnswer {
    let selection = StoreSelection(query)
    return RunAnswer(
      rows: try selection.rows(db), contents: try StoreSelection.contents(db),
      isStudyKnown: try selection.isStudyKnown(db), plans: update.plans,
      damaged: update.damaged, read: update.read.count, removed: removed, notices: notices)
  }
}

/// What has to be in the index after a look at the files.
struct StoreUpdate {
  /// The runs whose files were read, as the index did not know them.
  let read: [String: StoredRun]
  /// Every sound run by path.
  private let wanted: [String: RunHashes]
  let plans: [PlannedWork]
  /// Folders that cannot be listed, by path.
  let damaged: [RunDamage]
  private let root: String

  /// Reads the runs that the index does not know, or whose files have changed.
  init(_ scan: FolderScan, known: [String: RunHashes], threads: Int) {
    let unknown = scan.runs.filter { known[$0.path] != $0.hashes }.map(\.path)
    let results = Parallel.map(unknown.count, threads: threads) { Self.run(unknown[$0], in: scan.root) }
    var read: [String: StoredRun] = [:]
    var damaged = scan.damaged
    var wanted = Dictionary(uniqueKeysWithValues: scan.runs.map { ($0.path, $0.hashes) })
    for (path, result) in zip(unknown, results) {
      switch result {
      case .success(let run): (read[path], wanted[path]) = (run, run.hashes)
      case .failure(let damage):
        damaged.append(damage)
        wanted[path] = nil
      }
    }
    (self.read, self.wanted, self.plans, self.root) = (read, wanted, scan.plans, scan.root)
    self.damaged = damaged.sorted { $0.path < $1.path }
  }

  private static func run(_ path: String, in root: String) -> Result<StoredRun, RunDamage> {
    Result { () throws(RunDamage) in try RunFiles(path, in: root).run() }
  }

  /// The runs in the index, with what their files were.
  static func known(_ db: Database) throws -> [String: RunHashes] {
    let rows = try Row.fetchAll(db, sql: "SELECT path, manifestHash, resultsHash FROM runs")
    return Dictionary(
      uniqueKeysWithValues: rows.map {
        ($0["path"], RunHashes(manifest: $0["manifestHash"], results: $0["resultsHash"]))
      })
  }

  /// Whether the index holds everything already.
  func isApplied(_ db: Database) throws -> Bool {
    try Self.known(db) == wanted && Self.plans(db) == plans
  }

  /// Writes what is new, in the transaction of the caller, and returns how many runs were removed for good.
  func apply(_ db: Database) throws -> Int {
    let known = try Self.known(db)
    for path in known.keys where known[path] != wanted[path] {
      try db.execute(sql: "DELETE FROM runs WHERE path = ?", arguments: [path])
    }
    for (path, hashes) in wanted.sorted(by: { $0.key < $1.key }) where known[path] != hashes {
      // Another process may have removed meanwhile what the index knew.
      if let run = read[path] ?? (try? Self.run(path, in: root).get()) {
        try StoredRunWriter(run).insert(db)
      }
    }
    try applyPlans(db)
    return known.keys.count { wanted[$0] == nil }
  }

  private func applyPlans(_ db: Database) throws {
    let known = try Self.plans(db)
    for plan in known where !plans.contains(plan) {
      try db.execute(sql: "DELETE FROM plans WHERE path = ?", arguments: [plan.path])
    }
    for plan in plans where !known.contains(plan) {
      try db.execute(sql: "INSERT INTO plans (path) VALUES (?)", arguments: [plan.path])
      let insert = try db.cachedStatement(
        sql: "INSERT INTO units (plan, number, state, bytes, seconds) VALUES (?, ?, ?, ?, ?)")
      for unit in plan.units {
        try insert.execute(arguments: [plan.path, unit.number, unit.state.rawValue, unit.bytes, unit.seconds])
      }
    }
  }

  /// The planned experiments in the index, by path.
  static func plans(_ db: Database) throws -> [PlannedWork] {
    let units = try Row.fetchAll(db, sql: "SELECT * FROM units ORDER BY plan, number")
    let byPlan = Dictionary(grouping: units) { $0["plan"] as String }
    return try String.fetchAll(db, sql: "SELECT path FROM plans ORDER BY path").map { path in
      PlannedWork(path: path, units: (byPlan[path] ?? []).map(unit))
    }
  }

  private static func unit(_ row: Row) -> PlannedUnit {
    PlannedUnit(
      number: row["number"], state: PlannedUnit.State(rawValue: row["state"]) ?? .damaged,
      bytes: row["bytes"],
      seconds: row["seconds"])
  }
}
