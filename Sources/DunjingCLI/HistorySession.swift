import Dunjing
import Foundation

/// A history that is open: where replications are read, and where this process writes those it plays.
struct HistorySession {
  let history: History
  let writer: HistoryWriter
  /// The other processes; nil alone.
  let company: HistoryCompany?
  /// Whether the folder had been asked the same before.
  let isKnown: Bool
  private let command: CommandFile
  private let manifestPath: String
  private let manifest: Data?

  /// Opens the history of a folder.
  /// - Parameters:
  ///   - shard: which of several processes this is; nil alone.
  ///   - manifest: the name of the file that says what the folder is for.
  /// - Throws: `FileFault` where the history cannot be written.
  init(_ history: History, shard: Shard?, command: CommandFile, isKnown: Bool, manifest name: String) throws {
    (self.history, self.command, self.isKnown) = (history, command, isKnown)
    writer = try HistoryWriter(history, shard: shard)
    company = shard.map { HistoryCompany(history, shard: $0) }
    manifestPath = FolderPath.joined(history.folder, name)
    manifest = FileManager.default.contents(atPath: manifestPath)
  }

  /// Makes sure that the folder still is what it was, before a result is written into it.
  func checkUnchanged() throws {
    let asked = CommandFile.read(in: history.folder)
    let isSame =
      FileManager.default.contents(atPath: manifestPath) == manifest && asked?.arguments == command.arguments
    guard !isSame else { return }
    let other = asked.map { "dunjing \($0.text)" } ?? "?"
    throw CommandFault(
      zh: "\(history.folder) 在计算期间改作他用（\(other)），本次结果没有写入。请换一个 --out 重新启动。",
      en:
        "\(history.folder) was given to another question meanwhile (\(other)); this result is not written. Start again "
        + "with another --out.")
  }

  /// What to do with a folder that was only prepared.
  func prepared(path: String) -> LocalizedText {
    let path = Message.pasted(path)
    return LocalizedText(
      zh: "已准备好。提交：dunjing submit \(path) --engine slurm --shards 8",
      en: "It is prepared. Send it out: dunjing submit \(path) --engine slurm --shards 8")
  }
}
