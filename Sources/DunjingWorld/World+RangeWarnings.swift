import DunjingScenario

extension World {
  /// Assumptions whose value lies outside of the range that the scenario calls plausible.
  var rangeWarning: LocalizedText? {
    let outside = scenario.sources.filter { note in
      guard let range = note.range else { return false }
      return (note.isFactor ? 1 : Double(note.value)).map { !range.contains($0) } ?? false
    }
    guard !outside.isEmpty else { return nil }
    let keys = outside.map(\.key).listed
    return LocalizedText(
      zh: "\(keys.zh) 的取值在 sources 所给的合理范围（low 至 high）之外。",
      en: outside.count == 1
        ? "The value of \(keys.en) lies outside of its plausible range (low to high) in the sources."
        : "The values of \(keys.en) lie outside of their plausible ranges (low to high) in the sources."
    )
  }
}
