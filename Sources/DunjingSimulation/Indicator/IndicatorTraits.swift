/// Which of the effect channels an indicator belongs to.
public enum Channel: String, Sendable, Codable, CaseIterable {
  /// Supply of response.
  case response
  /// Prevention of demand.
  case prevention
  /// Price at headquarters.
  case headquarters
  /// Service at the windows of the stations.
  case service
  /// Of all together.
  case overall
}

/// The unit of an indicator, which also says how its changes are to be worded.
public enum IndicatorUnit: String, Sendable, Codable {
  /// A share between 0 and 1, shown in per cent; its changes are percentage points.
  case share
  /// Minutes.
  case minutes
  /// A number per year.
  case perYear
  /// Hours per year.
  case hoursPerYear
  /// Days (mediation) or working days (delay at headquarters).
  case days
  /// Officer-days of work.
  case officerDays
  /// A plain count.
  case count
  /// A dimensionless index.
  case index
}

/// Whether more of an indicator is better.
public enum Direction: String, Sendable, Codable {
  /// More is better.
  case higherIsBetter
  /// Less is better.
  case lowerIsBetter
  /// Neither.
  case neutral
}
