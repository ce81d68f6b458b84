import Dunjing
import Foundation

/// The folder of a calibrated study: written whole or not at all.
struct CalibrationFolder {
  private let url: URL
  private let manager = FileManager.default
  private static let mark = "calibration.json"

  init(_ path: String) {
    url = URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL
  }

  /// Checks that the folder may be written: it is not there, or a calibration wrote it and holds none of the inputs.
  func checkFree(force: Bool, inputs: [String]) throws {
    guard let isFolder = FileFault.isFolder(url.path) else { return }
    guard isFolder, let names = try? manager.contentsOfDirectory(atPath: url.path) else {
      throw FileFault(path: url.path, operation: .create, reason: FileFault.inTheWay(url.path))
    }
    guard force else {
      throw CommandFault(
        zh: "\(url.path) 已存在。请换一个 --out，或加 --force 替换。",
        en: "\(url.path) already exists. Use another --out, or --force to replace it.")
    }
    guard names.isEmpty || names.contains(Self.mark) else {
      throw CommandFault(
        zh: "\(url.path) 不是由校准写入的。请换一个 --out。", en: "no calibration wrote \(url.path). Use another --out.")
    }
    let folder = url.resolvingSymlinksInPath().path
    for input in inputs {
      let path = URL(fileURLWithPath: input).resolvingSymlinksInPath().path
      guard path == folder || path.hasPrefix(folder + "/") else { continue }
      throw CommandFault(
        zh: "\(input) 在要替换的文件夹中。请换一个 --out。",
        en: "\(input) lies in the folder to replace. Use another --out.")
    }
  }

  /// Writes files beside the folder, reads the study once more, and puts the folder in place.
  func write(_ files: [(name: String, data: Data)]) throws {
    let unique = UUID().uuidString
    let parent = url.deletingLastPathComponent()
    let draft = parent.appendingPathComponent(".\(url.lastPathComponent).draft-\(unique)", isDirectory: true)
    let former = parent.appendingPathComponent(
      ".\(url.lastPathComponent).former-\(unique)", isDirectory: true)
    defer { try? manager.removeItem(at: draft) }
    for file in files {
      let target = draft.appendingPathComponent(file.name)
      try attempt(.write, target) {
        try manager.createDirectory(
          at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try file.data.write(to: target)
      }
    }
    _ = try ScenarioBundle(path: draft.path).load()
    let replaces = manager.fileExists(atPath: url.path)
    if replaces { try attempt(.move, url) { try manager.moveItem(at: url, to: former) } }
    do {
      try attempt(.create, url) { try manager.moveItem(at: draft, to: url) }
    } catch {
      if replaces { try? manager.moveItem(at: former, to: url) }
      throw error
    }
    if replaces { try? manager.removeItem(at: former) }
  }

  private func attempt(_ operation: FileFault.Operation, _ target: URL, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch {
      throw FileFault(path: target.path, operation: operation, reason: error)
    }
  }
}
