import DunjingRandom

/// A kind of incident (警情).
public struct IncidentKind: Sendable, Equatable {
  /// The id, unique among kinds, such as `criminal`.
  public var id: String
  /// The name.
  public var name: LocalizedText
  /// Incidents per year that do not grow from hazards or climbs of this scenario.
  public var exogenousPerYear: Double
  /// Relative rates by hour of the day, 24 values with mean 1.
  public var hourWeights: [Double]
  /// Relative rates by weekday from Monday, 7 values with mean 1.
  public var weekdayWeights: [Double]
  /// Relative rates by month, 12 values with mean 1 over the year.
  public var monthWeights: [Double]
  /// Priority, 1 is the most urgent.
  public var priority: Int
  /// Share of incidents one step more urgent, at `urgentPriority`.
  public var urgentShare: Double
  /// Priority of the urgent share.
  public var urgentPriority: Int
  /// Time on scene, in minutes.
  public var sceneMinutes: Distribution
  /// Paperwork that keeps the first unit busy, in minutes.
  public var paperworkMinutes: Double
  /// Probability that a second unit is needed.
  public var secondUnitProbability: Double
  /// Skills a unit needs.
  public var skills: [String]
  /// Harm of one incident, relative.
  public var harm: Double
  /// Work it begets at headquarters.
  public var followUps: [FollowUp]
  /// Whether a fixed number of units replaces the second-unit draw: units always needed (at least 1).
  public var units: Int
  /// How visible patrol deters it; nil where it does not.
  public var deterrence: Deterrence?
  /// Probability that it comes again because it was not resolved at first (重复警情).
  public var repeatShare = 0.0
  /// Mean days until it comes again, exponential.
  public var repeatMeanDays = 7.0
}

/// How visible patrol in a grid deters incidents there that do not grow from hazards or climbs.
///
/// Such an incident does not happen with probability effect · exp(−t / fade), t the time since a unit was last on
/// patrol in the grid.
public struct Deterrence: Sendable, Equatable {
  /// The probability while a unit is there.
  public var effect: Double
  /// Minutes in which what it leaves behind falls to 1/e.
  public var fadeMinutes: Double

  /// Creates a deterrence.
  public init(effect: Double, fadeMinutes: Double) {
    (self.effect, self.fadeMinutes) = (effect, fadeMinutes)
  }
}

/// Work that one incident begets at a department.
public struct FollowUp: Sendable, Equatable {
  /// The id of the department.
  public var department: String
  /// Mean hours of work.
  public var hours: Double
}

/// An incident that may beget a later one of another kind (民转刑, 治转刑).
public struct Climb: Sendable, Equatable {
  /// The id of the first kind.
  public var from: String
  /// The id of the later kind.
  public var to: String
  /// Probability.
  public var probability: Double
  /// Mean of the exponential delay, in days.
  public var meanDelayDays: Double
}
