import Dunjing
import Foundation

/// A folder of tables as a spreadsheet has saved them.
struct SavedTables {
  /// The files by name.
  let files: [String: [UInt8]]
  /// What the folder says of the study; nil where it says nothing.
  private(set) var record: TablesRecord?
  private let url: URL

  /// Reads a folder.
  /// - Throws: That there is none, that it has no table, or that a file cannot be read.
  init(_ path: String) throws {
    url = URL(fileURLWithPath: path, isDirectory: true)
    try FileFault.checkFolder(
      path,
      LocalizedText(
        zh: "请给出 dunjing tables --out 写出的文件夹", en: "give the one that dunjing tables --out wrote"))
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      throw FileFault(path: path, operation: .read, reason: error)
    }
    guard !names.contains(ScenarioBundle.fileName) else {
      throw CommandFault(
        zh: "\(path) 是一个研究，不是表格的文件夹。请给出 dunjing tables --out 写出的文件夹。",
        en: "\(path) is a study, not a folder of tables. Give the one that dunjing tables --out wrote.")
    }
    let url = url
    func data(_ name: String) throws -> Data {
      do {
        return try Data(contentsOf: url.appendingPathComponent(name))
      } catch {
        throw FileFault(path: url.appendingPathComponent(name).path, operation: .read, reason: error)
      }
    }
    record =
      names.contains(TablesRecord.name)
      ? try? JSONDecoder().decode(TablesRecord.self, from: data(TablesRecord.name)) : nil
    var files: [String: [UInt8]] = [:]
    for name in names where FileFault.isFolder(url.appendingPathComponent(name).path) == false {
      let isTable = name.lowercased().hasSuffix(".csv") && !name.hasPrefix(".")
      files[name] = isTable ? [UInt8](try data(name)) : []
    }
    self.files = files
    guard files.keys.contains(where: { Self.endings.contains(($0.lowercased() as NSString).pathExtension) })
    else {
      throw CommandFault(
        zh: "\(path) 中没有 CSV 表格。请给出 dunjing tables --out 写出的文件夹。",
        en: "\(path) holds no CSV tables. Give the folder that dunjing tables --out wrote.")
    }
  }

  /// Notes the study as it is after its tables were read back.
  func remember(hash: String) throws {
    guard var record else { return }
    record.scenarioHash = hash
    let file = url.appendingPathComponent(TablesRecord.name)
    do {
      try Data(try record.text().utf8).write(to: file, options: .atomic)
    } catch {
      throw FileFault(path: file.path, operation: .write, reason: error)
    }
  }

  private static let endings = ["csv", "xlsx", "xls", "et", "ods"]
}
