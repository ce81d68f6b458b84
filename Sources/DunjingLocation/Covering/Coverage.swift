/// Which candidate sites cover which demand points, both ways round.
///
/// Kept sparse, so that tens of thousands of demand points fit.
public struct Coverage: Sendable, Equatable {
  /// The number of candidate sites.
  public let siteCount: Int
  /// The number of demand points.
  public let pointCount: Int
  /// Where the points of each site begin in ``points``; one more than there are sites.
  @usableFromInline let pointStart: [Int32]
  /// The points that each site covers, ascending.
  @usableFromInline let points: [Int32]
  /// Where the sites of each point begin in ``sites``.
  @usableFromInline let siteStart: [Int32]
  /// The sites that cover each point, ascending.
  @usableFromInline let sites: [Int32]

  /// Creates the coverage of lists: the points that each site covers, ascending and each once.
  /// - Precondition: every list is ascending and its points exist.
  public init(pointCount: Int, pointsOfSites: [[Int]]) {
    precondition(
      pointsOfSites.allSatisfy { list in
        list.allSatisfy { $0 >= 0 && $0 < pointCount } && zip(list, list.dropFirst()).allSatisfy { $0 < $1 }
      }, "the points of a site are an ascending list of points that exist")
    var start: [Int32] = [0]
    for list in pointsOfSites { start.append((start.last ?? 0) + Int32(list.count)) }
    self.init(
      siteCount: pointsOfSites.count, pointCount: pointCount, pointStart: start,
      points: pointsOfSites.flatMap { $0.map(Int32.init) })
  }

  /// Creates the coverage within a radius: a site covers the points at most so many minutes away.
  public init(_ travel: TravelMatrix, withinMinutes radius: Double) {
    self.init(travel, withinMinutes: [Double](repeating: radius, count: travel.pointCount))
  }

  /// Creates the coverage within a radius of each point, such as a target by class of area.
  /// - Precondition: there is a radius for each point.
  public init(_ travel: TravelMatrix, withinMinutes radii: [Double]) {
    precondition(radii.count == travel.pointCount, "each demand point needs a radius")
    var start: [Int32] = [0]
    var points: [Int32] = []
    for site in 0..<travel.siteCount {
      for point in 0..<travel.pointCount where travel[site, point] <= radii[point] {
        points.append(Int32(point))
      }
      start.append(Int32(points.count))
    }
    self.init(siteCount: travel.siteCount, pointCount: travel.pointCount, pointStart: start, points: points)
  }

  init(siteCount: Int, pointCount: Int, pointStart: [Int32], points: [Int32]) {
    (self.siteCount, self.pointCount) = (siteCount, pointCount)
    (self.pointStart, self.points) = (pointStart, points)
    (siteStart, sites) = Self.transposed(pointStart, points, count: pointCount)
  }

  private static func transposed(
    _ start: [Int32], _ members: [Int32], count: Int
  ) -> (start: [Int32], members: [Int32]) {
    var turnedStart = [Int32](repeating: 0, count: count + 1)
    for member in members { turnedStart[Int(member) + 1] += 1 }
    for index in 0..<count { turnedStart[index + 1] += turnedStart[index] }
    var next = turnedStart
    var turned = [Int32](repeating: 0, count: members.count)
    for owner in 0..<(start.count - 1) {
      for position in start[owner]..<start[owner + 1] {
        let member = Int(members[Int(position)])
        turned[Int(next[member])] = Int32(owner)
        next[member] += 1
      }
    }
    return (turnedStart, turned)
  }

  /// The points that a site covers, ascending.
  @inlinable
  public func points(of site: Int) -> ArraySlice<Int32> {
    points[Int(pointStart[site])..<Int(pointStart[site + 1])]
  }

  /// The sites that cover a point, ascending.
  @inlinable
  public func sites(of point: Int) -> ArraySlice<Int32> {
    sites[Int(siteStart[point])..<Int(siteStart[point + 1])]
  }

  /// Returns by how many of some sites each point is covered; a site that occurs twice counts twice.
  public func counts(by chosen: [Int]) -> [Int] {
    var counts = [Int](repeating: 0, count: pointCount)
    for site in chosen {
      for point in points(of: site) { counts[Int(point)] += 1 }
    }
    return counts
  }

  /// Returns the points that no site covers, forbidden sites aside.
  public func uncoverablePoints(under rules: SiteRules) -> [Int] {
    let isForbidden = rules.isForbidden
    return (0..<pointCount).filter { sites(of: $0).allSatisfy { isForbidden[Int($0)] } }
  }
}
