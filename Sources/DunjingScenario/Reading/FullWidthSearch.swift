/// Looks for full-width characters where YAML needs half-width ones; texts in quotes, comments, blocks of text and
/// Chinese prose are left alone.
struct FullWidthSearch {
  /// What was found, in the order of the text.
  private(set) var found: [FullWidthCharacter] = []

  private var quote: Character?
  private var depth = 0
  /// The indentation of the key whose value is a block of text, while in that block.
  private var block: Int?

  init(_ text: String) {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.endsYAMLLine)
    for (index, line) in lines.enumerated() {
      search(Array(line), line: index + 1)
    }
  }

  private mutating func search(_ line: [Character], line number: Int) {
    let indentation = line.prefix { $0 == " " }.count
    if let outer = block {
      if indentation > outer || line.allSatisfy(\.isWhitespace) { return }
      block = nil
    }
    var startsValue = true
    var position = 0
    while position < line.count {
      let character = line[position]
      if let open = quote {
        if character == "\\" && open == "\"" { position += 1 }
        if character == open { quote = nil }
      } else if character == "#" && (position == 0 || line[position - 1].isWhitespace) {
        break
      } else {
        look(at: position, of: line, number, &startsValue)
      }
      position += 1
    }
    let content = String(line[..<position]).trimmingSpaces
    if quote == nil && depth == 0 && Self.opensBlock(content) { block = indentation }
  }

  /// Whether the text ends with the mark of a block of text, `: |` or `- >` with its indicators.
  private static func opensBlock(_ text: String) -> Bool {
    var rest = text.utf8[...]
    while let last = rest.last, (48...57).contains(last) || last == 43 || last == 45 { rest.removeLast() }
    guard rest.last == 124 || rest.last == 62 else { return false }
    rest.removeLast()
    guard rest.last == 32 else { return false }
    while rest.last == 32 { rest.removeLast() }
    return rest.last == 58 || rest.last == 45
  }

  private mutating func look(at position: Int, of line: [Character], _ number: Int, _ startsValue: inout Bool)
  {
    let character = line[position]
    if !character.isASCII, let instead = FullWidthCharacter.halfWidth(of: character) {
      let isStructural = isStructural(instead, at: position, of: line)
      if isStructural || (startsValue && startsOtherwise(instead, at: position, of: line)) {
        found.append(
          FullWidthCharacter(
            found: character, instead: instead, line: number, column: position + 1, isStructural: isStructural
          ))
      }
      startsValue = isStructural
      return
    }
    switch character {
    case "\"", "'":
      if startsValue { quote = character }
      startsValue = false
    case "[", "{":
      depth += 1
      startsValue = true
    case "]", "}": depth = max(0, depth - 1)
    case ":", ",": startsValue = true
    case " ", "\t", "-": break
    default: startsValue = false
    }
  }

  /// Whether a character ends a key, parts two items, or takes the place of a blank.
  private func isStructural(_ instead: String, at position: Int, of line: [Character]) -> Bool {
    let (before, after) = (line[..<position], line[(position + 1)...])
    switch instead {
    case ":": return Self.endsWithKey(before)
    case ",":
      let rest = String(after)
      if rest.contains(/^ *[A-Za-z_]\w* *[:：]/) { return depth > 0 }
      // At the end of a line nothing follows.
      return depth > 0 && before.last?.isASCII == true && after.first { $0 != " " }?.isASCII != false
    case " ":
      return before.allSatisfy { $0 == " " } || (before.last == ":" && Self.endsWithKey(before.dropLast()))
    default: return false
    }
  }

  /// Whether the text ends with a key in Latin letters at the start of a line or of an item.
  private static func endsWithKey(_ text: ArraySlice<Character>) -> Bool {
    let key = text.reversed().prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    let lead = text.dropLast(key.count).reversed().drop { $0 == " " }
    return !key.isEmpty && (lead.first.map { "{[,，-".contains($0) } ?? true)
  }

  /// Whether a character at the start of a value is meant as a quote, a bracket or a number.
  private func startsOtherwise(_ instead: String, at position: Int, of line: [Character]) -> Bool {
    if ["\"", "'", "[", "{", "("].contains(instead) { return true }
    let value = line[position...].prefix { !",]}#，".contains($0) }
    return instead.allSatisfy(\.isNumber)
      && value.allSatisfy {
        $0 == " " || FullWidthCharacter.halfWidth(of: $0)?.allSatisfy(Self.isNumeric) ?? Self.isNumeric($0)
      }
  }

  private static func isNumeric(_ character: Character) -> Bool {
    character.isASCII && (character.isNumber || ".-+%e".contains(character))
  }
}

extension Character {
  /// Whether YAML 1.1 ends a line here; a form feed or a vertical tab does not.
  var endsYAMLLine: Bool { ["\n", "\r\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains(self) }
}

extension IssueLog {
  /// Blames full-width characters for the issues that they cause in a file: structural ones hide what the file says,
  /// so nothing else is reported then; others explain the issues on their own line.
  func blameFullWidth(in text: String, file: Int) {
    let name = files[file]
    guard issues.contains(where: { $0.file == name }) else { return }
    let found = FullWidthSearch(text).found
    let isBroken = found.contains(where: \.isStructural)
    let lines = Set(issues.filter { $0.file == name }.map(\.line))
    let blamed = found.filter { isBroken ? $0.isStructural : lines.contains($0.line) }
    guard !blamed.isEmpty else { return }
    let explained = Set(blamed.map(\.line))
    removeIssues { isBroken || ($0.file == name && explained.contains($0.line)) }
    for character in blamed {
      let place = Place(file: file, line: character.line, column: character.column)
      add(.fullWidth(character), at: place, keyPath: "")
    }
  }
}
