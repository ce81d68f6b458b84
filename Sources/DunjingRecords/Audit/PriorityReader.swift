import DunjingScenario

/// Reads priorities: numbers as they are, words in an order that was told or is usual.
struct PriorityReader {
  private let settings: IncidentImport
  private let table: MappedTable

  /// Words of urgency in general use, the most urgent first; words in one list are alike.
  static let usualOrder: [[String]] = [
    ["emergency", "emergent", "critical", "特急", "特别紧急", "一级", "红色"],
    ["immediate", "urgent", "紧急", "加急", "二级", "橙色"], ["prompt", "priority", "high", "较急", "高", "三级", "黄色"],
    ["standard", "normal", "medium", "一般", "普通", "中", "四级", "蓝色"],
    ["scheduled", "routine", "low", "非紧急", "不急", "低", "五级"]
  ]

  init(_ settings: IncidentImport, _ table: MappedTable) {
    (self.settings, self.table) = (settings, table)
  }

  /// Reads the column and returns what each of its texts means, the most urgent first.
  func read(
    into records: inout [IncidentRecord], _ log: inout FindingLog
  ) -> [IncidentAudit.PriorityLevel] {
    guard let cells = table.cells[.priority] else { return [] }
    var rows: [String: Int] = [:]
    for cell in cells where !cell.isBlankCell { rows[cell, default: 0] += 1 }
    let levels = levels(of: rows.keys.sorted())
    for index in records.indices where !table.raggedRows.contains(records[index].row) {
      if cells[index].isBlankCell {
        log.add(.missingPriority, to: &records[index])
      } else if let level = levels[cells[index]] {
        records[index].priority = level
      } else {
        log.addUnreadable(cells[index], .priority, as: .unknownPriority, to: &records[index])
      }
    }
    var shapes: [String: Int] = [:]
    for (text, count) in rows where levels[text] == nil { shapes[CellShape.of(text), default: 0] += count }
    let known = rows.compactMap { text, count in
      levels[text].map { IncidentAudit.PriorityLevel(text: text, level: $0, rows: count) }
    }
    let others = shapes.map { IncidentAudit.PriorityLevel(text: $0, level: nil, rows: $1) }
    return (known + others).sorted { ($0.level ?? .max, $0.text) < ($1.level ?? .max, $1.text) }
  }

  private func levels(of texts: [String]) -> [String: Int] {
    if !settings.priorityOrder.isEmpty {
      let order = settings.priorityOrder.map(\.plainName)
      return Dictionary(
        uniqueKeysWithValues: texts.compactMap { text in
          order.firstIndex(of: text.plainName).map { (text, $0 + 1) }
        })
    }
    var levels: [String: Int] = [:]
    for text in texts { levels[text] = Self.number(text) }
    // A scale that begins with 0 is moved up, as 1 is the most urgent.
    if levels.values.contains(0) { levels = levels.mapValues { min(99, $0 + 1) } }
    let ranks = texts.compactMap { text in
      levels[text] == nil
        ? Self.usualOrder.firstIndex { $0.contains(text.plainName) }.map { (text, $0) } : nil
    }
    let used = Set(ranks.map(\.1)).sorted()
    for (text, rank) in ranks { levels[text] = (used.firstIndex(of: rank) ?? 0) + 1 }
    return levels
  }

  /// Whether a cell is a number or a word in general use.
  static func isUsual(_ text: String) -> Bool {
    number(text) != nil || usualOrder.contains { $0.contains(text.plainName) }
  }

  /// The number of a text such as `2`, `P2`, `Priority 2` or `2级`; nil for anything else.
  private static func number(_ text: String) -> Int? {
    var plain = text.plainName
    for word in ["priority", "level", "p", "级"] { plain = plain.replacing(word, with: "") }
    guard let number = Int(plain), (0...99).contains(number) else { return nil }
    return number
  }
}
