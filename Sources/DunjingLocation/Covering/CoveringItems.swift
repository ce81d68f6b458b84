/// What can be won in a maximal covering problem: points in tiers, those covered by the same sites taken together.
///
/// What fixed sites cover is a constant; what nobody covers and what has no weight is left out.
struct CoveringItems {
  /// Which sites cover which items; fixed and forbidden sites cover none.
  let coverage: Coverage
  /// The worth of each item.
  let weights: [Double]
  /// The worth of what the fixed sites cover.
  let constant: Double

  init(_ tiers: [CoverageTier], _ rules: SiteRules) {
    var isFree = rules.isForbidden.map { !$0 }
    for site in rules.fixed { isFree[site] = false }
    var numbers: [[Int32]: Int] = [:]
    var sitesOfItems: [[Int32]] = []
    var weights: [Double] = []
    var constant = 0.0
    for tier in tiers {
      let counts = tier.coverage.counts(by: rules.fixed)
      for point in tier.weights.indices where tier.weights[point] > 0 {
        if counts[point] > 0 {
          constant += tier.weights[point]
          continue
        }
        let sites = tier.coverage.sites(of: point).filter { isFree[Int($0)] }
        if sites.isEmpty { continue }
        if let known = numbers[sites] {
          weights[known] += tier.weights[point]
        } else {
          numbers[sites] = weights.count
          sitesOfItems.append(sites)
          weights.append(tier.weights[point])
        }
      }
    }
    (self.weights, self.constant) = (weights, constant)
    coverage = Self.coverage(of: sitesOfItems, siteCount: rules.siteCount)
  }

  private init(coverage: Coverage, weights: [Double], constant: Double) {
    (self.coverage, self.weights, self.constant) = (coverage, weights, constant)
  }

  /// Returns what is left to be won under narrower rules, and the items that are left, ascending.
  func narrowed(to rules: SiteRules) -> (items: CoveringItems, kept: [Int]) {
    var isFree = rules.isForbidden.map { !$0 }
    var constant = constant
    var isOpen = [Bool](repeating: true, count: weights.count)
    for site in rules.fixed {
      isFree[site] = false
      for item in coverage.points(of: site) where isOpen[Int(item)] {
        isOpen[Int(item)] = false
        constant += weights[Int(item)]
      }
    }
    let kept = weights.indices.filter { item in
      isOpen[item] && coverage.sites(of: item).contains { isFree[Int($0)] }
    }
    var number = [Int32](repeating: -1, count: weights.count)
    for (index, item) in kept.enumerated() { number[item] = Int32(index) }
    var start: [Int32] = [0]
    var points: [Int32] = []
    for site in isFree.indices {
      if isFree[site] {
        for item in coverage.points(of: site) where number[Int(item)] >= 0 {
          points.append(number[Int(item)])
        }
      }
      start.append(Int32(points.count))
    }
    let narrowed = Coverage(
      siteCount: coverage.siteCount, pointCount: kept.count, pointStart: start, points: points)
    return (CoveringItems(coverage: narrowed, weights: kept.map { weights[$0] }, constant: constant), kept)
  }

  /// Returns what the chosen sites and the fixed ones are worth.
  func worth(of chosen: [Bool]) -> Double {
    var isCovered = [Bool](repeating: false, count: weights.count)
    var worth = constant
    for site in chosen.indices where chosen[site] {
      for item in coverage.points(of: site) where !isCovered[Int(item)] {
        isCovered[Int(item)] = true
        worth += weights[Int(item)]
      }
    }
    return worth
  }

  private static func coverage(of sitesOfItems: [[Int32]], siteCount: Int) -> Coverage {
    var pointsOfSites = [[Int]](repeating: [], count: siteCount)
    for (item, sites) in sitesOfItems.enumerated() {
      for site in sites { pointsOfSites[Int(site)].append(item) }
    }
    return Coverage(pointCount: sitesOfItems.count, pointsOfSites: pointsOfSites)
  }
}
