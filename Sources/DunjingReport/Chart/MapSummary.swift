import DunjingExperiment
import DunjingScenario

/// The grids of a study too large to draw one by one, gathered in square cells of a round size.
///
/// A cell stands where grids are; its numbers are those of its grids, weighted by incidents. It is named after its place
/// and belongs to the county of most of its residents.
struct MapSummary: Sendable {
  /// More grids than this are gathered.
  static let gridLimit = 3_000
  /// At most so many cells are drawn.
  private static let cellLimit = 2_500

  /// A grid of the summary, as if it were one of the study.
  var grids: [Grid]
  /// The cell of each grid of the study.
  var cellOfGrid: [Int]
  /// The edge of a cell in kilometers.
  var edge: Double

  /// Gathers the grids; nil where there are few enough to draw, or where positions are in degrees.
  init?(_ scenario: Scenario) {
    guard scenario.grids.count > Self.gridLimit, scenario.coordinates == .local else { return nil }
    let edges = [0.5, 1, 2, 5, 10, 20, 50, 100, 200]
    for edge in edges {
      let summary = MapSummary(scenario.grids, edge: edge)
      if summary.grids.count <= Self.cellLimit {
        self = summary
        return
      }
    }
    return nil
  }

  private init(_ grids: [Grid], edge: Double) {
    self.edge = edge
    var cells: [[Int]: Int] = [:]
    var all: [Grid] = []
    var cellOfGrid: [Int] = []
    var residents: [[String: Double]] = []
    for grid in grids {
      let key = [Int((grid.x / edge).rounded(.down)), Int((grid.y / edge).rounded(.down))]
      let cell = cells[key] ?? all.count
      if cell == all.count {
        cells[key] = cell
        all.append(Self.cell(key, edge: edge, like: grid))
        residents.append([:])
      }
      all[cell].population += grid.population
      residents[cell][grid.county, default: 0] += grid.population
      cellOfGrid.append(cell)
    }
    for cell in all.indices {
      let counties = residents[cell].sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      all[cell].county = counties.first?.key ?? ""
    }
    (self.grids, self.cellOfGrid) = (all, cellOfGrid)
  }

  private static func cell(_ key: [Int], edge: Double, like grid: Grid) -> Grid {
    var cell = grid
    cell.id = "\(key[0]):\(key[1])"
    cell.x = (Double(key[0]) + 0.5) * edge
    cell.y = (Double(key[1]) + 0.5) * edge
    cell.population = 0
    cell.areaClass = .general
    return cell
  }

  /// The outcomes of the cells: incidents added up, response weighted by them; posts and visibility are means over the
  /// grids.
  func outcomes(_ outcomes: [GridOutcome]) -> [GridOutcome] {
    var sums = [(incidents: Double, weight: Double, minutes: Double, within: Double)](
      repeating: (0, 0, 0, 0), count: grids.count)
    var posts = [[Double]](repeating: [], count: grids.count)
    var seen = posts
    for (grid, outcome) in outcomes.enumerated() {
      let cell = cellOfGrid[grid]
      sums[cell].incidents += outcome.incidentsPerYear
      if let nearest = outcome.nearestPostMinutes { posts[cell].append(nearest) }
      if let share = outcome.seenShare { seen[cell].append(share) }
      guard let minutes = outcome.meanMinutes, let within = outcome.withinTarget else { continue }
      sums[cell].weight += outcome.incidentsPerYear
      sums[cell].minutes += outcome.incidentsPerYear * minutes
      sums[cell].within += outcome.incidentsPerYear * within
    }
    return grids.indices.map { cell in
      let sum = sums[cell]
      let isReached = sum.weight > 0
      return GridOutcome(
        id: grids[cell].id, incidentsPerYear: sum.incidents,
        meanMinutes: isReached ? sum.minutes / sum.weight : nil,
        withinTarget: isReached ? sum.within / sum.weight : nil, nearestPostMinutes: Self.mean(posts[cell]),
        seenShare: Self.mean(seen[cell]))
    }
  }

  private static func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }
}
