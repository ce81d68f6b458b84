import Dispatch
import DunjingScenario

/// Travel times of one mode between places, in seconds at factor 1.
///
/// On roads, a dense table of single precision by destination row, for the places that are stops: those where something
/// may happen or stand. The unit scan reads one row per incident. Along a metric, the positions of the places.
public struct TravelTable: Sendable {
  /// The number of places.
  public let placeCount: Int
  /// The way between places where travel follows a metric; nil on roads.
  public let straight: StraightTravel?
  /// The number of each place among the stops; −1 for one that is only driven through; empty along a metric.
  public let stopNumbers: [Int32]
  /// The number of stops.
  public let stopCount: Int
  /// Seconds from each stop (column) to each stop (row); empty where travel follows a metric.
  public let seconds: [Float]
  /// Divided into the times: speed factor by month (12) and hour (24).
  public let slowness: [Double]

  /// Returns the travel time in seconds at factor 1.
  /// - Precondition: on roads, both places are stops: ``hasTime(from:to:)``.
  @inlinable
  public func freeFlowSeconds(from origin: Int, to destination: Int) -> Double {
    if let straight { return straight.seconds(from: origin, to: destination) }
    return Double(seconds[Int(stopNumbers[destination]) * stopCount + Int(stopNumbers[origin])])
  }

  /// Returns whether the table has the time between two places.
  public func hasTime(from origin: Int, to destination: Int) -> Bool {
    straight != nil || (stopNumbers[origin] >= 0 && stopNumbers[destination] >= 0)
  }

  /// Returns the factor on free-flow times for a month (0 … 11) and hour (0 … 23).
  @inlinable
  public func slowness(month: Int, hour: Int) -> Double {
    slowness[month * 24 + hour]
  }

  /// The tables of all modes between some stops; on roads, empty for modes by which nobody travels.
  static func tables(
    for scenario: Scenario, in geography: Geography, between stops: TravelStops, by modes: Set<String>? = nil,
    store: (any TravelStore)? = nil
  ) -> [TravelTable] {
    let used = modes ?? scenario.modesInUse
    var known: [(speeds: RoadSpeeds, seconds: [Float])] = []
    return scenario.travel.modes.map { mode in
      guard scenario.travelsOnRoads else { return TravelTable(straight: mode, scenario, geography) }
      guard used.contains(mode.id) else { return TravelTable(unused: mode, placeCount: geography.placeCount) }
      let speeds = RoadSpeeds(mode, on: geography.roadClasses)
      let same = known.first { $0.speeds == speeds }
      let seconds = same?.seconds ?? roadSeconds(RoadGraph.reversed(geography, speeds), stops, store)
      if same == nil { known.append((speeds, seconds)) }
      return TravelTable(
        placeCount: geography.placeCount, straight: nil, stopNumbers: stops.numbers,
        stopCount: stops.places.count, seconds: seconds, slowness: slowness(of: mode))
    }
  }

  private init(straight mode: TravelMode, _ scenario: Scenario, _ geography: Geography) {
    self.init(
      placeCount: geography.placeCount,
      straight: StraightTravel(
        x: geography.x, y: geography.y,
        secondsPerKilometer: 3_600 / mode.speedKilometersPerHour * scenario.travel.detourFactor,
        metric: scenario.travel.metric),
      stopNumbers: [], stopCount: 0, seconds: [], slowness: Self.slowness(of: mode))
  }

  private init(unused mode: TravelMode, placeCount: Int) {
    self.init(
      placeCount: placeCount, straight: nil, stopNumbers: Array(repeating: -1, count: placeCount),
      stopCount: 0,
      seconds: [], slowness: Self.slowness(of: mode))
  }

  private init(
    placeCount: Int, straight: StraightTravel?, stopNumbers: [Int32], stopCount: Int, seconds: [Float],
    slowness: [Double]
  ) {
    (self.placeCount, self.straight, self.stopNumbers) = (placeCount, straight, stopNumbers)
    (self.stopCount, self.seconds, self.slowness) = (stopCount, seconds, slowness)
  }

  private static func slowness(of mode: TravelMode) -> [Double] {
    mode.monthFactors.flatMap { month in mode.hourFactors.map { 1 / (month * $0) } }
  }

  private static func roadSeconds(
    _ reversed: RoadGraph, _ stops: TravelStops, _ store: (any TravelStore)?
  ) -> [Float] {
    let count = stops.places.count
    let key = store.map { _ in TravelKey(reversed, stops) }
    if let key, let kept = store?.seconds(for: key), kept.count == count * count { return kept }
    let seconds = roadSeconds(reversed, to: stops.places, from: stops.places)
    if let key { store?.keep(seconds, for: key) }
    return seconds
  }

  /// The seconds from each origin (column) to each destination (row): a search for every destination, in parallel.
  static func roadSeconds(_ reversed: RoadGraph, to rows: [Int32], from columns: [Int32]) -> [Float] {
    let (height, width) = (rows.count, columns.count)
    return [Float](unsafeUninitializedCapacity: height * width) { buffer, initialized in
      nonisolated(unsafe) let table = buffer
      let chunk = 32
      DispatchQueue.concurrentPerform(iterations: (height + chunk - 1) / chunk) { part in
        var search = ShortestPaths(reversed)
        for row in (part * chunk)..<min(height, (part + 1) * chunk) {
          search.run(from: Int(rows[row]))
          search.copy(
            at: columns, into: UnsafeMutableBufferPointer(rebasing: table[row * width..<(row + 1) * width]))
        }
      }
      initialized = height * width
    }
  }
}

extension Scenario {
  /// Whether travel times are those of shortest paths; otherwise they follow the metric.
  var travelsOnRoads: Bool { roads != nil && travel.followsRoads }

  /// The modes by which units travel, and the first one, which stands for all in questions about sites.
  var modesInUse: Set<String> { Set(units.map(\.mode) + travel.modes.prefix(1).map(\.id)) }
}
