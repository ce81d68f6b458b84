import DunjingRecords
import DunjingScenario

/// The first row of every finding, with the values that it is about.
struct AuditExamples {
  private let audit: IncidentAudit

  init(_ audit: IncidentAudit) { self.audit = audit }

  /// The table.
  var table: DataTable {
    DataTable(
      heads: [
        LocalizedText(zh: "发现", en: "Finding"), LocalizedText(zh: "行", en: "Row"),
        LocalizedText(zh: "编号", en: "Id"), LocalizedText(zh: "该行的值", en: "Its values")
      ],
      rows: audit.findings.compactMap { count in
        guard let row = count.firstRows.first, let record = record(ofRow: row) else { return nil }
        let id = record.id.count > 24 ? record.id.prefix(24) + "…" : record.id
        return DataTable.Row(
          head: count.finding.title.capitalized,
          cells: [
            DataTable.Cell("\(row)"), DataTable.Cell(LocalizedText(id), isText: true),
            DataTable.Cell(values(of: record, for: count.finding), isText: true)
          ])
      }, layout: .compact)
  }

  /// The record of a row of the source; the rows are in order.
  private func record(ofRow row: Int) -> IncidentRecord? {
    var (low, high) = (0, audit.records.count)
    while low < high {
      let middle = (low + high) / 2
      if audit.records[middle].row < row { low = middle + 1 } else { high = middle }
    }
    return low < audit.records.count && audit.records[low].row == row ? audit.records[low] : nil
  }

  private func values(of record: IncidentRecord, for finding: AuditFinding) -> LocalizedText {
    switch finding {
    case .negativeService, .longService:
      let minutes = NumberText.fixed(record.serviceMinutes ?? .nan, decimals: 1)
      return LocalizedText(zh: "\(minutes) 分钟", en: "\(minutes) minutes")
    case .unreadableTime, .unreadableNumber, .unknownPriority: return cell(of: record)
    default: break
    }
    switch finding.subject {
    case .place: return place(of: record, for: finding)
    case .identity:
      return LocalizedText(
        [record.received?.text ?? "", record.kindPath].filter { !$0.isEmpty }.joined(separator: " · "))
    default: return times(of: record)
    }
  }

  private func cell(of record: IncidentRecord) -> LocalizedText {
    let cell = audit.unreadable.first { $0.row == record.row }
    return LocalizedText(cell.map { "\($0.column) = \($0.value)" } ?? "")
  }

  private func place(of record: IncidentRecord, for finding: AuditFinding) -> LocalizedText {
    guard let x = record.x, let y = record.y else { return LocalizedText(zh: "已留空", en: "left empty") }
    guard finding == .placedByGrid || !record.has(.placedByGrid) else {
      return LocalizedText(zh: "按网格定位", en: "placed by its grid")
    }
    // Two decimals say which mistake it is, and no house.
    return LocalizedText("\(NumberText.fixed(x, decimals: 2)), \(NumberText.fixed(y, decimals: 2))")
  }

  /// The stages that were recorded; the day only once where it is the same.
  private func times(of record: IncidentRecord) -> LocalizedText {
    var (zh, en): ([String], [String]) = ([], [])
    var day = ""
    for stage in IncidentStage.allCases {
      guard let time = record[stage] else { continue }
      let parts = time.text.split(separator: "T").map(String.init)
      let shown = parts[0] == day && parts.count > 1 ? parts[1] : parts.joined(separator: " ")
      day = parts[0]
      zh.append("\(stage.shortName.zh) \(shown)")
      en.append("\(stage.shortName.en) \(shown)")
    }
    return LocalizedText(zh: zh.joined(separator: "，"), en: en.joined(separator: ", "))
  }
}

extension IncidentStage {
  /// The stage in one word.
  var shortName: LocalizedText {
    switch self {
    case .received: LocalizedText(zh: "接警", en: "call")
    case .dispatched: LocalizedText(zh: "派警", en: "dispatch")
    case .enRoute: LocalizedText(zh: "出警", en: "en route")
    case .onScene: LocalizedText(zh: "到场", en: "on scene")
    case .cleared: LocalizedText(zh: "结束", en: "cleared")
    }
  }
}
