import Dunjing
import Foundation

/// What replications may be used again: those of work of the same kind on the same study, with the same seed and build.
protocol HistoryManifest: Codable, Equatable, Sendable {
  /// The file it is kept in.
  static var fileName: String { get }
  /// What its folder holds.
  static var content: FolderContent { get }
  /// What makes it another one, as a list in words.
  static var differences: LocalizedText { get }
  /// All that its replications depend on, for the checksums of the history.
  var identity: String { get }
}

/// The folder of work that plays replications one by one: what was asked, every replication played, results and reports.
struct HistoryFolder<Manifest: HistoryManifest> {
  let url: URL

  init(_ path: String) {
    url = URL(fileURLWithPath: path, isDirectory: true)
  }

  /// What opening the folder and playing alone would bring, so that it can be removed again.
  var absentFiles: AbsentFiles {
    AbsentFiles(in: url.path, [Manifest.fileName, CommandFile.name, History.fileName(of: nil)])
  }

  /// Prepares the folder and opens its history.
  /// - Parameter company: how the work is divided; a process of many takes the folder as it was prepared.
  func open(_ manifest: Manifest, overwrite: Bool, _ company: CompanyOptions) throws -> HistorySession {
    try company.check(overwrite: overwrite)
    let shard = try company.place()
    if shard != nil && !FileManager.default.fileExists(atPath: path(Manifest.fileName)) {
      throw CommandFault(
        zh: "\(url.path) 还没有准备好。请先用同一命令加 --prepare（不加 --shard）运行一次。",
        en: "\(url.path) is not prepared. Start the same command once with --prepare in place of --shard.")
    }
    try prepare(manifest, overwrite: overwrite)
    let (command, known) = (CommandFile.ofThisProcess, CommandFile.read(in: url.path))
    if shard == nil {
      try command.write(to: url.path)
    } else if let known, known.arguments != command.arguments {
      throw CommandFault(
        zh: "\(url.path) 是为另一个问题准备的：dunjing \(known.text)。请用这一命令加 --shard，或重新用 --prepare 准备。",
        en:
          "\(url.path) is prepared for another question: dunjing \(known.text). Start that with --shard, or prepare the "
          + "folder again with --prepare.")
    }
    return try HistorySession(
      History(folder: url.path, identity: manifest.identity), shard: shard, command: command,
      isKnown: known?.arguments == command.arguments, manifest: Manifest.fileName)
  }

  private func prepare(_ manifest: Manifest, overwrite: Bool) throws {
    let files = FileManager.default
    let noun = Manifest.content.noun
    try FolderContent.check(url.path, for: Manifest.content)
    let isThere = files.fileExists(atPath: path(Manifest.fileName))
    if isThere && !overwrite {
      let found = try? JSONDecoder().decode(
        Manifest.self, from: Data(contentsOf: url.appendingPathComponent(Manifest.fileName)))
      guard found == manifest else {
        throw CommandFault(
          zh: "\(url.path) 中是另一次\(noun.zh)（\(Manifest.differences.zh)不同）。请加 --overwrite 替换，或换一个 --out。",
          en:
            "\(url.path) holds another \(noun.en.dropFirst(2)) (\(Manifest.differences.en) differ). Use --overwrite to "
            + "replace it, or another --out.")
      }
      return
    }
    if !isThere && !overwrite, let names = try? files.contentsOfDirectory(atPath: url.path), !names.isEmpty {
      throw CommandFault(
        zh: "\(url.path) 不是空文件夹，其中也没有\(noun.zh)。请换一个 --out，或加 --overwrite。",
        en:
          "\(url.path) is not empty and holds no \(noun.en.dropFirst(2)). Use another --out, or --overwrite.")
    }
    do {
      try files.createDirectory(at: url, withIntermediateDirectories: true)
      try History(folder: url.path, identity: manifest.identity).remove()
      try? files.removeItem(atPath: path(SubmitScript.marker))
    } catch {
      throw FileFault(path: url.path, operation: .create, reason: error)
    }
    try write(try JSONFile.data(manifest), to: Manifest.fileName)
  }

  /// Writes a file whole or not at all.
  func write(_ data: Data, to name: String) throws {
    do {
      try data.write(to: url.appendingPathComponent(name), options: .atomic)
    } catch {
      throw FileFault(path: path(name), operation: .write, reason: error)
    }
  }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }
}
