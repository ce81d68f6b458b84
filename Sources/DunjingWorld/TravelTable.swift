import Dispatch
import DunjingScenario

/// Travel times of one mode between places, in seconds at factor 1.
///
/// On roads, a dense table of single precision by destination row: the unit scan reads one row per incident. Along
/// a metric, the positions of the places.
public struct TravelTable: Sendable {
  /// The number of places.
  public let placeCount: Int
  /// The way between places where travel follows a metric; nil on roads.
  public let straight: StraightTravel?
  /// Seconds from each place (column) to each place (row); empty where travel follows a metric.
  public let seconds: [Float]
  /// Divided into the times: speed factor by month (12) and hour (24).
  public let slowness: [Double]

  /// Returns the travel time in seconds at factor 1.
  @inlinable
  public func freeFlowSeconds(from origin: Int, to destination: Int) -> Double {
    if let straight { return straight.seconds(from: origin, to: destination) }
    return Double(seconds[destination * placeCount + origin])
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
      guard scenario.travelsOnRoads else {
        return TravelTable(
          placeCount: geography.placeCount,
          straight: StraightTravel(
            x: geography.x, y: geography.y,
            secondsPerKilometer: 3_600 / speeds[0] * scenario.travel.detourFactor,
            metric: scenario.travel.metric),
          seconds: [], slowness: slowness)
      }
      let same = known.first { $0.speeds == speeds }
      let seconds = same?.seconds ?? roadSeconds(geography, speeds: speeds)
      if same == nil { known.append((speeds, seconds)) }
      return TravelTable(
        placeCount: geography.placeCount, straight: nil, seconds: seconds, slowness: slowness)
    }
  }

  private static func speed(of mode: TravelMode, on roadClass: String) -> Double {
    mode.classSpeeds.first { $0.roadClass == roadClass }?.kilometersPerHour ?? mode.speedKilometersPerHour
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
