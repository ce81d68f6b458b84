/// A table of the bundle with the text of every row as it stands in the file, so that rows can be kept to the byte.
struct CSVLines {
  /// A row below the header.
  struct Row {
    /// As many cells as the header has.
    var cells: [String]
    /// The row in the file, with its line break and the empty rows after it.
    var text: String
  }

  let header: [String]
  /// The header in the file, with its line break.
  let headerText: String
  let rows: [Row]
  /// The line break of the file.
  let lineBreak: String
  /// Whether a byte order mark stands first.
  let hasMark: Bool

  /// Reads a file that has been read without issues before; nil where that is not so.
  init?(_ bytes: [UInt8], _ encoding: TextEncoding) {
    guard case .success(let text) = encoding.decode(bytes) else { return nil }
    hasMark = encoding == .utf8 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let lines = Self.lines(of: text)
    var scanner = CSVScanner(text)
    var starts: [(line: Int, cells: [String])] = []
    while let cells = scanner.next() {
      if cells.count == 1 && cells[0].text.isEmpty && !starts.isEmpty { continue }
      starts.append((cells[0].line - 1, cells.map(\.text)))
    }
    guard let first = starts.first, scanner.fault == nil else { return nil }
    header = first.cells
    lineBreak = lines[0].hasSuffix("\r\n") ? "\r\n" : lines[0].hasSuffix("\r") ? "\r" : "\n"
    let ends = starts.dropFirst().map(\.line) + [lines.count]
    headerText = lines[first.line..<ends[0]].joined()
    let width = header.count
    rows = zip(starts, ends).dropFirst().map { start, end in
      let missing = [String](repeating: "", count: max(0, width - start.cells.count))
      return Row(
        cells: Array((start.cells + missing).prefix(width)), text: lines[start.line..<end].joined())
    }
  }

  /// Splits a text into lines with their breaks: LF, CR LF or CR.
  private static func lines(of text: String) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      line.append(scalar)
      guard scalar == "\n" || (scalar == "\r" && scalars.first != "\n") else { continue }
      lines.append(String(line))
      line = String.UnicodeScalarView()
    }
    return line.isEmpty && !lines.isEmpty ? lines : lines + [String(line)]
  }
}
