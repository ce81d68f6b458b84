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

  /// Officers on the roster for one who is on duty around the clock (换班系数): teams by availability.
  public var reliefFactor: Double { Double(teams) / availability }
}

/// The usual patterns of shifts.
public enum RosterPattern: String, Sendable, Equatable, CaseIterable {
  /// Night, day and evening, eight hours each.
  case threeShifts
  /// Day and night, twelve hours each.
  case twoShifts
  /// A whole day on, two off.
  case dayOnTwoOff
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
