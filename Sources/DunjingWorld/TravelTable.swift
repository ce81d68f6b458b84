import Dispatch
import DunjingScenario

/// Travel times of one mode between places, in seconds at factor 1, by destination row.
///
/// A dense table of single precision: the unit scan reads one row per incident.
public struct TravelTable: Sendable {
  /// The number of places.
  public let placeCount: Int
  /// Seconds from each place (column) to each place (row).
  @usableFromInline let seconds: [Float]
  /// Divided into the times: speed factor by month (12) and hour (24).
  public let slowness: [Double]

  /// Returns the travel time in seconds at factor 1.
  @inlinable
  public func freeFlowSeconds(from origin: Int, to destination: Int) -> Double {
    Double(seconds[destination * placeCount + origin])
  }

  /// Returns the factor on free-flow times for a month (0 … 11) and hour (0 … 23).
  @inlinable
  public func slowness(month: Int, hour: Int) -> Double {
    slowness[month * 24 + hour]
  }

  static func tables(for scenario: Scenario, in geography: Geography) -> [TravelTable] {
    var known: [(speeds: [Double], seconds: [Float])] = []
    return scenario.travel.modes.map { mode in
      let speeds =
        scenario.travelsOnRoads
        ? geography.roadClasses.map { speed(of: mode, on: $0) } : [mode.speedKilometersPerHour]
      var slowness: [Double] = []
      for month in 0..<12 {
        for hour in 0..<24 {
          slowness.append(1 / (mode.monthFactors[month] * mode.hourFactors[hour]))
        }
      }
      let seconds: [Float]
      if let same = known.first(where: { $0.speeds == speeds }) {
        seconds = same.seconds
      } else {
        seconds =
          scenario.travelsOnRoads
          ? roadSeconds(geography, speeds: speeds) : metricSeconds(scenario, geography, speed: speeds[0])
        known.append((speeds, seconds))
      }
      return TravelTable(placeCount: geography.placeCount, seconds: seconds, slowness: slowness)
    }
  }

  private static func speed(of mode: TravelMode, on roadClass: String) -> Double {
    mode.classSpeeds.first { $0.roadClass == roadClass }?.kilometersPerHour ?? mode.speedKilometersPerHour
  }

  private static func metricSeconds(_ scenario: Scenario, _ geography: Geography, speed: Double) -> [Float] {
    let count = geography.placeCount
    let secondsPerKilometer = 3_600 / speed * scenario.travel.detourFactor
    var seconds = [Float](repeating: 0, count: count * count)
    for row in 0..<count {
      for column in 0..<count {
        let (dx, dy) = (geography.x[row] - geography.x[column], geography.y[row] - geography.y[column])
        let kilometers =
          scenario.travel.metric == .euclidean
          ? (dx * dx + dy * dy).squareRoot() : abs(dx) + abs(dy)
        seconds[row * count + column] = Float(kilometers * secondsPerKilometer)
      }
    }
    return seconds
  }

  private static func roadSeconds(_ geography: Geography, speeds: [Double]) -> [Float] {
    let count = geography.placeCount
    let reversed = ReverseRoads(geography, speeds: speeds)
    return [Float](unsafeUninitializedCapacity: count * count) { buffer, initialized in
      nonisolated(unsafe) let rows = buffer
      let chunk = 32
      DispatchQueue.concurrentPerform(iterations: (count + chunk - 1) / chunk) { part in
        var search = ShortestPaths(reversed)
        for destination in (part * chunk)..<min(count, (part + 1) * chunk) {
          search.run(from: destination)
          for origin in 0..<count {
            rows[destination * count + origin] = Float(search.seconds[origin])
          }
        }
      }
      initialized = count * count
    }
  }
}

extension Scenario {
  /// Whether travel times are those of shortest paths; otherwise they follow the metric.
  var travelsOnRoads: Bool { roads != nil && travel.followsRoads }
}
