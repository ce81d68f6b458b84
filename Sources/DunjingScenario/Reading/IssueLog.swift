/// Collects every problem of a bundle and finds the place of a key path.
///
/// Decoding and validation only name key paths such as `treatments[2].streetShare`; the log walks the raw values
/// to the line and column. Tables in files of their own take the place of the key that names them.
final class IssueLog {
  private(set) var issues: [ScenarioIssue] = []
  /// Names of the files read, relative to the bundle; the first is `scenario.yaml`.
  private(set) var files: [String] = []
  /// The root of `scenario.yaml`.
  var root: RawNode?
  /// Tables read from files, by the key path that names them.
  var tables: [String: RawNode] = [:]
  /// The places of empty cells that need a value, by their paths.
  var emptyCells: [String: Place] = [:]
  /// The headings of tables of comma-separated values, by the key paths of the tables.
  var headings: [String: [String]] = [:]
  /// Every number that was read or left to its default, by its path; nil where nobody asks for them.
  var numbers: [String: Double]?
  /// Whether a part is missing as a whole, so that rules across parts would only repeat it.
  var isBroken = false

  /// The most issues kept; the rest of a table with the same mistake in every row teaches nothing new.
  static let limit = 2_000

  /// Returns the index of a file name.
  func file(_ name: String) -> Int {
    if let index = files.firstIndex(of: name) { return index }
    files.append(name)
    return files.count - 1
  }

  /// Adds an issue at a place.
  func add(_ fault: ScenarioFault, at place: Place?, keyPath: String) {
    guard issues.count < Self.limit else { return }
    add(issue(fault, at: place, keyPath: keyPath))
  }

  /// Returns an issue at a place; without one at the beginning of the first file.
  func issue(_ fault: ScenarioFault, at place: Place?, keyPath: String) -> ScenarioIssue {
    ScenarioIssue(
      file: place.map { files.isEmpty ? "" : files[$0.file] } ?? files.first ?? "",
      line: place?.line ?? 1, column: place?.column ?? 1, keyPath: keyPath, fault: fault)
  }

  /// Adds an issue that is not there yet.
  func add(_ issue: ScenarioIssue) {
    if issues.count < Self.limit, !issues.contains(issue) { issues.append(issue) }
  }

  /// Whether a value, or a part of it, already has an issue, so that what follows from it says nothing.
  func refuses(_ keyPath: String) -> Bool {
    issues.contains { issue in
      guard issue.keyPath.hasPrefix(keyPath) else { return false }
      return [nil, ".", "["].contains(issue.keyPath.dropFirst(keyPath.count).first)
    }
  }

  /// Whether all rows of a table lack a column for one reason: it is refused, or a refused heading may be the one that is
  /// meant by it.
  func refuses(column: String, of table: String) -> Bool {
    if refuses("\(table).\(column)") { return true }
    guard let header = headings[table], !header.contains(column) else { return false }
    return issues.contains { issue in
      issue.keyPath.hasPrefix(table + ".") && !issue.keyPath.dropFirst(table.count).contains("[")
    }
  }

  /// Adds an issue at the place of a key path, unless it or a part of it is refused already.
  func add(_ fault: ScenarioFault, keyPath: String) {
    guard !refuses(keyPath) else { return }
    add(fault, at: place(of: keyPath), keyPath: keyPath)
  }

  /// Removes the issues that another one explains.
  func removeIssues(where isExplained: (ScenarioIssue) -> Bool) {
    issues.removeAll(where: isExplained)
  }

  /// Returns the place of a key path, or of the nearest part of it that is written down.
  func place(of keyPath: String) -> Place? {
    walk(keyPath).last.map(\.place)
  }

  /// Returns the value written at a key path, or nil.
  func node(at keyPath: String) -> RawNode? {
    let steps = KeyPathStep.steps(of: keyPath)
    let nodes = walk(keyPath)
    return nodes.count == steps.count + 1 ? nodes.last : nil
  }

  /// Returns the values written at a key path, in which `*` stands for every record of a list or every name.
  func nodes(at keyPath: String) -> [RawNode] {
    guard keyPath.contains("*") else { return node(at: keyPath).map { [$0] } ?? [] }
    let steps = KeyPathStep.steps(of: keyPath)
    return steps.reduce(root.map { [("", $0)] } ?? []) { reached, step in
      reached.flatMap { path, node in
        let found = step == .key("*") ? node.children : step.value(in: node).map { [(step, $0)] } ?? []
        return found.map { step, value in
          let place = step.appended(to: path)
          return (place, tables[place] ?? value)
        }
      }
    }.map(\.1)
  }

  /// Whether a key path leads through a list to a record that is not in it.
  func lacksRecord(at keyPath: String) -> Bool {
    let (steps, nodes) = (KeyPathStep.steps(of: keyPath), walk(keyPath))
    guard let list = nodes.last?.elements, nodes.count <= steps.count, let id = steps[nodes.count - 1].key
    else { return false }
    return id != "*" && list.contains { $0["id"] != nil }
  }

  /// Whether a key path leads into a table of its own, where a note may speak of a whole column.
  func isInTable(_ keyPath: String) -> Bool {
    tables.keys.contains { keyPath.hasPrefix($0 + ".") || keyPath.hasPrefix($0 + "[") }
  }

  private func walk(_ keyPath: String) -> [RawNode] {
    guard var node = root else { return [] }
    var nodes = [node]
    var path = ""
    for step in KeyPathStep.steps(of: keyPath) {
      path = step.appended(to: path)
      guard let next = step.value(in: node) else { break }
      node = tables[path] ?? next
      nodes.append(node)
    }
    return nodes
  }
}

extension RawNode {
  /// The records of a list or the values of a mapping, each with the step that leads there.
  fileprivate var children: [(KeyPathStep, RawNode)] {
    (entries ?? []).map { (.key($0.key), $0.value) }
      + (elements ?? []).enumerated().map { (.index($0), $1) }
  }
}

/// One step of a key path: a key, or an index into a list.
enum KeyPathStep: Equatable {
  case key(String)
  case index(Int)

  /// Splits a key path such as `units[0].skills`.
  static func steps(of keyPath: String) -> [KeyPathStep] {
    var steps: [KeyPathStep] = []
    for part in keyPath.split(separator: ".") {
      let pieces = part.split(separator: "[")
      if let key = pieces.first, part.first != "[" { steps.append(.key(String(key))) }
      for piece in part.first == "[" ? pieces[...] : pieces.dropFirst() {
        if let index = Int(piece.dropLast()) { steps.append(.index(index)) }
      }
    }
    return steps
  }

  /// Returns the steps of a key path that lead on from that of a list; nil where it leads elsewhere.
  static func steps(of keyPath: String, below list: String) -> ArraySlice<KeyPathStep>? {
    let (all, first) = (steps(of: keyPath), steps(of: list))
    return all.starts(with: first) ? all.dropFirst(first.count) : nil
  }

  /// The key; nil for an index.
  var key: String? { if case .key(let key) = self { key } else { nil } }

  /// The index; nil for a key.
  var index: Int? { if case .index(let index) = self { index } else { nil } }

  func appended(to path: String) -> String {
    switch self {
    case .key(let key): path.isEmpty ? key : "\(path).\(key)"
    case .index(let index): "\(path)[\(index)]"
    }
  }

  /// Returns the value of the step: in a list, a key means the element with that id.
  func value(in node: RawNode) -> RawNode? {
    switch (self, node.content) {
    case (.key(let key), .mapping): node[key]
    case (.key(let key), .list(let elements)): elements.first { $0["id"]?.text == key }
    case (.index(let index), .list(let elements)): elements.indices.contains(index) ? elements[index] : nil
    default: nil
    }
  }
}
