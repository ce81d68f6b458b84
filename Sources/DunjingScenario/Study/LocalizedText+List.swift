extension Sequence<String> {
  /// Words that are the same in both languages, such as ids and keys, in a row: 甲、乙; a, b.
  package var listed: LocalizedText {
    LocalizedText(zh: joined(separator: "、"), en: joined(separator: ", "))
  }
}

extension Collection<String> {
  /// The first of them in a row, and that there are others where there are more: 甲、乙等; a, b and others.
  func listed(atMost most: Int) -> LocalizedText {
    let list = prefix(most).listed
    return count > most ? LocalizedText(zh: list.zh + "等", en: list.en + " and others") : list
  }
}
