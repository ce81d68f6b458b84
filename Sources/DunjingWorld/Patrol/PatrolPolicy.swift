import DunjingScenario

// The contract of a patrol policy.
//
// To implement:
//   func laps(of beat: PatrolBeat, on map: PatrolMap) -> [[PatrolStop]]
// What comes free: each point, line and grid belongs to the beat of the nearest base; the laps are driven over the
// roads at patrol speed, one after the other and then anew; between two laps the unit stands at its base as long
// as its moving share asks; its position is computed when a dispatch asks; after an incident it joins the
// round again where it would be by then; visits and passes are counted.

/// Chooses where a unit on moving standby (动中备勤) goes.
public protocol PatrolPolicy: Sendable {
  /// Returns the laps of a beat, each a list of stops in the order in which they are driven.
  ///
  /// The same beat has to give the same laps: routes are part of the compiled world.
  func laps(of beat: PatrolBeat, on map: PatrolMap) -> [[PatrolStop]]
}

/// What one base has to look after.
public struct PatrolBeat: Sendable, Equatable {
  /// The place of the base.
  public let base: Int
  /// Must-visit points nearest to this base, by index in the scenario.
  public let points: [Int]
  /// Must-patrol lines nearest to this base, by index in the scenario.
  public let lines: [Int]
  /// Grids nearest to this base, by index in the scenario.
  public let grids: [Int]
}

/// A place to stay at, or a stretch to drive along.
public struct PatrolStop: Sendable, Equatable {
  /// The places to drive through, one after the other.
  public var path: [Int]
  /// Seconds to stay at the last place.
  public var dwellSeconds: Double
  /// Which duty it fulfills.
  public var duty: PatrolDuty

  /// Creates a stop.
  /// - Precondition: `path` is not empty.
  public init(path: [Int], dwellSeconds: Double = 0, duty: PatrolDuty = .none) {
    precondition(!path.isEmpty, "a patrol stop needs a place")
    (self.path, self.dwellSeconds, self.duty) = (path, dwellSeconds, duty)
  }

  /// The same stop from the other end.
  public var turned: PatrolStop {
    PatrolStop(path: path.reversed(), dwellSeconds: dwellSeconds, duty: duty)
  }
}

/// A duty that a patrol stop fulfills.
public enum PatrolDuty: Sendable, Equatable {
  /// Nothing is counted.
  case none
  /// A visit of a must-visit point (必到点), by index in the scenario.
  case visit(point: Int)
  /// A pass of a must-patrol line (必巡线), by index in the scenario.
  case pass(line: Int)
}
