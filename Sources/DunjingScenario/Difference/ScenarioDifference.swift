/// What differs between two bundles: keys of `scenario.yaml` one by one, and rows of tables.
///
/// Keys are compared as written, with what was set on top; a value left to its default and the same value written out
/// count as different. Records with an id are matched by it, other elements of a list by their place.
public struct ScenarioDifference: Sendable, Equatable {
  /// A key whose value differs.
  public struct Key: Sendable, Equatable {
    /// The key path, such as `treatments.sink20.sinkRatio`.
    public var path: String
    /// The value of the first bundle; nil where it has none.
    public var first: String?
    /// The value of the second bundle; nil where it has none.
    public var second: String?
  }

  /// A table or another file that differs.
  public struct File: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// Whether the first bundle has it.
    public var isInFirst: Bool
    /// Whether the second bundle has it.
    public var isInSecond: Bool
    /// Rows only the second bundle has.
    public var added = 0
    /// Rows only the first bundle has.
    public var removed = 0
    /// Rows of the same id with other cells.
    public var changed = 0
    /// The first few changes, as `g012: population 900 → 1000`.
    public var examples: [String] = []
  }

  /// Keys that differ, in the order of the first bundle, those of the second alone last.
  public let keys: [Key]
  /// Files that differ, by name.
  public let files: [File]

  /// Whether nothing differs.
  public var isEmpty: Bool { keys.isEmpty && files.isEmpty }

  /// A bundle with what was set on top of it.
  public struct Side: Sendable {
    let files: [String: [UInt8]]
    let overrides: [ScenarioOverride]

    /// Creates a side of the comparison.
    /// - Parameters:
    ///   - files: the bytes of the files by name, as of ``ScenarioBundle/loadWithFiles(setting:)``.
    ///   - overrides: values that take the place of those in the files.
    public init(files: [String: [UInt8]], overrides: [ScenarioOverride] = []) {
      (self.files, self.overrides) = (files, overrides)
    }

    /// The values of `scenario.yaml` by key path, in file order.
    var values: [(path: String, text: String)] {
      let log = IssueLog()
      guard let bytes = files[ScenarioBundle.fileName],
        case .success(let text) = TextEncoding.utf8.decode(bytes),
        let root = YAMLReader(file: log.file(ScenarioBundle.fileName), log: log).read(text)
      else { return [] }
      var leaves: [(path: String, text: String)] = []
      OverrideWriter(log: log).written(overrides, into: root).collectLeaves(at: "", into: &leaves)
      return leaves
    }
  }

  /// Compares two bundles.
  /// - Complexity: linear in the sizes of the files, but for sorting.
  public init(_ first: Side, _ second: Side) {
    keys = Self.keys(first.values, second.values)
    let names = Set(first.files.keys).union(second.files.keys).subtracting([ScenarioBundle.fileName])
    files = names.sorted().compactMap { name in
      let (a, b) = (first.files[name], second.files[name])
      return a == b ? nil : TableDifference(name: name, first: a, second: b).file
    }
  }

  private static func keys(
    _ first: [(path: String, text: String)], _ second: [(path: String, text: String)]
  ) -> [Key] {
    let old = Dictionary(first.map { ($0.path, $0.text) }) { one, _ in one }
    let new = Dictionary(second.map { ($0.path, $0.text) }) { one, _ in one }
    let known = first.compactMap { path, text in
      new[path] == text ? nil : Key(path: path, first: text, second: new[path])
    }
    return known
      + second.compactMap { path, text in
        old[path] == nil ? Key(path: path, first: nil, second: text) : nil
      }
  }
}

extension RawNode {
  /// Adds the values without structure at or below a node, with their key paths; a list of such values is one value.
  func collectLeaves(at path: String, into leaves: inout [(path: String, text: String)]) {
    func below(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
    switch content {
    case .mapping(let entries):
      for entry in entries { entry.value.collectLeaves(at: below(entry.key), into: &leaves) }
    case .list(let elements) where elements.contains { $0.entries != nil }:
      for (number, element) in elements.enumerated() {
        let place = element["id"]?.text.map(below) ?? "\(path)[\(number)]"
        element.collectLeaves(at: place, into: &leaves)
      }
    default: leaves.append((path, flowText))
    }
  }
}
