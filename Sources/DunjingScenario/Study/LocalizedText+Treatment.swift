extension LocalizedText {
  /// What a sentence calls a treatment: the baseline so, as tables of reports do, any other by its name in quotes.
  package static func treatment(_ name: LocalizedText, isBaseline: Bool) -> LocalizedText {
    isBaseline
      ? LocalizedText(zh: "基线", en: "the baseline") : LocalizedText(zh: "方案“\(name.zh)”", en: "“\(name.en)”")
  }
}
