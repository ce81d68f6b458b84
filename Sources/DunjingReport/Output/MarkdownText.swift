/// Text of CommonMark: characters that mean something are escaped, strong runs stay strong.
enum MarkdownText {
  /// A text with `**` and number marks as CommonMark on one line.
  static func line(_ text: String) -> String {
    var parts: [(text: String, isStrong: Bool)] = []
    for run in TextRun.runs(of: text) {
      if parts.last?.isStrong == run.isStrong {
        parts[parts.count - 1].text += run.text
      } else {
        parts.append((run.text, run.isStrong))
      }
    }
    return parts.indices.map { index in
      guard parts[index].isStrong else { return escaped(parts[index].text) }
      return strong(
        parts[index].text, after: index > 0 ? parts[index - 1].text.last : nil,
        before: index + 1 < parts.count ? parts[index + 1].text.first : nil)
    }.joined()
  }

  /// A paragraph: also what starts like a list, a heading or a quotation is plain text.
  static func paragraph(_ text: String) -> String {
    let line = line(text)
    if let digits = line.prefixMatch(of: /[0-9]+/),
      [".", ")"].contains(line[digits.range.upperBound...].first),
      line[digits.range.upperBound...].dropFirst().first?.isWhitespace != false
    {
      return line[digits.range] + "\\" + line[digits.range.upperBound...]
    }
    guard let first = line.first, "#>+-=".contains(first) else { return line }
    return "\\" + line
  }

  /// A cell of a table.
  static func cell(_ text: String) -> String {
    let line = line(text)
    return line.isEmpty ? " " : line
  }

  /// Strong text. Asterisks between a sign and a letter do not count as emphasis, as in Chinese after a per cent sign.
  private static func strong(_ text: String, after last: Character?, before next: Character?) -> String {
    func isWord(_ character: Character?) -> Bool { character.map { $0.isLetter || $0.isNumber } ?? false }
    let isClear =
      (isWord(text.first) || !isWord(last)) && (isWord(text.last) || !isWord(next))
      && text.first?.isWhitespace == false && text.last?.isWhitespace == false
    return isClear ? "**\(escaped(text))**" : "<strong>\(escaped(text))</strong>"
  }

  /// A text in which nothing means anything.
  static func escaped(_ text: String) -> String {
    var output = ""
    for character in text {
      switch character {
      case "\\", "`", "*", "_", "[", "]", "|", "~": output += "\\\(character)"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "&": output += "&amp;"
      case "\n", "\r\n", "\r": output += " "
      default: output.append(character)
      }
    }
    return output
  }
}
