import Dunjing
import Foundation

/// The folder of a new study: there whole or not at all, and never in place of something else.
struct NewStudyFolder {
  private let path: String
  private let url: URL
  private let manager = FileManager.default

  init(_ path: String) {
    self.path = path
    url = URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL
  }

  /// What to type next, to look at a new study and to play it.
  static func commands(for path: String) -> [String] {
    let folder = Message.pasted(FolderPath.plain(path))
    let run =
      folder == "." ? "out/run" : "out/" + Message.pasted(URL(fileURLWithPath: path).lastPathComponent)
    return ["dunjing validate \(folder)", "dunjing run \(folder) --out \(run)"]
  }

  /// Writes files that make a valid study.
  /// - Throws: That the folder holds something, or cannot be written; nothing is left then.
  func write(_ files: [(name: String, data: Data)]) throws {
    try checkFree()
    guard manager.fileExists(atPath: url.path) else { return try write(files, to: url) }
    // The folder that is there stays, as somebody may stand in it.
    let draft = url.appendingPathComponent(".draft-" + UUID().uuidString, isDirectory: true)
    defer { try? manager.removeItem(at: draft) }
    try write(files, to: draft)
    var moved: [URL] = []
    do {
      for file in files {
        let target = url.appendingPathComponent(file.name)
        try manager.moveItem(at: draft.appendingPathComponent(file.name), to: target)
        moved.append(target)
      }
    } catch {
      for target in moved { try? manager.removeItem(at: target) }
      throw FileFault(path: url.path, operation: .write, reason: error)
    }
  }

  private func write(_ files: [(name: String, data: Data)], to folder: URL) throws {
    try FreshFolder(folder.path).write(files) { _ = try ScenarioBundle(path: $0.path).load() }
  }

  private func checkFree() throws {
    if FileFault.isFolder(url.path) == false || FileFault.obstacle(on: url.path) != nil {
      throw CommandFault(
        zh: "\(path) 处有一个文件，不能建立文件夹。请换一个文件夹名，例如 dunjing init my-study。",
        en: "a file is in the way of the folder \(path). Use another name, such as dunjing init my-study.")
    }
    guard let names = try? manager.contentsOfDirectory(atPath: url.path), !names.isEmpty else { return }
    guard !names.contains(ScenarioBundle.fileName) else {
      throw CommandFault(
        zh: "\(path) 中已有一个研究（scenario.yaml），不会覆盖。请换一个文件夹名，或用 dunjing validate 检查已有的研究。",
        en:
          "\(path) holds a study already (scenario.yaml), which is not overwritten. Use another name, or look at the study "
          + "with dunjing validate.")
    }
    let shown = names.sorted().prefix(3) + (names.count > 3 ? ["…"] : [])
    let place = FolderPath.joined(path, "my-study")
    throw CommandFault(
      zh:
        "\(path) 不是空文件夹（其中有 \(shown.listed.zh)），新研究需要自己的文件夹。请换一个文件夹名，例如 dunjing init \(Message.pasted(place))。",
      en:
        "\(path) is not empty (it holds \(shown.listed.en)), and a study needs a folder of its own. Use another name, such as "
        + "dunjing init \(Message.pasted(place)).")
  }
}
