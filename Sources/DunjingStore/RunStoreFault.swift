import DunjingScenario

/// A database that the store neither uses nor replaces: somebody else needs it.
public enum RunStoreFault: Error, Sendable, Equatable {
  /// A newer program wrote it.
  case newer(path: String)
  /// It is not an index of runs.
  case foreign(path: String)

  /// The path of the database.
  public var path: String {
    switch self {
    case .newer(let path), .foreign(let path): path
    }
  }

  /// What is wrong and what to do.
  public var reason: LocalizedText {
    switch self {
    case .newer(let path):
      LocalizedText(
        zh: "它由更新版本的 dunjing 写出；请用那个版本，或删除 \(path)：它只是索引，会由运行文件夹重建",
        en:
          "a newer dunjing wrote it; use that version, or delete \(path): it is only an index, made again from the runs"
      )
    case .foreign(let path):
      LocalizedText(
        zh: "这是别的程序的数据库；请把 \(path) 移走，或改名",
        en: "it is the database of another program; move \(path) away, or give it another name")
    }
  }
}

/// Something about the store that its user should know.
public enum RunStoreNotice: Sendable, Equatable {
  /// The database was damaged; it was moved aside and made again.
  case rebuilt(path: String, aside: String)
  /// The index is kept in memory, as there can be no file.
  case inMemory(path: String, reason: LocalizedText)

  /// The notice in words.
  public var text: LocalizedText {
    switch self {
    case .rebuilt(let path, let aside):
      LocalizedText(
        zh: "\(path) 已损坏，已由运行文件夹重建；原文件移到 \(aside)。",
        en: "\(path) was damaged and was made again from the runs; the old file is now \(aside).")
    case .inMemory(let path, let reason):
      LocalizedText(
        zh: "无法使用 \(path)（\(reason.zh)）；索引只在内存中，下次要重新读取所有运行。",
        en:
          "\(path) cannot be used (\(reason.en)); the index is kept in memory, and all runs are read again next time."
      )
    }
  }
}
