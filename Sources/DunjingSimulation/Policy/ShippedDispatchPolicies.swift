import DunjingScenario

/// Sends the unit that arrives first, by expected time less the preference of its group.
public struct NearestUnit: DispatchPolicy {
  /// Creates the policy.
  public init() {}

  /// Returns the candidate with the least expected time; ties go to the lower index.
  public mutating func dispatch(_ incident: Incident, in state: StateView) -> DispatchDecision {
    state.candidates.soonest().map { .send(unit: $0.unit) } ?? .hold
  }
}

/// Sends units of the own district first, then the nearest.
public struct OwnDistrictFirst: DispatchPolicy {
  /// Creates the policy.
  public init() {}

  /// Returns the soonest candidate of the own district, or the soonest of all.
  public mutating func dispatch(_ incident: Incident, in state: StateView) -> DispatchDecision {
    let own = state.candidates.filter(\.isOwnDistrict)
    return (own.soonest() ?? state.candidates.soonest()).map { .send(unit: $0.unit) } ?? .hold
  }
}

/// Sends the unit that has been idle longest, wherever it is: the discipline of textbook queues.
public struct LongestIdle: DispatchPolicy {
  /// Creates the policy.
  public init() {}

  /// Returns the candidate that became idle first; ties go to the lower index.
  public mutating func dispatch(_ incident: Incident, in state: StateView) -> DispatchDecision {
    state.candidates.min { $0.idleSince < $1.idleSince }.map { .send(unit: $0.unit) } ?? .hold
  }
}

/// Keeps some idle units back for urgent incidents, and leaves the choice to another policy.
public struct WithReserve: DispatchPolicy {
  /// The policy that chooses.
  public var base: any DispatchPolicy
  /// Idle units kept back.
  public var reserve: Int
  /// Priorities up to this one may use the reserve.
  public var urgentPriority: Int

  /// Creates the policy.
  public init(_ base: any DispatchPolicy, reserve: Int, urgentPriority: Int) {
    self.base = base
    self.reserve = reserve
    self.urgentPriority = urgentPriority
  }

  /// Holds a less urgent incident while only the reserve is idle.
  public mutating func dispatch(_ incident: Incident, in state: StateView) -> DispatchDecision {
    guard incident.priority <= urgentPriority || state.idleCount > reserve else { return .hold }
    return base.dispatch(incident, in: state)
  }
}

extension DispatchRules {
  /// The policy the scenario names.
  public var makePolicy: any DispatchPolicy {
    let base: any DispatchPolicy =
      switch policy {
      case .nearest: NearestUnit()
      case .districtFirst: OwnDistrictFirst()
      case .longestIdle: LongestIdle()
      }
    return reserveUnits > 0
      ? WithReserve(base, reserve: reserveUnits, urgentPriority: preemptingPriority) : base
  }
}

extension [DispatchCandidate] {
  /// The candidate with the least expected time less preference; ties go to the lower index.
  func soonest() -> DispatchCandidate? {
    var best: DispatchCandidate?
    var bestCost = Double.infinity
    for candidate in self where candidate.preferredSeconds < bestCost {
      best = candidate
      bestCost = candidate.preferredSeconds
    }
    return best
  }
}
