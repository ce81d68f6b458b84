/// What a plan prevents, on average over the measured time: escalations and the incidents that are left.
public struct PreventionOutlook: Sendable, Equatable {
  /// Hazards escalated in a year, by county and then by hazard kind.
  public internal(set) var escalations: [[Double]] = []
  /// Incidents in a year, by county and then by incident kind; repeats and climbs included.
  public internal(set) var incidents: [[Double]] = []
  /// Incidents in a year that climbed from another kind.
  public internal(set) var climbed = 0.0
  /// The share of time that the officers of a district mediate, by county.
  public internal(set) var deskLoads: [Double] = []

  /// Assembles what each county is expected to see.
  init(_ counties: [CountyPrevention]) {
    for county in counties {
      escalations.append(county.escalations)
      incidents.append(county.incidents)
      climbed += county.climbed
      deskLoads.append(county.deskLoad)
    }
  }

  /// Incidents in a year by kind, in all counties.
  public var incidentsByKind: [Double] { Self.sum(incidents) }
  /// Hazards escalated in a year by kind, in all counties.
  public var escalationsByKind: [Double] { Self.sum(escalations) }

  private static func sum(_ rows: [[Double]]) -> [Double] {
    guard let first = rows.first else { return [] }
    return rows.reduce(first.map { _ in 0 }) { sums, row in zip(sums, row).map { $0 + $1 } }
  }
}
