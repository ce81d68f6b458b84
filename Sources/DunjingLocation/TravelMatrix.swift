/// Minutes of travel from every candidate site to every demand point.
public struct TravelMatrix: Sendable, Equatable {
  /// The number of candidate sites.
  public let siteCount: Int
  /// The number of demand points.
  public let pointCount: Int
  /// The minutes, site by site; infinite where there is no way.
  public let minutes: [Double]

  /// Creates a matrix of minutes, site by site.
  /// - Precondition: there are `siteCount` × `pointCount` minutes, none of them negative.
  public init(siteCount: Int, pointCount: Int, minutes: [Double]) {
    precondition(minutes.count == siteCount * pointCount, "each pair of site and point needs its minutes")
    precondition(minutes.allSatisfy { $0 >= 0 }, "minutes of travel cannot be negative")
    (self.siteCount, self.pointCount, self.minutes) = (siteCount, pointCount, minutes)
  }

  /// Creates a matrix of rows, one for each site.
  /// - Precondition: the rows are equally long and no number is negative.
  public init(rows: [[Double]]) {
    let pointCount = rows.first?.count ?? 0
    precondition(rows.allSatisfy { $0.count == pointCount }, "the rows of a matrix are equally long")
    self.init(siteCount: rows.count, pointCount: pointCount, minutes: rows.flatMap { $0 })
  }

  /// The minutes from a site to a demand point.
  @inlinable
  public subscript(site: Int, point: Int) -> Double { minutes[site * pointCount + point] }
}
