extension ScenarioReference {
  /// A path that leads below a key, with what its last parts are.
  typealias Part = (path: String, key: KeyShape, note: LocalizedText)

  /// Returns the key of which the last parts of a path are a record or a parameter; nil where they are neither, or rather a
  /// key with a slip of the pen.
  static func part(of path: String) -> Part? {
    if let parameter = parameter(at: path) { return parameter }
    guard suggestions(for: path).isEmpty, isBuiltIn(path) || keysElsewhere(near: path).isEmpty else {
      return nil
    }
    return record(at: path)
  }

  /// Whether the last part of a path is the id of something that the program has by default, whatever keys are named nearly so.
  private static func isBuiltIn(_ path: String) -> Bool {
    let defaults = DefaultCatalog.self
    let ids =
      FacilityKind.allCases.compactMap { defaults.unitGroup($0)?.id } + defaults.incidentKinds.map(\.id)
      + defaults.hazardKinds.map(\.id) + defaults.departments.map(\.id) + defaults.travel.modes.map(\.id)
      + defaults.treatments.map(\.id) + defaults.programs.map(\.id) + [defaults.threeShifts.id, "*"]
    return path.split(separator: ".").last.map { ids.contains(String($0)) } ?? false
  }

  /// A record of a list or a table, by its id or name: `units.stationCar`.
  private static func record(at path: String) -> Part? {
    guard let (list, id) = divided(path, last: 1), list.key.value.holdsRecords else { return nil }
    let what =
      switch (id, list.key.value.namesRecords, list.key.value.record?["id"] != nil) {
      case ("*", _, _): LocalizedText(zh: "其中每一项", en: "each of them")
      case (_, true, _): LocalizedText(zh: "其中一项的名称", en: "the name of one of them")
      case (_, _, true): LocalizedText(zh: "其中一项的 id", en: "the id of one of them")
      default: LocalizedText(zh: "其中一项", en: "one of them")
      }
    let note = LocalizedText(zh: "\(id)：\(what.zh)", en: "\(id): \(what.en)")
    return (list.path, list.key, note)
  }

  /// A parameter of a distribution: `hazardKinds.dispute.incubationDays.exponential.mean`.
  private static func parameter(at path: String) -> Part? {
    guard let (found, key, rest, meaning) = distributionParameter(at: path) else { return nil }
    return (found, key, LocalizedText(zh: "\(rest)：\(meaning.zh)", en: "\(rest): \(meaning.en)"))
  }

  /// The key that takes the distribution of which a path names a parameter, how the parameter stands in the path, and what it
  /// means; nil where it names none.
  static func distributionParameter(at path: String) -> (
    path: String, key: KeyShape, rest: String, meaning: LocalizedText
  )? {
    guard let (found, rest) = divided(path, last: 2), case .distribution = found.key.value else { return nil }
    let names = rest.split(separator: ".").map(String.init)
    guard names.count == 2, let form = DistributionForm(rawValue: names[0]),
      let meaning = form.shape[names[1]]?.meaning
    else { return nil }
    return (found.path, found.key, rest, meaning)
  }

  /// The key before the last parts of a path, and these parts; nil where there is no such key.
  private static func divided(_ path: String, last count: Int) -> (
    entry: (path: String, key: KeyShape), rest: String
  )? {
    let parts = path.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > count, let entry = entry(of: parts.dropLast(count).joined(separator: ".")) else {
      return nil
    }
    return (entry, parts.suffix(count).joined(separator: "."))
  }
}
