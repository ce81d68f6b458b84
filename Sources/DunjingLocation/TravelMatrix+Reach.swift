/// Who can be reached at all.
extension TravelMatrix {
  /// Returns the points to which no way leads from any of some sites.
  func pointsOutOfReach(of sites: [Int]) -> [Int] {
    (0..<pointCount).filter { point in sites.allSatisfy { self[$0, point] == .infinity } }
  }

  /// Returns which sites reach which of some points; the points are numbered in their order.
  func reach(of points: [Int]) -> Coverage {
    Coverage(
      pointCount: points.count,
      pointsOfSites: (0..<siteCount).map { site in
        points.indices.filter { self[site, points[$0]] < .infinity }
      })
  }
}
