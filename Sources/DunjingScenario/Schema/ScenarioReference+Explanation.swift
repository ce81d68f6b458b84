extension ScenarioReference {
  /// Returns what a key means, such as `treatments.streetShare`, or all keys of the top level.
  ///
  /// Indices and names of the user's choice may stand in the path or be left out; the last part alone is enough
  /// where no other key has it. A record of a list, such as `units.stationCar`, is explained by the list, a parameter of a
  /// distribution by the key that takes it.
  public static func explanation(of path: String?, in language: TextLanguage) throws(UnknownKey) -> String {
    guard let path else {
      return keyList(of: Shapes.scenario, language)
    }
    if let entry = entry(of: path) { return text(of: entry.key, at: entry.path, language) }
    guard let part = part(of: path) else { throw UnknownKey(path) }
    return text(of: part.key, at: part.path, saying: part.note, language)
  }

  /// Whether a key, as in ``explanation(of:in:)``, takes whole numbers only; false where there is no such key.
  public static func takesWholeNumbers(_ path: String) -> Bool {
    guard case .integer? = found(parts(of: path)[...], in: Shapes.scenario)?.key.value else { return false }
    return true
  }

  /// Returns the key of a path, and its path in full, without indices and names of the user's choice.
  static func entry(of path: String) -> (path: String, key: KeyShape)? {
    if let found = found(parts(of: path)[...], in: Shapes.scenario) { return found }
    let same = entries.filter { $0.path.hasSuffix(".\(path)") }
    return same.count == 1 ? same[0] : nil
  }

  private static func parts(of path: String) -> [String] {
    path.split(separator: ".").map { String($0.prefix { $0 != "[" }) }
  }

  /// All keys by their paths, without indices and names of the user's choice.
  static var entries: [(path: String, key: KeyShape)] {
    sections.flatMap { section in section.shape.keys.map { (plain(section.path, $0.name), $0) } }
  }

  private static func found(
    _ parts: ArraySlice<String>, in shape: RecordShape, below path: String = ""
  ) -> (path: String, key: KeyShape)? {
    guard let first = parts.first, let key = shape[first] else { return nil }
    let (rest, path) = (parts.dropFirst(), plain(path, first))
    if rest.isEmpty || (rest.count == 1 && key.value.takesNames) { return (path, key) }
    guard let inner = key.value.record else { return nil }
    return found(rest, in: inner, below: path) ?? found(rest.dropFirst(), in: inner, below: path)
  }

  /// The path of a key of a section, without places for indices and names.
  static func plain(_ path: String, _ key: String) -> String {
    let path = path.replacing("[]", with: "").replacing(".NAME", with: "")
    return path.isEmpty ? key : "\(path).\(key)"
  }

  private static func text(
    of key: KeyShape, at path: String, saying note: LocalizedText? = nil, _ language: TextLanguage
  ) -> String {
    var lines =
      [path, "  " + key.meaning.text(in: language)] + (note.map { ["  " + $0.text(in: language)] } ?? [])
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
    add("来源", "Source", key.source(at: path)?.text)
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
