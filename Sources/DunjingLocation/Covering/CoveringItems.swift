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

  private static func coverage(of sitesOfItems: [[Int32]], siteCount: Int) -> Coverage {
    var pointsOfSites = [[Int]](repeating: [], count: siteCount)
    for (item, sites) in sitesOfItems.enumerated() {
      for site in sites { pointsOfSites[Int(site)].append(item) }
    }
    return Coverage(pointCount: sitesOfItems.count, pointsOfSites: pointsOfSites)
  }
}
