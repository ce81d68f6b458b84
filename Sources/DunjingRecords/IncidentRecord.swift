import DunjingScenario

/// A recorded incident: one row of a table of calls.
public struct IncidentRecord: Sendable, Equatable {
  /// The row of the source file as a spreadsheet counts; the header is row 1.
  public var row: Int
  /// The id as recorded; may be empty.
  public var id: String
  /// When the call was received.
  public var received: RecordTime?
  /// When a unit was ordered to it.
  public var dispatched: RecordTime?
  /// When that unit set out.
  public var enRoute: RecordTime?
  /// When the first unit arrived.
  public var onScene: RecordTime?
  /// When the incident was closed.
  public var cleared: RecordTime?
  /// The kind as recorded, the finest where there are several; may be empty.
  public var kind: String
  /// The next coarser kind on record, such as 交通警情 of 伤人事故; empty where there is none.
  public var kindGroup: String
  /// The coarsest kind on record of three; empty where there are fewer.
  public var kindClass: String
  /// The urgency, 1 for the most urgent; nil if unknown.
  public var priority: Int?
  /// Longitude in degrees, or kilometers east.
  public var x: Double?
  /// Latitude in degrees, or kilometers north.
  public var y: Double?
  /// The recorded length of service in minutes, where it is not a difference of stages.
  public var serviceMinutes: Double?
  /// Whether officers came upon it, rather than being called.
  public var isOnView: Bool
  /// The ids of the findings of this row, such as `missingArrival`.
  public var flags: [String]

  /// Creates a record of which only the row is known.
  public init(row: Int) {
    (self.row, id, kind, kindGroup, kindClass) = (row, "", "", "", "")
    (isOnView, flags) = (false, [])
  }

  /// Whether the row has a finding.
  public func has(_ finding: AuditFinding) -> Bool { flags.contains(finding.rawValue) }
}

/// A stage of an incident, in the order in which they happen.
public enum IncidentStage: String, Sendable, Equatable, CaseIterable {
  /// The call was received.
  case received
  /// A unit was ordered to it.
  case dispatched
  /// That unit set out.
  case enRoute
  /// The first unit arrived.
  case onScene
  /// The incident was closed.
  case cleared

  /// The column of the stage.
  public var field: IncidentField {
    switch self {
    case .received: .received
    case .dispatched: .dispatched
    case .enRoute: .enRoute
    case .onScene: .onScene
    case .cleared: .cleared
    }
  }
}

extension IncidentRecord {
  /// The time of a stage; nil where it was not recorded.
  public subscript(stage: IncidentStage) -> RecordTime? {
    get {
      switch stage {
      case .received: received
      case .dispatched: dispatched
      case .enRoute: enRoute
      case .onScene: onScene
      case .cleared: cleared
      }
    }
    set {
      switch stage {
      case .received: received = newValue
      case .dispatched: dispatched = newValue
      case .enRoute: enRoute = newValue
      case .onScene: onScene = newValue
      case .cleared: cleared = newValue
      }
    }
  }

  /// Returns the minutes from one stage to another; nil unless both are known to the minute.
  public func minutes(from earlier: IncidentStage, to later: IncidentStage) -> Double? {
    guard let start = self[earlier] else { return nil }
    return self[later]?.minutes(since: start)
  }

  /// The minutes from the order, or from setting out, to the arrival; nil unless known to the minute.
  public var travelMinutes: Double? {
    minutes(from: .enRoute, to: .onScene) ?? minutes(from: .dispatched, to: .onScene)
  }

  /// The minutes from the arrival to the end; the recorded length of service where the stages do not say it.
  public var sceneMinutes: Double? {
    minutes(from: .onScene, to: .cleared) ?? serviceMinutes
  }
}
