import DunjingScenario

extension World {
  /// Assumptions whose value lies outside of the range that the scenario calls plausible.
  ///
  /// - Parameter namesKeys: whether the keys stand after what they are called, for who edits the study.
  func rangeWarning(namesKeys: Bool) -> LocalizedText? {
    let outside = scenario.sources.compactMap { note -> LocalizedText? in
      guard let range = note.range, let value = note.isFactor ? 1 : Double(note.value), !range.contains(value)
      else { return nil }
      let (title, ends) = (
        note.title(in: scenario), "\(range.lowerBound.short)–\(range.upperBound.short)"
      )
      let number = note.isFactor ? "× 1" : note.value
      let key = namesKeys && title.zh != note.key ? note.key : ""
      return LocalizedText(
        zh: "“\(title.zh)”\(key.isEmpty ? "" : "（\(key)）")取 \(number)，合理范围 \(ends)",
        en: "“\(title.en)”\(key.isEmpty ? "" : " (\(key))") is \(number), its plausible range \(ends)")
    }
    guard !outside.isEmpty else { return nil }
    return LocalizedText(
      zh: "取值在来源所给的合理范围之外：\(outside.map(\.zh).joined(separator: "；"))。",
      en:
        "Outside of the plausible range that the sources give: \(outside.map(\.en).joined(separator: "; ")).")
  }
}
