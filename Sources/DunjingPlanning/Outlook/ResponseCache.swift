import Synchronization

/// What response depends on besides the number of incidents, solved once for each.
final class ResponseCache: Sendable {
  /// What a plan changes about units and calls for all parts alike.
  struct Rules: Hashable, Sendable {
    var skills: [UInt64]
    var ownFirst: Bool
    var isTargeted: Bool
    var hasSupport: Bool
    var originSeconds: Double
  }

  /// The units of a part on duty, at a pace, under some rules.
  struct Key: Hashable, Sendable {
    var part: Int
    var pace: Int
    var rules: Int
    /// Bit n for the n-th unit of the part.
    var crew: [UInt64]
  }

  /// The lists of a part at a pace.
  struct TableKey: Hashable, Sendable {
    var part: Int
    var pace: Int
    var ownFirst: Bool
    var isTargeted: Bool
  }

  private let rules = Mutex<[Rules: Int]>([:])
  /// The lists of parts.
  let tables = SharedMemo<TableKey, ArrivalTable>()
  /// The response of parts.
  let surfaces = SharedMemo<Key, ResponseSurface>()

  /// The number of some rules.
  func number(of wanted: Rules) -> Int {
    rules.withLock { known in
      if let number = known[wanted] { return number }
      known[wanted] = known.count
      return known.count - 1
    }
  }
}
