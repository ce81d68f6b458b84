import DunjingScenario

/// Posts and units assumed for a study that is made of records alone: so many posts that drives are short, where incidents are, and
/// so many units that they are busy half of the time.
///
/// Posts are chosen one after the other, each where it saves most kilometers to incidents (Kuehn & Hamburger 1963, "A
/// heuristic program for locating warehouses").
/// - Complexity: O(p · c · n) for p posts among c candidates and n cells.
struct AssumedPosts {
  /// The cells with a post, the first one the most central.
  let cells: [Int]
  /// Mean kilometers from an incident to the nearest post, straight.
  let kilometers: Double

  /// Posts are at most so many, and no more than one for some ten cells across.
  private static let most = 12
  /// Cells that may have a post: those with most incidents.
  private static let candidates = 300

  init(_ cells: [GridCalibration.Cell], _ map: PlaneMap) {
    let places = cells.map { map.kilometers($0.x, $0.y) }
    let order = cells.indices.sorted { (cells[$0].count, $1) > (cells[$1].count, $0) }.prefix(Self.candidates)
    let wanted = min(Self.most, max(1, Int(Double(cells.count).squareRoot() / 1.5)))
    var nearest = [Double](repeating: .infinity, count: cells.count)
    var chosen: [Int] = []
    func distance(_ one: Int, _ other: Int) -> Double {
      let (dx, dy) = (places[one].x - places[other].x, places[one].y - places[other].y)
      return (dx * dx + dy * dy).squareRoot()
    }
    func sum(with candidate: Int) -> Double {
      cells.indices.reduce(0) { $0 + cells[$1].count * min(nearest[$1], distance($1, candidate)) }
    }
    for _ in 0..<min(wanted, order.count) {
      let open = order.filter { !chosen.contains($0) }
      guard let best = open.map({ (sum: sum(with: $0), cell: $0) }).min(by: { $0 < $1 })?.cell else { break }
      chosen.append(best)
      for cell in cells.indices { nearest[cell] = min(nearest[cell], distance(cell, best)) }
    }
    self.cells = chosen
    let total = cells.reduce(0) { $0 + $1.count }
    kilometers =
      total > 0 ? cells.indices.reduce(0) { $0 + cells[$1].count * nearest[$1] } / total : 0
  }

  /// Units at each post that would be busy half of the time with so many minutes of service a day, when a drive is as long as from
  /// the second nearest post, say: one and a half times as far.
  func units(incidentsPerDay: Double, serviceMinutesPerDay: Double) -> Int {
    let car = DefaultCatalog.travel.modes.first { $0.id == "car" }?.speedKilometersPerHour ?? 40
    let drive = 1.5 * Self.detour * kilometers / car * 60
    let busy = (serviceMinutesPerDay + incidentsPerDay * drive) / 1_440
    return min(1_000, max(cells.count == 1 ? 2 : 1, Int((2 * busy / Double(cells.count)).rounded(.up))))
  }

  /// How much longer a way is than the straight line.
  static let detour = 1.3
}
