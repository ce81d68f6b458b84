/// A record of `scenario.yaml` as cells: records inside of it have a column for each value, lists stand in one cell.
struct FlatRecord {
  /// The cells by the keys that lead to them.
  private(set) var cells: [[String]: String] = [:]
  /// The keys of the cells, in the order of the file.
  private(set) var order: [[String]] = []
  private let takesFile: Bool

  init(_ node: RawNode, _ shape: RecordShape, takesFile: Bool) {
    self.takesFile = takesFile
    for entry in node.entries ?? [] { add(entry.value, at: [entry.key]) }
  }

  private mutating func add(_ node: RawNode, at steps: [String]) {
    if let entries = node.entries, !entries.isEmpty {
      for entry in entries { add(entry.value, at: steps + [entry.key]) }
      return
    }
    if cells[steps] == nil { order.append(steps) }
    cells[steps] = Self.text(of: node, takesFile: takesFile)
  }

  /// The text of a value: plain, the items of a list with spaces between where tables have them so, or as YAML has it.
  private static func text(of node: RawNode, takesFile: Bool) -> String {
    if let text = node.text { return text }
    if takesFile, let elements = node.elements, elements.allSatisfy({ $0.text != nil }) {
      return elements.compactMap(\.text).joined(separator: " ")
    }
    return YAMLFlow.text(of: node)
  }

  /// Returns the columns of records: in the order of the keys of their shape, and below a key in that of the file.
  static func columns(of records: [FlatRecord], _ shape: RecordShape) -> [SpreadsheetColumn] {
    var found: [[String]] = []
    var known: Set<[String]> = []
    for record in records {
      for steps in record.order where known.insert(steps).inserted { found.append(steps) }
    }
    let ordered = shape.names.flatMap { name in found.filter { $0[0] == name } }
    return ordered.map { steps in
      let isName = steps.count == 2 && shape["\(steps[0])_\(steps[1])"] != nil
      return SpreadsheetColumn(header: steps.joined(separator: isName ? "_" : "."), steps: steps, of: shape)
    }
  }
}
