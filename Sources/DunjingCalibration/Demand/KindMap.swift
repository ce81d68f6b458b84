import DunjingRecords
import DunjingScenario

/// How recorded kinds of incidents become kinds of a study.
public struct KindMap: Sendable, Equatable {
  /// The kind of each recorded name.
  public var kinds: [String: String]
  /// The kind of all names that are not mapped; nil leaves them out.
  public var rest: String?

  /// Creates a map.
  public init(_ kinds: [String: String] = [:], rest: String? = nil) {
    (self.kinds, self.rest) = (kinds, rest)
  }

  /// Reads a table with the columns `recorded` and `kind`.
  /// - Throws: Everything that is wrong with the table, with line and column.
  public init(reading bytes: [UInt8], name: String) throws(InvalidScenario) {
    let table = try RawTable(ImportTable(name: name, bytes: bytes), encoding: nil)
    let header = table.header.map(\.text)
    guard let recorded = header.firstIndex(of: "recorded"), let kind = header.firstIndex(of: "kind") else {
      throw Self.fault(
        name, line: 1, zh: "应有 recorded 和 kind 两列", en: "the columns recorded and kind are needed")
    }
    var kinds: [String: String] = [:]
    var issues: [ScenarioIssue] = []
    try table.forEachRow { row in
      guard !row.isBlank, let first = row.cells.first else { return }
      guard row.cells.count > max(recorded, kind), !row.cells[kind].text.isEmpty else {
        issues +=
          Self.fault(
            name, line: first.line, zh: "这一行没有给出研究中的类别",
            en: "the row does not say which kind of the study it is"
          ).issues
        return
      }
      let cell = row.cells[recorded]
      if kinds[cell.text] != nil { issues.append(Self.twice(cell, name)) }
      kinds[cell.text] = row.cells[kind].text
    }
    guard issues.isEmpty else { throw InvalidScenario(issues: issues) }
    self.init(kinds)
  }

  private static func twice(_ cell: CSVCell, _ name: String) -> ScenarioIssue {
    ScenarioIssue(
      file: name, line: cell.line, column: cell.column, keyPath: "",
      problem: LocalizedText(zh: "'\(cell.text)' 对应了两次", en: "'\(cell.text)' is mapped twice"),
      remedy: LocalizedText(zh: "请只留一行", en: "keep one of the rows"))
  }

  private static func fault(_ name: String, line: Int, zh: String, en: String) -> InvalidScenario {
    InvalidScenario(
      issues: [
        ScenarioIssue(
          file: name, line: line, column: 1, keyPath: "", problem: LocalizedText(zh: zh, en: en),
          remedy: LocalizedText(
            zh: "例如表头写 recorded,kind，一行写 盗窃,order",
            en: "write for example the header recorded,kind and a row theft,order"))
      ])
  }

  /// Whether a record has the kind of the rest, for want of one of its own.
  func isRest(_ record: IncidentRecord, in study: Scenario?) -> Bool {
    guard rest != nil else { return false }
    return KindMap(kinds).kind(of: record, in: study) == nil
  }

  /// Recorded kinds of the map that no record has, in order.
  func unused(by records: [IncidentRecord]) -> [String] {
    let recorded = Set(records.map(\.kind))
    return kinds.keys.filter { !recorded.contains($0) }.sorted()
  }

  /// Recorded kinds that are neither mapped nor an id or name of the study, with the kind that is meant by their usual names.
  func alike(_ records: [IncidentRecord], in study: Scenario?) -> [String: String] {
    guard let study else { return [:] }
    var found: [String: String] = [:]
    for name in Set(records.map(\.kind)) where kinds[name] == nil && Self.same(name, in: study) == nil {
      found[name] = KindName.id(of: name, among: study.incidentKinds)
    }
    return found
  }

  /// The same with more names mapped.
  func adding(_ more: [String: String]) -> KindMap {
    KindMap(kinds.merging(more) { told, _ in told }, rest: rest)
  }

  /// The kind of a study with this id or name; nil for none.
  private static func same(_ name: String, in study: Scenario) -> String? {
    guard !name.isEmpty else { return nil }
    return study.incidentKinds.first { [$0.id, $0.name.zh, $0.name.en].contains(name) }?.id
  }

  /// Returns the kind of a record: as mapped, else the kind of the study with this id or name, else that of the rest.
  func kind(of record: IncidentRecord, in study: Scenario?) -> String? {
    if let mapped = kinds[record.kind] { return mapped }
    guard let study else { return record.kind.isEmpty || !kinds.isEmpty ? rest : record.kind }
    return Self.same(record.kind, in: study) ?? rest
  }
}
