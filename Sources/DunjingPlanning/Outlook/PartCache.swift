import Synchronization

/// The response of parts under plans, worked out once: plans that differ in one part share all others. Worlds that share a
/// ``ResponseCache`` have one of these each, as demand differs between them.
final class PartCache: Sendable {
  /// All that the response of a part depends on.
  struct Key: Hashable {
    var part: Int
    var rules: Int
    /// The share of calls that go to contact cards.
    var cards: Double
    /// The duty of its units, first responders included.
    var duty: [UInt64]
    /// Incidents in a year of its counties, by kind.
    var incidents: [[Double]]
  }

  private let parts = Mutex<[Key: PartOutlook]>([:])

  /// The response of a part, worked out unless it is known.
  func part(_ key: Key, make: () -> PartOutlook) -> PartOutlook {
    if let known = parts.withLock({ $0[key] }) { return known }
    let made = make()
    parts.withLock { $0[key] = made }
    return made
  }
}
