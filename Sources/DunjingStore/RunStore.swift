import DunjingScenario
import Foundation
import GRDB

/// The index of the runs in a folder: a database beside them that is made from their files and never the only copy of anything.
///
/// Every answer begins with a look at the files (``FolderScan``), so that it is right whatever happened to the database
/// meanwhile. Any number of processes may use one folder at once.
public struct RunStore: Sendable {
  /// The name of the database in the folder.
  public static let fileName = "runs.sqlite"

  let queue: DatabaseQueue
  let notices: [RunStoreNotice]

  /// Brings the index up to date with a look at the files, and selects from it.
  ///
  /// A damaged database is moved aside and made again; where there can be none, the index is made in memory, as where there
  /// is nothing to keep.
  /// - Parameters:
  ///   - query: what is wanted.
  ///   - scan: what the folder of the database holds.
  ///   - journal: how the database keeps itself whole; by default as the file system of the folder allows.
  ///   - threads: how many read runs at once.
  /// - Throws: ``RunStoreFault`` for a database of a newer program, or of another one.
  public static func answer(
    _ query: RunQuery, over scan: FolderScan, journal: JournalMode? = nil, threads: Int
  ) throws -> RunAnswer {
    let path = FolderPath.joined(scan.root, fileName)
    if scan.isEmpty && !FileManager.default.fileExists(atPath: path) {
      return try RunStore(inMemory: []).answer(query, over: scan, threads: threads)
    }
    let journal = journal ?? JournalMode(forFolder: scan.root)
    func answer(replacing: Bool) throws -> RunAnswer {
      let store = try RunStore(in: scan.root, journal: journal, replacing: replacing)
      defer { try? store.queue.close() }
      return try store.answer(query, over: scan, threads: threads)
    }
    do {
      do {
        return try answer(replacing: false)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
        return try answer(replacing: true)
      }
    } catch let error as DatabaseError {
      return try RunStore(inMemory: [.inMemory(path: path, reason: error.words)])
        .answer(query, over: scan, threads: threads)
    }
  }

  /// Opens the index of a folder, or makes a new one.
  /// - Parameter replacing: whether the one that is there was found damaged while it was used.
  init(in folder: String, journal: JournalMode, replacing: Bool = false) throws {
    let path = FolderPath.joined(folder, Self.fileName)
    // A reader without the right to write would leave logs that the owner of the file cannot use.
    guard access(path, F_OK) != 0 || access(path, W_OK) == 0 else {
      throw DatabaseError(resultCode: .SQLITE_READONLY)
    }
    (queue, notices) = try FolderLock.hold(on: folder) {
      if !replacing, let queue = try Self.soundQueue(path, journal) { return (queue, []) }
      let aside = try Self.moveAside(path)
      guard let queue = try Self.soundQueue(path, journal) else {
        throw DatabaseError(resultCode: .SQLITE_CORRUPT)
      }
      return (queue, [.rebuilt(path: path, aside: aside)])
    }
  }

  /// Makes an index in memory.
  init(inMemory notices: [RunStoreNotice]) throws {
    queue = try DatabaseQueue()
    try StoreSchema.migrator.migrate(queue)
    self.notices = notices
  }

  /// Opens a database; nil for a damaged one. One that another machine is making at this moment looks damaged once.
  private static func soundQueue(_ path: String, _ journal: JournalMode) throws -> DatabaseQueue? {
    for _ in 0..<2 {
      do {
        return try connect(path, journal)
      } catch let error as DatabaseError where error.meansDamage {
        continue
      }
    }
    return nil
  }

  /// Opens a database, checks it, and brings its tables up to date.
  private static func connect(_ path: String, _ journal: JournalMode) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.label = "DunjingStore"
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.read { try check($0, path) }
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA journal_mode = \(journal.rawValue)")
      if journal == .wal { try db.execute(sql: "PRAGMA synchronous = NORMAL") }
    }
    try StoreSchema.migrator.migrate(queue)
    guard try queue.read(StoreSchema.statements) == StoreSchema.expectedStatements() else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "the tables are not those of this program")
    }
    return queue
  }

  private static func check(_ db: Database, _ path: String) throws {
    let application = try Int.fetchOne(db, sql: "PRAGMA application_id")
    guard try application == StoreSchema.applicationID || StoreSchema.statements(db).isEmpty else {
      throw RunStoreFault.foreign(path: path)
    }
    guard try !StoreSchema.migrator.hasBeenSuperseded(db) else { throw RunStoreFault.newer(path: path) }
    let check = try String.fetchOne(db, sql: "PRAGMA quick_check(1)")
    guard check == "ok" else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: check) }
  }

  /// Moves a damaged database aside, in place of one that was moved so before; its logs are worth nothing without it.
  private static func moveAside(_ path: String) throws -> String {
    let aside = path + ".damaged"
    for suffix in ["-wal", "-shm", "-journal"] { unlink(path + suffix) }
    guard rename(path, aside) == 0 else {
      throw DatabaseError(resultCode: .SQLITE_READONLY, message: "the damaged file cannot be moved")
    }
    return aside
  }
}

extension DatabaseError {
  /// Whether it says, of a database that is being opened, that its content is not what this program wrote.
  fileprivate var meansDamage: Bool {
    [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR, .SQLITE_CONSTRAINT].contains(resultCode)
  }

  /// Why a database cannot be used, in words.
  var words: LocalizedText {
    switch resultCode {
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: LocalizedText(zh: "没有写权限", en: "it cannot be written")
    case .SQLITE_CANTOPEN: LocalizedText(zh: "不能创建或打开", en: "it cannot be created or opened")
    case .SQLITE_FULL: LocalizedText(zh: "磁盘已满", en: "the disk is full")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      LocalizedText(zh: "另一个程序占用已超过 10 秒", en: "another program has held it for more than 10 seconds")
    case .SQLITE_IOERR:
      LocalizedText(
        zh: "磁盘读写出错，或文件超过允许的大小", en: "the disk failed, or the file is larger than allowed")
    default:
      LocalizedText(
        zh: "数据库错误 \(extendedResultCode.rawValue)",
        en: "database error \(extendedResultCode.rawValue): \(message ?? "")")
    }
  }
}
