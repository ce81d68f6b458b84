import DunjingScenario

// The contract of a dispatch policy.
//
// To implement:
//   mutating func dispatch(_ incident: Incident, in state: StateView) -> DispatchDecision
// What comes free: the engine offers only units that are idle, on duty, qualified and allowed in the area; asks
// again when another unit is needed, when a unit becomes free, and when one comes back on duty; and gives each
// replication its own copy, so that a policy may remember.

/// Chooses the unit for an incident.
public protocol DispatchPolicy: Sendable {
  /// Returns the unit to send, or holds the incident in the queue.
  ///
  /// Called once for every unit the incident needs.
  mutating func dispatch(_ incident: Incident, in state: StateView) -> DispatchDecision
}

/// What a dispatch policy decides.
public enum DispatchDecision: Sendable, Equatable {
  /// Send this unit; it has to be among the candidates.
  case send(unit: Int)
  /// Keep the incident waiting.
  case hold
}

/// An incident as a policy sees it: nothing that a dispatcher could not know.
public struct Incident: Sendable, Equatable {
  /// The index of its kind.
  public let kind: Int
  /// The index of its grid.
  public let grid: Int
  /// Priority, 1 is the most urgent.
  public let priority: Int
  /// Seconds since the call was received.
  public let age: Double
  /// Units still to be sent, this one included.
  public let unitsMissing: Int

  /// Creates an incident, to try a policy by itself.
  public init(kind: Int, grid: Int, priority: Int, age: Double, unitsMissing: Int) {
    (self.kind, self.grid, self.priority) = (kind, grid, priority)
    (self.age, self.unitsMissing) = (age, unitsMissing)
  }
}

/// The state as a policy sees it.
public struct StateView: Sendable {
  /// The time in seconds since the start of the run.
  public let time: Double
  /// Idle, qualified units in the order of their index.
  public let candidates: [DispatchCandidate]
  /// Idle units that serve the queue of the incident, whether qualified or not: of its county, or of the whole study where
  /// it has none or one queue serves all.
  public let idleCount: Int

  /// Creates a state, to try a policy by itself.
  public init(time: Double, candidates: [DispatchCandidate], idleCount: Int) {
    (self.time, self.candidates, self.idleCount) = (time, candidates, idleCount)
  }
}

/// A unit that could be sent.
public struct DispatchCandidate: Sendable, Equatable {
  /// The index of the unit.
  public let unit: Int
  /// Expected seconds until it arrives: acknowledgement, turnout and travel.
  public let expectedSeconds: Double
  /// Seconds by which its group is preferred in its own district; 0 elsewhere.
  public let preferenceSeconds: Double
  /// Whether the incident lies in the district of the unit's station; in the district of a station without units it is false
  /// for every unit.
  public let isOwnDistrict: Bool
  /// When it became idle, in seconds: its last incident, other work or relocation ended then, or its shift or a break began.
  public let idleSince: Double

  /// The expected seconds less the preference: what the shipped policies compare.
  public var preferredSeconds: Double { expectedSeconds - preferenceSeconds }

  /// Creates a candidate.
  public init(
    unit: Int, expectedSeconds: Double, preferenceSeconds: Double, isOwnDistrict: Bool, idleSince: Double
  ) {
    (self.unit, self.expectedSeconds, self.preferenceSeconds) = (unit, expectedSeconds, preferenceSeconds)
    (self.isOwnDistrict, self.idleSince) = (isOwnDistrict, idleSince)
  }
}
