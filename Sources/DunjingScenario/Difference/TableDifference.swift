/// What differs between two versions of a table: rows matched by the cell of their first column, where that names each row
/// once, otherwise as wholes.
struct TableDifference {
  let name: String
  let first: [UInt8]?
  let second: [UInt8]?

  /// Examples kept.
  private static let limit = 5

  /// The difference in numbers, with examples.
  var file: ScenarioDifference.File {
    var file = ScenarioDifference.File(name: name, isInFirst: first != nil, isInSecond: second != nil)
    guard name.hasSuffix(".csv"), let old = Self.rows(first), let new = Self.rows(second) else { return file }
    if let (a, b) = Self.named(old, new) {
      compare(old[0], a, b, order: new, into: &file)
    } else {
      compareWholes(old, new, into: &file)
    }
    return file
  }

  private static func rows(_ bytes: [UInt8]?) -> [[String]]? {
    guard let bytes else { return nil }
    let text =
      switch TextEncoding.utf8.decode(bytes) {
      case .success(let text): text
      case .failure: (try? TextEncoding.gb18030.decode(bytes).get()) ?? ""
      }
    var scanner = CSVScanner(text)
    var rows: [[String]] = []
    while let cells = scanner.next() {
      if cells.count > 1 || !cells[0].text.isEmpty { rows.append(cells.map(\.text)) }
    }
    return rows.isEmpty ? nil : rows
  }

  /// The rows by the cell of their first column; nil where that is none of names, or where the columns differ.
  private static func named(_ old: [[String]], _ new: [[String]]) -> ([String: [String]], [String: [String]])?
  {
    func index(_ rows: [[String]]) -> [String: [String]]? {
      var index: [String: [String]] = [:]
      for row in rows.dropFirst() {
        guard index.updateValue(row, forKey: row[0]) == nil else { return nil }
      }
      return index
    }
    guard old[0] == new[0], let a = index(old), let b = index(new) else { return nil }
    return (a, b)
  }

  private func compare(
    _ head: [String], _ old: [String: [String]], _ new: [String: [String]], order: [[String]],
    into file: inout ScenarioDifference.File
  ) {
    for row in order.dropFirst() {
      guard let before = old[row[0]] else {
        file.added += 1
        note("+ \(row[0])", in: &file)
        continue
      }
      guard before != row else { continue }
      file.changed += 1
      let cells = head.indices.filter { $0 < before.count && $0 < row.count && before[$0] != row[$0] }
      note(
        row[0] + ": "
          + cells.prefix(3).map { "\(head[$0]) \(Self.shown(before[$0])) → \(Self.shown(row[$0]))" }
          .joined(separator: ", "), in: &file)
    }
    for name in old.keys.sorted() where new[name] == nil {
      file.removed += 1
      note("− \(name)", in: &file)
    }
  }

  private func compareWholes(
    _ old: [[String]], _ new: [[String]], into file: inout ScenarioDifference.File
  ) {
    var left: [[String]: Int] = [:]
    for row in old { left[row, default: 0] += 1 }
    for row in new {
      if let count = left[row], count > 0 {
        left[row] = count - 1
      } else {
        file.added += 1
        note("+ " + row.joined(separator: ","), in: &file)
      }
    }
    for row in old {
      guard let count = left[row], count > 0 else { continue }
      left[row] = count - 1
      file.removed += 1
      note("− " + row.joined(separator: ","), in: &file)
    }
  }

  private func note(_ example: String, in file: inout ScenarioDifference.File) {
    if file.examples.count < Self.limit { file.examples.append(example) }
  }

  private static func shown(_ cell: String) -> String { cell.isEmpty ? "–" : cell }
}
