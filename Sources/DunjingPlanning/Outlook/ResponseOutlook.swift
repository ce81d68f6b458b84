import DunjingScenario

/// How incidents are reached under a plan, on average over the year.
public struct ResponseOutlook: Sendable, Equatable {
  /// Incidents in a year to which units are sent; calls by contact card are not among them.
  public internal(set) var incidents = 0.0
  /// Of these, those reached within the target of their area, per year.
  public internal(set) var inTime = 0.0
  /// The share reached within the target, by area class that has incidents.
  public internal(set) var withinTarget: [AreaClass: Double] = [:]
  /// The share reached within five minutes.
  public internal(set) var withinFive = 0.0
  /// Mean minutes from the call to the first arrival.
  public internal(set) var meanFromCall = 0.0
  /// Mean minutes from the order to the first arrival.
  public internal(set) var meanFromDispatch = 0.0
  /// Minutes within which 90 % are reached, on the clock of the targets; nil beyond an hour.
  public internal(set) var percentile90: Double?
  /// The workload of units that answer in the whole city or county, as a share of their time; nil if there are none.
  public internal(set) var streetUtilization: Double?
  /// The workload of the units of districts, as a share of their time; nil if there are none.
  public internal(set) var stationUtilization: Double?
}
