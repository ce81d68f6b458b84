import Dunjing

/// A line of the help, wrapped by the width of its characters: Chinese takes two columns each and has no spaces.
enum HelpLine {
  /// The column at which what is said of an option begins.
  static let labelColumns = 26

  /// The line in as many lines as it takes; what follows the first is set in as the text of the first.
  ///
  /// Commands, which begin with two spaces, stay in one line, so that they can be pasted.
  static func wrapped(_ line: String, to columns: Int) -> String {
    guard DisplayWidth.of(line) > columns, !line.hasPrefix("  dunjing ") else { return line }
    let indent = line.prefix { $0 == " " }.count
    let hang = isLabeled(line) ? labelColumns : line.hasPrefix(usage) ? DisplayWidth.of(usage) : indent
    guard columns > hang + 10 else { return line }
    var (lines, width) = ([""], 0)
    for piece in pieces(line.dropFirst(indent)) {
      let wide = DisplayWidth.of(piece)
      let start = lines.count == 1 ? indent : hang
      if start + width + DisplayWidth.of(trimmed(piece)) > columns, width > 0 {
        lines[lines.count - 1] = trimmed(lines[lines.count - 1])
        lines.append("")
        width = 0
      }
      lines[lines.count - 1] += piece
      width += wide
    }
    return lines.enumerated().map { number, text in
      String(repeating: " ", count: number == 0 ? indent : hang) + text
    }.joined(separator: "\n")
  }

  private static let usage = "用法："

  /// Whether a line is about an argument, an option or a command, with its name before the text.
  private static func isLabeled(_ line: String) -> Bool {
    let label = line.prefix(labelColumns)
    return label.count == labelColumns && label.hasPrefix("  ") && label.last == " "
      && label.allSatisfy(\.isASCII)
  }

  private static func trimmed(_ text: String) -> String {
    String(text.reversed().drop { $0 == " " }.reversed())
  }

  /// Pieces that are not broken: words with the space after them, and wide characters with the signs that belong to them.
  private static func pieces(_ text: Substring) -> [String] {
    var pieces: [String] = []
    for character in text {
      guard let last = pieces.last?.last, !mayBreak(between: last, and: character) else {
        pieces.append(String(character))
        continue
      }
      pieces[pieces.count - 1].append(character)
    }
    return pieces
  }

  private static func mayBreak(between left: Character, and right: Character) -> Bool {
    if right == " " || "，。；：、）”？！".contains(right) || "（“".contains(left) { return false }
    return left == " " || isWide(left) || isWide(right)
  }

  private static func isWide(_ character: Character) -> Bool { DisplayWidth.of(String(character)) == 2 }
}
