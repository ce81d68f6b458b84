/// Which share of the officers of the departments is sent down: one ratio for all, and others where they differ.
public struct SinkRatio: Sendable, Equatable {
  /// Share of the officers of province and prefecture agencies.
  public var agency: Double
  /// Share of the officers of province agencies, where it differs from that of the prefectures.
  public var province: Double?
  /// Share of the officers of county departments.
  public var county: Double
  /// Share of the officers of station departments who move to the community (派出所警力向社区前置): the second stage.
  public var station: Double
  /// Share of the agency officers in the counties of a prefecture, by its name, where it differs.
  public var byPrefecture: [String: Double]
  /// Share of the agency officers who work for a county, by its id, where it differs from that of its prefecture.
  public var agencyByCounty: [String: Double]
  /// Share of the county officers of a county, by its id, where it differs.
  public var byCounty: [String: Double]

  /// Creates a ratio.
  public init(
    agency: Double = 0, province: Double? = nil, county: Double = 0, station: Double = 0,
    byPrefecture: [String: Double] = [:], agencyByCounty: [String: Double] = [:],
    byCounty: [String: Double] = [:]
  ) {
    (self.agency, self.province, self.county, self.station) = (agency, province, county, station)
    (self.byPrefecture, self.agencyByCounty, self.byCounty) = (byPrefecture, agencyByCounty, byCounty)
  }

  /// Returns the share by which the treatments of a study are known: that of the agencies, or of the counties where no
  /// treatment sends an officer of an agency.
  public static func headline(of ratios: [SinkRatio]) -> WritableKeyPath<SinkRatio, Double> {
    ratios.contains { $0.agency > 0 } ? \.agency : \.county
  }

  /// Returns the share of the officers of prefecture agencies who work for a county: its own, or that of its prefecture,
  /// or the one for all.
  public func ofAgencies(in county: County) -> Double {
    agencyByCounty[county.id] ?? byPrefecture[county.prefecture] ?? agency
  }

  /// Returns the share of the officers of province agencies who work for a county.
  public func ofProvince(in county: County) -> Double { province ?? ofAgencies(in: county) }

  /// Whether no officer of a department is sent down anywhere; those of stations may still move to the community.
  public var sendsNobody: Bool {
    let shares =
      [agency, province ?? 0, county] + byPrefecture.values + agencyByCounty.values + byCounty.values
    return shares.allSatisfy { $0 == 0 }
  }

  /// Returns the share of the officers of a county's own departments.
  public func ofCounty(_ county: County) -> Double { byCounty[county.id] ?? self.county }
}
