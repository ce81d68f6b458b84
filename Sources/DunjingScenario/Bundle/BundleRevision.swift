/// A bundle with other values written into its files, comments and layout being kept; only marks of how sure a number is,
/// such as `# [H]`, go with the number that is exchanged.
public struct BundleRevision: Sendable {
  /// A row of `sources.csv`.
  public struct Source: Sendable, Equatable {
    /// The key that the row is about.
    public var key: String
    /// How sure the number is.
    public var mark: SourceMark
    /// How it came about.
    public var note: LocalizedText
    /// The value, as text.
    public var value: String
    /// The range in which it plausibly lies, in the unit of the key.
    public var range: ClosedRange<Double>?
    /// What it is called; nil for its key.
    public var name: LocalizedText?

    /// Creates a row.
    public init(
      key: String, mark: SourceMark, note: LocalizedText, value: String, range: ClosedRange<Double>?,
      name: LocalizedText? = nil
    ) {
      (self.key, self.mark, self.note, self.value) = (key, mark, note, value)
      (self.range, self.name) = (range, name)
    }
  }

  /// The files by name.
  public private(set) var files: [String: [UInt8]]
  /// The study before the revision.
  public let original: ValidScenario
  private var scenario: ScenarioText

  /// Reads a bundle.
  /// - Throws: All issues of the bundle at once.
  public init(_ bundle: ScenarioBundle) throws(InvalidScenario) {
    let (_, valid, files) = try bundle.reading(setting: [])
    (original, self.files) = (valid, files)
    scenario = ScenarioText(String(decoding: files[ScenarioBundle.fileName] ?? [], as: UTF8.self))
  }

  /// Sets a key of `scenario.yaml` to a value as YAML has it; false where it cannot be reached there.
  public mutating func set(_ key: String, to value: String) -> Bool {
    guard scenario.set(key, to: value) else { return false }
    files[ScenarioBundle.fileName] = Array(scenario.text.utf8)
    return true
  }

  /// Whether `scenario.yaml` has a list at one of its first keys.
  public func hasList(_ key: String) -> Bool { scenario.root?[key]?.elements != nil }

  /// Sets a column of the table of a list, such as `grids`, by the ids of its records; false where the list is no CSV file, or
  /// one whose encoding is declared.
  public mutating func setColumn(_ column: String, of list: String, to values: [String: String]) -> Bool {
    guard let name = scenario.root?[list]?.text, name.hasSuffix(".csv"), var table = table(name),
      let ids = table.first?.firstIndex(of: "id")
    else { return false }
    let place = table[0].firstIndex(of: column) ?? table[0].count
    if place == table[0].count { for row in table.indices { table[row].append(row == 0 ? column : "") } }
    for row in table.indices.dropFirst() where table[row].count > max(ids, place) {
      if let value = values[table[row][ids]] { table[row][place] = value }
    }
    files[name] = Array(CSVQuoting.table(table).utf8)
    return true
  }

  /// Writes rows into the table of sources, in place of rows of the same keys; false where that is
  /// no CSV file, or one whose encoding is declared.
  public mutating func setSources(_ sources: [Source]) -> Bool {
    var name = "sources.csv"
    if let node = scenario.root?["sources"] {
      guard let text = node.text, text.hasSuffix(".csv") else { return false }
      name = text
    } else if !set("sources", to: name) {
      return false
    }
    let columns = ["key", "mark", "note_zh", "note_en", "value", "low", "high", "name_zh", "name_en"]
    var table = table(name) ?? [columns]
    for column in columns where !table[0].contains(column) {
      for row in table.indices { table[row].append(row == 0 ? column : "") }
    }
    let places = columns.compactMap { table[0].firstIndex(of: $0) }
    for source in sources {
      let limits = NumberKey(source.key)?.range ?? .any
      let cells = [
        source.key, source.mark.rawValue, source.note.zh, source.note.en, source.value,
        source.range.map { limits.nearest(to: $0.lowerBound).short } ?? "",
        source.range.map { limits.nearest(to: $0.upperBound).short } ?? ""
      ]
      var row = table.firstIndex { $0.count > places[0] && $0[places[0]] == source.key }
      if row == nil {
        table.append([String](repeating: "", count: table[0].count))
        row = table.count - 1
      }
      guard let row else { continue }
      for (place, cell) in zip(places, cells) { table[row][place] = cell }
      if let name = source.name { (table[row][places[7]], table[row][places[8]]) = (name.zh, name.en) }
    }
    files[name] = Array(CSVQuoting.table(table).utf8)
    return true
  }

  /// Writes the table of estimates, in place of the one that is there; false where the key cannot be written.
  public mutating func setEstimates(_ estimates: [EstimatedNumber]) -> Bool {
    var name = "estimates.csv"
    if let written = scenario.root?["estimates"]?.text, written.hasSuffix(".csv") {
      name = written
    } else if !set("estimates", to: name) {
      return false
    }
    let rows = estimates.map { number in
      [
        number.key, "\(number.value)", number.standardError.map { "\($0)" } ?? "",
        number.distribution.rawValue,
        number.group
      ]
    }
    add(CSVQuoting.table(["key", "value", "standardError", "distribution", "group"], rows), as: name)
    return true
  }

  /// Puts a file into the bundle.
  public mutating func add(_ text: String, as name: String) { files[name] = Array(text.utf8) }

  /// Returns the study after the revision.
  /// - Throws: All issues at once.
  public func load() throws(InvalidScenario) -> ValidScenario {
    try ScenarioBundle(files: files).load()
  }

  private func table(_ name: String) -> [[String]]? {
    guard let bytes = files[name],
      case .success(let text) = TextEncoding.recognized(bytes).decode(bytes)
    else { return nil }
    var scanner = CSVScanner(text)
    var rows: [[String]] = []
    while let cells = scanner.next() {
      if cells.count == 1, cells[0].text.isEmpty { continue }
      rows.append(cells.map(\.text))
    }
    guard let width = rows.first?.count, scanner.fault == nil else { return nil }
    return rows.map { $0 + [String](repeating: "", count: max(0, width - $0.count)) }
  }
}
