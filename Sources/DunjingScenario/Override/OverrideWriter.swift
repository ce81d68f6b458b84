/// Writes overrides into the raw values of a bundle before they are decoded, so that defaults, ranges, rules and messages
/// are those of a file that says the same.
///
/// Records of tables in files of their own wait until the decoder reads the table.
final class OverrideWriter {
  /// An override on its way to its value.
  struct Setting {
    let override: ScenarioOverride
    let steps: [KeyPathStep]
    let place: Place
  }

  let log: IssueLog
  private var pending: [String: [(setting: Setting, rest: ArraySlice<KeyPathStep>)]] = [:]
  private var written: [(path: String, override: ScenarioOverride)] = []

  private let replaces: Bool

  /// - Parameter replaces: whether the later of two overrides of one value counts, rather than being an issue.
  init(log: IssueLog, replaces: Bool = false) {
    (self.log, self.replaces) = (log, replaces)
  }

  /// Returns the root with all overrides that do not concern tables in files of their own.
  func written(_ overrides: [ScenarioOverride], into root: RawNode) -> RawNode {
    overrides.reduce(root) { node, override in
      let setting = Setting(
        override: override, steps: KeyPathStep.steps(of: override.key),
        place: Place(file: log.file(override.source), line: 0, column: 0))
      return write(setting.steps[...], of: setting, into: node, .record(Shapes.scenario), at: "") ?? node
    }
  }

  /// Returns the rows of a table with the overrides that concern them.
  func written(into rows: RawNode, at path: String, _ shape: RecordShape) -> RawNode {
    (pending.removeValue(forKey: path) ?? []).reduce(rows) { rows, waiting in
      write(waiting.rest, of: waiting.setting, into: rows, .list(shape), at: path) ?? rows
    }
  }

  /// The overrides by the paths they were written to, in the order of these, for the hash of the study.
  var text: String {
    written.map { "\($0.path)\u{0}\($0.override.value)\u{0}" }.sorted().joined()
  }

  /// Leaves an override to the table that is read from a file.
  func wait(_ setting: Setting, _ rest: ArraySlice<KeyPathStep>, at path: String) {
    pending[path, default: []].append((setting, rest))
  }

  /// Returns the value of an override, to be written at a path; nil if that or a part of it is overridden already.
  func value(of setting: Setting, as shape: ValueShape, at path: String) -> RawNode? {
    if !replaces, let other = written.first(where: { Self.touch($0.path, path) }) {
      log.add(.settingTwice(other.override.source), at: setting.place, keyPath: path)
      return nil
    }
    written.append((path, setting.override))
    return OverrideValue(setting, log: log).node(as: shape, at: path)
  }

  /// Adds the issue that a key path names nothing.
  /// - Parameters:
  ///   - rest: the steps from the one that is not known.
  ///   - known: what could stand in its place.
  func reportUnknown(_ setting: Setting, _ rest: ArraySlice<KeyPathStep>, known: [String]) {
    let key = setting.override.key
    guard case .key(let name)? = rest.first, let near = Spelling.nearest(to: name, in: known) else {
      let near = ScenarioReference.suggestions(for: key).map(ScenarioReference.settingPath)
      log.add(.unknownSetting(key, near: near, known: known), at: setting.place, keyPath: key)
      return
    }
    var steps = setting.steps
    steps[rest.startIndex] = .key(near)
    let path = steps.reduce("") { $1.appended(to: $0) }
    log.add(.unknownSetting(key, near: [path], known: known), at: setting.place, keyPath: key)
  }

  /// Whether one of two paths is the other or a part of it.
  private static func touch(_ one: String, _ other: String) -> Bool {
    let (short, long) = one.count < other.count ? (one, other) : (other, one)
    guard long.hasPrefix(short) else { return false }
    return [nil, ".", "["].contains(long.dropFirst(short.count).first)
  }
}

/// Reads the text of an override as the value of a key.
struct OverrideValue {
  private let setting: OverrideWriter.Setting
  private let log: IssueLog

  init(_ setting: OverrideWriter.Setting, log: IssueLog) {
    (self.setting, self.log) = (setting, log)
  }

  /// Returns the value; nil after adding an issue.
  func node(as shape: ValueShape, at path: String) -> RawNode? {
    let text = setting.override.value
    if isWord(shape), !text.isEmpty, !"{\"'".contains(text.prefix(1)) {
      return RawNode(content: .scalar(text, isQuoted: true), place: setting.place)
    }
    // An empty text is YAML without a value, which is told apart from a file without one.
    guard !text.isEmpty else { return RawNode(content: .empty, place: setting.place) }
    let inner = IssueLog()
    guard let node = YAMLReader(file: inner.file(setting.override.source), log: inner).read(text) else {
      log.add(.unreadableSetting(text), at: setting.place, keyPath: path)
      return nil
    }
    return node.moved(to: setting.place)
  }

  /// Whether a value is a text of its own, in which no character means anything to YAML.
  private func isWord(_ shape: ValueShape) -> Bool {
    switch shape {
    case .text, .localizedText, .timeOfDay, .day: true
    default: false
    }
  }
}
