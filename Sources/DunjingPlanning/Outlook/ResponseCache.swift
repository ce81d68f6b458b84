import Synchronization

/// What response depends on besides the number of incidents, solved once for each.
///
/// Every value follows from its key alone, so that it does not matter who fills in which first.
final class ResponseCache: Sendable {
  /// What a plan changes about units and calls for all parts alike.
  struct Rules: Hashable {
    var skills: [UInt64]
    var ownFirst: Bool
    var isTargeted: Bool
    var hasSupport: Bool
    var originSeconds: Double
  }

  /// The units of a part on duty, at a pace, under some rules.
  struct Key: Hashable {
    var part: Int
    var pace: Int
    var rules: Int
    /// Bit n for the n-th unit of the part.
    var crew: [UInt64]
  }

  /// The lists of a part at a pace.
  struct TableKey: Hashable {
    var part: Int
    var pace: Int
    var ownFirst: Bool
    var isTargeted: Bool
  }

  private let rules = Mutex<[Rules: Int]>([:])
  private let tables = Mutex<[TableKey: ArrivalTable]>([:])
  private let surfaces = Mutex<[Key: ResponseSurface]>([:])

  /// The number of some rules.
  func number(of wanted: Rules) -> Int {
    rules.withLock { known in
      if let number = known[wanted] { return number }
      known[wanted] = known.count
      return known.count - 1
    }
  }

  /// The lists of a key, made unless they are known.
  func table(_ key: TableKey, make: () -> ArrivalTable) -> ArrivalTable {
    if let known = tables.withLock({ $0[key] }) { return known }
    let made = make()
    tables.withLock { $0[key] = made }
    return made
  }

  /// The surface of a key, if it is known.
  func surface(_ key: Key) -> ResponseSurface? { surfaces.withLock { $0[key] } }

  /// Keeps a surface.
  func keep(_ surface: ResponseSurface, of key: Key) { surfaces.withLock { $0[key] = surface } }
}
