/// The officers and how they may be moved.
public struct Force: Sendable, Equatable {
  /// Headcount by category, in order; the departments' officers are in ``Department``.
  public var categories: [OfficerCategory]
  /// How officers sent down from headquarters start and learn.
  public var sentDown: SentDownOfficers
  /// What a shift on the street costs.
  public var streetShift: StreetShift
  /// What officers of station departments do who move to the community.
  public var stationOfficer = StationOfficer()

  /// The stations' officers who work in the community, before anyone moves.
  public var communityOfficers: Int { sworn(in: .community) }

  /// Returns the sworn officers of a pool.
  public func sworn(in pool: OfficerPool) -> Int {
    categories.filter { $0.isSworn && $0.pool == pool }.map(\.count).reduce(0, +)
  }
}

/// An officer of a station department who moves to the community, with full skill.
public struct StationOfficer: Sendable, Equatable {
  /// Hours on tour in a year.
  public var tourHoursPerYear = 594.88
  /// Hours for mediation in a year.
  public var mediationHoursPerYear = 286.0
}

/// A category of officers with its headcount.
public struct OfficerCategory: Sendable, Equatable {
  /// The id, unique among categories.
  public var id: String
  /// The name.
  public var name: LocalizedText
  /// What they do.
  public var pool: OfficerPool
  /// Whether they are sworn officers.
  public var isSworn: Bool
  /// Headcount.
  public var count: Int
}

/// What a category of officers does.
public enum OfficerPool: String, Sendable, Equatable, CaseIterable {
  /// Patrol and street workstations.
  case patrol
  /// Traffic police.
  case traffic
  /// Investigation outside the departments listed.
  case investigation
  /// Station duty: chiefs, windows, duty cars, desk and cases.
  case stationDuty
  /// Community officers.
  case community
  /// Auxiliary officers.
  case auxiliary
  /// Volunteers of mass prevention.
  case volunteer
}

/// Officers sent down from headquarters: their hours and how they learn.
///
/// Effectiveness after d days: final − (final − initial)·exp(−d / time constant).
public struct SentDownOfficers: Sendable, Equatable {
  /// Effectiveness on the first day, relative to an experienced community officer.
  public var initialEffectiveness: Double
  /// Effectiveness in the long run, relative to the same.
  public var finalEffectiveness: Double
  /// Time constant of learning, in days.
  public var learningDays: Double
  /// Whether new officers come every year (and learn anew), or the same ones stay.
  public var rotatesYearly: Bool
  /// Hours a sent-down officer spends on tours in a year.
  public var tourHoursPerYear: Double
  /// Hours a sent-down officer can give to mediation in a year.
  public var mediationHoursPerYear: Double
}

/// The price of one street unit on duty for one shift on every day.
public struct StreetShift: Sendable, Equatable {
  /// The unit group whose crews are bought.
  public var group: String
  /// Sworn officers needed for one unit in one shift on all seven days.
  public var officersPerUnitShift: Double
  /// Shifts in the order they are bought, ids of the group's roster.
  public var shiftOrder: [String]
  /// Weekdays in the order they are bought, 0 = Monday … 6 = Sunday.
  public var weekdayOrder: [Int]
}
