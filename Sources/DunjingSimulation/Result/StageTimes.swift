/// How long the stages of incidents take, summed over incidents.
struct StageTimes: Sendable {
  /// Call to first order.
  var dispatch = SecondsSum()
  /// First order to the departure of the unit that arrives first.
  var turnout = SecondsSum()
  /// Its departure to its arrival.
  var travel = SecondsSum()
  /// First order until all units are on scene, where several are needed.
  var fullComplement = SecondsSum()
  /// First arrival until the scene is cleared.
  var handling = SecondsSum()
}

/// A sum of times and their number.
struct SecondsSum: Sendable {
  private var seconds = 0.0
  private var count = 0

  mutating func add(_ value: Double) {
    seconds += value
    count += 1
  }

  /// The mean in minutes; nil without any.
  var meanMinutes: Double? { count > 0 ? seconds / Double(count) / 60 : nil }
}
