extension ScenarioReference {
  /// Returns the keys of whose descriptions a word is a part, one on a line, or nil where there are none.
  ///
  /// First those described by it in the language, then those described by it in the other one; upper and lower case are the same.
  public static func keys(describedBy word: String, in language: TextLanguage) -> String? {
    let word = word.lowercased()
    guard word.count > 1 else { return nil }
    func isFound(_ text: String) -> Bool { text.lowercased().contains(word) }
    let first = entries.filter { isFound($0.key.meaning.text(in: language)) }
    let second = entries.filter { entry in
      !first.contains { $0.path == entry.path }
        && (isFound(entry.key.meaning.zh) || isFound(entry.key.meaning.en))
    }
    let found = first + second
    guard !found.isEmpty else { return nil }
    let shown = found.prefix(8)
    let width = (shown.map(\.path.count).max() ?? 0) + 2
    let lines = shown.map { entry in
      let space = String(repeating: " ", count: width - entry.path.count)
      return "  \(entry.path)\(space)\(entry.key.meaning.text(in: language))"
    }
    let more = found.count - shown.count
    guard more > 0 else { return lines.joined(separator: "\n") }
    return (lines + [language == .zh ? "  另有 \(more) 个键" : "  and \(more) more"]).joined(separator: "\n")
  }
}
