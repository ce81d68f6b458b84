/// Workbooks of spreadsheet programs: known by their names, and not read.
package enum Workbook {
  /// Whether a file is one by its name.
  package static func isOne(_ name: String) -> Bool {
    ["xlsx", "xlsm", "xls", "et", "ods"].contains { name.lowercased().hasSuffix("." + $0) }
  }

  /// How to make a table of one that can be read.
  package static let remedy = LocalizedText(
    zh: "请在 Excel 或 WPS 中打开，每个工作表选“文件 → 另存为 → CSV UTF-8（逗号分隔）”存成一个 .csv 文件",
    en:
      "open it in Excel or WPS and save each sheet as a .csv file: \"File > Save As > CSV UTF-8 (Comma delimited)\""
  )
}
