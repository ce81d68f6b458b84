import DunjingScenario

/// The roads with the seconds that one mode of travel takes over each arc at factor 1, in compressed rows: the arcs of
/// a place are neighbors in memory.
struct RoadGraph: Sendable {
  /// Where the arcs of each place begin, and at last where they end.
  let start: [Int32]
  /// The place at the other end of an arc.
  let target: [Int32]
  /// Seconds over an arc.
  let seconds: [Double]

  /// Arcs turned round, so that a search from a destination gives the times from every place to it.
  static func reversed(_ geography: Geography, _ speeds: RoadSpeeds) -> RoadGraph {
    RoadGraph(
      placeCount: geography.placeCount, arcs: arcs(of: geography, speeds).map { ($0.to, $0.from, $0.seconds) }
    )
  }

  /// Arcs as they are driven, so that a search from an origin gives the times from it to every place.
  static func forward(_ geography: Geography, _ speeds: RoadSpeeds) -> RoadGraph {
    RoadGraph(placeCount: geography.placeCount, arcs: arcs(of: geography, speeds))
  }

  private static func arcs(
    of geography: Geography, _ speeds: RoadSpeeds
  ) -> [(from: Int, to: Int, seconds: Double)] {
    var arcs: [(from: Int, to: Int, seconds: Double)] = []
    for place in 0..<geography.placeCount {
      for arc in geography.network[place] where arc.isForward {
        arcs.append((place, Int(arc.to), speeds.seconds(over: arc)))
      }
    }
    return arcs
  }

  /// Creates a graph of arcs, which are searched from `from` to `to`.
  init(placeCount: Int, arcs: [(from: Int, to: Int, seconds: Double)]) {
    var start = [Int32](repeating: 0, count: placeCount + 1)
    for arc in arcs { start[arc.from + 1] += 1 }
    for place in 0..<placeCount { start[place + 1] += start[place] }
    var next = start
    var target = [Int32](repeating: 0, count: arcs.count)
    var seconds = [Double](repeating: 0, count: arcs.count)
    for arc in arcs {
      let position = Int(next[arc.from])
      next[arc.from] += 1
      (target[position], seconds[position]) = (Int32(arc.to), arc.seconds)
    }
    (self.start, self.target, self.seconds) = (start, target, seconds)
  }

  /// The number of places.
  var placeCount: Int { start.count - 1 }
}

/// How fast a mode of travel is on each stretch of road.
struct RoadSpeeds: Sendable, Equatable {
  /// Kilometers per hour by road class, in the order of ``Geography/roadClasses``.
  let byClass: [Double]
  /// The part of a stretch's own speed at which the mode drives; nil for one that goes by classes alone.
  let ownSpeedFactor: Double?

  init(_ mode: TravelMode, on classes: [String]) {
    byClass = classes.map { name in
      mode.classSpeeds.first { $0.roadClass == name }?.kilometersPerHour ?? mode.speedKilometersPerHour
    }
    ownSpeedFactor = mode.roadSpeedFactor
  }

  /// The seconds over an arc at factor 1.
  func seconds(over arc: RoadArc) -> Double {
    if let factor = ownSpeedFactor, arc.kilometersPerHour > 0 {
      return arc.kilometers / (arc.kilometersPerHour * factor) * 3_600
    }
    return arc.kilometers / byClass[Int(arc.roadClass)] * 3_600
  }
}

/// A stretch of road as seen from one of its ends.
struct RoadArc: Sendable {
  /// The place at the other end.
  let to: Int32
  /// Its length.
  let kilometers: Double
  /// Its class, an index of ``Geography/roadClasses``.
  let roadClass: Int32
  /// The speed of cars that the scenario gives for this stretch, in km/h; 0 where it gives none.
  let kilometersPerHour: Double
  /// Whether it may be driven this way.
  let isForward: Bool
}
