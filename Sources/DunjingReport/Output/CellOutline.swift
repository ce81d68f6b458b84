/// The outline of a set of lattice cells: outer rings counterclockwise, each with its holes, clockwise; all closed.
///
/// Every cell has four edges, counterclockwise; those that two cells share cancel out, and what is left is chained. No ring
/// passes a corner twice: cells that only touch in one are kept apart.
struct CellOutline {
  /// A corner of cells; as a cell, its lower left one.
  struct Corner: Hashable {
    var column: Int
    var row: Int
  }

  /// Areas, each an outer ring and its holes.
  let areas: [[[Corner]]]

  /// - Complexity: linear in the cells and quadratic in the corners of a ring.
  init(_ cells: [Corner]) {
    let rings = Self.rings(of: Set(cells))
    let outer = rings.filter { Self.doubledArea($0) > 0 }
    var areas = outer.map { [$0] }
    for hole in rings where Self.doubledArea(hole) < 0 {
      let owners = outer.indices.filter { Self.holds(outer[$0], hole) }
      let owner = owners.min { Self.doubledArea(outer[$0]) < Self.doubledArea(outer[$1]) }
      if let owner { areas[owner].append(hole) }
    }
    self.areas = areas
  }

  private static func rings(of cells: Set<Corner>) -> [[Corner]] {
    var next: [Corner: [Corner]] = [:]
    func add(_ start: Corner, _ end: Corner, beside neighbor: Corner) {
      if !cells.contains(neighbor) { next[start, default: []].append(end) }
    }
    let order = cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    for cell in order {
      let (x, y) = (cell.column, cell.row)
      let corners = [
        cell, Corner(column: x + 1, row: y), Corner(column: x + 1, row: y + 1), Corner(column: x, row: y + 1)
      ]
      let neighbors = [(0, -1), (1, 0), (0, 1), (-1, 0)]
      for side in 0..<4 {
        add(
          corners[side], corners[(side + 1) % 4],
          beside: Corner(column: x + neighbors[side].0, row: y + neighbors[side].1))
      }
    }
    var rings: [[Corner]] = []
    for start in next.keys.sorted(by: { ($0.row, $0.column) < ($1.row, $1.column) }) {
      while next[start]?.isEmpty == false { rings += chain(from: start, &next) }
    }
    return rings.map(straightened)
  }

  /// Follows edges from a corner until none starts there; whenever a corner is met again, the way since then is a ring.
  private static func chain(from start: Corner, _ next: inout [Corner: [Corner]]) -> [[Corner]] {
    var rings: [[Corner]] = []
    var path = [start]
    while let last = path.last, let choices = next[last], !choices.isEmpty {
      let turn = path.count > 1 ? leftmost(choices, from: path[path.count - 2], at: last) : 0
      let end = choices[turn]
      next[last]?.remove(at: turn)
      if let met = path.firstIndex(of: end) {
        rings.append(path[met...] + [end])
        path.removeSubrange((met + 1)...)
      } else {
        path.append(end)
      }
    }
    return rings
  }

  /// The choice that turns most to the left: the next edge of the same cell.
  private static func leftmost(_ choices: [Corner], from before: Corner, at corner: Corner) -> Int {
    let (x, y) = (corner.column - before.column, corner.row - before.row)
    return choices.indices.max { one, other in
      func turn(_ end: Corner) -> Int { x * (end.row - corner.row) - y * (end.column - corner.column) }
      return turn(choices[one]) < turn(choices[other])
    } ?? 0
  }

  /// The ring without corners on straight edges.
  private static func straightened(_ ring: [Corner]) -> [Corner] {
    let open = Array(ring.dropLast())
    let kept = open.indices.filter { index in
      let before = open[(index + open.count - 1) % open.count]
      let after = open[(index + 1) % open.count]
      return !(before.column == after.column || before.row == after.row)
    }.map { open[$0] }
    return kept + kept.prefix(1)
  }

  /// Twice the area, positive for a ring that runs counterclockwise.
  static func doubledArea(_ ring: [Corner]) -> Int {
    zip(ring, ring.dropFirst()).reduce(0) { $0 + $1.0.column * $1.1.row - $1.1.column * $1.0.row }
  }

  /// Whether a ring lies around a hole: a ray to the west crosses it an odd number of times.
  private static func holds(_ ring: [Corner], _ hole: [Corner]) -> Bool {
    guard let low = hole.min(by: { ($0.row, $0.column) < ($1.row, $1.column) }) else { return false }
    // The lower left corner of a hole is the lower left one of an empty cell.
    let crossings = zip(ring, ring.dropFirst()).count { start, end in
      start.column == end.column && start.column <= low.column
        && min(start.row, end.row) <= low.row && low.row < max(start.row, end.row)
    }
    return crossings % 2 == 1
  }
}
