import DunjingScenario

/// Calls without a position that were placed by the grid they name.
public struct GridPlacement: Sendable, Equatable {
  /// The column of the grid.
  public let column: String
  /// The rows that were placed at the center of their grid.
  public internal(set) var placed: Int
  /// What stands in the column of rows without a position and is no grid of the study, the most frequent first: as it was
  /// recorded where it repeats, otherwise its shape.
  public internal(set) var unknown: [(text: String, rows: Int)]

  /// Whether two placements have the same rows and the same words.
  public static func == (first: GridPlacement, second: GridPlacement) -> Bool {
    first.column == second.column && first.placed == second.placed
      && first.unknown.elementsEqual(second.unknown) { $0 == $1 }
  }
}

/// Finds the grid that a row names and places the row there where it has no position.
struct GridPlacer {
  /// The grid that each row names; empty where there is no column of grids or no study.
  let named: [Grid?]
  private let column: String
  private let cells: [String]

  init(_ settings: IncidentImport, _ table: MappedTable) {
    guard let column = table.columns[.grid], let cells = table.cells[.grid], !settings.grids.isEmpty else {
      (named, self.column, self.cells) = ([], "", [])
      return
    }
    let names = GridNames(settings.grids)
    (self.column, self.cells) = (column.column, cells)
    named = cells.map { $0.isBlankCell ? nil : names[$0] }
  }

  /// Places the rows that have no position; nil where none can be placed at all.
  func place(_ records: inout [IncidentRecord]) -> GridPlacement? {
    guard !named.isEmpty else { return nil }
    var placement = GridPlacement(column: column, placed: 0, unknown: [])
    var unknown: [String: Int] = [:]
    for index in records.indices where records[index].x == nil || records[index].y == nil {
      if let grid = named[index] {
        (records[index].x, records[index].y) = (grid.x, grid.y)
        placement.placed += 1
      } else if !cells[index].isBlankCell {
        unknown[cells[index], default: 0] += 1
      }
    }
    placement.unknown = CellShape.shown(unknown)
    return placement
  }
}

/// Grids by their ids, and by their names where no other grid has the same.
struct GridNames {
  private var levels: [[String: Grid?]] = []

  init(_ grids: [Grid]) {
    let keys: [(Grid) -> String] = [\.id, \.community, { Self.plain($0.id) }, { Self.plain($0.community) }]
    levels = keys.map { key in
      Dictionary(grids.map { (key($0), Optional($0)) }.filter { !$0.0.isEmpty }) { _, _ in nil }
    }
  }

  /// The grid of an id or a name; nil where none or several have it.
  subscript(text: String) -> Grid? {
    let plain = Self.plain(text)
    for (level, key) in zip(levels, [text, text, plain, plain]) {
      if let grid = level[key] { return grid }
    }
    return nil
  }

  /// Small letters without spaces; a number without zeros before it, as spreadsheets take 007 for 7.
  private static func plain(_ text: String) -> String {
    let plain = text.lowercased().filter { !$0.isWhitespace }
    guard plain.allSatisfy({ ("0"..."9").contains($0) }) else { return plain }
    let digits = plain.drop { $0 == "0" }
    return digits.isEmpty ? String(plain.prefix(1)) : String(digits)
  }
}
