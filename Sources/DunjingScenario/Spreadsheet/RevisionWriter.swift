/// Writes the changes of saved tables into the files of a bundle.
struct RevisionWriter {
  /// The files of the bundle, with what was written.
  private(set) var files: [String: [UInt8]]
  /// The files that tables were written to, by their keys.
  private(set) var targets: [String: String] = [:]
  private let present: Set<String>
  let log: IssueLog
  private var scenario: ScenarioText

  init(_ files: [String: [UInt8]], present: Set<String>, log: IssueLog) {
    (self.files, self.present, self.log) = (files, present, log)
    scenario = ScenarioText(String(decoding: files[ScenarioBundle.fileName] ?? [], as: UTF8.self))
  }

  /// Writes a change to where the table came from; adds issues where that cannot be done.
  mutating func write(_ change: TableChange) {
    let count = log.issues.count
    change.reportNumbers(to: log)
    guard log.issues.count == count else { return }
    switch change.table.origin {
    case .file(let name, let encoding):
      targets[change.table.path] = name
      guard let bytes = change.bytes(replacing: files[name] ?? [], encoding) else {
        log.add(.undecodable(encoding), at: change.edited.rows[0].place, keyPath: change.table.path)
        return
      }
      files[name] = bytes
    case .list where change.keepsRows:
      targets[change.table.path] = ScenarioBundle.fileName
      setValues(of: change)
      files[ScenarioBundle.fileName] = Array(scenario.text.utf8)
    case .list where change.table.fitsFile: moveToFile(change)
    case .list: change.reportRows(to: log)
    }
  }

  /// Sets single values of a list in `scenario.yaml`.
  private mutating func setValues(of change: TableChange) {
    let table = change.table
    for (index, row) in change.rows.enumerated() {
      for column in row.changed {
        let (text, place) = (row.cells[column], change.edited.rows[index].places[column])
        let (steps, header) = (change.edited.columns[column].steps, change.edited.columns[column].header)
        let path = "\(table.path)[\(index)].\(steps.joined(separator: "."))"
        let (record, known) = (table.records[index], table.records[index].value(at: steps))
        let line = (known ?? record).place.line
        guard !text.isEmpty else {
          log.addIssue(.valueRemoved(header, line: line), at: place, keyPath: path)
          continue
        }
        guard let value = change.yaml(text, column, known) else {
          log.addIssue(.unreadableCell(text), at: place, keyPath: path)
          continue
        }
        if !record.isReachable(steps) || !scenario.set(path, to: value) {
          log.addIssue(.valueOutOfReach(header, line: line), at: place, keyPath: path)
        }
      }
    }
  }

  /// Makes a file of a list in `scenario.yaml`, as rows came, went or moved.
  private mutating func moveToFile(_ change: TableChange) {
    let path = change.table.path
    let short = (path.split(separator: ".").last.map(String.init) ?? path) + ".csv"
    let name = files[short] == nil && !present.contains(short) ? short : path + ".csv"
    guard files[name] == nil, !present.contains(name) else {
      log.addIssue(
        .nameTaken(name), at: Place(file: change.edited.rows[0].place.file, line: 1, column: 1), keyPath: path
      )
      return
    }
    guard scenario.set(path, to: name) else {
      change.reportRows(to: log)
      return
    }
    targets[path] = name
    files[ScenarioBundle.fileName] = Array(scenario.text.utf8)
    files[name] = Array(change.csv.utf8)
  }
}

extension RawNode {
  /// The value at keys below it, or nil.
  func value(at steps: [String]) -> RawNode? {
    steps.reduce(Optional(self)) { $0?[$1] }
  }

  /// Whether a value can be written at keys: none of them but the last has a value that is no record.
  func isReachable(_ steps: [String]) -> Bool {
    var node = self
    for step in steps.dropLast() {
      guard let next = node[step] else { return true }
      guard next.entries != nil else { return false }
      node = next
    }
    return true
  }
}

extension SpreadsheetTable {
  /// Whether the records can be rows of a file: no values inside of records but names.
  var fitsFile: Bool { takesFile && columns.allSatisfy { shape[$0.header] != nil } }
}
