import DunjingWorld

/// What the mechanisms of the reform did in the measured time.
struct MechanismTally: Sendable {
  /// Incidents that a community officer answered by contact card.
  var answered = 0
  /// Incidents that came again because they were not resolved.
  var repeats = 0
  /// Hazards that programs kept from arising.
  var averted = 0
  /// Cases that departments outside the police got, of these in time, and the days each took.
  var referred = 0
  var referredInTime = 0
  var referredSeconds = 0.0
  /// Orders to units of another county.
  var aids = 0
  /// Unit-seconds that each county gave to others, and got; empty in a study of one.
  var aidGiven: [Double]
  var aidReceived: [Double]
  /// Incidents called in while a shock was on, and those reached within the target.
  var inShock = 0
  var inShockWithin = 0
  /// Shocks that are over, and the seconds until no more incidents waited than before.
  var shocksEnded = 0
  var recoverySeconds = 0.0
  /// Incidents that need several units, and those that all reached within the target.
  var several = 0
  var severalWithin = 0

  init(_ world: World) {
    aidGiven = Array(repeating: 0, count: world.counties.count > 1 ? world.counties.count : 0)
    aidReceived = aidGiven
  }
}

extension Recorder {
  mutating func answeredByCard() { mechanisms.answered += isMeasuring ? 1 : 0 }

  mutating func hazardAverted() { mechanisms.averted += isMeasuring ? 1 : 0 }

  mutating func referred(seconds: Double, isInTime: Bool) {
    guard isMeasuring else { return }
    mechanisms.referred += 1
    mechanisms.referredInTime += isInTime ? 1 : 0
    mechanisms.referredSeconds += seconds
  }

  mutating func aided() { mechanisms.aids += isMeasuring ? 1 : 0 }

  mutating func aidEnded(from giver: Int, to receiver: Int, seconds: Double) {
    guard isMeasuring, !mechanisms.aidGiven.isEmpty else { return }
    mechanisms.aidGiven[giver] += seconds
    mechanisms.aidReceived[receiver] += seconds
  }

  /// A shock has been recovered from, some seconds after its end.
  mutating func recovered(seconds: Double) {
    guard isMeasuring else { return }
    mechanisms.shocksEnded += 1
    mechanisms.recoverySeconds += seconds
  }
}
