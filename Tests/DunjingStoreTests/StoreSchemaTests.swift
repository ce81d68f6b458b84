import Foundation
import GRDB
import Testing

@testable import DunjingStore

@Suite struct StoreSchemaTests {
  @Test func aDatabaseOfTheFirstVersionKeepsItsRuns() throws {
    let shelf = try RunShelf()
    defer { shelf.remove() }
    try shelf.addRun("a")
    let old = try DatabaseQueue(path: shelf.database)
    try StoreSchema.migrator.migrate(old, upTo: "1 runs")
    let run = try RunFiles("a", in: shelf.path).run()
    try old.write { try StoredRunWriter(run).insert($0) }
    #expect(try old.read { try !$0.tableExists("units") })
    try old.close()
    let answer = try shelf.answer()
    // Not read again: it was there.
    #expect(answer.read == 0 && answer.notices.isEmpty && answer.names == ["a base", "a more"])
    let store = try RunStore(in: shelf.path, journal: .wal)
    #expect(try store.queue.read { try $0.tableExists("units") })
  }

  @Test func aDatabaseOfANewerProgramIsRefusedAndLeftAsItIs() throws {
    let shelf = try RunShelf()
    defer { shelf.remove() }
    try shelf.addRun("a")
    _ = try shelf.answer()
    let newer = try DatabaseQueue(path: shelf.database)
    try newer.write { try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('3 more')") }
    try newer.close()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: shelf.database))
    #expect(throws: RunStoreFault.newer(path: shelf.database)) { try shelf.answer() }
    #expect(try Data(contentsOf: URL(fileURLWithPath: shelf.database)) == bytes)
    #expect(!shelf.exists("runs.sqlite.damaged"))
  }

  @Test func theDatabaseOfAnotherProgramIsRefusedAndLeftAsItIs() throws {
    let shelf = try RunShelf()
    defer { shelf.remove() }
    try shelf.addRun("a")
    let other = try DatabaseQueue(path: shelf.database)
    try other.write { try $0.execute(sql: "CREATE TABLE runs (mine TEXT)") }
    try other.close()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: shelf.database))
    #expect(throws: RunStoreFault.foreign(path: shelf.database)) { try shelf.answer() }
    #expect(try Data(contentsOf: URL(fileURLWithPath: shelf.database)) == bytes)
  }

  /// Ways to break a database: what is done to the file of a sound one.
  enum Damage: CaseIterable {
    case notADatabase, cutShort, brokenPage, missingTable, otherTable, migrationForgotten, brokenValue

    func apply(to shelf: RunShelf) throws {
      let url = URL(fileURLWithPath: shelf.database)
      var bytes = try Data(contentsOf: url)
      func change(_ sql: String) throws {
        let queue = try DatabaseQueue(path: shelf.database)
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
        try queue.close()
      }
      switch self {
      case .notADatabase: try Data("These are notes, and no database.\n".utf8).write(to: url)
      case .cutShort: try bytes.prefix(bytes.count / 2).write(to: url)
      case .brokenPage:
        for position in 4096..<bytes.count { bytes[position] = UInt8(truncatingIfNeeded: position) }
        try bytes.write(to: url)
      case .brokenValue: try change("UPDATE runs SET seed = 'one'")
      case .missingTable: try change("DROP TABLE indicators")
      case .otherTable: try change("ALTER TABLE runs ADD COLUMN more TEXT")
      case .migrationForgotten: try change("DELETE FROM grdb_migrations WHERE identifier = '2 planned work'")
      }
    }
  }

  @Test(arguments: Damage.allCases) func aDamagedDatabaseIsMadeAgain(_ damage: Damage) throws {
    let shelf = try RunShelf()
    defer { shelf.remove() }
    for name in ["a", "b"] { try shelf.addRun(name) }
    let sound = try shelf.answer()
    try damage.apply(to: shelf)
    let answer = try shelf.answer()
    let aside = shelf.database + ".damaged"
    #expect(answer.notices == [.rebuilt(path: shelf.database, aside: aside)])
    #expect(answer.read == 2 && answer.rows == sound.rows && shelf.exists("runs.sqlite.damaged"))
    let again = try shelf.answer()
    #expect(again.notices.isEmpty && again.read == 0 && again.rows == sound.rows)
  }
}
