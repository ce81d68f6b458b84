/// A plan to compare: how many officers leave headquarters, where they go, and which switches are on.
public struct Treatment: Sendable, Equatable {
  /// The id, unique among treatments.
  public var id: String
  /// The name.
  public var name: LocalizedText
  /// Share of the officers of the departments sent down.
  public var sinkRatio: SinkRatio
  /// Share of sunk officers who staff street shifts; the others become community officers.
  public var streetShare: Double
  /// Which departments give the officers.
  public var sourceRule: SourceRule
  /// Which street shifts the officers staff first.
  public var destinationRule: DestinationRule
  /// The mechanisms that are on.
  public var switches: Switches
  /// Units per facility by unit group, where they differ from the scenario, sorted by group.
  public var unitsPerFacility: [UnitCount]
}

/// A number of units at each facility of a group.
public struct UnitCount: Sendable, Equatable {
  /// The id of the group.
  public var group: String
  /// Units at each facility.
  public var units: Int
}

/// Which departments give the officers; always down to their floors, never below.
public enum SourceRule: String, Sendable, Equatable, CaseIterable {
  /// In proportion to officers above the floor, by largest remainder.
  case headroom
  /// The next officer from where utilization stays lowest.
  case balanced
  /// From departments with the lowest delay weight first.
  case lowestWeightFirst
}

/// In which order sunk officers staff shifts at the reserve sites.
public enum DestinationRule: String, Sendable, Equatable, CaseIterable {
  /// All shifts of one site before the next site.
  case siteBySite
  /// The first shift at all sites before the next shift.
  case shiftByShift
}

/// Mechanisms of the reform that a treatment turns on.
public struct Switches: Sendable, Equatable {
  /// One-click dispatch (一键调度): calls are assigned faster.
  public var oneClickDispatch: Bool
  /// Officers live in the community (驻社区): more visit hours.
  public var residentPolicing: Bool
  /// Committee intelligence and targeted tours: visits find more.
  public var intelligence: Bool
  /// Joint mediation with chiefs in township leadership (所长进班子): shorter hand-off, more closed.
  public var jointMediation: Bool
}
