import Dunjing
import Foundation

/// The tables that an office gives: files that are named, and those of folders by their names.
struct OfficeFiles {
  private(set) var tables: [ImportTable] = []
  /// The workbooks of the folders, which are not read; none of which a table of the same name lies beside.
  private(set) var workbooks: [String] = []

  /// Reads the tables.
  /// - Throws: That one cannot be read, or that a folder holds none.
  init(_ paths: [String]) throws {
    for path in paths {
      if FileFault.isFolder(path) == true {
        try read(folder: path)
      } else {
        tables.append(try ImportTable(reading: path))
      }
    }
  }

  private mutating func read(folder: String) throws {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() ?? []
    // Spreadsheet programs put a file beside each that is open.
    let names = all.filter { !$0.hasPrefix(".") && !$0.hasPrefix("~$") }
    let found = names.filter { name in
      ["csv", "txt", "tsv"].contains { name.lowercased().hasSuffix("." + $0) }
    }
    let stems = Set(found.map(Self.stem))
    let books = names.filter { Workbook.isOne($0) && !stems.contains(Self.stem($0)) }
    guard !found.isEmpty else { throw Self.noTables(folder, books) }
    workbooks += books.map { FolderPath.joined(folder, $0) }
    tables += try found.map { try ImportTable(reading: FolderPath.joined(folder, $0)) }
  }

  private static func stem(_ name: String) -> String { (name as NSString).deletingPathExtension }

  private static func noTables(_ folder: String, _ books: [String]) -> CommandFault {
    guard !books.isEmpty else {
      return CommandFault(
        zh: "\(folder) 中没有 .csv、.txt 或 .tsv 表格。", en: "\(folder) holds no tables (.csv, .txt, .tsv).")
    }
    return CommandFault(
      zh: "\(folder) 中只有工作簿（\(books.listed.zh)），不能直接读取。\(Workbook.remedy.zh)。",
      en:
        "\(folder) holds workbooks only (\(books.listed.en)), which are not read. To make tables of one, \(Workbook.remedy.en)."
    )
  }
}
