/// Where a record stands.
enum RecordOrigin {
  /// Keys and values in `scenario.yaml`; unknown keys are refused.
  case mapping
  /// A row of a CSV table, whose columns are checked once.
  case cells
  /// A feature of a GeoJSON table.
  case feature
}

/// Reads the keys of one record: every value that is missing or wrong adds an issue and gives a stand-in, so that
/// one pass finds all problems. Ranges and rules across parts are left to the validator.
struct RecordCursor {
  let node: RawNode?
  let shape: RecordShape
  let path: String
  let log: IssueLog
  let origin: RecordOrigin

  /// Creates a cursor; a node of nil is a record left out, all of whose keys take their defaults.
  init(
    _ node: RawNode?, _ shape: RecordShape, path: String, log: IssueLog, origin: RecordOrigin = .mapping
  ) {
    (self.shape, self.path, self.log, self.origin) = (shape, path, log, origin)
    guard let node else {
      self.node = nil
      return
    }
    guard let entries = node.entries else {
      log.add(
        .wrongType(found: node.shownText, expected: ValueShape.record(shape).text), at: node.place,
        keyPath: path)
      self.node = nil
      return
    }
    self.node = node
    guard origin == .mapping else { return }
    for entry in entries where shape[entry.key] == nil {
      log.add(.unknownKey(entry.key, known: shape.names), at: entry.place, keyPath: keyPath(entry.key))
    }
  }

  /// Returns the key path of a key.
  func keyPath(_ key: String) -> String {
    path.isEmpty ? key : "\(path).\(key)"
  }

  /// Whether a key is written down.
  func has(_ key: String) -> Bool { node?[key] != nil }

  /// Returns the raw value of a key; nil if it is not given, or given without a value, which is an issue.
  func raw(_ key: String) -> RawNode? {
    precondition(shape[key] != nil, "no key '\(key)' in \(shape.name)")
    guard let entry = node?.entries?.first(where: { $0.key == key }) else { return nil }
    if case .empty = entry.value.content {
      log.add(.emptyValue(key), at: entry.place, keyPath: keyPath(key))
      return nil
    }
    return entry.value
  }

  /// Adds the issue that a key is missing, unless the record was left out or already has an issue for it.
  func reportMissing(_ key: String) {
    guard let node else { return }
    let (path, example) = (keyPath(key), shape[key]?.value.example ?? "…")
    guard !log.issues.contains(where: { $0.keyPath == path }) else { return }
    if origin == .cells {
      reportCell(key, example, at: log.emptyCells[path] ?? node.place)
    } else {
      log.add(.missingKey(key, example: "\(key): \(example)"), at: node.place, keyPath: path)
    }
  }

  /// Adds the issue that a cell is empty or, once for all rows, that its column is missing.
  private func reportCell(_ key: String, _ example: String, at place: Place) {
    let table = String(path.prefix { $0 != "[" })
    // A heading that is refused says it for all rows; without ids nothing is known of their defaults.
    if log.refuses(column: key, of: table) || log.refuses("\(table).id") { return }
    guard let header = log.headings[table], !header.contains(key) else {
      return log.add(.emptyCell(key, example: example), at: place, keyPath: keyPath(key))
    }
    log.add(
      .missingColumn(key, header: header), at: log.tables[table]?.place ?? place, keyPath: "\(table).\(key)")
  }

  func reportType(_ node: RawNode, _ key: String) {
    let expected = shape[key]?.value.text ?? LocalizedText("…")
    log.add(.wrongType(found: node.shownText, expected: expected), at: node.place, keyPath: keyPath(key))
  }

  /// Returns a cursor on a record of this record.
  func record(_ key: String, _ shape: RecordShape) -> RecordCursor {
    RecordCursor(raw(key), shape, path: keyPath(key), log: log)
  }

  /// Returns cursors on the records of a list, or nil if it is not given or not a list.
  func records(_ key: String, _ shape: RecordShape) -> [RecordCursor]? {
    guard let node = raw(key) else { return nil }
    guard let elements = node.elements else {
      reportType(node, key)
      return nil
    }
    return elements.enumerated().map { index, element in
      RecordCursor(element, shape, path: "\(keyPath(key))[\(index)]", log: log)
    }
  }

  /// Returns cursors on the records of a mapping with their names, or nil if it is not given.
  func keyedRecords(_ key: String, _ shape: RecordShape) -> [(name: String, record: RecordCursor)]? {
    keyed(key)?.map { entry in
      let path = "\(keyPath(key)).\(entry.key)"
      return (entry.key, RecordCursor(entry.value, shape, path: path, log: log))
    }
  }

  /// Returns the entries of a mapping with names chosen by the user, or nil if it is not given.
  func keyed(_ key: String) -> [RawEntry]? {
    guard let node = raw(key) else { return nil }
    if node.entries == nil { reportType(node, key) }
    return node.entries
  }
}
