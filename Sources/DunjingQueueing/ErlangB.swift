import DunjingNumerics

/// The Erlang loss formula: the share of incidents that find all servers busy and are lost.
///
/// Assumptions: Poisson arrivals, no waiting, any service distribution. The load is in erlangs: arrival rate
/// times mean service time. Source: A. K. Erlang (1917); recursion of L. Kosten, B(c) = aB(c−1) / (c +
/// aB(c−1)).
public enum ErlangB {
  /// Returns the probability that all servers are busy.
  /// - Precondition: `servers` ≥ 0 and `load` ≥ 0.
  /// - Complexity: O(servers).
  public static func blocking(servers: Int, load: Double) -> Double {
    precondition(servers >= 0 && load >= 0, "a load of \(load) cannot be offered to \(servers) servers")
    var blocking = 1.0
    for count in 0..<servers {
      blocking = load * blocking / (Double(count + 1) + load * blocking)
    }
    return blocking
  }

  /// Returns the load at which a blocking probability is reached; nil unless 0 < `blocking` < 1 and
  /// `servers` > 0.
  public static func load(servers: Int, blocking: Double) -> Double? {
    guard servers > 0, blocking > 0, blocking < 1 else { return nil }
    // A carried load of c servers never exceeds c, so a(1 − B) < c bounds the root.
    let upper = Double(servers) / (1 - blocking)
    return MonotoneRoot.find(between: 0, and: upper) { Self.blocking(servers: servers, load: $0) - blocking }
  }

  /// Returns the least number of servers with at most a blocking probability; nil unless it is positive.
  public static func servers(load: Double, blocking target: Double) -> Int? {
    guard target > 0, load >= 0, load.isFinite else { return nil }
    var blocking = 1.0
    var servers = 0
    while blocking > target {
      servers += 1
      blocking = load * blocking / (Double(servers) + load * blocking)
    }
    return servers
  }
}
