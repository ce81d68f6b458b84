/// A piece of HTML or SVG, written so that it is also well-formed XML.
indirect enum Markup: Sendable {
  /// An element with attributes in order, and children.
  case element(String, [Attribute], [Markup])
  /// Text, to be escaped.
  case text(String)
  /// Text that may stand as it is: the content of a script.
  case verbatim(String)

  /// An attribute of an element.
  struct Attribute: Sendable {
    var name: String
    var value: String
  }

  /// Creates an element; attributes are a dictionary literal and keep their order.
  static func tag(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [Markup] = []
  ) -> Markup {
    .element(name, attributes.map { Attribute(name: $0.key, value: $0.value) }, children)
  }

  /// Creates an element that holds only text, in which `**…**` is strong.
  static func tag(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String) -> Markup {
    tag(name, attributes, rich(text))
  }

  /// Text in which every second part between `**` is strong, and numbers that ``NumberMark`` marks are named.
  static func rich(_ text: String) -> [Markup] {
    var parts: [Markup] = []
    var rest = Substring(text)
    var isStrong = false
    while let mark = rest.firstRange(of: "**") {
      append(String(rest[..<mark.lowerBound]), isStrong: isStrong, to: &parts)
      rest = rest[mark.upperBound...]
      isStrong.toggle()
    }
    append(String(rest), isStrong: isStrong, to: &parts)
    return parts
  }

  private static func append(_ text: String, isStrong: Bool, to parts: inout [Markup]) {
    guard !text.isEmpty else { return }
    let pieces = numbers(in: text)
    if isStrong { parts.append(.element("strong", [], pieces)) } else { parts += pieces }
  }

  /// A text without `**`, with its marked numbers as elements.
  private static func numbers(in text: String) -> [Markup] {
    var pieces: [Markup] = []
    var rest = Substring(text)
    while let start = rest.firstIndex(of: NumberMark.start),
      let middle = rest[start...].firstIndex(of: NumberMark.middle),
      let end = rest[middle...].firstIndex(of: NumberMark.end)
    {
      if start > rest.startIndex { pieces.append(.text(String(rest[..<start]))) }
      let name = String(rest[rest.index(after: start)..<middle])
      let number = String(rest[rest.index(after: middle)..<end])
      pieces.append(.tag("data", ["value": name], [.text(number)]))
      rest = rest[rest.index(after: end)...]
    }
    return rest.isEmpty ? pieces : pieces + [.text(String(rest))]
  }

  /// The markup as text.
  var rendered: String {
    var output = ""
    write(to: &output)
    return output
  }

  private func write(to output: inout String) {
    switch self {
    case .text(let text):
      output += Self.escaped(text)
    case .verbatim(let text):
      output += text
    case .element(let name, let attributes, let children):
      output += "<" + name
      for attribute in attributes { output += " \(attribute.name)=\"\(Self.escaped(attribute.value))\"" }
      if children.isEmpty, Self.emptyElements.contains(name) {
        output += "/>"
        return
      }
      output += ">"
      for child in children { child.write(to: &output) }
      output += "</\(name)>"
    }
  }

  private static let emptyElements: Set<String> = [
    "br", "hr", "rect", "line", "polyline", "polygon", "circle", "path", "col"
  ]

  /// Escapes the characters that mean something in markup, and drops control characters that XML forbids.
  static func escaped(_ text: String) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case "\t", "\n", "\r": output.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": continue
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}
