import Dunjing
import Foundation

/// How far a search or a sweep is: nobody knows how many replications a search will need, but all know what was played.
struct HistoryStatus: Encodable {
  /// What a process has written.
  struct Process: Encodable {
    /// Its number; nil for one that played alone.
    let shard: Int?
    /// Replications that it wrote.
    let replications: Int
  }

  /// The command, as it is typed.
  let command: String
  let processes: [Process]
  /// Replications that there are; two processes may have played the same one.
  let replications: Int
  /// The file of the result, if there is one; it may be that of what was asked before.
  let result: String?

  /// Looks into a folder; nil where it is not one of a search or a sweep.
  init?(folder: String) {
    guard let file = CommandFile.read(in: folder) else { return nil }
    command = "dunjing \(file.text)"
    let history = History(folder: folder, identity: "")
    let slots = history.writers.map { writer in (writer, Self.slots(in: history.path(of: writer))) }
    processes = slots.map { Process(shard: $0.0, replications: $0.1.count) }.filter { $0.replications > 0 }
    replications = slots.reduce(into: Set<String>()) { $0.formUnion($1.1) }.count
    result = ["optimize.json", "sweep.json"].map { FolderPath.joined(folder, $0) }
      .first { FileManager.default.fileExists(atPath: $0) }
  }

  /// What a file has records of; lines that were cut off do not count.
  private static func slots(in path: String) -> Set<String> {
    let lines = (FileManager.default.contents(atPath: path) ?? Data()).split(separator: 10)
    return Set(
      lines.compactMap { HistoryLine.record(of: Data($0), nil) }.map { "\($0.replication) \($0.plan)" })
  }

  var text: LocalizedText {
    let shares = processes.compactMap { process in process.shard.map { ($0, process.replications) } }
    let (zh, en) = (
      shares.map { "进程 \($0)：\($1) 次" }.joined(separator: "，"),
      shares.map { "process \($0): \($1)" }.joined(separator: ", ")
    )
    let are = replications == 1 ? "replication is" : "replications are"
    return LocalizedText(
      zh: "已保存 \(replications) 次重复" + (shares.isEmpty ? "" : "（\(zh)）") + "\n"
        + (result.map { "最近的结果：\($0)\n" } ?? "还没有结果\n") + "命令：\(command)",
      en: "\(replications) \(are) kept" + (shares.isEmpty ? "" : " (\(en))") + "\n"
        + (result.map { "The latest result: \($0)\n" } ?? "No result yet\n") + "Command: \(command)")
  }
}
