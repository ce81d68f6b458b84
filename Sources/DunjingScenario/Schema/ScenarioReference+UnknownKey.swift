extension ScenarioReference {
  /// A key path that names no key.
  public struct UnknownKey: Error, Sendable, Equatable {
    /// The path as it was asked for.
    public let path: String
    /// Paths that may have been meant; may be empty.
    public let suggestions: [String]
    /// The longest part of the path that names a key; nil if none does.
    public let known: String?

    /// The message in a language.
    public func text(in language: TextLanguage) -> String {
      let problem = language == .zh ? "没有名为 '\(path)' 的键" : "there is no key '\(path)'"
      if !suggestions.isEmpty {
        let list = suggestions.listed.text(in: language)
        return problem + (language == .zh ? "；是否想写 \(list)？" : "; did you mean \(list)?")
          + ownName(in: language)
      }
      guard let known, let key = ScenarioReference.entry(of: known)?.key else { return problem }
      guard let names = key.value.record?.names else {
        return problem + (language == .zh ? "；\(known) 之下没有键" : "; \(known) has no keys below it")
      }
      let list = names.listed.text(in: language)
      return problem + (language == .zh ? "；\(known) 之下有 \(list)" : "; \(known) has \(list)")
    }

    /// Where to look for a name that is the user's own, and only looks like a key.
    private func ownName(in language: TextLanguage) -> String {
      guard let known, suggestions.allSatisfy({ !$0.hasPrefix("\(known).") }),
        ScenarioReference.entry(of: known)?.key.value.holdsRecords == true
      else { return "" }
      return language == .zh
        ? "若是您为 \(known) 中一项起的名，请查 \(known)。"
        : " If it is your own name of one of \(known), look up \(known)."
    }
  }

  /// Returns the key paths that may have been meant by one that names no key; may be empty.
  static func suggestions(for path: String) -> [String] {
    let paths = entries.map(\.path)
    let same = paths.filter { $0.hasSuffix(".\(path)") }
    return same.isEmpty ? nearest(to: path, in: paths) : same
  }

  /// Returns the keys of other parts that the name below a list or table comes near to, as `units.kinds` does to `facilities.kind`;
  /// may be empty.
  static func keysElsewhere(near path: String) -> [String] {
    let (last, paths) = (name(of: path), entries.map(\.path))
    guard entry(of: String(path.dropLast(last.count + 1)))?.key.value.holdsRecords == true,
      let near = Spelling.nearest(to: last, in: paths.map(name))
    else { return [] }
    return paths.filter { name(of: $0) == near }
  }

  /// A path as `--set` takes it, with a place for the id of a record, such as `units.<id>.mode`.
  static func settingPath(of path: String) -> String {
    for section in sections {
      let prefix = section.path.replacing("[]", with: ".<id>").replacing(".NAME", with: ".<name>")
      if let key = section.shape.keys.first(where: { plain(section.path, $0.name) == path }) {
        return prefix.isEmpty ? key.name : "\(prefix).\(key.name)"
      }
    }
    return path
  }

  private static func nearest(to path: String, in paths: [String]) -> [String] {
    guard !path.isEmpty else { return [] }
    let last = name(of: path)
    if let record = entry(of: String(path.dropLast(last.count + 1)))?.key.value.record {
      return Spelling.nearest(to: last, in: record.names).map { [path.dropLast(last.count) + $0] } ?? []
    }
    if let near = Spelling.nearest(to: path, in: paths) { return [near] }
    guard let near = Spelling.nearest(to: last, in: paths.map(name)) else { return [] }
    return paths.filter { name(of: $0) == near }
  }

  private static func name(of path: String) -> String {
    path.split(separator: ".").last.map(String.init) ?? path
  }
}

extension ScenarioReference.UnknownKey {
  /// Looks for what may have been meant, and for the part of the path that does name a key.
  init(_ path: String) {
    var known = path.split(separator: ".").dropLast()
    while !known.isEmpty, ScenarioReference.entry(of: known.joined(separator: ".")) == nil {
      known.removeLast()
    }
    let near = ScenarioReference.suggestions(for: path)
    self.init(
      path: path, suggestions: near.isEmpty ? ScenarioReference.keysElsewhere(near: path) : near,
      known: known.isEmpty ? nil : known.joined(separator: "."))
  }
}
