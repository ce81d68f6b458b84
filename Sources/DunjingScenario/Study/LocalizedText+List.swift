extension Sequence<String> {
  /// Words that are the same in both languages, such as ids and keys, in a row: 甲、乙; a, b.
  package var listed: LocalizedText {
    LocalizedText(zh: joined(separator: "、"), en: joined(separator: ", "))
  }
}
