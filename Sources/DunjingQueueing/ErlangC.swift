import DunjingNumerics

/// The Erlang delay formula: the share of incidents that find all servers busy and wait.
///
/// Assumptions: Poisson arrivals, exponential service of one mean, an infinite waiting line.
/// Source: A. K. Erlang (1917), from the loss formula as C = B / (1 − ρ(1 − B)).
public enum ErlangC {
  /// Returns the probability of waiting; nil if the load, in erlangs, is not below the number of servers.
  /// - Complexity: O(servers).
  public static func delayProbability(servers: Int, load: Double) -> Double? {
    guard servers > 0, load >= 0, load < Double(servers) else { return nil }
    let blocking = ErlangB.blocking(servers: servers, load: load)
    return blocking / (1 - load / Double(servers) * (1 - blocking))
  }

  /// Returns the load at which a probability of waiting is reached; nil unless 0 < probability < 1,
  /// `servers` > 0.
  public static func load(servers: Int, delayProbability: Double) -> Double? {
    guard servers > 0, delayProbability > 0, delayProbability < 1 else { return nil }
    return MonotoneRoot.find(between: 0, and: Double(servers)) { load in
      (Self.delayProbability(servers: servers, load: load) ?? 1) - delayProbability
    }
  }

  /// Returns the least number of servers with at most a probability of waiting; nil unless it is positive.
  public static func servers(load: Double, delayProbability target: Double) -> Int? {
    guard target > 0, load >= 0, load.isFinite else { return nil }
    var blocking = 1.0
    var servers = 0
    while true {
      servers += 1
      blocking = load * blocking / (Double(servers) + load * blocking)
      guard load < Double(servers) else { continue }
      if blocking / (1 - load / Double(servers) * (1 - blocking)) <= target { return servers }
    }
  }
}
