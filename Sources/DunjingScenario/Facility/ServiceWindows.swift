import DunjingRandom

/// The service windows at police stations (综合服务窗口): who comes when, and how long one visit takes.
///
/// Windows are open on weekdays. Residents go to the station of their grid. Nobody comes in an hour of weight 0, but
/// the windows go on serving those who wait, then and after closing.
public struct ServiceWindows: Sendable, Equatable {
  /// Visits of one resident in a year.
  public var visitsPerResidentYear: Double
  /// Windows at each station.
  public var windowsPerStation: Int
  /// When the windows open, in minutes after midnight.
  public var openingMinute: Int
  /// Relative numbers of visits in each hour from the opening on; the last one ends at closing time.
  public var hourWeights: [Double]
  /// Time of one visit at the window, in minutes.
  public var serviceMinutes: Distribution
  /// Share of the visits by business, one window each while queues are separate; they add up to 1.
  public var businessShares: [Double]
  /// The wait above which it counts as long, in minutes.
  public var longWaitMinutes: Double

  /// Creates windows.
  public init(
    visitsPerResidentYear: Double, windowsPerStation: Int, openingMinute: Int, hourWeights: [Double],
    serviceMinutes: Distribution, businessShares: [Double], longWaitMinutes: Double
  ) {
    self.visitsPerResidentYear = visitsPerResidentYear
    self.windowsPerStation = windowsPerStation
    self.openingMinute = openingMinute
    self.hourWeights = hourWeights
    self.serviceMinutes = serviceMinutes
    self.businessShares = businessShares
    self.longWaitMinutes = longWaitMinutes
  }

  /// Minutes after midnight when the last visitors come.
  public var closingMinute: Int { openingMinute + 60 * hourWeights.count }

  /// The mean time of one visit at the window, in minutes.
  public var meanServiceMinutes: Double { serviceMinutes.mean }
}
