import Dunjing
import Foundation

/// A folder that a command makes out of files of others, an import or a calibration: written whole or not at all.
struct FreshFolder {
  let url: URL
  private let manager = FileManager.default

  init(_ path: String) {
    url = URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL
  }

  /// Checks that the folder may be written.
  ///
  /// With `overwrite`, only a folder that holds nothing but the files of such an import is replaced, and none that holds one of
  /// the files to read.
  func checkFree(overwrite: Bool, inputs: [String], known: [String]) throws {
    try checkFree(overwrite: overwrite, inputs: inputs) { names in
      let foreign = names.filter { !known.contains($0) }.sorted().prefix(3)
      return foreign.isEmpty
        ? nil
        : CommandFault(
          zh: "\(url.path) 中有不是由导入写入的文件（\(foreign.listed.zh)）。请换一个 --out。",
          en:
            "\(url.path) holds files that no import wrote (\(foreign.listed.en)). Use another --out."
        )
    }
  }

  /// Checks that the folder may be written.
  ///
  /// With `overwrite`, only a folder that holds a file by which those of the same command are known is replaced, or an empty
  /// one, and none that holds one of the files to read.
  func checkFree(overwrite: Bool, inputs: [String], mark: String) throws {
    try checkFree(overwrite: overwrite, inputs: inputs) { names in
      names.isEmpty || names.contains(mark)
        ? nil
        : CommandFault(
          zh: "\(url.path) 中没有 \(mark)，看不出是由此命令写入的，因此不替换。请换一个 --out。",
          en:
            "\(url.path) holds no \(mark) by which to know that this command wrote it, and is not replaced. Use another "
            + "--out.")
    }
  }

  private func checkFree(overwrite: Bool, inputs: [String], _ fault: ([String]) -> CommandFault?) throws {
    guard let isFolder = FileFault.isFolder(url.path) else { return }
    guard isFolder, let names = try? manager.contentsOfDirectory(atPath: url.path) else {
      throw FileFault(path: url.path, operation: .create, reason: FileFault.inTheWay(url.path))
    }
    guard overwrite else {
      throw CommandFault(
        zh: "\(url.path) 已存在。请换一个 --out，或加 --overwrite 替换。",
        en: "\(url.path) already exists. Use another --out, or --overwrite to replace it.")
    }
    if let fault = fault(names) { throw fault }
    let folder = url.resolvingSymlinksInPath().path
    for input in inputs {
      let path = URL(fileURLWithPath: input).resolvingSymlinksInPath().path
      guard path == folder || path.hasPrefix(folder + "/") else { continue }
      throw CommandFault(
        zh: "\(input) 在要替换的文件夹中。请换一个 --out。",
        en: "\(input) lies in the folder to replace. Use another --out.")
    }
  }

  /// Writes the bundle beside the folder, checks it as any study, and puts it in place.
  func write(_ bundle: ImportedBundle) throws {
    try write(bundle.files.map { ($0.name, Data($0.text.utf8)) }) { draft in
      _ = try ScenarioBundle(path: draft.path).load()
    }
  }

  /// Writes files beside the folder, checks them, and puts them in place.
  func write(_ files: [(name: String, data: Data)], checking check: (URL) throws -> Void = { _ in }) throws {
    let parent = url.deletingLastPathComponent()
    let unique = UUID().uuidString
    let draft = parent.appendingPathComponent(".\(url.lastPathComponent).draft-\(unique)", isDirectory: true)
    let former = parent.appendingPathComponent(
      ".\(url.lastPathComponent).former-\(unique)", isDirectory: true)
    defer { try? manager.removeItem(at: draft) }
    // What is told is the folder that was asked for, not where its files stand before they are put in place.
    try attempt(.create, url) { try manager.createDirectory(at: draft, withIntermediateDirectories: true) }
    for file in files {
      let target = draft.appendingPathComponent(file.name)
      try attempt(.write, url.appendingPathComponent(file.name)) {
        try manager.createDirectory(
          at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try file.data.write(to: target)
      }
    }
    try check(draft)
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
