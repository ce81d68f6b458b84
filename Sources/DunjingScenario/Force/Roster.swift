/// A shift pattern (勤务).
public struct Roster: Sendable, Equatable {
  /// The id, unique among rosters.
  public var id: String
  /// The shifts, in order of the day.
  public var shifts: [Shift]
  /// Share of officers on the roster who are there: not on leave, in court or in training.
  public var availability: Double
  /// Minutes a unit needs to hand over at the start of a shift; it can be called, from its base.
  public var handoverMinutes: Double
  /// Minutes of break in each shift; a unit on a break can be called, from its base.
  public var breakMinutes: Double
  /// Teams that share the roster.
  public var teams: Int
  /// Whether the shifts together must cover 24 hours.
  public var coversDay: Bool
}

/// One shift of a roster.
public struct Shift: Sendable, Equatable {
  /// The id, unique in the roster.
  public var id: String
  /// Start, in minutes after midnight.
  public var startMinute: Int
  /// End, in minutes after midnight; at or before the start means the next day.
  public var endMinute: Int

  /// Length in minutes.
  public var lengthMinutes: Int {
    endMinute > startMinute ? endMinute - startMinute : endMinute + 1440 - startMinute
  }
}

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
}

/// Where the units of a group may be sent.
public enum ServiceArea: String, Sendable, Equatable, CaseIterable {
  /// Anywhere in the city.
  case city
  /// The district of the station they stand at.
  case district
  /// The grid the facility is bound to.
  case grid
}

/// How calls are taken and units chosen.
public struct DispatchRules: Sendable, Equatable {
  /// Seconds from the call to the order, with a free unit (接派警).
  public var callTakingSeconds: Double
  /// The same with one-click dispatch (一键调度).
  public var oneClickSeconds: Double
  /// Seconds until the unit signs for the order (指令签收).
  public var acknowledgeSeconds: Double
  /// How a unit is chosen.
  public var policy: DispatchPolicyName
  /// Whether and when an urgent incident takes a unit from a less urgent one.
  public var preemption: Preemption
  /// Whether interrupted work goes on where it stopped or starts again.
  public var resumesAfterPreemption: Bool
  /// Priorities up to this one may preempt (1 is the most urgent).
  public var preemptingPriority: Int
  /// Idle units of the city kept back for preempting priorities.
  public var reserveUnits: Int
}

/// The shipped dispatch policies.
public enum DispatchPolicyName: String, Sendable, Equatable, CaseIterable {
  /// The unit that arrives first, by expected time.
  case nearest
  /// Units of the own district first, then the nearest.
  case districtFirst
  /// Any idle unit, the one longest idle first.
  case longestIdle
}

/// When an urgent incident may take a unit from a less urgent one.
public enum Preemption: String, Sendable, Equatable, CaseIterable {
  /// Never.
  case never
  /// While the unit is still on its way.
  case enRoute
  /// On its way or on the scene.
  case onScene
}
