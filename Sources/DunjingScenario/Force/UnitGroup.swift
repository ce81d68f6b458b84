/// A group of like response units (处警单元).
public struct UnitGroup: Sendable, Equatable {
  /// The id, unique among groups.
  public var id: String
  /// The name.
  public var name: LocalizedText
  /// The facilities they stand at, by kind.
  public var facilityKind: FacilityKind
  /// The facilities they stand at, by id; when empty, all of the kind.
  public var facilities: [String]
  /// Units at each facility.
  public var unitsPerFacility: Int
  /// Sworn officers of a crew.
  public var crewSworn: Int
  /// Auxiliaries of a crew.
  public var crewAuxiliaries: Int
  /// The id of the mode of travel.
  public var mode: String
  /// What the crew can do; an incident needs all skills of its kind.
  public var skills: [String]
  /// Where they may be sent.
  public var area: ServiceArea
  /// The id of the roster; every shift is staffed.
  public var roster: String
  /// Share of idle time spent moving on patrol (动中备勤); 0 stands at the facility.
  public var movingShare: Double
  /// Turnout time in seconds when standing at the facility.
  public var turnoutSeconds: Double
  /// Turnout time in seconds when moving.
  public var movingTurnoutSeconds: Double
  /// Share of the time a unit cannot be sent, because of walk-ins, escorts, own cases.
  public var unavailableShare: Double
  /// Mean length of one such absence, in minutes.
  public var unavailableMeanMinutes: Double
  /// Seconds by which a unit of this group is preferred in its own district.
  public var preferenceSeconds: Double
  /// Whether the crew only comes first and holds the scene: a full unit is sent too.
  public var isFirstResponderOnly: Bool
  /// What the crew can do besides under the switch `mergeTrafficPatrol` (一警多能).
  public var mergedSkills: [String] = []

  /// Whether its units stand at a facility: one of those it names, or of its kind where it names none.
  public func stands(at facility: Facility) -> Bool {
    facilities.isEmpty ? facility.kind == facilityKind : facilities.contains(facility.id)
  }
}

/// Where the units of a group may be sent.
public enum ServiceArea: String, Sendable, Equatable, CaseIterable {
  /// Anywhere in the city.
  case city
  /// The county of the facility.
  case county
  /// The district of the station they stand at.
  case district
  /// The grid the facility is bound to.
  case grid
}
