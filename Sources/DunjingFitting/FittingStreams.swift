import DunjingRandom

extension StreamPurpose {
  /// Samples drawn from a fitted distribution.
  static let goodnessOfFit = StreamPurpose(rawValue: 0x4669_0001)
  /// The branching of a simulated self-exciting process.
  static let selfExcitation = StreamPurpose(rawValue: 0x4669_0002)
  /// The orders in which times are put to places at random.
  static let permutedTimes = StreamPurpose(rawValue: 0x4669_0003)
}
