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
  /// How the sunk officers of a county who become community officers divide among its stations, by station id: officers
  /// for each beat relative to an even spread, 1 where a station of such a county is not named. A county none of whose
  /// stations is named spreads them evenly over its beats.
  public var stationWeights: [String: Double] = [:]
  /// Units per facility by unit group, where they differ from the scenario, sorted by group.
  public var unitsPerFacility: [UnitCount]
  /// Share of the stations whose chief is in township leadership (进班子率); matters under `jointMediation`.
  public var chiefShare = 1.0
  /// Least share of the station officers who work in the community (派出所主防); officers of station departments move
  /// there until it is met.
  public var preventionFloor = 0.0
  /// The programs that are on, by id.
  public var programs: [String] = []
  /// Ratios that take the place of ``sinkRatio`` later on (三年行动计划), by day.
  public var phases: [TreatmentPhase] = []
}

/// A later step of a treatment: another ratio from some day on.
public struct TreatmentPhase: Sendable, Equatable {
  /// Days after the implementation day.
  public var afterDays: Int
  /// The ratio from that day on.
  public var sinkRatio: SinkRatio
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
public struct Switches: Sendable, Hashable {
  /// Nothing is on.
  public static let none = Switches()

  /// One-click dispatch (一键调度): calls are assigned faster.
  public var oneClickDispatch = false
  /// Officers live in the community (驻社区): more visit hours.
  public var residentPolicing = false
  /// Committee intelligence and targeted tours: visits find more.
  public var intelligence = false
  /// Joint mediation with chiefs in township leadership (所长进班子、联调联处): shorter hand-off, more closed.
  public var jointMediation = false
  /// Police rooms share the premises of the committee (同址办公): less time on the way.
  public var coLocation = false
  /// Residents call their community officer by the number on a card (小纸条), past the call center.
  public var contactCards = false
  /// Traffic and patrol police are one corps (交警巡警合一、一警多能): crews have their merged skills.
  public var mergeTrafficPatrol = false
  /// Counties help one another when their own units are all away (区域警务一体化).
  public var mutualAid = false
  /// Video and intelligence support crews on scene (资源支撑).
  public var resourceSupport = false
  /// Patrol goes where the demand is instead of round the points and lines (靶向投放).
  public var targetedPatrol = false
  /// Units of the own district go first (单元作战), whatever `dispatch.policy` says.
  public var unitAutonomy = false
  /// One-window service (一窗式受理): one queue for all windows of a station instead of one for each business.
  public var oneWindow = false
}
