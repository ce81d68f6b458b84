import DunjingRecords
import DunjingScenario

/// How recorded kinds of incidents become kinds of a study: the finest that is known on record decides, then the coarser ones.
public struct KindMap: Sendable, Equatable {
  /// The kind of each recorded name: of one level, or of all, the coarsest first, as in 交通警情 / 伤人事故.
  public var kinds: [String: String]
  /// The kind of all names that are not mapped; nil leaves them out.
  public var rest: String?
  /// The kind of names that are known by their usual meaning.
  private var usual: [String: String] = [:]

  /// The name that says which kind a record has.
  struct Decision {
    let name: String
    let kind: String
    /// Whether it does so by its usual meaning.
    let isUsual: Bool
  }

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
    var map = self
    map.rest = nil
    return map.kind(of: record, in: study) == nil
  }

  /// Recorded kinds of the map that no record has, in order.
  func unused(by records: [IncidentRecord]) -> [String] {
    let recorded = Set(records.flatMap { [$0.kindPath] + $0.kindNames })
    return kinds.keys.filter { !recorded.contains($0) }.sorted()
  }

  /// Recorded kinds that are neither mapped nor an id or name of the study, with the kind that is meant by their usual names.
  func alike(_ records: [IncidentRecord], in study: Scenario?) -> [String: String] {
    guard let study else { return [:] }
    var found: [String: String] = [:]
    for name in Set(records.flatMap(\.kindNames))
    where kinds[name] == nil && Self.same(name, in: study) == nil {
      found[name] = KindName.id(of: name, among: study.incidentKinds)
    }
    return found
  }

  /// The same with the usual meaning of names that are not mapped.
  func adding(_ more: [String: String]) -> KindMap {
    var map = self
    map.usual = more
    return map
  }

  /// The names that decided by their usual meaning, with the number of their records.
  func matched(_ records: [IncidentRecord], in study: Scenario?) -> NamedKinds {
    guard let study, !usual.isEmpty else { return NamedKinds([:]) }
    var counts: [String: Int] = [:]
    for record in records {
      if let found = decision(on: record, in: study), found.isUsual { counts[found.name, default: 0] += 1 }
    }
    return NamedKinds(counts, kinds: usual)
  }

  /// The kind of a study with this id or name; nil for none.
  private static func same(_ name: String, in study: Scenario) -> String? {
    guard !name.isEmpty else { return nil }
    return study.incidentKinds.first { [$0.id, $0.name.zh, $0.name.en].contains(name) }?.id
  }

  /// Which name of a record says its kind: all levels together, then each from the finest on, as mapped, else by the id or name of
  /// a kind of the study, else by its usual meaning; a name that only says 其他 does where no other one does.
  func decision(on record: IncidentRecord, in study: Scenario) -> Decision? {
    if let told = kinds[record.kindPath] {
      return Decision(name: record.kindPath, kind: told, isUsual: false)
    }
    var vague: Decision?
    for name in record.kindNames {
      if let told = kinds[name] { return Decision(name: name, kind: told, isUsual: false) }
      let same = Self.same(name, in: study)
      guard let kind = same ?? usual[name] else { continue }
      let found = Decision(name: name, kind: kind, isUsual: same == nil)
      guard KindName.isVague(name) else { return found }
      if vague == nil { vague = found }
    }
    return vague
  }

  /// Returns the kind of a record, else that of the rest. Without a study it is as mapped, else the coarsest name where nothing is
  /// mapped.
  func kind(of record: IncidentRecord, in study: Scenario?) -> String? {
    if let study { return decision(on: record, in: study)?.kind ?? rest }
    if let told = ([record.kindPath] + record.kindNames).lazy.compactMap({ kinds[$0] }).first { return told }
    return kinds.isEmpty ? record.kindNames.last ?? rest : rest
  }
}
