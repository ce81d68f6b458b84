/// Where the default of a key comes from.
struct DefaultSource: Sendable, Equatable {
  /// How sure it is.
  let mark: SourceMark
  /// The source or the reason; may be empty.
  let note: LocalizedText

  static func announced(_ zh: String, _ en: String) -> DefaultSource { DefaultSource(.announced, zh, en) }
  static func published(_ zh: String, _ en: String) -> DefaultSource { DefaultSource(.published, zh, en) }
  static func derived(_ zh: String, _ en: String) -> DefaultSource { DefaultSource(.derived, zh, en) }
  static func assumed(_ zh: String, _ en: String) -> DefaultSource { DefaultSource(.assumed, zh, en) }

  private init(_ mark: SourceMark, _ zh: String, _ en: String) {
    (self.mark, note) = (mark, LocalizedText(zh: zh, en: en))
  }

  /// The source as a text, with the letter that tables of sources have.
  var text: LocalizedText {
    let (meaning, letter) = (mark.meaning, mark.rawValue)
    guard !note.isEmpty else {
      return LocalizedText(zh: "[\(letter)] \(meaning.zh)", en: "[\(letter)] \(meaning.en)")
    }
    return LocalizedText(
      zh: "[\(letter)] \(meaning.zh)：\(note.zh)", en: "[\(letter)] \(meaning.en): \(note.en)")
  }
}

extension KeyShape {
  /// Where the default comes from; a number that changes the simulation and has no source on record is an assumption. Nil for
  /// what is off, is up to the user, or has no default.
  func source(at path: String) -> DefaultSource? {
    if let source = DefaultCatalog.sources[path] { return source }
    guard case .number(let value)? = fallback, value != 0, unit != nil, effect == .simulation else {
      return nil
    }
    return .assumed("没有来源记录", "no source is on record")
  }
}
