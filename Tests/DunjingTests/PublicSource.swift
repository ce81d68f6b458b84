import DunjingTestSupport
import Foundation

/// A source file as `swift format` lays it out: what is inside of a body stands two spaces deeper than its head.
struct PublicSource {
  /// The path below the root of the package.
  let path: String
  private let lines: [Substring]

  init(path: String, text: String) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// All files of the rooms.
  static func all() throws -> [PublicSource] {
    try PackageFolder.sources().map(PublicSource.init)
  }

  /// A protocol or an enum that has begun and not ended.
  private struct Body {
    var indent: Int
    var keyword: String
  }

  /// The declarations that users of the library see.
  var declarations: [PublicDeclaration] {
    var (bodies, isText): ([Body], Bool) = ([], false)
    var found: [PublicDeclaration] = []
    for (index, line) in lines.enumerated() {
      let text = line.drop { $0 == " " }
      // Between three quotes stands no code.
      if Self.quotes(in: text).isMultiple(of: 2) {
        if isText { continue }
      } else {
        isText.toggle()
        continue
      }
      let indent = line.utf8.count - text.utf8.count
      if text.hasPrefix("}") { bodies.removeAll { $0.indent >= indent } }
      let body = bodies.last.flatMap { $0.indent + 2 == indent ? $0.keyword : nil }
      guard body != nil || text.hasPrefix("public ") || text.hasPrefix("open ") || text.hasPrefix("@"),
        let head = DeclarationHead(signature(from: index), inside: body)
      else { continue }
      if ["protocol", "enum"].contains(head.keyword), text.hasSuffix("{") {
        bodies.append(Body(indent: indent, keyword: head.keyword))
      }
      found.append(
        PublicDeclaration(
          place: "\(path):\(index + 1)", key: head.key, isRequirement: body == "protocol",
          comment: comment(above: index), parameters: head.parameters.map(\.name)))
    }
    return found
  }

  /// How often three quotes stand in a line.
  private static func quotes(in text: Substring) -> Int {
    text.utf8.contains(UInt8(ascii: "\"")) ? text.components(separatedBy: "\"\"\"").count - 1 : 0
  }

  /// A declaration in one line, to the end of its parameters.
  private func signature(from index: Int) -> Substring {
    var (text, open) = ("", 0)
    for line in lines[index...] {
      text += line.drop { $0 == " " } + " "
      open += line.reduce(0) { $0 + ($1 == "(" ? 1 : $1 == ")" ? -1 : 0) }
      if open <= 0 { break }
    }
    return text[...]
  }

  /// The comment above a declaration and its attributes.
  private func comment(above index: Int) -> [String] {
    let before = lines[..<index].reversed().lazy.map { $0.drop { $0 == " " } }
    let comment = before.drop { $0.hasPrefix("@") }.prefix { $0.hasPrefix("///") }
    return comment.reversed().map { line -> String in
      let text = line.dropFirst("///".count)
      return String(text.hasPrefix(" ") ? text.dropFirst() : text)
    }
  }
}
