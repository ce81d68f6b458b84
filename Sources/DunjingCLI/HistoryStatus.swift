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

  /// Looks into a folder; nil where it is not one of a search or a sweep.
  init?(folder: String) {
    guard let file = CommandFile.read(in: folder) else { return nil }
    command = "dunjing \(file.text)"
    let history = History(folder: folder, identity: "")
    processes = history.writers.map { writer in
      let data = FileManager.default.contents(atPath: history.path(of: writer)) ?? Data()
      return Process(shard: writer, replications: data.count { $0 == 10 })
    }.filter { $0.replications > 0 }
  }

  var text: LocalizedText {
    let total = processes.reduce(0) { $0 + $1.replications }
    let shares = processes.compactMap { process in process.shard.map { "\($0): \(process.replications)" } }
    return LocalizedText(
      zh: "已保存 \(total) 次重复" + (shares.isEmpty ? "" : "（按进程 \(shares.joined(separator: "，"))）")
        + "\n\(command)",
      en: "\(total) replications are kept"
        + (shares.isEmpty ? "" : " (by process \(shares.joined(separator: ", ")))")
        + "\n\(command)")
  }
}
