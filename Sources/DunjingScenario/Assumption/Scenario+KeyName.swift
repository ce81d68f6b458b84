extension Scenario {
  /// What a key is called in a sentence: the record that has it, and what the reference says that it is; the key itself where
  /// the reference has none.
  /// - Parameter key: a key path with ids, as in ``SourceNote/key``; a `*` stands for every record.
  public func name(ofKey key: String) -> LocalizedText {
    guard let phrase = ScenarioReference.phrase(of: key) else { return LocalizedText(key) }
    guard let record = recordName(in: KeyPathStep.steps(of: key)) else { return phrase }
    return LocalizedText(zh: "\(record.zh)：\(phrase.zh)", en: "\(record.en): \(phrase.en)")
  }

  /// The name of the record that a path leads through; nil where it leads through none, or all.
  private func recordName(in steps: [KeyPathStep]) -> LocalizedText? {
    guard case .key(let list)? = steps.first else { return nil }
    // Modes of travel have no names.
    guard list != "travel" else {
      guard steps.count > 3, case .key("modes") = steps[1], case .key(let mode) = steps[2], mode != "*" else {
        return nil
      }
      return LocalizedText(mode)
    }
    guard steps.count > 2, case .key(let id) = steps[1], id != "*" else { return nil }
    return names(of: list).first { $0.id == id }?.name
  }

  private func names(of list: String) -> [(id: String, name: LocalizedText)] {
    switch list {
    case "incidentKinds": incidentKinds.map { ($0.id, $0.name) }
    case "hazardKinds": hazardKinds.map { ($0.id, $0.name) }
    case "departments": departments.map { ($0.id, $0.name) }
    case "units": units.map { ($0.id, $0.name) }
    case "programs": programs.map { ($0.id, $0.name) }
    case "treatments": treatments.map { ($0.id, $0.name) }
    case "facilities": facilities.map { ($0.id, $0.name) }
    case "counties": counties.map { ($0.id, $0.name) }
    default: []
    }
  }
}

extension ScenarioReference {
  /// What a key is, without an end: the first clause of its description; of a parameter of a distribution also which it is.
  /// Nil where there is no such key.
  static func phrase(of path: String) -> LocalizedText? {
    if let entry = entry(of: path) { return clause(entry.key.meaning) }
    guard let parameter = distributionParameter(at: path) else { return nil }
    let (whole, part) = (clause(parameter.key.meaning), clause(parameter.meaning))
    return LocalizedText(zh: "\(whole.zh)的\(part.zh)", en: "\(part.en) of \(whole.en)")
  }

  private static func clause(_ meaning: LocalizedText) -> LocalizedText {
    let zh = meaning.zh.prefix { $0 != "。" && $0 != "；" }
    let sentence = meaning.en.split(separator: "; ", maxSplits: 1).first ?? ""
    var en = String(sentence.split(separator: ". ", maxSplits: 1).first ?? "")
    if en.hasSuffix(".") { en.removeLast() }
    // Not where it begins with letters such as GIS.
    let isWord = en.dropFirst().first?.isLowercase ?? true
    return LocalizedText(
      zh: String(zh), en: isWord ? String(en.prefix(1)).lowercased() + en.dropFirst() : en)
  }
}
