/// What the audit may find in a row; the raw value is the flag in `incidents.csv`.
public enum AuditFinding: String, Sendable, Equatable, CaseIterable {
  // What is not recorded.
  /// The time of the call is not recorded.
  case missingReceived
  /// The time of the order is not recorded.
  case missingDispatched
  /// The time of setting out is not recorded.
  case missingEnRoute
  /// The time of the arrival is not recorded.
  case missingArrival
  /// The time of the end is not recorded.
  case missingCleared
  /// The kind is not recorded.
  case missingKind
  /// The priority is not recorded.
  case missingPriority
  // What cannot be read.
  /// A cell of a column of times is none.
  case unreadableTime
  /// A cell of a column of numbers is none, or is out of bounds.
  case unreadableNumber
  /// A word of the priority column has no known place in the order.
  case unknownPriority
  /// The row has more or fewer cells than the header.
  case raggedRow
  // How exactly times are known.
  /// Of a time only the day is known.
  case dateOnly
  /// Of a time only the hour is known.
  case hourOnly
  /// A time before 1980, which stands for none.
  case placeholderTime
  /// The day of the call is years from all others.
  case strayDate
  // The order and the length of stages.
  /// The order is before the call.
  case negativeDispatch
  /// The setting out is before the stage before it.
  case negativeTurnout
  /// The arrival is before the stage before it.
  case negativeTravel
  /// The end is before the stage before it.
  case negativeScene
  /// The recorded length of service is below zero.
  case negativeService
  /// The order comes longer after the call than the limit.
  case longDispatch
  /// The setting out comes longer after the stage before it than the limit.
  case longTurnout
  /// The arrival comes longer after the stage before it than the limit.
  case longTravel
  /// The end comes longer after the stage before it than the limit.
  case longScene
  /// The recorded length of service is above the limit.
  case longService
  /// The arrival is recorded at the second of the call.
  case immediateArrival
  // Clocks.
  /// The clock of a block of rows is off by whole hours.
  case zoneJump
  /// The clock is one that summer time skipped.
  case clockSkipped
  /// The clock is one that was shown twice when summer time ended.
  case clockRepeated
  // The same incident twice, and incidents that were no calls.
  /// An earlier row has the same id.
  case duplicate
  /// An earlier row has the same time, place and kind.
  case repeatedCall
  /// A column says that the call is not valid, or repeats another one.
  case invalid
  /// Officers came upon the incident.
  case onView
  // Places.
  /// The position is not recorded.
  case noPosition
  /// The position is 0 or −1.
  case zeroPosition
  /// Longitude and latitude were exchanged.
  case swappedPosition
  /// The numbers are coordinates of a projection.
  case projectedPosition
  /// The position is off the map.
  case outsideMap
  /// The position is the center of the grid that the row names, as it has none of its own.
  case placedByGrid

  /// What the finding is about.
  public enum Subject: String, Sendable, CaseIterable {
    /// Whether a value is recorded at all.
    case recorded
    /// Whether a cell can be read.
    case readable
    /// How exactly and how plausibly a day and a clock are known.
    case precision
    /// The order and the length of stages.
    case stages
    /// Time zones and summer time.
    case clocks
    /// The same incident twice, and incidents that were no calls.
    case identity
    /// The position.
    case place
  }

  /// What it is about.
  public var subject: Subject {
    switch self {
    case .missingReceived, .missingDispatched, .missingEnRoute, .missingArrival, .missingCleared,
      .missingKind,
      .missingPriority:
      .recorded
    case .unreadableTime, .unreadableNumber, .unknownPriority, .raggedRow: .readable
    case .dateOnly, .hourOnly, .placeholderTime, .strayDate: .precision
    case .negativeDispatch, .negativeTurnout, .negativeTravel, .negativeScene, .negativeService,
      .longDispatch,
      .longTurnout, .longTravel, .longScene, .longService, .immediateArrival:
      .stages
    case .zoneJump, .clockSkipped, .clockRepeated: .clocks
    case .duplicate, .repeatedCall, .invalid, .onView: .identity
    case .noPosition, .zeroPosition, .swappedPosition, .projectedPosition, .outsideMap, .placedByGrid: .place
    }
  }

  /// The findings of a stage out of order.
  static let disorder: [AuditFinding] = [
    .negativeDispatch, .negativeTurnout, .negativeTravel, .negativeScene, .negativeService
  ]
  /// The findings of a time that is too long.
  static let excess: [AuditFinding] = [.longDispatch, .longTurnout, .longTravel, .longScene, .longService]

  /// The finding of a stage that was not recorded.
  static func missing(_ stage: IncidentStage) -> AuditFinding {
    switch stage {
    case .received: .missingReceived
    case .dispatched: .missingDispatched
    case .enRoute: .missingEnRoute
    case .onScene: .missingArrival
    case .cleared: .missingCleared
    }
  }

  /// The findings of a stage before the one it follows, and too long after it.
  static func misplaced(_ stage: IncidentStage) -> (negative: AuditFinding, long: AuditFinding)? {
    switch stage {
    case .received: nil
    case .dispatched: (.negativeDispatch, .longDispatch)
    case .enRoute: (.negativeTurnout, .longTurnout)
    case .onScene: (.negativeTravel, .longTravel)
    case .cleared: (.negativeScene, .longScene)
    }
  }
}

/// How often a finding occurs.
public struct FindingCount: Sendable, Equatable {
  /// The finding.
  public let finding: AuditFinding
  /// The rows that have it.
  public internal(set) var rows: Int
  /// The cells that have it, by the field; empty for findings of a whole row.
  public internal(set) var cells: [IncidentField: Int]
  /// The first rows that have it.
  public internal(set) var firstRows: [Int]

  /// The number of first rows that are kept.
  static let examples = 5
}

/// A cell that cannot be read as what its column holds.
public struct UnreadableCell: Sendable, Equatable {
  /// The row of the source file.
  public let row: Int
  /// The field of the column.
  public let field: IncidentField
  /// The name of the column.
  public let column: String
  /// The shape of the value and not its text, which may be a name or a telephone number that slipped into the column: 9 for a
  /// digit, 字 for a Chinese character, a for another letter, at most 24 characters.
  public let value: String
}
