import DunjingLinear
import DunjingParallel

/// The weighted minutes of a median problem, by point and ascending: what the searches read.
///
/// Points without weight are left out; sites that cannot reach a point, and forbidden sites, are not in its list.
struct SortedCosts: Sendable {
  /// The number of candidate sites.
  let siteCount: Int
  /// The original number of each point.
  let points: [Int]
  /// Where the list of each point begins; one more than there are points.
  let start: [Int]
  /// The sites of each list, the nearest first.
  let sites: [Int32]
  /// The weighted minutes of each list, ascending.
  let costs: [Double]
  /// The weighted minutes from each site (row) to each point; infinite outside the lists.
  let matrix: [Double]
  /// What a point costs that no site reaches: more than any plan that reaches all.
  let penalty: Double
  /// Whether all weighted minutes are whole numbers, so that bounds may be rounded up.
  let isIntegral: Bool

  /// The number of points.
  var count: Int { points.count }

  init(_ travel: TravelMatrix, weights: [Double], rules: SiteRules, threads: Int) {
    let points = weights.indices.filter { weights[$0] > 0 }
    let allowed = rules.allowed
    var matrix = [Double](repeating: .infinity, count: rules.siteCount * points.count)
    for site in allowed {
      for (index, point) in points.enumerated() {
        matrix[site * points.count + index] = weights[point] * travel[site, point]
      }
    }
    let lists = Self.sortedLists(matrix, allowed: allowed, count: points.count, threads: threads)
    (siteCount, self.points, self.matrix) = (rules.siteCount, points, matrix)
    start = lists.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
    sites = lists.flatMap { $0.map(\.site) }
    let costs = lists.flatMap { $0.map(\.cost) }
    self.costs = costs
    penalty = lists.reduce(1) { $0 + ($1.last?.cost ?? 0) }
    isIntegral = costs.allSatisfy { $0 == $0.rounded() && $0 < 0x1p52 }
  }

  private init(_ other: SortedCosts, start: [Int], sites: [Int32], costs: [Double]) {
    (siteCount, points, matrix) = (other.siteCount, other.points, other.matrix)
    (penalty, isIntegral) = (other.penalty, other.isIntegral)
    (self.start, self.sites, self.costs) = (start, sites, costs)
  }

  /// Returns the lists without forbidden sites, each up to its nearest fixed site: no plan sends a point farther.
  func narrowed(to rules: SiteRules) -> SortedCosts {
    let isFixed = rules.isFixed
    let isForbidden = rules.isForbidden
    var newStart = [0]
    var newSites: [Int32] = []
    var newCosts: [Double] = []
    for point in 0..<count {
      for position in start[point]..<start[point + 1] where !isForbidden[Int(sites[position])] {
        newSites.append(sites[position])
        newCosts.append(costs[position])
        if isFixed[Int(sites[position])] { break }
      }
      newStart.append(newSites.count)
    }
    return SortedCosts(self, start: newStart, sites: newSites, costs: newCosts)
  }

  private struct Entry: Sendable {
    let cost: Double
    let site: Int32
  }

  private struct List: Sendable {
    let point: Int
    var entries: [Entry] = []
  }

  private static func sortedLists(
    _ matrix: [Double], allowed: [Int], count: Int, threads: Int
  ) -> [[Entry]] {
    var lists = (0..<count).map { List(point: $0) }
    Parallel.update(&lists, threads: threads) { list in
      var entries: [Entry] = []
      entries.reserveCapacity(allowed.count)
      for site in allowed {
        let cost = matrix[site * count + list.point]
        if cost < .infinity { entries.append(Entry(cost: cost, site: Int32(site))) }
      }
      entries.sort { $0.cost == $1.cost ? $0.site < $1.site : $0.cost < $1.cost }
      list.entries = entries
    }
    return lists.map(\.entries)
  }

  /// Returns what a plan costs.
  func cost(of isOpen: [Bool]) -> Double {
    var total = 0.0
    for point in 0..<count {
      let range = start[point]..<start[point + 1]
      total += range.first { isOpen[Int(sites[$0])] }.map { costs[$0] } ?? penalty
    }
    return total
  }

  /// Rounds a proven bound up where all costs are whole.
  func rounded(_ bound: Double) -> Double {
    isIntegral ? (bound - 1e-6).rounded(.up) : bound
  }
}
