import DunjingExperiment
import DunjingScenario

/// The ground and the places of a replay, in tens of meters from the upper left corner, `y` downward.
///
/// Whole numbers keep the data of the page small; ten meters are less than a pixel of any map.
struct ReplayMap: Sendable {
  /// Width and height of the map.
  let width: Int
  let height: Int
  /// The ground, pieces side by side as one: cells of grids, or, where grids are no cells, squares that hold some.
  let cells: [Cell]
  /// Where units stand by, each once.
  let posts: [Spot]
  private let bounds: Box

  /// A rectangle of the ground.
  struct Cell: Sendable, Equatable {
    var x: Int
    var y: Int
    var width: Int
    var height: Int
  }

  /// A point of the map.
  struct Spot: Sendable, Hashable {
    var x: Int
    var y: Int
  }

  /// At most so many squares stand side by side on the ground.
  private static let squareLimit = 100.0

  /// Creates the map of a day; nil where everything is in one point.
  init?(_ replay: DayReplay, scenario: Scenario) {
    let grids = zip(replay.grids, replay.gridPositions).map { index, position in
      var grid = scenario.grids[index]
      (grid.x, grid.y) = (position.x, position.y)
      return grid
    }
    guard let geometry = MapGeometry(grids: grids, coordinates: .local) else { return nil }
    let places =
      replay.units.flatMap { course in
        [course.post] + course.stages.flatMap { [$0.from, $0.to] }
      } + replay.incidents.map(\.position)
    let ground = Self.ground(geometry)
    let bounds = Box(
      around: ground + [geometry.bounds] + places.map { Box(x: $0.x, y: $0.y, width: 0, height: 0) })
    guard bounds.width > 0, bounds.height > 0 else { return nil }
    self.bounds = bounds
    (width, height) = (Self.tens(bounds.width), Self.tens(bounds.height))
    cells = Self.rows(ground).map { box in
      let (left, top) = (Self.tens(box.x - bounds.x), Self.tens(bounds.bottom - box.bottom))
      return Cell(
        x: left, y: top, width: Self.tens(box.right - bounds.x) - left,
        height: Self.tens(bounds.bottom - box.y) - top)
    }
    var known: Set<Spot> = []
    posts = replay.units.map { Self.spot($0.post, in: bounds) }.filter { known.insert($0).inserted }
  }

  /// The point of a position.
  func spot(_ position: DayReplay.Position) -> Spot { Self.spot(position, in: bounds) }

  private static func spot(_ position: DayReplay.Position, in bounds: Box) -> Spot {
    Spot(x: tens(position.x - bounds.x), y: tens(bounds.bottom - position.y))
  }

  private static func tens(_ kilometers: Double) -> Int { Int((kilometers * 100).rounded()) }

  /// The cells of grids, or squares of about two grids across that hold any.
  private static func ground(_ geometry: MapGeometry) -> [Box] {
    let dots = geometry.tiles.filter { $0.shape == .dot }.map(\.box)
    guard let first = dots.first else { return geometry.tiles.filter { $0.shape == .cell }.map(\.box) }
    let bounds = geometry.bounds
    let edge = max(2 * first.width, max(bounds.width, bounds.height) / squareLimit)
    var known: Set<[Int]> = []
    return dots.compactMap { dot in
      let column = Int(((dot.center.x - bounds.x) / edge).rounded(.down))
      let row = Int(((dot.center.y - bounds.y) / edge).rounded(.down))
      guard known.insert([column, row]).inserted else { return nil }
      return Box(
        x: bounds.x + Double(column) * edge, y: bounds.y + Double(row) * edge, width: edge, height: edge)
    }
  }

  /// Cells of one row that touch, as one.
  private static func rows(_ boxes: [Box]) -> [Box] {
    // Rows of a fitted lattice may differ by rounding.
    let sorted = boxes.sorted { abs($0.y - $1.y) > $0.height / 2 ? $0.y < $1.y : $0.x < $1.x }
    return sorted.reduce(into: []) { rows, box in
      let slack = box.width / 100
      if let last = rows.last, abs(last.y - box.y) < slack, abs(last.right - box.x) < slack {
        rows[rows.count - 1].width = box.right - last.x
      } else {
        rows.append(box)
      }
    }
  }
}
