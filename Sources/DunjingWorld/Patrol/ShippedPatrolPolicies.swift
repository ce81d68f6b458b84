import DunjingNumerics
import DunjingScenario

/// Drives to every must-visit point on each lap, and along a third of the must-patrol lines; where a beat has
/// neither, round its grids of most demand.
public struct PointsAndLines: PatrolPolicy {
  /// Laps in which each line is driven once.
  public var lapCount = 3

  /// Creates the policy.
  public init() {}

  /// Returns the laps, each in a short order.
  public func laps(of beat: PatrolBeat, on map: PatrolMap) -> [[PatrolStop]] {
    let isFree = beat.points.isEmpty && beat.lines.isEmpty
    let everyLap = isFree ? heaviestGrids(of: beat, on: map) : beat.points.map(map.stop(atPoint:))
    return (0..<lapCount).map { lap in
      let lines = beat.lines.enumerated().filter { $0.offset % lapCount == lap }
      return map.ordered(everyLap + lines.map { map.stop(alongLine: $0.element) }, from: beat.base)
    }
  }

  private func heaviestGrids(of beat: PatrolBeat, on map: PatrolMap) -> [PatrolStop] {
    let grids = map.scenario.grids
    let heaviest = beat.grids.sorted { left, right in
      let (a, b) = (grids[left].demandWeight, grids[right].demandWeight)
      return a == b ? left < right : a > b
    }
    return heaviest.prefix(6).map { PatrolStop(path: [Int(map.geography.placesOfGrid[$0][0])]) }
  }
}

/// Stays for some minutes at places of the beat, each as often as its share of the demand.
///
/// Places follow a sequence of least discrepancy (multiples of the golden ratio over the cumulative demand), so
/// that the share of time at each is its share of the demand without any randomness. Stops of 10 to 16 minutes
/// deter longest (C. S. Koper, 1995, "Just enough police presence"). Points and lines are not served.
public struct HotSpots: PatrolPolicy {
  /// Minutes at each place.
  public var dwellMinutes: Double
  /// Stops of one lap.
  public var stopsPerLap = 6
  /// Laps before the round starts anew.
  public var lapCount = 16

  /// Creates the policy.
  /// - Parameter dwellMinutes: minutes at each place.
  public init(dwellMinutes: Double = 15) {
    self.dwellMinutes = dwellMinutes
  }

  /// Returns the laps, each in a short order.
  public func laps(of beat: PatrolBeat, on map: PatrolMap) -> [[PatrolStop]] {
    var places: [(place: Int, cumulative: Double)] = []
    var total = 0.0
    for grid in beat.grids {
      let own = map.geography.placesOfGrid[grid]
      for place in own {
        total += map.scenario.grids[grid].demandWeight / Double(own.count)
        places.append((Int(place), total))
      }
    }
    guard total > 0 else { return [] }
    return (0..<lapCount).map { lap in
      let stops = (0..<stopsPerLap).map { number -> PatrolStop in
        let wanted = GoldenRatio.fraction(lap * stopsPerLap + number) * total
        let place = places.first { $0.cumulative > wanted } ?? places[places.count - 1]
        return PatrolStop(path: [place.place], dwellSeconds: dwellMinutes * 60)
      }
      return map.ordered(stops, from: beat.base)
    }
  }
}

extension PatrolDuties {
  /// The policy the scenario names.
  public var makePolicy: any PatrolPolicy {
    switch policy {
    case .pointsAndLines: PointsAndLines()
    case .hotSpots: HotSpots(dwellMinutes: hotSpotMinutes)
    }
  }
}
