import DunjingRandom
import DunjingScenario

/// How visitors queue at the windows of a station.
public enum WindowDiscipline: Sendable, CaseIterable {
  /// One queue and one window for each business.
  case separate
  /// One queue for all windows.
  case pooled
}

/// The service windows of all stations, played day by day outside of the event queue.
///
/// Visitors come by a Poisson process whose rate is constant in each hour. Every day starts with empty windows; the
/// windows serve until nobody waits, during hours of weight 0 and after closing too. The same visitors come under
/// either discipline. Nothing else in the simulation depends on them, nor they on it.
public struct WindowService: Sendable {
  private let windows: ServiceWindows
  private let visitsPerDay: [Double]

  /// Creates the windows of stations.
  /// - Parameters:
  ///   - windows: Opening hours, the numbers of windows and how long a visit takes.
  ///   - visitsPerDay: Expected visitors on a day the windows are open, by station; 0 where nobody comes.
  public init(_ windows: ServiceWindows, visitsPerDay: [Double]) {
    (self.windows, self.visitsPerDay) = (windows, visitsPerDay)
  }

  /// Plays days and returns the waits under each discipline asked for, in that order.
  ///
  /// - Parameters:
  ///   - days: The days, which name the streams of the visitors together with the station.
  ///   - disciplines: How visitors queue.
  ///   - seed: The seed of the streams.
  ///   - replication: The number of the replication, from 0.
  /// - Complexity: O(visitors), and for the pooled queue times the windows of a station.
  public func waits(
    on days: [Int], _ disciplines: [WindowDiscipline], seed: UInt64, replication: Int
  ) -> [WindowWaits] {
    let demand = WindowDemand(windows)
    var desk = WindowDesk(windows, disciplines)
    for (station, visits) in visitsPerDay.enumerated() where visits > 0 {
      for day in days {
        var stream = RandomStream(
          seed: seed, replication: replication, purpose: .windowVisits,
          entity: UInt64(station) << 32 | UInt64(day))
        desk.play(demand, visits: visits, using: &stream)
      }
    }
    return disciplines.map { desk.waits($0) }
  }
}

/// The windows of one station after another, under one discipline or both at once.
private struct WindowDesk {
  private let isPooled: Bool
  private let isSeparate: Bool
  private var pooled: PooledWindows
  private var separate: SeparateWindows
  private var pooledWaits: WindowTally
  private var separateWaits: WindowTally
  private var visitors = WindowVisitors()

  init(_ windows: ServiceWindows, _ disciplines: [WindowDiscipline]) {
    isPooled = disciplines.contains(.pooled)
    isSeparate = disciplines.contains(.separate)
    pooled = PooledWindows(count: windows.windowsPerStation)
    separate = SeparateWindows(count: windows.businessShares.count)
    pooledWaits = WindowTally(longWaitMinutes: windows.longWaitMinutes)
    separateWaits = pooledWaits
  }

  /// Plays a day of one station.
  mutating func play(_ demand: WindowDemand, visits: Double, using stream: inout RandomStream) {
    demand.draw(visits, into: &visitors, using: &stream)
    if isPooled { pooled.serve(visitors, &pooledWaits) }
    if isSeparate { separate.serve(visitors, &separateWaits) }
  }

  func waits(_ discipline: WindowDiscipline) -> WindowWaits {
    WindowWaits(discipline == .pooled ? pooledWaits : separateWaits)
  }
}
