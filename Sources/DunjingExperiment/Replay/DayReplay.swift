import DunjingScenario

/// One measured day under one treatment, as it can be drawn: where every unit is and what it does, and which incidents
/// are open.
///
/// Times are whole seconds from midnight, rounded down; what began the day before has a negative start. Positions are in
/// kilometers east and north. Units go in straight lines, at constant speed; one on patrol stands at its post until it is
/// sent, because a patrol is computed only when a dispatch asks. A unit that is free goes back to its post at free-flow
/// speed. Absences on other work are not followed.
public struct DayReplay: Sendable, Equatable, Codable {
  /// The index of the treatment in the scenario.
  public let treatment: Int
  /// The number of the replication, from 0.
  public let replication: Int
  /// The master seed.
  public let seed: UInt64
  /// The measured day, from 1.
  public let day: Int
  /// Its date.
  public let date: CalendarDay
  /// The index of the county that is followed; nil where all of the study is.
  public let county: Int?
  /// The indices of the grids of that county, or of all.
  public let grids: [Int]
  /// Positions of these grids.
  public let gridPositions: [Position]
  /// The units that are on duty or at work at some time of the day, by index.
  public let units: [Course]
  /// The incidents that are open at some time of the day, by number.
  public let incidents: [Incident]

  /// Seconds in the day.
  public static let seconds = 86_400

  /// A point in the plane.
  public struct Position: Sendable, Hashable, Codable {
    /// Kilometers east.
    public var x: Double
    /// Kilometers north.
    public var y: Double

    /// Creates a position.
    public init(x: Double, y: Double) { (self.x, self.y) = (x, y) }
  }

  /// What a unit does.
  public enum Activity: Int, Sendable, CaseIterable, Codable {
    /// Off duty, and not at work any more.
    case offDuty
    /// Free: at its post, on patrol from it, or on its way back.
    case atPost
    /// Ordered, and not yet moving.
    case turningOut
    /// On its way to an incident.
    case underWay
    /// On scene.
    case onScene
    /// Writing up the incident that it has led.
    case paperwork
  }

  /// What a unit does for a while.
  public struct Stage: Sendable, Equatable, Codable {
    /// When it begins, in seconds after midnight; negative for what began the day before.
    public var start: Int
    /// When it ends, in seconds after midnight: when the next one begins; beyond 86,400 for a way that ends the day after.
    public var end: Int
    /// What the unit does.
    public var activity: Activity
    /// Where it is at first.
    public var from: Position
    /// Where it is at the end.
    public var to: Position

    /// Returns where the unit is at a second.
    public func position(at second: Int) -> Position {
      guard end > start else { return to }
      let share = min(1, max(0, Double(second - start) / Double(end - start)))
      return Position(x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y))
    }
  }

  /// The day of a unit.
  public struct Course: Sendable, Equatable, Codable {
    /// The index of the unit.
    public let unit: Int
    /// Where it stands by.
    public let post: Position
    /// What it does, one stage after the other, from midnight to midnight at least.
    public let stages: [Stage]

    /// Returns what the unit does at a second of the day.
    /// - Complexity: O(log *n*) in the stages.
    public func stage(at second: Int) -> Stage? {
      var (low, high) = (0, stages.count)
      while low < high {
        let middle = (low + high) / 2
        if stages[middle].start <= second { low = middle + 1 } else { high = middle }
      }
      return low > 0 ? stages[low - 1] : stages.first
    }
  }

  /// An incident.
  public struct Incident: Sendable, Equatable, Codable {
    /// Its number in the replication, from 0.
    public let number: Int
    /// The index of its kind.
    public let kind: Int
    /// The index of its grid.
    public let grid: Int
    /// Its priority; 1 is the most urgent.
    public let priority: Int
    /// Where it is.
    public let position: Position
    /// When the call came in, in seconds after midnight; 0 where it came in earlier.
    public internal(set) var received: Int
    /// When the first unit was on scene, in seconds after midnight; nil if none was before the end of the day.
    public internal(set) var firstArrival: Int?
    /// When it was cleared or handed over, in seconds after midnight; nil if it is open at the end of the day.
    public internal(set) var closed: Int?

    /// Whether it has come in and is not closed at a second.
    public func isOpen(at second: Int) -> Bool { received <= second && second < closed ?? .max }

    /// Whether it is open at a second and no unit has been there.
    public func isWaiting(at second: Int) -> Bool {
      isOpen(at: second) && second < firstArrival ?? .max
    }
  }
}

extension DayReplay {
  /// How many units and incidents are in which state.
  public struct Counts: Sendable, Equatable {
    /// Units that are free.
    public var atPost = 0
    /// Units that turn out or are on their way.
    public var underWay = 0
    /// Units on scene.
    public var onScene = 0
    /// Units writing up an incident.
    public var paperwork = 0
    /// Open incidents at which no unit has been.
    public var waiting = 0
    /// Open incidents at which a unit has been.
    public var served = 0
  }

  /// Returns how many units and incidents are in which state at a second of the day.
  /// - Complexity: O(*u* log *n* + *i*) for *u* units of *n* stages and *i* incidents.
  public func counts(at second: Int) -> Counts {
    var counts = Counts()
    for course in units {
      switch course.stage(at: second)?.activity {
      case .atPost: counts.atPost += 1
      case .turningOut, .underWay: counts.underWay += 1
      case .onScene: counts.onScene += 1
      case .paperwork: counts.paperwork += 1
      case .offDuty, nil: break
      }
    }
    for incident in incidents where incident.isOpen(at: second) {
      if incident.isWaiting(at: second) { counts.waiting += 1 } else { counts.served += 1 }
    }
    return counts
  }
}
