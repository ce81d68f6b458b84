/// A table as an office keeps it: UTF-8 or GB 18030; commas, semicolons or tabs; maybe a title above and totals below.
struct OfficeTable {
  /// The name that messages use.
  let name: String
  /// The names of the columns: the first row with two cells that are not empty.
  let header: [CSVCell]
  /// The rows below that hold something and are no totals.
  let rows: [[CSVCell]]
  /// The number of rows that are totals.
  let totals: Int

  /// Reads a table.
  /// - Throws: That it is empty, a workbook, in another encoding or without a header, or that a quote is not closed.
  init(_ table: ImportTable) throws(InvalidScenario) {
    name = table.name
    let text = try RawTable.text(of: table, TextEncoding.guess(table.bytes))
    var scanner = CSVScanner(text, separator: CSVSeparator.byte(of: text))
    var (header, rows): ([CSVCell], [[CSVCell]]) = ([], [])
    while let cells = scanner.next() {
      let filled = cells.count { !$0.text.isEmpty }
      if header.isEmpty {
        if filled > 1 { header = cells }
      } else if filled > 0 {
        rows.append(cells)
      }
    }
    if let fault = scanner.fault {
      throw RawTable.fault(name, scanner.faultLine, scanner.faultColumn, fault)
    }
    guard !header.isEmpty else { throw RawTable.fault(name, 1, 1, .csvWithoutHeader) }
    self.header = header
    self.rows = rows.filter { !Self.isTotal($0) }
    totals = rows.count - self.rows.count
  }

  /// Whether the first text of a row says that it sums the others.
  private static func isTotal(_ row: [CSVCell]) -> Bool {
    let first = row.first { !$0.text.isEmpty }?.text.filter { !$0.isWhitespace }.lowercased() ?? ""
    return ["合计", "总计", "小计", "共计", "total", "sum"].contains(first)
  }
}

/// A number as people write it in a table.
enum OfficeNumber {
  /// Returns the number of a text such as `1,234`, `１２３`, `1.2万`, `32人` or `124.05°E`; nil for anything else.
  static func value(of text: String) -> Double? {
    let plain = text.map { FullWidthCharacter.halfWidth(of: $0) ?? String($0) }.joined()
      .filter { !$0.isWhitespace && $0 != "," }
    let digits = plain.prefix { $0.isASCII && ($0.isNumber || "+-.".contains($0)) }
    guard let number = Double(digits), number.isFinite else { return nil }
    var unit = plain.dropFirst(digits.count)
    let isTenThousand = unit.first == "万"
    if isTenThousand { unit = unit.dropFirst() }
    guard units.contains(unit.lowercased()) else { return nil }
    return isTenThousand ? number * 10_000 : number
  }

  private static let units: Set<String> = [
    "", "人", "名", "位", "户", "起", "件", "次", "宗", "小时", "工时", "小时/年", "h", "km", "公里", "千米", "°", "度", "°e",
    "°n",
    "e", "n"
  ]
}
