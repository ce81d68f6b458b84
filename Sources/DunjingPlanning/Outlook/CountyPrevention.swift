/// What a plan prevents in one county, on average over the measured time.
struct CountyPrevention: Sendable, Equatable {
  /// Hazards escalated in a year, by hazard kind.
  var escalations: [Double]
  /// Incidents in a year, by incident kind; repeats and climbs included.
  var incidents: [Double] = []
  /// Incidents in a year that climbed from another kind.
  var climbed = 0.0
  /// The share of time that the officers of a district mediate.
  var deskLoad: Double
}
