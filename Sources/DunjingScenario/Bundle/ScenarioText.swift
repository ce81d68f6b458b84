/// The text of a `scenario.yaml` in which values are exchanged, with everything else kept: comments, order and layout.
///
/// A comment that begins with a mark of how sure a number is, such as `# [H] as in other cities`, speaks of the number that it
/// stands beside: it goes with it.
struct ScenarioText {
  private var scalars: [Unicode.Scalar]

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// The text.
  var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// The raw values; nil where the text cannot be read.
  var root: RawNode? {
    let log = IssueLog()
    return YAMLReader(file: log.file(ScenarioBundle.fileName), log: log).read(text)
  }

  /// Sets a key to a value as YAML has it; a key that is not there is added to its mapping.
  ///
  /// A value of several lines begins with a line break and goes below the key.
  /// - Returns: False, with nothing changed, where the key cannot be reached: a record that is not there, or a key below a
  ///   plain value.
  mutating func set(_ path: String, to value: String) -> Bool {
    guard var node = root else { return false }
    var isFlow = false
    var steps = KeyPathStep.steps(of: path)[...]
    while let step = steps.first {
      isFlow = isFlow || "{[".unicodeScalars.contains(scalar(at: node.place))
      switch step {
      case .key(let name) where node.entries != nil:
        guard let entry = node.entries?.first(where: { $0.key == name }) else {
          insert(steps, value, into: node, isRoot: steps.count == KeyPathStep.steps(of: path).count)
          return true
        }
        if case .empty = entry.value.content { return false }
        node = entry.value
      case .key(let id):
        guard let element = node.elements?.first(where: { $0["id"]?.text == id }) else { return false }
        node = element
      case .index(let index):
        guard let elements = node.elements, elements.indices.contains(index) else { return false }
        node = elements[index]
      }
      steps = steps.dropFirst()
    }
    replace(node, with: value, isFlow: isFlow)
    return true
  }

  private mutating func replace(_ node: RawNode, with value: String, isFlow: Bool) {
    let start = offset(of: node.place)
    let end = self.end(of: node, isFlow: isFlow)
    guard value.hasPrefix("\n") else {
      removeMark(after: end)
      scalars.replaceSubrange(start..<end, with: Array(value.unicodeScalars))
      removeMark(above: start)
      return
    }
    scalars.insert(contentsOf: Array(value.unicodeScalars), at: lineEnd(from: end))
    scalars.removeSubrange(start..<end)
  }

  /// Removes a marked comment that follows a value on its line.
  private mutating func removeMark(after end: Int) {
    let stop = lineEnd(from: end)
    if isMark(scalars[min(end, stop)..<stop]) { scalars.removeSubrange(end..<stop) }
  }

  /// Removes a marked comment that stands behind the key of a value that begins on the next line.
  private mutating func removeMark(above start: Int) {
    guard let line = scalars[..<start].lastIndex(of: "\n"),
      scalars[(line + 1)..<start].allSatisfy({ $0 == " " })
    else { return }
    let key = scalars[..<line].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    guard let sign = scalars[key..<line].firstIndex(of: "#") else { return }
    let end = scalars[key..<sign].lastIndex { $0 != " " && $0 != "\t" }
    guard let end, scalars[end] == ":", isMark(scalars[(end + 1)..<line]) else { return }
    scalars.removeSubrange((end + 1)..<line)
  }

  /// Whether the rest of a line is a comment that begins with a mark such as `[H]` or `[A/D]`.
  private func isMark(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    let comment = rest.drop { $0 == " " || $0 == "\t" }
    guard comment.first == "#" else { return false }
    let mark = comment.dropFirst().drop { $0 == " " }
    guard mark.first == "[", let end = mark.firstIndex(of: "]") else { return false }
    return mark[(mark.startIndex + 1)..<end].allSatisfy { "ASDHO/".unicodeScalars.contains($0) }
  }

  private mutating func insert(
    _ steps: ArraySlice<KeyPathStep>, _ value: String, into node: RawNode, isRoot: Bool
  ) {
    let names = steps.map { step in
      switch step {
      case .key(let name): name
      case .index(let index): "\(index)"
      }
    }
    let inner = names.dropFirst().reversed().reduce(value) { "{\($1): \($0)}" }
    let line = (names.first ?? "") + ":" + (inner.hasPrefix("\n") ? "" : " ") + inner
    let start = offset(of: node.place)
    if scalars[start] == "{" {
      let isEmpty = node.entries?.isEmpty ?? true
      scalars.insert(
        contentsOf: Array(((isEmpty ? "" : ", ") + line).unicodeScalars), at: end(of: node, isFlow: true) - 1)
    } else if isRoot {
      if scalars.last != "\n" { scalars.append("\n") }
      scalars += Array((line + "\n").unicodeScalars)
    } else if let first = node.entries?.first {
      let indent = String(repeating: " ", count: first.place.column - 1)
      let place = lineEnd(from: end(of: first.value, isFlow: false))
      scalars.insert(contentsOf: Array(("\n" + indent + line).unicodeScalars), at: place)
    }
  }

  private func scalar(at place: Place) -> Unicode.Scalar {
    let offset = offset(of: place)
    return offset < scalars.count ? scalars[offset] : "\n"
  }

  private func offset(of place: Place) -> Int {
    var (line, offset) = (1, 0)
    while line < place.line, offset < scalars.count {
      if scalars[offset] == "\n" { line += 1 }
      offset += 1
    }
    return min(scalars.count, offset + place.column - 1)
  }

  private func lineEnd(from offset: Int) -> Int {
    scalars[min(offset, scalars.count)...].firstIndex(of: "\n") ?? scalars.count
  }

  /// Where a value ends: after its bracket or quote, its last part, or its last letter.
  private func end(of node: RawNode, isFlow: Bool) -> Int {
    let start = offset(of: node.place)
    guard start < scalars.count else { return scalars.count }
    switch scalars[start] {
    case "[", "{": return endOfBrackets(from: start)
    case "\"", "'": return endOfQuote(from: start)
    case "|", ">": return endOfBlock(from: start)
    default: break
    }
    if let last = node.entries?.last {
      if case .empty = last.value.content { return lineEnd(from: offset(of: last.place)) }
      return end(of: last.value, isFlow: isFlow)
    }
    if let last = node.elements?.last { return end(of: last, isFlow: isFlow) }
    return endOfPlain(from: start, isFlow: isFlow)
  }

  private func endOfQuote(from start: Int) -> Int {
    let quote = scalars[start]
    var offset = start + 1
    while offset < scalars.count, scalars[offset] != quote {
      offset += scalars[offset] == "\\" && quote == "\"" ? 2 : 1
    }
    // A doubled apostrophe stands for one.
    if quote == "'", offset + 1 < scalars.count, scalars[offset + 1] == "'" {
      return endOfQuote(from: offset + 1)
    }
    return min(scalars.count, offset + 1)
  }

  private func endOfBrackets(from start: Int) -> Int {
    var (depth, offset) = (0, start)
    while offset < scalars.count {
      switch scalars[offset] {
      case "[", "{": depth += 1
      case "]", "}": depth -= 1
      case "\"": offset = endOfQuote(from: offset) - 1
      case "'" where !isLetter(before: offset): offset = endOfQuote(from: offset) - 1
      case "#" where isSpace(before: offset): offset = lineEnd(from: offset)
      default: break
      }
      offset += 1
      if depth == 0 { return offset }
    }
    return scalars.count
  }

  private func endOfBlock(from start: Int) -> Int {
    let line = scalars[..<start].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    let indent = scalars[line...].prefix { $0 == " " || $0 == "-" }.count
    var end = lineEnd(from: start)
    while end < scalars.count {
      let next = scalars[(end + 1)...].prefix { $0 != "\n" }
      let isBlank = next.allSatisfy { $0 == " " }
      guard isBlank || next.prefix(while: { $0 == " " }).count > indent else { break }
      end = lineEnd(from: end + 1)
    }
    return end
  }

  private func endOfPlain(from start: Int, isFlow: Bool) -> Int {
    var offset = start
    while offset < scalars.count, scalars[offset] != "\n" {
      if isFlow && ",]}".unicodeScalars.contains(scalars[offset]) { break }
      if scalars[offset] == "#" && isSpace(before: offset) { break }
      offset += 1
    }
    while offset > start, " \r\t".unicodeScalars.contains(scalars[offset - 1]) { offset -= 1 }
    return offset
  }

  private func isSpace(before offset: Int) -> Bool {
    offset == 0 || " \n\t".unicodeScalars.contains(scalars[offset - 1])
  }

  private func isLetter(before offset: Int) -> Bool {
    offset > 0 && scalars[offset - 1].properties.isAlphabetic
  }
}
