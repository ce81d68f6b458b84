/// How a declaration begins: its modifiers, its keyword, and what follows.
struct DeclarationHead {
  /// `func`, `struct` and so on.
  let keyword: String
  /// What follows the keyword, to the end of the parameters.
  private let rest: Substring

  private static let keywords: Set<String> = [
    "func", "var", "let", "init", "subscript", "struct", "enum", "class", "actor", "protocol", "typealias",
    "associatedtype", "case"
  ]

  private static let modifiers: Set<String> = [
    "public", "open", "static", "final", "mutating", "nonmutating", "nonisolated", "indirect", "lazy", "weak",
    "private", "internal", "fileprivate", "override", "required", "convenience"
  ]

  /// Reads the beginning of a declaration; nil unless users of the library see it.
  /// - Parameters:
  ///   - text: the declaration without the spaces before it.
  ///   - body: the keyword of the protocol or enum right inside of which it stands; nil elsewhere.
  init?(_ text: Substring, inside body: String?) {
    var (rest, isPublic) = (text, body == "protocol")
    while true {
      rest = rest.drop { $0 == " " }
      if rest.hasPrefix("@") {
        rest = Self.withoutAttribute(rest)
        continue
      }
      let word = String(rest.prefix { $0.isLetter })
      rest = rest.dropFirst(word.count)
      if Self.keywords.contains(word) {
        guard word == "case" ? body == "enum" : isPublic else { return nil }
        (keyword, self.rest) = (word, rest)
        return
      }
      guard Self.modifiers.contains(word) else { return nil }
      if rest.hasPrefix("(set)") { rest = rest.dropFirst("(set)".count) }
      isPublic = isPublic || word == "public" || word == "open"
    }
  }

  private static func withoutAttribute(_ text: Substring) -> Substring {
    let rest = text.dropFirst().drop { $0.isLetter || $0 == "_" }
    guard rest.hasPrefix("(") else { return rest }
    return rest.drop { $0 != ")" }.dropFirst()
  }

  /// Its kind, name and labels, such as `func next(upTo:)`.
  var key: String {
    let name = rest.drop { $0 == " " }.prefix {
      !" (:<={?,".contains($0) || keyword == "func" && "=<".contains($0)
    }
    let base = name.split(separator: "<", maxSplits: 1).first.map(String.init) ?? String(name)
    let labels = takesParameters ? "(\(parameters.map { $0.label + ":" }.joined()))" : ""
    return "\(keyword == "let" ? "var" : keyword)\(base.isEmpty ? "" : " ")\(base)\(labels)"
  }

  private var takesParameters: Bool { ["func", "init", "subscript"].contains(keyword) }

  /// The parameters: what callers write before each, and its name inside.
  var parameters: [(label: String, name: String)] {
    guard takesParameters else { return [] }
    var (depth, last, part): (Int, Character, String) = (1, " ", "")
    var parts: [String] = []
    for character in rest.drop(while: { $0 != "(" }).dropFirst() {
      if "([{<".contains(character) { depth += 1 }
      if ")]}".contains(character) || character == ">" && last != "-" { depth -= 1 }
      if depth == 0 { break }
      if character == ",", depth == 1 {
        parts.append(part)
        part = ""
      } else {
        part.append(character)
      }
      last = character
    }
    return (parts + [part]).compactMap { part in
      let words = part.prefix { $0 != ":" }.split(separator: " ").filter { !$0.hasPrefix("@") }
      guard let label = words.first, let name = words.last else { return nil }
      return (String(label), String(name))
    }
  }
}
