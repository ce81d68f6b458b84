import DunjingScenario

/// What queueing theory says of one part of a study in one hour of the day.
public struct PartHour: Sendable, Equatable {
  /// How it was solved.
  public enum Method: String, Sendable, Equatable, CaseIterable {
    /// All sets of busy units.
    case exact
    /// Larson's and Jarvis's approximation.
    case approximate
    /// What arrives is no less than what the units can do: not at all; or, of some incidents, than what those units can do that may
    /// go to them: by approximation, with these always busy.
    case saturated
    /// Not at all: nobody is on duty, or nobody calls.
    case idle
    /// The iteration did not settle.
    case notConverged
  }

  /// Units that are alone in being allowed to go to some incidents.
  public struct Tightest: Sendable, Equatable {
    /// The units, by index in the world.
    public var units: [Int]
    /// What arrives of incidents that only they may serve, as a share of what they can do.
    public var load: Double
  }

  /// How it was solved.
  public var method: Method
  /// The number of units on duty.
  public var units: Int
  /// Dispatches asked for per hour.
  public var arrivalRate: Double
  /// The work offered, in erlangs.
  public var load: Double
  /// What arrives as a share of what the units can do.
  public var utilization: Double
  /// The mean service time of a dispatch in minutes: turnout, travel, scene and paperwork.
  public var serviceMinutes: Double
  /// The workload of each unit on duty as a share of its time, by unit of the world.
  public var workloads: [Int: Double] = [:]
  /// The mean travel time of a dispatch in minutes.
  public var travelMinutes: Double?
  /// The probability that an incident waits: that all units are busy that may go.
  public var waitingProbability: Double?
  /// Where some units may not go to some incidents: those with the least room for what only they may serve; nil where all
  /// may go everywhere.
  public var tightest: Tightest?
  /// The share of dispatches that are not of the unit wanted first.
  public var interAreaFraction: Double?
  /// Dispatches asked for per hour by area class, those for which nobody on duty may go included.
  public var demand: [AreaClass: Double] = [:]
  /// Of these, those that a unit reaches within the target, sent at once, per hour.
  public var reached: [AreaClass: Double] = [:]
  /// Of these, those that have an idle unit within the target, per hour.
  public var available: [AreaClass: Double] = [:]
  /// Dispatches per hour for which nobody on duty has the skills or the area.
  public var unservedRate: Double = 0
  /// The mean workload over all units on duty, as a share of their time.
  public var meanWorkload: Double? {
    guard units > 0, method == .idle || !workloads.isEmpty else { return nil }
    return workloads.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value } / Double(units)
  }
}
