import DunjingScenario

/// The city as a patrol policy sees it: travel times, duties and demand by place.
public struct PatrolMap: Sendable {
  /// The scenario.
  public let scenario: Scenario
  /// Positions, and the places of grids, points and lines.
  public let geography: Geography
  private let times: Times
  private let speeds: RoadSpeeds

  /// Where the times between places come from.
  private enum Times: Sendable {
    case table(TravelTable)
    case roads(RoadRows)
  }

  /// Sees the city as units of a mode of travel do.
  /// - Parameter travel: the times between all places by mode; nil looks for those that are asked for.
  init(_ scenario: Scenario, geography: Geography, mode: Int, travel: [TravelTable]?) {
    (self.scenario, self.geography) = (scenario, geography)
    speeds = RoadSpeeds(scenario.travel.modes[mode], on: geography.roadClasses)
    times = travel.map { .table($0[mode]) } ?? .roads(RoadRows(geography, speeds))
  }

  /// Returns the free-flow seconds between two places.
  public func seconds(from: Int, to: Int) -> Double {
    switch times {
    case .table(let table): table.freeFlowSeconds(from: from, to: to)
    case .roads(let rows): rows.seconds(from: from, to: to)
    }
  }

  /// Prepares for many questions about the times from some places.
  func expect(from origins: [Int]) {
    if case .roads(let rows) = times { rows.search(from: origins) }
  }

  /// Prepares for a way to a place, so that the times to it add up along the way.
  func expect(to destination: Int) {
    if case .roads(let rows) = times { rows.search(to: destination) }
  }

  /// The free-flow seconds over one stretch of road.
  func seconds(over arc: RoadArc) -> Double { speeds.seconds(over: arc) }

  /// Returns the stop that serves a must-visit point.
  public func stop(atPoint point: Int) -> PatrolStop {
    PatrolStop(
      path: [Int(geography.placeOfPoint[point])],
      dwellSeconds: scenario.patrol.points[point].dwellMinutes * 60, duty: .visit(point: point))
  }

  /// Returns the stop that serves a must-patrol line.
  public func stop(alongLine line: Int) -> PatrolStop {
    let places = geography.placesOfLine[line].map(Int.init)
    return PatrolStop(path: places, duty: places.count > 1 ? .pass(line: line) : .none)
  }

  /// Returns a short order of stops from a base and back: by nearest neighbor, improved by 2-opt.
  ///
  /// Source: G. A. Croes (1958), "A method for solving traveling-salesman problems". Reversed stretches are driven
  /// from their other end, and the whole tour is measured again, so that one-way roads count.
  /// - Complexity: at most 50·n³ for n stops up to ``improvementLimit``, n² for more, whose order is not improved.
  public func ordered(_ stops: [PatrolStop], from base: Int) -> [PatrolStop] {
    var rest = stops
    var tour: [PatrolStop] = []
    var here = base
    while let next = rest.indices.min(by: { entry(rest[$0], from: here) < entry(rest[$1], from: here) }) {
      tour.append(rest.remove(at: next))
      here = tour[tour.count - 1].exit
    }
    improve(&tour, base: base)
    return tour
  }

  /// The most stops whose order is improved.
  public static let improvementLimit = 200

  private func improve(_ tour: inout [PatrolStop], base: Int) {
    guard (3...Self.improvementLimit).contains(tour.count) else { return }
    var isImproved = true
    var rounds = 0
    var best = length(tour, base: base)
    while isImproved && rounds < 50 {
      isImproved = false
      rounds += 1
      for first in 0..<(tour.count - 1) {
        for last in (first + 1)..<tour.count {
          var candidate = tour
          candidate.replaceSubrange(first...last, with: tour[first...last].reversed().map(\.turned))
          let candidateLength = length(candidate, base: base)
          guard candidateLength < best - 1e-6 else { continue }
          (tour, best, isImproved) = (candidate, candidateLength, true)
        }
      }
    }
  }

  private func entry(_ stop: PatrolStop, from here: Int) -> Double { seconds(from: here, to: stop.entry) }

  private func length(_ tour: [PatrolStop], base: Int) -> Double {
    var here = base
    var sum = 0.0
    for stop in tour {
      sum += seconds(from: here, to: stop.entry)
      here = stop.exit
    }
    return sum + seconds(from: here, to: base)
  }
}

extension PatrolStop {
  var entry: Int { path[0] }
  var exit: Int { path[path.count - 1] }
}
