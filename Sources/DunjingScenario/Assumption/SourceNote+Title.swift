extension SourceNote {
  /// What the number is called in sentences: its name in the sources, otherwise what its key means, after the record of the study
  /// that it is of; the key itself where it means nothing.
  public func title(in scenario: Scenario) -> LocalizedText {
    if let name { return name }
    let steps = KeyPathStep.steps(of: key)
    guard let meaning = Self.meaning(of: steps[...], in: .record(Shapes.scenario))?.firstClause else {
      return LocalizedText(key)
    }
    guard let record = Self.record(steps, scenario) else { return meaning }
    return LocalizedText(zh: "\(record.zh)：\(meaning.zh)", en: "\(record.en): \(meaning.en)")
  }

  /// What the last key means that the steps lead to.
  private static func meaning(
    of steps: ArraySlice<KeyPathStep>, in shape: ValueShape, after last: LocalizedText? = nil
  ) -> LocalizedText? {
    guard let step = steps.first else { return last }
    let rest = steps.dropFirst()
    switch (shape, step) {
    case (.record(let record), .key(let name)):
      return record[name].flatMap { meaning(of: rest, in: $0.value, after: $0.meaning) }
    case (.keyed(let record), .key), (.list(let record), _), (.table(let record), _):
      return meaning(of: rest, in: .record(record), after: last)
    case (.either(let choices), _):
      return choices.lazy.compactMap { meaning(of: steps, in: $0, after: last) }.first
    // A parameter of a distribution or one of several numbers is called as all of them.
    case (.distribution, _), (.weights, _), (.numbers, _), (.keyedNumbers, _): return last
    default: return nil
    }
  }

  /// The name of the record that the second step is the id of; nil where it is of none with a name.
  private static func record(_ steps: [KeyPathStep], _ scenario: Scenario) -> LocalizedText? {
    guard steps.count > 2, let list = steps[0].key, let id = steps[1].key else { return nil }
    let records: [(id: String, name: LocalizedText)] =
      switch list {
      case "units": scenario.units.map { ($0.id, $0.name) }
      case "incidentKinds": scenario.incidentKinds.map { ($0.id, $0.name) }
      case "hazardKinds": scenario.hazardKinds.map { ($0.id, $0.name) }
      case "departments": scenario.departments.map { ($0.id, $0.name) }
      case "facilities": scenario.facilities.map { ($0.id, $0.name) }
      case "treatments": scenario.treatments.map { ($0.id, $0.name) }
      default: []
      }
    return records.first { $0.id == id }?.name
  }
}

extension LocalizedText {
  /// The text up to its first full stop or semicolon, without it.
  fileprivate var firstClause: LocalizedText {
    LocalizedText(
      zh: String(zh.prefix { !"。；".contains($0) }),
      en: String(en.firstRange(of: /[.;](\s|$)/).map { en[..<$0.lowerBound] } ?? en[...]))
  }
}
