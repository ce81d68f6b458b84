import DunjingScenario

/// Calls without a position that were placed by the grid they name.
public struct GridPlacement: Sendable, Equatable {
  /// The column of the grid.
  public let column: String
  /// The rows that were placed at the center of their grid.
  public internal(set) var placed: Int
  /// What stands in the column of rows without a position and is no one grid of the study, the most frequent first: as it
  /// was recorded where it repeats and looks like a grid, otherwise its shape.
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
    let grids = GridLookup(settings.grids)
    (self.column, self.cells) = (column.column, cells)
    named = cells.map { $0.isBlankCell ? nil : grids[$0] }
  }

  /// Places the rows that have no position and flags them; nil where none can be placed at all.
  func place(_ records: inout [IncidentRecord], _ log: inout FindingLog) -> GridPlacement? {
    guard !named.isEmpty else { return nil }
    var placement = GridPlacement(column: column, placed: 0, unknown: [])
    var unknown: [String: Int] = [:]
    for index in records.indices where records[index].x == nil || records[index].y == nil {
      if let grid = named[index] {
        (records[index].x, records[index].y) = (grid.x, grid.y)
        log.add(.placedByGrid, to: &records[index])
        placement.placed += 1
      } else if !cells[index].isBlankCell {
        unknown[cells[index], default: 0] += 1
      }
    }
    placement.unknown = CellShape.shown(unknown, where: GridWord.isOne)
    return placement
  }
}
