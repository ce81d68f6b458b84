import Dunjing
import Foundation

/// A folder for the results of a command that plays nothing.
struct ResultFolder {
  private let url: URL

  /// Prepares the folder.
  /// - Parameter name: the file by which results of the same command are known.
  init(_ path: String, holding name: String, overwrite: Bool) throws {
    url = URL(fileURLWithPath: path, isDirectory: true)
    let files = FileManager.default
    if files.fileExists(atPath: self.path(ScenarioBundle.fileName)) {
      throw CommandFault(
        zh: "\(url.path) 是一个研究的文件夹，结果不能写在其中。请换一个 --out。",
        en: "\(url.path) is the folder of a study; results cannot be written into it. Use another --out.")
    }
    if !overwrite, files.fileExists(atPath: self.path(name)) {
      throw CommandFault(
        zh: "\(url.path) 中已有结果。请加 --overwrite 替换，或换一个 --out。",
        en: "\(url.path) holds results already. Use --overwrite to replace them, or another --out.")
    }
    try Self.create(url.path)
  }

  /// Makes a folder and those above it.
  static func create(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw FileFault(path: path, operation: .create, reason: error)
    }
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
