extension ScenarioDecoder {
  func sources() -> [SourceNote] {
    (table(root, "sources", Shapes.source) ?? []).map { row in
      let key = row.text("key", nil)
      let isStray = log.lacksRecord(at: key)
      let written = writtenValues(of: key, row)
      let own =
        written.prefix(Self.mostValues).joined(separator: "/") + (written.count > Self.mostValues ? "/…" : "")
      let stated = row.optionalText("value") ?? own
      let isChanged =
        stated != own && !log.isInTable(key) && written.contains(where: StatedValue(text: stated).differs)
      return SourceNote(
        key: key, value: isChanged ? own : stated, statedValue: isChanged ? stated : nil,
        mark: row.choice("mark", nil) ?? .assumed, note: row.localized("note", LocalizedText("")),
        name: row.has("name_zh") || row.has("name_en") || row.has("name")
          ? row.localized("name", LocalizedText(key)) : nil, range: isStray ? nil : range(row, of: key),
        isStray: isStray)
    }
  }

  /// The most values of several records that are shown.
  private static let mostValues = 6

  /// The values that the study has of a key, each once: one, or with a `*` those of all records that give one. Of a table of its
  /// own, and where the range is one of multiples, those of all records say nothing.
  private func writtenValues(of key: String, _ row: RecordCursor) -> [String] {
    let isOfAll = key.contains("*")
    guard !isOfAll || !(log.isInTable(key) || row.has("low") || row.has("high")) else { return [] }
    return log.nodes(at: key).compactMap(Self.shortText).reduce(into: []) { values, text in
      if !values.contains(text) { values.append(text) }
    }
  }

  /// The range of a row: both ends or none, the lower one below, and of a number that `--set` reaches.
  private func range(_ row: RecordCursor, of key: String) -> ClosedRange<Double>? {
    let ends = ["low", "high"].filter(row.has)
    guard let end = ends.first else { return nil }
    guard ends.count == 2 else {
      log.add(.halfRange(end), keyPath: row.keyPath(end))
      return nil
    }
    let (low, high) = (row.number("low", nil), row.number("high", nil))
    guard let number = NumberKey(key), isReached(key) else {
      log.add(.rangeOfNoNumber(key), keyPath: row.keyPath("low"))
      return nil
    }
    let allowed = key.contains("*") ? .nonnegative : number.range
    for (name, value) in [("low", low), ("high", high)] where !allowed.contains(value) {
      log.add(.outOfRange(found: value.short, allowed), keyPath: row.keyPath(name))
    }
    guard low < high else {
      log.add(.emptyRange(low: low, high: high), keyPath: row.keyPath("high"))
      return nil
    }
    return low...high
  }

  /// Whether an override would find the key; one with a `*` may name any record.
  func isReached(_ key: String) -> Bool {
    guard !key.contains("*"), let node = log.root else { return true }
    let scratch = IssueLog()
    _ = scratch.file(ScenarioBundle.fileName)
    _ = OverrideWriter(log: scratch).written([ScenarioOverride(key: key, value: "1")], into: node)
    return scratch.issues.isEmpty
  }

  /// A value as it stands in the file; nil for a list of records, which says nothing in one cell.
  private static func shortText(_ node: RawNode) -> String? {
    node.elements?.contains { $0.entries != nil } == true ? nil : node.flowText
  }
}
