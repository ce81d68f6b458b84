import DunjingScenario

extension LocalizedText {
  /// The first three of a list of names and how many more there are: 甲、乙、丙等 5 个; a, b, c and 2 more.
  ///
  /// One more is named rather than counted.
  package static func names(_ names: [LocalizedText]) -> LocalizedText {
    let limit = names.count == 4 ? 4 : 3
    let (zh, en) = (names.prefix(limit).map(\.zh), names.prefix(limit).map(\.en))
    guard names.count > limit else {
      let last = en.count > 1 ? " and " + en[en.count - 1] : en.last ?? ""
      return LocalizedText(zh: zh.joined(separator: "、"), en: en.dropLast().joined(separator: ", ") + last)
    }
    return LocalizedText(
      zh: zh.joined(separator: "、") + "等 \(names.count) 个",
      en: en.joined(separator: ", ") + " and \(names.count - limit) more")
  }
}
