import Foundation

/// A text that the sources have in two languages.
struct SourceText: Equatable {
  let zh: String
  let en: String
  /// Whether a refusal or a warning says it.
  var isRefusal = false
}

/// Finds the texts in two languages of a source file: `zh: "…", en: "…"`, and `message("…", "…", "…", "…")` of a fault,
/// which has what is wrong and what to write, first in Chinese and then in English.
///
/// Interpolations stay as they are written. What is no literal, such as a text that is put together elsewhere, is left out.
struct SourceScanner {
  private let source: [Character]
  private let isFileOfRefusals: Bool

  /// - Parameter path: the path of the source; all texts of files of faults and warnings are taken for such.
  init(_ source: String, path: String = "") {
    self.source = Array(source)
    isFileOfRefusals = path.contains(
      /(Fault|Warnings|Problem|Damage|Mismatch|Plausibility|NetworkReader|IncidentFile|TableRows|RawTable)[^\/]*\.swift$/
    )
  }

  /// The texts in the order of the file; those of the help of commands, which `HelpTests` has, are left out.
  func texts() -> [SourceText] {
    var found: [SourceText] = []
    for position in source.indices {
      if hasWord("zh:", at: position), !isOpened(by: ["ArgumentHelp(", "String("], before: position) {
        guard let zh = literal(at: skip(position + 3)), let comma = after(",", at: zh.end),
          hasWord("en:", at: skip(comma)), let en = literal(at: skip(skip(comma) + 3))
        else { continue }
        found.append(SourceText(zh: zh.text, en: en.text, isRefusal: isRefusal(before: position)))
      } else if hasWord("message(", at: position) {
        var parts: [String] = []
        var next: Int? = skip(position + 8)
        while let start = next, let part = literal(at: start) {
          parts.append(part.text)
          next = after(",", at: part.end).map(skip)
        }
        if parts.count == 4 {
          found.append(
            SourceText(zh: parts[0] + "；" + parts[1], en: parts[2] + "; " + parts[3], isRefusal: true))
        }
      }
    }
    return found
  }

  /// What a text has between its interpolations, as it is printed.
  static func pieces(of text: String) -> [String] {
    let scanner = SourceScanner(text)
    var (pieces, position): ([String], Int) = ([""], 0)
    while position < scanner.source.count {
      let letter = scanner.source[position]
      if letter != "\\" {
        pieces[pieces.count - 1].append(letter)
        position += 1
      } else if scanner.source[position + 1] == "(" {
        pieces.append("")
        position = scanner.interpolationEnd(position + 1)
      } else {
        let escaped = scanner.source[position + 1]
        pieces[pieces.count - 1].append(escaped == "n" ? "\n" : escaped)
        position += 2
      }
    }
    return pieces
  }

  private func hasWord(_ word: String, at position: Int) -> Bool {
    guard position < source.count, source[position] == word.first else { return false }
    let isStart = position == 0 || !(source[position - 1].isLetter || source[position - 1] == "_")
    return isStart && source[position...].starts(with: word)
  }

  private func isRefusal(before position: Int) -> Bool {
    isFileOfRefusals
      || isOpened(
        by: [
          "Fault(", "warn(", "problem: LocalizedText(", "remedy: LocalizedText(", "problem: .init(",
          "remedy: .init("
        ],
        before: position)
  }

  private func isOpened(by openings: [String], before position: Int) -> Bool {
    var start = position
    while start > 0, source[start - 1].isWhitespace { start -= 1 }
    return openings.contains { source[..<start].suffix($0.count).elementsEqual($0) }
  }

  private func skip(_ position: Int) -> Int {
    var position = position
    while position < source.count, source[position].isWhitespace { position += 1 }
    return position
  }

  private func after(_ character: Character, at position: Int) -> Int? {
    let position = skip(position)
    return position < source.count && source[position] == character ? position + 1 : nil
  }

  /// A literal, or several that are added, and where it ends.
  private func literal(at start: Int) -> (text: String, end: Int)? {
    guard var (text, end) = piece(at: start) else { return nil }
    while let plus = after("+", at: end), let next = piece(at: skip(plus)) {
      text += next.text
      end = next.end
    }
    return (text, end)
  }

  private func piece(at start: Int) -> (text: String, end: Int)? {
    guard start < source.count, source[start] == "\"" else { return nil }
    let isBlock = source[start...].starts(with: "\"\"\"")
    var (position, text) = (start + (isBlock ? 3 : 1), "")
    while position < source.count {
      if source[position] == "\\" {
        let end = source[position + 1] == "(" ? interpolationEnd(position + 1) : position + 2
        text += String(source[position..<end])
        position = end
      } else if source[position...].starts(with: isBlock ? "\"\"\"" : "\"") {
        return (isBlock ? joined(text) : text, position + (isBlock ? 3 : 1))
      } else {
        text.append(source[position])
        position += 1
      }
    }
    return nil
  }

  /// Where the parenthesis that opens at a position is closed, literals in it passed over.
  private func interpolationEnd(_ open: Int) -> Int {
    var (position, depth) = (open, 0)
    repeat {
      if source[position] == "\"", let inner = piece(at: position) {
        position = inner.end
        continue
      }
      depth += source[position] == "(" ? 1 : source[position] == ")" ? -1 : 0
      position += 1
    } while depth > 0 && position < source.count
    return position
  }

  /// The lines of a block without what they are set in by.
  private func joined(_ block: String) -> String {
    block.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
      .replacing(/\\ ?/) { _ in "" }.trimmingCharacters(in: .whitespaces)
  }
}
