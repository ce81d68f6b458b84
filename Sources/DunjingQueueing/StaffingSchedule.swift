/// Servers for each cell of a day and for each shift, where arrivals change with time.
///
/// Every cell gets the least number of servers with which a steady queue M/M/c of its load makes at most a target share
/// wait; a shift gets the most that one of its cells needs. The three ways to take the load of a cell:
///
/// - ``Method/stationary``: its own arrival rate times the mean service (SIPP, stationary independent period by period).
///   Too late where the rate changes: what came before is still in service.
/// - ``Method/lagged``: the rate a mean service time earlier, averaged over the cell (lag avg). Source: L. V. Green, P. J.
///   Kolesar & J. Soares (2001), "Improving the SIPP approach for staffing service systems that have cyclic demands",
///   Operations Research 49.
/// - ``Method/modifiedOfferedLoad``: the mean number that would be in service with ample servers, the most in the cell.
///   Source: O. B. Jennings, A. Mandelbaum, W. A. Massey & W. Whitt (1996), Management Science 42.
public struct StaffingSchedule: Sendable, Equatable {
  /// How the load of a cell is found.
  public enum Method: String, Sendable, CaseIterable {
    /// From its own arrival rate.
    case stationary
    /// From the rate a mean service earlier.
    case lagged
    /// From the queue with ample servers.
    case modifiedOfferedLoad
  }

  /// The load of each cell, in erlangs.
  public let loads: [Double]
  /// The servers that each cell needs.
  public let servers: [Int]

  /// Works out the servers; nil unless 0 < `delayProbability` < 1.
  /// - Parameters:
  ///   - ample: arrivals by cell, and the service time.
  ///   - delayProbability: the greatest probability of waiting that is accepted.
  ///   - method: how the load of a cell is found.
  public init?(_ ample: InfiniteServerQueue, delayProbability: Double, method: Method) {
    guard delayProbability > 0, delayProbability < 1 else { return nil }
    let loads = Self.loads(ample, method)
    var servers: [Int] = []
    for load in loads {
      if load == 0 {
        servers.append(0)
      } else if let count = ErlangC.servers(load: load, delayProbability: delayProbability) {
        servers.append(count)
      } else {
        return nil
      }
    }
    (self.loads, self.servers) = (loads, servers)
  }

  /// Returns the servers of a shift: the most that one of its cells needs.
  /// - Parameter cells: the cells of the shift; those after the last begin again.
  /// - Precondition: the shift has a cell, and none before the first of the day.
  public func servers(inShift cells: Range<Int>) -> Int {
    precondition(!cells.isEmpty && cells.lowerBound >= 0, "a shift has cells")
    return cells.reduce(0) { max($0, servers[$1 % servers.count]) }
  }

  private static func loads(_ ample: InfiniteServerQueue, _ method: Method) -> [Double] {
    switch method {
    case .stationary: ample.arrivalRates.map { $0 * ample.service.mean }
    case .lagged: ample.arrivalRates.indices.map { laggedRate(ample, cell: $0) * ample.service.mean }
    case .modifiedOfferedLoad:
      ample.arrivalRates.indices.map { cell in
        (0...16).reduce(0) { greatest, point in
          max(greatest, ample.meanBusy(at: (Double(cell) + Double(point) / 16) * ample.step))
        }
      }
    }
  }

  /// The arrival rate, averaged over the cell moved back by a mean service.
  private static func laggedRate(_ ample: InfiniteServerQueue, cell: Int) -> Double {
    let count = ample.arrivalRates.count
    let lag = ample.service.mean / ample.step
    let whole = lag.rounded(.down)
    let part = lag - whole
    func rate(_ back: Int) -> Double { ample.arrivalRates[((cell - back) % count + count) % count] }
    return rate(Int(whole)) * (1 - part) + rate(Int(whole) + 1) * part
  }
}
