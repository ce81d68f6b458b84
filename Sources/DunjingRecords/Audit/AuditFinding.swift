/// What the audit may find in a row; the raw value is the flag in `incidents.csv`.
public enum AuditFinding: String, Sendable, Equatable, CaseIterable {
  // What is not recorded.
  case missingReceived
  case missingDispatched
  case missingEnRoute
  case missingArrival
  case missingCleared
  case missingKind
  case missingPriority
  // What cannot be read.
  case unreadableTime
  case unreadableNumber
  case unknownPriority
  case raggedRow
  // How exactly times are known.
  case dateOnly
  case hourOnly
  case placeholderTime
  // The order and the length of stages.
  case negativeDispatch
  case negativeTurnout
  case negativeTravel
  case negativeScene
  case negativeService
  case longDispatch
  case longTurnout
  case longTravel
  case longScene
  case longService
  case immediateArrival
  // Clocks.
  case zoneJump
  case clockSkipped
  case clockRepeated
  // The same incident twice, and incidents that were no calls.
  case duplicate
  case repeatedCall
  case onView
  // Places.
  case noPosition
  case zeroPosition
  case swappedPosition
  case projectedPosition
  case outsideMap

  /// What the finding is about.
  public enum Subject: String, Sendable, CaseIterable {
    case recorded
    case readable
    case precision
    case stages
    case clocks
    case identity
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
    case .dateOnly, .hourOnly, .placeholderTime: .precision
    case .negativeDispatch, .negativeTurnout, .negativeTravel, .negativeScene, .negativeService,
      .longDispatch,
      .longTurnout, .longTravel, .longScene, .longService, .immediateArrival:
      .stages
    case .zoneJump, .clockSkipped, .clockRepeated: .clocks
    case .duplicate, .repeatedCall, .onView: .identity
    case .noPosition, .zeroPosition, .swappedPosition, .projectedPosition, .outsideMap: .place
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
  /// The value, cut after forty characters.
  public let value: String
}
