/// Beats whose officers are alike under a plan: those of a county, or of the district of a station where stations differ.
struct AlikeBeats: Sendable {
  /// The index of the county.
  var county: Int
  /// The place of the station among those of the county; nil for all of them.
  var station: Int?
  /// Visits of a beat in a day without sent-down officers.
  var own: Double
  /// Visits that sent-down officers add at effectiveness 1.
  var sentDown: Double
  /// Officer-hours of mediation in a day.
  var mediationHoursPerDay: Double
  /// Their share of the demand of the study.
  var demandShare: Double
  /// Their share of the demand of the county.
  var countyShare = 1.0
  /// Districts, each with its own queue of mediation.
  var districts = 1.0
}
