/// What happened in a replication, in the order in which it happened: opt-in, for checking, replay and teaching.
///
/// Entries hold indices; ``TraceTable`` turns them into the ids of the scenario. Documentation/Trace.md describes
/// every step.
public struct Trace: TraceRecorder, Equatable {
  /// The entries. A departure is noted when the unit's way ends, so that it may stand after later entries.
  public private(set) var entries: [TraceEntry] = []

  /// Creates a trace of nothing.
  public init() {}

  /// Keeps an entry.
  public mutating func record(_ entry: TraceEntry) {
    entries.append(entry)
  }

  /// The entries by time; entries at one time in the order in which they were noted.
  public var ordered: [TraceEntry] {
    entries.enumerated().sorted {
      $0.element.time != $1.element.time ? $0.element.time < $1.element.time : $0.offset < $1.offset
    }.map(\.element)
  }
}

/// One thing that happened to an incident, a unit or a hazard.
public struct TraceEntry: Sendable, Equatable {
  /// When, in seconds since the start of the run.
  public var time: Double
  /// What.
  public var step: TraceStep
  /// The number of the incident in the replication, from 0; −1 where there is none.
  public var incident = -1
  /// The index of the incident's or hazard's kind; −1 where there is none.
  public var kind = -1
  /// The index of its grid; −1 where there is none.
  public var grid = -1
  /// The place of the incident, −1 where there is none. Not in the table, like ``origin``.
  public var place = -1
  /// The place where a unit is when it gets an order; −1 in other entries.
  public var origin = -1
  /// The priority of the incident; 0 where there is none.
  public var priority = 0
  /// The index of the unit; −1 where there is none.
  public var unit = -1
  /// The hazard; nil where there is none.
  public var hazard: HazardIdentity?
  /// What else is to be said.
  public var detail = TraceDetail.none

  /// Creates an entry about nobody.
  /// - Parameters:
  ///   - time: when, in seconds since the start of the run.
  ///   - step: what.
  public init(time: Double, step: TraceStep) {
    (self.time, self.step) = (time, step)
  }
}

/// A hazard, the same under every treatment.
public struct HazardIdentity: Sendable, Equatable {
  /// The index of its kind.
  public let kind: Int
  /// Its number among the hazards of its kind, from 0.
  public let number: Int

  init(entity: UInt64) {
    kind = Int(entity >> 40)
    number = Int(entity & (1 << 40 - 1))
  }
}

/// What else an entry says.
public enum TraceDetail: Sendable, Equatable {
  /// Nothing.
  case none
  /// How the incident came into being.
  case origin(IncidentOrigin)
  /// When the unit will arrive, in seconds since the start of the run.
  case arrival(Double)
  /// The number of another incident.
  case incident(Int)
  /// The index of a facility.
  case facility(Int)
  /// The index of an incident kind.
  case kind(Int)
  /// Whether mediation closed the hazard.
  case isClosed(Bool)
  /// How often the hazard has been found.
  case round(Int)
  /// The id of a treatment.
  case treatment(String)
  /// The index of a shock.
  case shock(Int)
  /// The index of a partner.
  case partner(Int)
}

/// How an incident came into being.
public enum IncidentOrigin: Sendable, Equatable {
  /// A call that grew from nothing the model knows.
  case call
  /// A hazard escalated.
  case hazard(HazardIdentity)
  /// An incident of another kind climbed.
  case climb
  /// An incident of the kind comes again that was not resolved.
  case again
  /// A shock.
  case massEvent
}
