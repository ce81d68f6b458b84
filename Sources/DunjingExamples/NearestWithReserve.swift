import Dunjing

/// Sends the nearest unit, but keeps some idle units back for urgent incidents.
public struct NearestWithReserve: DispatchPolicy {
  /// Idle units kept back for incidents of priority 1.
  public var reserve: Int

  /// Creates the policy.
  public init(reserve: Int) { self.reserve = reserve }

  /// Holds an incident that is not urgent while only the reserve is idle.
  public mutating func dispatch(_ incident: Incident, in state: StateView) -> DispatchDecision {
    guard incident.priority == 1 || state.idleCount > reserve else { return .hold }
    let nearest = state.candidates.min { $0.expectedSeconds < $1.expectedSeconds }
    return nearest.map { .send(unit: $0.unit) } ?? .hold
  }
}
