extension ScenarioReference {
  /// A key path that names no key.
  public struct UnknownKey: Error, Sendable, Equatable {
    /// The path as it was asked for.
    public let path: String
    /// Paths that may have been meant; may be empty.
    public let suggestions: [String]

    /// The message in a language.
    public func text(in language: TextLanguage) -> String {
      let list = suggestions.joined(separator: ", ")
      switch language {
      case .zh: return "没有名为 '\(path)' 的键" + (list.isEmpty ? "" : "；是否想写 \(list)？")
      case .en: return "there is no key '\(path)'" + (list.isEmpty ? "" : "; did you mean \(list)?")
      }
    }
  }

  /// Returns what a key means, such as `treatments.streetShare`, or all keys of the top level.
  ///
  /// Indices and names of the user's choice may stand in the path or be left out; the last part alone is enough
  /// where no other key has it.
  public static func explanation(of path: String?, in language: TextLanguage) throws(UnknownKey) -> String {
    guard let path else {
      return keyList(of: Shapes.scenario, language)
    }
    let parts = path.split(separator: ".").map { String($0.prefix { $0 != "[" }) }
    if let key = key(at: parts[...], in: Shapes.scenario) { return text(of: key, at: path, language) }
    let same = entries.filter { $0.path.hasSuffix(".\(path)") }
    if same.count == 1 { return text(of: same[0].key, at: same[0].path, language) }
    throw UnknownKey(path: path, suggestions: suggestions(for: path))
  }

  /// Whether a key, as in ``explanation(of:in:)``, takes whole numbers only; false where there is no such key.
  public static func takesWholeNumbers(_ path: String) -> Bool {
    let parts = path.split(separator: ".").map { String($0.prefix { $0 != "[" }) }
    guard let key = key(at: parts[...], in: Shapes.scenario), case .integer = key.value else { return false }
    return true
  }

  /// Returns the key paths that may have been meant by one that names no key; may be empty.
  static func suggestions(for path: String) -> [String] {
    let paths = entries.map(\.path)
    let same = paths.filter { $0.hasSuffix(".\(path)") }
    return same.isEmpty ? nearest(to: path, in: paths) : same
  }

  private static var entries: [(path: String, key: KeyShape)] {
    sections.flatMap { section in section.shape.keys.map { (plain(section.path, $0.name), $0) } }
  }

  private static func key(at parts: ArraySlice<String>, in shape: RecordShape) -> KeyShape? {
    guard let first = parts.first, let key = shape[first] else { return nil }
    let rest = parts.dropFirst()
    if rest.isEmpty { return key }
    guard let inner = key.value.record else { return nil }
    return Self.key(at: rest, in: inner) ?? Self.key(at: rest.dropFirst(), in: inner)
  }

  private static func plain(_ path: String, _ key: String) -> String {
    let path = path.replacing("[]", with: "").replacing(".NAME", with: "")
    return path.isEmpty ? key : "\(path).\(key)"
  }

  private static func nearest(to path: String, in paths: [String]) -> [String] {
    if let near = Spelling.nearest(to: path, in: paths) { return [near] }
    let last = path.split(separator: ".").last.map(String.init) ?? path
    let names = paths.map { $0.split(separator: ".").last.map(String.init) ?? $0 }
    guard let near = Spelling.nearest(to: last, in: names) else { return [] }
    return zip(paths, names).filter { $1 == near }.map(\.0)
  }

  private static func text(of key: KeyShape, at path: String, _ language: TextLanguage) -> String {
    var lines = [path, "  " + key.meaning.text(in: language)]
    func add(_ zh: String, _ en: String, _ value: LocalizedText?) {
      guard let value = value?.text(in: language), !value.isEmpty else { return }
      lines.append("  " + (language == .zh ? "\(zh)：" : "\(en): ") + value)
    }
    add("取值", "Values", key.typeText)
    for choice in key.value.choices {
      lines.append("    \(choice.name)  \(choice.meaning.text(in: language))")
    }
    add("单位", "Unit", key.unit?.text)
    add("默认", "Default", key.defaultText)
    if key.effectText != nil { add("作用", "Effect", key.effect.explanation) }
    if let shape = key.value.record { lines += ["", keyList(of: shape, language)] }
    return lines.joined(separator: "\n")
  }

  private static func keyList(of shape: RecordShape, _ language: TextLanguage) -> String {
    let width = (shape.names.map(\.count).max() ?? 0) + 2
    return shape.keys.map { key in
      let space = String(repeating: " ", count: width - key.name.count)
      return "  \(key.name)\(space)\(key.meaning.text(in: language))"
    }.joined(separator: "\n")
  }
}
