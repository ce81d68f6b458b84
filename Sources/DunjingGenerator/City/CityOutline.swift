import DunjingNumerics
import DunjingRandom

/// A square of the study area with sides of half a kilometer.
struct Cell: Sendable, Equatable {
  /// The column, counted from the west.
  var column: Int
  /// The row, counted from the south.
  var row: Int
  /// Urban density, relative.
  var density: Double

  /// Position of the center east of the origin, in kilometers.
  var x: Double { (Double(column) + 0.5) * CityOutline.cellSide }
  /// Position of the center north of the origin, in kilometers.
  var y: Double { (Double(row) + 0.5) * CityOutline.cellSide }

  /// Returns the larger of the distances in columns and rows.
  func chebyshevDistance(to other: Cell) -> Int {
    max(abs(column - other.column), abs(row - other.row))
  }
}

/// The built-up area: the 240 densest squares of a smooth field of urban density, 60 km².
///
/// The field is a sum of Gaussian centers, so that the outline is compact without being a rectangle. It has
/// no resemblance to the true street plan: only its size, its density gradient and its counts are modeled.
enum CityOutline {
  /// Side of a cell, in kilometers.
  static let cellSide = 0.5
  /// Columns and rows of the square that holds the city.
  static let extent = 24
  /// Cells of the study area.
  static let cellCount = 240

  /// A center of urban density: place in kilometers, height, and standard deviation in kilometers.
  private struct Center {
    var x: Double
    var y: Double
    var height: Double
    var spread: Double
  }

  private static let centers = [
    Center(x: 5.7, y: 6.0, height: 1.00, spread: 2.1),  // old town at the railway station
    Center(x: 8.2, y: 4.4, height: 0.50, spread: 1.2),  // economic development zone
    Center(x: 3.4, y: 7.4, height: 0.40, spread: 1.1),
    Center(x: 6.3, y: 8.6, height: 0.30, spread: 1.0),
    Center(x: 3.6, y: 3.7, height: 0.25, spread: 0.9)
  ]

  /// Density of the open fringe, relative to the height of the old town.
  private static let fringeDensity = 0.10
  /// Standard deviation of the logarithm of the cell-to-cell variation of density.
  private static let roughness = 0.22

  /// Returns the cells of the study area, row by row from the south-west.
  static func cells(seed: UInt64) -> [Cell] {
    var field: [Cell] = []
    for row in 0..<extent {
      for column in 0..<extent {
        var cell = Cell(column: column, row: row, density: 0)
        cell.density = smoothDensity(x: cell.x, y: cell.y)
        field.append(cell)
      }
    }
    let order = field.indices.sorted { (-field[$0].density, $0) < (-field[$1].density, $1) }
    let chosen = order.prefix(cellCount).sorted()
    var stream = RandomStream(seed: seed, purpose: .density)
    return chosen.map { index in
      var cell = field[index]
      let factor = PortableMath.exponential(roughness * stream.nextNormal())
      cell.density = (cell.density + fringeDensity) * factor
      return cell
    }
  }

  private static func smoothDensity(x: Double, y: Double) -> Double {
    centers.reduce(0) { sum, center in
      let east = (x - center.x) / center.spread
      let north = (y - center.y) / center.spread
      return sum + center.height * PortableMath.exponential(-0.5 * (east * east + north * north))
    }
  }
}
