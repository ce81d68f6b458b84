/// A table as an office keeps it: UTF-8 or GB 18030; commas, semicolons or tabs; maybe a title above, totals and notes below.
struct OfficeTable {
  /// The name that messages use.
  let name: String
  /// What stands above the headings, such as a title and who filled the table in.
  let title: [String]
  /// The names of the columns.
  let header: [CSVCell]
  /// The rows below that hold something and are neither totals nor notes.
  private(set) var rows: [[CSVCell]]
  /// The number of rows that are totals or notes.
  let leftOut: Int
  /// The row that sums all the others: 合计, not 小计; nil where there is none, or several.
  let total: [CSVCell]?

  /// Reads a table.
  /// - Parameter named: headings that somebody has named, by which the header is known too.
  /// - Throws: That it is empty, a workbook, in another encoding or without a header, or that a quote is not closed.
  init(_ table: ImportTable, named: [String]) throws(InvalidScenario) {
    name = table.name
    let text = try RawTable.text(of: table, nil)
    var scanner = CSVScanner(text, separator: CSVSeparator.byte(of: text))
    var all: [[CSVCell]] = []
    while let cells = scanner.next() {
      if cells.contains(where: { !$0.text.isEmpty }) { all.append(cells) }
    }
    if let fault = scanner.fault {
      throw RawTable.fault(name, scanner.faultLine, scanner.faultColumn, fault)
    }
    guard let place = HeaderSearch.place(in: all, known: { Self.known($0, named) }) else {
      throw RawTable.fault(name, 1, 1, .csvWithoutHeader)
    }
    let headings = HeadingRows(all, at: place)
    header = headings.header
    title = all[..<headings.first].flatMap { $0.map(\.text) }.filter { !$0.isEmpty }
    let below = all[(headings.last + 1)...]
    rows = below.filter { !RemarkRow.isOne($0) }
    leftOut = below.count - rows.count
    let totals = below.filter(RemarkRow.isTotal)
    total = totals.count == 1 ? totals[0] : nil
  }

  /// The name of its file, without folders.
  var fileName: String { String(name.split(separator: "/").last ?? "") }

  /// Leaves out rows.
  mutating func removeRows(where isOut: ([CSVCell]) -> Bool) { rows.removeAll(where: isOut) }

  /// How many headings of a row are known, or were named.
  private static func known(_ row: [CSVCell], _ named: [String]) -> Int {
    (StudyTableKind.allCases.map { StudyTableColumns($0, in: row).places.count }.max() ?? 0)
      + row.count { named.contains($0.text) }
  }
}

/// A number as people write it in a table.
enum OfficeNumber {
  /// Returns the number of a text such as `1,234`, `１２３`, `1.2万` or `32人`; nil for anything else, as for `1,5`,
  /// which may be a decimal fraction.
  static func value(of text: String) -> Double? {
    let plain = text.map { FullWidthCharacter.halfWidth(of: $0) ?? String($0) }.joined()
      .filter { !$0.isWhitespace }
    let digits = plain.prefix { $0.isASCII && ($0.isNumber || "+-.,".contains($0)) }
    let groups = digits.split(separator: ".", omittingEmptySubsequences: false)[0]
      .split(separator: ",", omittingEmptySubsequences: false)
    guard groups.dropFirst().allSatisfy({ $0.count == 3 }), groups.count == 1 || groups[0].count <= 4,
      let number = Double(digits.filter { $0 != "," }), number.isFinite
    else { return nil }
    var unit = plain.dropFirst(digits.count)
    let isTenThousand = unit.first == "万"
    if isTenThousand { unit = unit.dropFirst() }
    guard units.contains(unit.lowercased()) else { return nil }
    return isTenThousand ? number * 10_000 : number
  }

  /// Whether a text says that there is none, as a dash does.
  static func saysNone(_ text: String) -> Bool {
    !text.isEmpty && (["无", "/", "／"].contains(text) || text.allSatisfy { "-–—―─－".contains($0) })
  }

  private static let units: Set<String> = [
    "", "人", "名", "位", "辆", "台", "户", "起", "件", "次", "宗", "小时", "工时", "小时/年", "h", "km", "公里", "千米"
  ]
}
