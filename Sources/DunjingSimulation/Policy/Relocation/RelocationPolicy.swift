import DunjingScenario
import DunjingWorld

// The contract of a relocation policy (move-up).
//
// To implement:
//   mutating func relocate(after change: StandbyChange, in state: StandbyView) -> [StandbyMove]
// What comes free: the engine asks whenever a unit becomes idle or leaves for an incident; lets only units move that
// are idle, on duty and not bound to a district or grid; drives them from where they are, from where they can be
// sent at any moment; brings them to their own post for handovers and breaks; and gives each replication its own
// copy, so that a policy may remember.

/// Chooses the posts at which idle units stand by.
public protocol RelocationPolicy: Sendable {
  /// Returns the moves to make now; units that are not named stay with their posts.
  mutating func relocate(after change: StandbyChange, in state: StandbyView) -> [StandbyMove]
}

/// What made the engine ask.
public enum StandbyChange: Sendable, Equatable {
  /// This unit has become idle.
  case idle(unit: Int)
  /// This unit has left for an incident.
  case left(unit: Int)
}

/// A unit that is to stand by at another post of its group.
public struct StandbyMove: Sendable, Equatable {
  /// The index of the unit.
  public var unit: Int
  /// The index of the post in `World.posts`.
  public var post: Int

  /// Creates a move.
  public init(unit: Int, post: Int) {
    (self.unit, self.post) = (unit, post)
  }
}

/// The idle units as a relocation policy sees them.
public struct StandbyView: Sendable {
  /// The time in seconds since the start of the run.
  public let time: Double
  /// Units that may move, in the order of their index.
  public let units: [StandbyUnit]

  /// Creates a view, to try a policy by itself.
  public init(time: Double, units: [StandbyUnit]) { (self.time, self.units) = (time, units) }
}

/// An idle unit that may move.
public struct StandbyUnit: Sendable, Equatable {
  /// The index of the unit.
  public let unit: Int
  /// The index of its group in the scenario.
  public let group: Int
  /// The post at which it stands by now, or to which it is on its way.
  public let post: Int
  /// Its own post.
  public let home: Int
  /// The place where it is now.
  public let place: Int

  /// Creates the view of a unit.
  public init(unit: Int, group: Int, post: Int, home: Int, place: Int) {
    (self.unit, self.group, self.post, self.home, self.place) = (unit, group, post, home, place)
  }
}
