import DunjingRandom

extension StreamPurpose {
  /// Times of calls, by incident kind.
  static let callTimes = StreamPurpose(rawValue: 1)
  /// Attributes of a call, by kind and number.
  static let call = StreamPurpose(rawValue: 2)
  /// Times at which hazards arise, by hazard kind.
  static let hazardTimes = StreamPurpose(rawValue: 3)
  /// Everything about a hazard, by kind and number.
  static let hazard = StreamPurpose(rawValue: 4)
  /// Attributes of an incident that grew from a hazard.
  static let hazardIncident = StreamPurpose(rawValue: 5)
  /// Attributes of an incident that another one climbed to.
  static let climbIncident = StreamPurpose(rawValue: 6)
  /// Absences of a unit on other work, by unit.
  static let absence = StreamPurpose(rawValue: 7)
  /// Fixed work of a day, by department and day.
  static let fixedWork = StreamPurpose(rawValue: 8)
  /// Mediation of a found hazard, by hazard and how often it was found.
  static let mediation = StreamPurpose(rawValue: 9)
  /// What an escalated hazard becomes, by hazard.
  static let outcome = StreamPurpose(rawValue: 10)
  /// Whether presence deters a call, by kind and number.
  static let deterrence = StreamPurpose(rawValue: 11)
  /// Whether programs avert a hazard, by hazard.
  static let aversion = StreamPurpose(rawValue: 12)
  /// Which partner joins a mediation and for how long, by hazard and how often it was found.
  static let partner = StreamPurpose(rawValue: 13)
  /// Where a mass event is, by shock.
  static let massEvent = StreamPurpose(rawValue: 14)
  /// What is not on record of a recorded incident, by its number.
  static let recorded = StreamPurpose(rawValue: 15)
  /// Visitors of the service windows, by station and day.
  static let windowVisits = StreamPurpose(rawValue: 30)
}
