/// Where the core and key areas lie.
///
/// Counts follow the announcement: 21 core and 12 key areas. A core area is a disk around the center of a
/// dense cell, a key area two neighboring cells without a core; no two areas of a class touch.
struct AreaClasses: Sendable {
  /// Number of core areas.
  static let coreCount = 21
  /// Number of key areas.
  static let keyCount = 12
  /// Radius of a core area, in kilometers.
  static let coreRadius = 0.2

  /// Indices of the cells with a core area, the densest first.
  private(set) var coreCells: [Int] = []
  /// Indices of the two cells of each key area, the densest first.
  private(set) var keyPairs: [[Int]] = []

  /// Chooses the areas greedily by density.
  init(cells: [Cell]) {
    let order = cells.indices.sorted { (-cells[$0].density, $0) < (-cells[$1].density, $1) }
    for index in order where coreCells.count < Self.coreCount {
      if coreCells.allSatisfy({ cells[$0].chebyshevDistance(to: cells[index]) >= 2 }) {
        coreCells.append(index)
      }
    }
    for pair in Self.pairs(of: cells) where keyPairs.count < Self.keyCount {
      if pair.contains(where: coreCells.contains) { continue }
      let isApart = keyPairs.joined().allSatisfy { taken in
        pair.allSatisfy { cells[taken].chebyshevDistance(to: cells[$0]) >= 2 }
      }
      if isApart { keyPairs.append(pair) }
    }
  }

  /// Returns all pairs of cells that share a side, the densest first.
  private static func pairs(of cells: [Cell]) -> [[Int]] {
    var pairs: [[Int]] = []
    for first in cells.indices {
      for second in cells.indices where second > first {
        let east = abs(cells[first].column - cells[second].column)
        let north = abs(cells[first].row - cells[second].row)
        if east + north == 1 { pairs.append([first, second]) }
      }
    }
    let densities = pairs.map { cells[$0[0]].density + cells[$0[1]].density }
    let order = pairs.indices.sorted { (-densities[$0], $0) < (-densities[$1], $1) }
    return order.map { pairs[$0] }
  }
}
