import DunjingParallel
import Foundation
import GRDB
import Testing

@testable import DunjingStore

/// Several users of one database at once.
@Suite struct StoreSharingTests {
  private func mode(_ shelf: RunShelf) throws -> String? {
    let queue = try DatabaseQueue(path: shelf.database)
    defer { try? queue.close() }
    return try queue.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") }
  }

  @Test func networksGetARollbackJournal() {
    // ext4, XFS, Btrfs, tmpfs and overlayfs are seen by one machine.
    for local: UInt32 in [0xEF53, 0x5846_5342, 0x9123_683E, 0x0102_1994, 0x794C_7630] {
      #expect(JournalMode(forFileSystem: local) == .wal)
    }
    // NFS, CIFS, SMB 2, FUSE, Lustre, GPFS, Ceph, 9P, and one that nobody knows.
    for shared: UInt32 in [
      0x6969, 0xFF53_4D42, 0xFE53_4D42, 0x6573_5546, 0x0BD0_0BD0, 0x4750_4653, 0x00C3_6400, 0x0102_1997, 1
    ] {
      #expect(JournalMode(forFileSystem: shared) == .delete)
    }
    #expect(JournalMode(forFolder: "/nowhere/at/all") == .delete)
    #expect(JournalMode(forFolder: "/proc") == .delete)
  }

  @Test func theJournalFollowsTheFileSystem() throws {
    let shelf = try RunShelf()
    defer { shelf.remove() }
    try shelf.addRun("a")
    _ = try shelf.answer(journal: .wal)
    #expect(try mode(shelf) == "wal")
    // The folder was moved to another file system.
    #expect(try shelf.answer(journal: .delete).names.count == 2)
    #expect(try mode(shelf) == "delete")
  }

  @Test func nothingButTheDatabaseIsLeft() throws {
    let shelf = try RunShelf()
    defer { shelf.remove() }
    try shelf.addRun("a")
    _ = try shelf.answer()
    #expect(try FileManager.default.contentsOfDirectory(atPath: shelf.path).sorted() == ["a", "runs.sqlite"])
  }

  @Test(arguments: [JournalMode.wal, .delete]) func aLookDoesNotWaitForAWriter(_ journal: JournalMode) throws
  {
    let shelf = try RunShelf()
    defer { shelf.remove() }
    try shelf.addRun("a")
    _ = try shelf.answer(journal: journal)
    let writer = try RunStore(in: shelf.path, journal: journal)
    let reader = try RunStore(in: shelf.path, journal: journal)
    try writer.queue.write { db in
      try db.execute(sql: "DELETE FROM runs")
      // The writer has not committed, and cannot before the reader has answered.
      let answer = try reader.answer(RunQuery(), over: shelf.scan(), threads: 1)
      #expect(answer.names == ["a base", "a more"] && answer.read == 0)
    }
  }

  @Test func anIndexEmptiedByAnotherIsFilledAgain() throws {
    let shelf = try RunShelf()
    defer { shelf.remove() }
    try shelf.addRun("a")
    let store = try RunStore(in: shelf.path, journal: .wal)
    let scan = shelf.scan()
    _ = try store.answer(RunQuery(), over: scan, threads: 1)
    let update = StoreUpdate(scan, known: try store.queue.read(StoreUpdate.known), threads: 1)
    #expect(update.read.isEmpty)
    // Between the look and the change another process removes what the index knew.
    try store.queue.write { db in
      try db.execute(sql: "DELETE FROM runs")
      _ = try update.apply(db)
    }
    #expect(try store.queue.read(StoreUpdate.known).keys.sorted() == ["a"])
  }

  @Test func manyWritersAgree() throws {
    let shelf = try RunShelf()
    defer { shelf.remove() }
    for number in 0..<12 { try shelf.addRun("r\(number)", seed: UInt64(number)) }
    let answers = Parallel.map(6, threads: 6) { _ in Result { try shelf.answer() } }
    let expected = try shelf.answer()
    #expect(expected.read == 0 && expected.rows.count == 24)
    for answer in try answers.map({ try $0.get() }) {
      #expect(answer.rows == expected.rows && answer.notices.isEmpty)
    }
  }
}
