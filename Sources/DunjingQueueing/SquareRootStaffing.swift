import DunjingNumerics

/// Staffing in the quality- and efficiency-driven regime: c = a + β√a for a load of a erlangs.
///
/// Source: S. Halfin & W. Whitt (1981), "Heavy-traffic limits for queues with many exponential servers", eq.
/// 2.2: the probability of waiting tends to α(β) = 1 / (1 + βΦ(β)/φ(β)). A limit for many servers: check
/// with ``ErlangC``.
public enum SquareRootStaffing {
  /// Returns the limiting probability of waiting for a quality of service β > 0; 1 at and below zero.
  public static func delayProbability(quality: Double) -> Double {
    guard quality > 0 else { return 1 }
    let density = 0.398942280401432678 * PortableMath.exponential(-0.5 * quality * quality)
    return 1 / (1 + quality * SpecialFunctions.normalCumulative(quality) / density)
  }

  /// Returns the quality of service β for a probability of waiting; nil unless 0 < probability < 1.
  public static func quality(delayProbability: Double) -> Double? {
    guard delayProbability > 0, delayProbability < 1 else { return nil }
    return MonotoneRoot.find(between: 0, and: 40) { delayProbability - Self.delayProbability(quality: $0) }
  }

  /// Returns the number of servers for a load and a probability of waiting; nil unless 0 < probability < 1.
  public static func servers(load: Double, delayProbability: Double) -> Int? {
    guard load >= 0, load <= 1e15, let quality = quality(delayProbability: delayProbability) else {
      return nil
    }
    return Int((load + quality * load.squareRoot()).rounded(.up))
  }
}
