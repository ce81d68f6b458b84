/// One cell of a table; the column counts characters.
package struct CSVCell: Equatable, Sendable {
  /// The text, without quotes.
  package var text: String
  /// The line, counted from 1.
  package var line: Int
  /// The column, counted in characters from 1.
  package var column: Int

  package init(text: String, line: Int, column: Int) {
    (self.text, self.line, self.column) = (text, line, column)
  }
}

/// Splits a text into rows of cells.
struct CSVScanner {
  private var bytes: [UInt8]
  /// The byte between two cells.
  private let comma: UInt8
  private var position = 0
  private var line = 1
  private var column = 1
  private(set) var fault: ScenarioFault?
  private(set) var faultLine = 1
  private(set) var faultColumn = 1

  /// - Parameter separator: the byte between two cells, a comma unless given.
  init(_ text: String, separator: UInt8 = 44) {
    bytes = Array(text.utf8)
    comma = separator
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// Returns the next row, or nil at the end or after a fault.
  mutating func next() -> [CSVCell]? {
    guard position < bytes.count, fault == nil else { return nil }
    var cells: [CSVCell] = []
    while true {
      guard let cell = nextCell() else { return nil }
      cells.append(cell)
      guard position < bytes.count else { return cells }
      let separator = bytes[position]
      advance()
      if separator == comma { continue }
      if separator == 13 && position < bytes.count && bytes[position] == 10 { advance() }
      line += 1
      column = 1
      return cells
    }
  }

  private mutating func nextCell() -> CSVCell? {
    let (startLine, startColumn) = (line, column)
    guard position < bytes.count, bytes[position] == 34 else {
      let start = position
      while position < bytes.count, !endsCell(bytes[position]) { advance() }
      let text = String(decoding: bytes[start..<position], as: UTF8.self)
      return CSVCell(text: text.trimmingSpaces, line: startLine, column: startColumn)
    }
    return quotedCell(startLine, startColumn)
  }

  private mutating func quotedCell(_ startLine: Int, _ startColumn: Int) -> CSVCell? {
    var text: [UInt8] = []
    advance()
    while position < bytes.count {
      let byte = bytes[position]
      advance()
      if byte == 34 {
        guard position < bytes.count, bytes[position] == 34 else {
          return finished(text, startLine, startColumn)
        }
        advance()
      } else if byte == 10 || (byte == 13 && position < bytes.count && bytes[position] != 10) {
        line += 1
        column = 1
      }
      text.append(byte)
    }
    return fail(.csvOpenQuote, startLine, startColumn)
  }

  private mutating func finished(_ text: [UInt8], _ startLine: Int, _ startColumn: Int) -> CSVCell? {
    if position < bytes.count, !endsCell(bytes[position]) {
      return fail(.csvTextAfterQuote, line, column)
    }
    return CSVCell(text: String(decoding: text, as: UTF8.self), line: startLine, column: startColumn)
  }

  private mutating func fail(_ fault: ScenarioFault, _ line: Int, _ column: Int) -> CSVCell? {
    (self.fault, faultLine, faultColumn) = (fault, line, column)
    return nil
  }

  private func endsCell(_ byte: UInt8) -> Bool { byte == comma || byte == 10 || byte == 13 }

  private mutating func advance() {
    if bytes[position] & 0xC0 != 0x80 { column += 1 }
    position += 1
  }
}

extension String {
  /// The text without spaces and tabs at both ends.
  var trimmingSpaces: String {
    guard let first, let last, first == " " || first == "\t" || last == " " || last == "\t" else {
      return self
    }
    let start = firstIndex { $0 != " " && $0 != "\t" } ?? endIndex
    let end = lastIndex { $0 != " " && $0 != "\t" }.map(index(after:)) ?? endIndex
    return start < end ? String(self[start..<end]) : ""
  }
}
