import DunjingSimulation
import Testing

extension Simulator {
  /// Plays on up to and including a time, and records an issue where the state breaks a rule after an event.
  /// - Parameter end: seconds since the start of the warm-up.
  mutating func play(until end: Double) {
    do {
      #expect(try runChecked(until: end))
    } catch {
      Issue.record("\(error.time) s: \(error)")
    }
  }
}
