/// The classical reductions of set covering, repeated until nothing changes.
///
/// A point covered by a single site makes that site essential; a point whose sites are among those of another point
/// covers that one too, which is dropped; a site whose points are among those of a site that costs no more is
/// dropped. Source: C. Toregas & C. ReVelle (1973), "Binary logic solutions to a class of location problem". Some
/// optimal plan is always kept, others may be lost.
struct CoveringReduction {
  private let coverage: Coverage
  private let original: SiteRules
  private var isPointOpen: [Bool]
  private var isSiteOpen: [Bool]
  private var essential: [Int] = []
  private var marks: [Int32]
  private var mark: Int32 = 0

  /// Reduces a problem in which every point can be covered.
  init(_ coverage: Coverage, _ rules: SiteRules) {
    (self.coverage, original) = (coverage, rules)
    isPointOpen = coverage.counts(by: rules.fixed).map { $0 == 0 }
    isSiteOpen = [Bool](repeating: true, count: coverage.siteCount)
    marks = [Int32](repeating: 0, count: max(coverage.siteCount, coverage.pointCount))
    for site in rules.fixed + rules.forbidden { isSiteOpen[site] = false }
    var isChanged = true
    while isChanged {
      isChanged = takeEssential()
      isChanged = dropPoints() || isChanged
      isChanged = dropSites() || isChanged
    }
  }

  /// The points that still have to be covered.
  var points: [Int] { isPointOpen.indices.filter { isPointOpen[$0] } }

  /// The rules with essential sites fixed and superfluous ones forbidden; nil if the essential ones are too many or
  /// too dear.
  var rules: SiteRules? {
    if let budget = original.budget, original.cost(of: essential) > budget + 1e-9 { return nil }
    if let number = original.number, original.fixed.count + essential.count > number { return nil }
    var isKept = isSiteOpen
    for site in original.fixed + original.forbidden + essential { isKept[site] = true }
    return original.narrowed(fixed: essential, forbidden: isKept.indices.filter { !isKept[$0] })
  }

  private func openSites(of point: Int) -> [Int] {
    coverage.sites(of: point).lazy.map { Int($0) }.filter { isSiteOpen[$0] }
  }

  private func openPoints(of site: Int) -> [Int] {
    coverage.points(of: site).lazy.map { Int($0) }.filter { isPointOpen[$0] }
  }

  private mutating func takeEssential() -> Bool {
    var isChanged = false
    for point in isPointOpen.indices where isPointOpen[point] {
      let sites = openSites(of: point)
      guard sites.count == 1 else { continue }
      essential.append(sites[0])
      isSiteOpen[sites[0]] = false
      for covered in coverage.points(of: sites[0]) { isPointOpen[Int(covered)] = false }
      isChanged = true
    }
    return isChanged
  }

  private mutating func dropPoints() -> Bool {
    var isChanged = false
    for point in isPointOpen.indices where isPointOpen[point] {
      let sites = openSites(of: point)
      guard let rarest = sites.min(by: { coverage.points(of: $0).count < coverage.points(of: $1).count })
      else { continue }
      mark += 1
      for site in sites { marks[site] = mark }
      for other in openPoints(of: rarest) where other != point {
        let shared = coverage.sites(of: other).lazy.count { isSiteOpen[Int($0)] && marks[Int($0)] == mark }
        if shared == sites.count { (isPointOpen[other], isChanged) = (false, true) }
      }
    }
    return isChanged
  }

  private mutating func dropSites() -> Bool {
    var isChanged = false
    for site in isSiteOpen.indices where isSiteOpen[site] {
      let points = openPoints(of: site)
      guard let rarest = points.min(by: { coverage.sites(of: $0).count < coverage.sites(of: $1).count })
      else {
        (isSiteOpen[site], isChanged) = (false, true)
        continue
      }
      mark += 1
      for point in points { marks[point] = mark }
      let isDominated = openSites(of: rarest).contains { other in
        other != site && original.costs[other] <= original.costs[site]
          && coverage.points(of: other).lazy.count { isPointOpen[Int($0)] && marks[Int($0)] == mark }
            == points.count
      }
      if isDominated { (isSiteOpen[site], isChanged) = (false, true) }
    }
    return isChanged
  }
}
