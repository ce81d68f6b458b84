/// Which share of the officers of the departments is sent down: one ratio for all, and others where they differ.
public struct SinkRatio: Sendable, Equatable {
  /// Share of the officers of province and prefecture agencies.
  public var agency: Double
  /// Share of the officers of county departments.
  public var county: Double
  /// Share of the agency officers in the counties of a prefecture, by its name, where it differs.
  public var byPrefecture: [String: Double]
  /// Share of the county officers of a county, by its id, where it differs.
  public var byCounty: [String: Double]

  /// Creates a ratio.
  public init(
    agency: Double = 0, county: Double = 0, byPrefecture: [String: Double] = [:],
    byCounty: [String: Double] = [:]
  ) {
    (self.agency, self.county) = (agency, county)
    (self.byPrefecture, self.byCounty) = (byPrefecture, byCounty)
  }

  /// Returns the share of the agency officers who work for a county.
  public func ofAgencies(in county: County) -> Double { byPrefecture[county.prefecture] ?? agency }

  /// Returns the share of the officers of a county's own departments.
  public func ofCounty(_ county: County) -> Double { byCounty[county.id] ?? self.county }
}
