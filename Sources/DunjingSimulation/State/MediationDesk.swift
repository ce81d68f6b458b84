/// The officers of a district who mediate: found hazards, first come, first served, at their joint capacity.
struct MediationDesk: Sendable {
  /// A found hazard that waits.
  struct Case: Sendable {
    var slot: Int32
    var entity: UInt64
    var round: UInt64
    var found: Double
  }

  private var cases: [Case] = []
  private var first = 0
  /// Whether a case is under way.
  var isBusy = false

  mutating func add(_ found: Case) {
    cases.append(found)
  }

  /// Takes the case that waits longest.
  mutating func next() -> Case? {
    guard first < cases.count else { return nil }
    defer {
      first += 1
      if first > 64 && first * 2 > cases.count {
        cases.removeFirst(first)
        first = 0
      }
    }
    return cases[first]
  }
}
