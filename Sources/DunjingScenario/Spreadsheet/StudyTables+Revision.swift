extension StudyTables {
  /// A study with the changes of saved tables.
  public struct Revision: Sendable {
    /// What was changed in a table.
    public struct Change: Sendable, Equatable {
      /// The key of the list.
      public let path: String
      /// The file of the bundle that is written for it.
      public let file: String
      /// How many records have other values.
      public let changed: Int
      /// How many records are new.
      public let added: Int
      /// How many records are no longer there.
      public let removed: Int
    }

    /// The changes in the order of the keys of `scenario.yaml`; empty where all is as it was.
    public let changes: [Change]
    /// The files of the bundle that are to be written, by name.
    public let files: [String: [UInt8]]
    /// The hash of the bundle with them.
    public let bundleHash: String
  }

  /// Returns the study with the changes of saved tables; what was not changed stays as it is to the byte.
  /// - Parameters:
  ///   - saved: the files of the folder of tables by name; a table without a file is not changed.
  ///   - folder: how messages call the folder; empty for the names alone.
  ///   - present: the names of all files in the folder of the study, none of which is overwritten unless the study uses it.
  /// - Throws: All issues at once, with the places in the saved tables.
  public func revision(
    by saved: [String: [UInt8]], in folder: String, beside present: Set<String> = []
  ) throws(InvalidScenario) -> Revision {
    let log = IssueLog()
    let prefix = FolderPath.joined(folder, "")
    reportForeign(saved.keys.sorted(), prefix, log)
    let changes = tables.compactMap { table -> TableChange? in
      guard let bytes = saved[table.fileName] else { return nil }
      let file = log.file(prefix + table.fileName)
      return EditedTable(bytes, of: table, file: file, log: log).map { TableChange(table, $0) }
    }
    let real = changes.filter { !$0.isEmpty }
    var writer = RevisionWriter(bundleFiles, present: present, log: log)
    for change in real { writer.write(change) }
    guard log.issues.isEmpty else { throw InvalidScenario(issues: log.sortedIssues) }
    let files = writer.files.filter { bundleFiles[$0.key] != $0.value }
    guard !files.isEmpty else { return Revision(changes: [], files: [:], bundleHash: bundleHash) }
    let hash = try checked(writer.files, changes, log)
    return Revision(
      changes: real.map { change in
        Revision.Change(
          path: change.table.path, file: writer.targets[change.table.path] ?? "", changed: change.changed,
          added: change.added, removed: change.removed.count)
      }, files: files, bundleHash: hash)
  }

  /// Reads the study with its changes; what is wrong with a value of a table is told at its place there.
  private func checked(
    _ files: [String: [UInt8]], _ changes: [TableChange], _ log: IssueLog
  ) throws(InvalidScenario) -> String {
    do {
      return try ScenarioBundle(files: files).load().bundleHash
    } catch {
      let issues = error.issues.map { issue in
        changes.lazy.compactMap { $0.place(of: issue.keyPath) }.first.map { place in
          issue.told(at: (log.files[place.file], place.line, place.column), naming: issue.keyPath)
        } ?? issue
      }
      throw InvalidScenario(issues: issues)
    }
  }

  /// Adds issues for files that are tables of no list.
  private func reportForeign(_ names: [String], _ prefix: String, _ log: IssueLog) {
    let known = tables.map(\.fileName)
    for name in names where !known.contains(name) && !name.hasPrefix(".") && !name.hasPrefix("~$") {
      let parts = name.split(separator: ".").map { String($0) }
      let base = parts.dropLast().joined(separator: ".")
      let csv = base + ".csv"
      let place = Place(file: log.file(prefix + name), line: 1, column: 1)
      if parts.last?.lowercased() == "csv" {
        log.addIssue(
          maps[base].map(SpreadsheetFault.mapTable)
            ?? .unknownTable(name, near: Spelling.nearest(to: name, in: known)), at: place, keyPath: base)
      } else if Workbook.isOne(name), known.contains(csv) && !names.contains(csv) {
        log.addIssue(.workbookOnly(name, csv: csv), at: place, keyPath: base)
      }
    }
  }
}

extension TableChange {
  /// Returns where the value of a key path stands in the saved table; nil where it does not.
  fileprivate func place(of keyPath: String) -> Place? {
    guard let steps = KeyPathStep.steps(of: keyPath, below: table.path) else { return nil }
    guard let row = steps.first?.index, edited.rows.indices.contains(row) else {
      return edited.rows.first.map { Place(file: $0.place.file, line: 1, column: 1) }
    }
    let keys = steps.dropFirst().compactMap(\.key)
    let column =
      edited.columns.firstIndex { $0.steps == keys } ?? edited.columns.firstIndex { $0.header == keys.first }
      ?? edited.columns.firstIndex { $0.steps.first == keys.first }
    return column.map { edited.rows[row].places[$0] } ?? edited.rows[row].place
  }
}
