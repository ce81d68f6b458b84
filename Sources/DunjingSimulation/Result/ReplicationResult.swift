import DunjingScenario

/// What one replication of one treatment says: numbers only, in scenario order, ready to be pooled.
public struct ReplicationResult: Sendable, Equatable, Codable {
  /// Values in the order of `Indicator.allCases`; nil where the scenario has no data for it.
  public var indicators: [Double?]
  /// Response times of core, key and general areas in bins of ``binSeconds``.
  public var histograms: [[UInt32]]
  /// Incidents no own unit reached within the horizon, those handed over included, by area class.
  public var unreached: [Int]
  /// Incidents by grid.
  public var gridCounts: [Int]
  /// Incidents that a unit reached by grid.
  public var gridReached: [Int]
  /// Sum of response seconds of reached incidents by grid.
  public var gridSeconds: [Double]
  /// Incidents within the target by grid.
  public var gridWithin: [Int]
  /// Moments at which a unit could be seen in each grid.
  public var gridSeen: [Int]
  /// Moments at which it was looked where units can be seen.
  public var observations: Int
  /// Share of the demand in grids where a unit can be seen, by hour of the day; nil without a look in that hour.
  public var hourVisibility: [Double?]
  /// Visits made as a share of those required, by must-visit point; at most 1.
  public var pointVisitRates: [Double]
  /// Passes made as a share of those required, by must-patrol line; at most 1.
  public var linePassRates: [Double]
  /// Busy time as a share of the time on duty, overtime included, by unit; nil for a unit without duty.
  public var unitUtilization: [Double?]
  /// Incidents by kind.
  public var kindCounts: [Int]
  /// Mean wait for the first full unit in minutes, by kind; nil without incidents.
  public var kindQueueMinutes: [Double?]
  /// Mean response time in minutes on the clock of the targets, by kind; nil without incidents.
  public var kindResponseMinutes: [Double?]
  /// Incidents by hour of the week.
  public var hourIncidents: [Int]
  /// Busy unit-seconds by hour of the week.
  public var hourBusy: [Double]
  /// Work that arrived as a share of capacity, by department.
  public var departmentUtilization: [Double]
  /// Mean delay in working days, by department.
  public var departmentDelay: [Double]
  /// Backlog at the end in officer-days, by department.
  public var departmentBacklog: [Double]
  /// Backlog of all departments at the end of each measured week, in officer-days.
  public var weeklyBacklog: [Double]
  /// Whether the number of waiting incidents grows without bound: response then has no steady state. Nil when the
  /// horizon is shorter than four weeks.
  public var isQueueGrowing: Bool?
  /// Whether the backlog of a department grows without bound, by department; nil as above.
  public var isDepartmentGrowing: [Bool?]
  /// What happened in each county; empty in a study of one.
  public var counties: [CountyResult]
  /// Events played from the branch to the end.
  public var events: Int

  /// Width of a bin of response times, in seconds.
  public static let binSeconds = Recorder.binSeconds

  /// Returns the value of an indicator.
  public subscript(indicator: Indicator) -> Double? {
    indicators[indicator.index]
  }
}

extension Indicator {
  /// Its position in `allCases`.
  public var index: Int {
    Self.positions[self] ?? 0
  }

  private static let positions = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}
