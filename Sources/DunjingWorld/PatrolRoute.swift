import DunjingScenario

/// A closed route of moving standby (动中备勤): from the base through points and lines, and back to stand.
///
/// The route is a table of places by time, so that the position of a unit is computed only when a dispatch asks.
public struct PatrolRoute: Sendable {
  /// Seconds between two entries of ``places``.
  public static let stepSeconds = 15.0
  /// The place at each step.
  public let places: [Int32]
  /// Whether the unit stands at its base at each step.
  public let isStanding: [Bool]
  /// Times at which a visit of a must-visit point is complete, in seconds from the start, ascending.
  public let visitTimes: [Double]
  /// Times at which a pass of a must-patrol line is complete, ascending.
  public let passTimes: [Double]
  /// For each place of the city, the step of the route that is soonest reached from it.
  public let rejoinStep: [Int32]
  /// Seconds at free flow from each place to that step.
  public let rejoinSeconds: [Float]

  /// Length of one round in seconds.
  @inlinable
  public var cycleSeconds: Double { Double(places.count) * Self.stepSeconds }

  /// Returns how many of the ascending times lie in (from, to], over as many rounds as needed.
  public func count(of times: [Double], from: Double, to: Double) -> Int {
    guard !times.isEmpty, to > from else { return 0 }
    return countBefore(times, to) - countBefore(times, from)
  }

  private func countBefore(_ times: [Double], _ time: Double) -> Int {
    let rounds = (time / cycleSeconds).rounded(.down)
    let rest = time - rounds * cycleSeconds
    var low = 0
    var high = times.count
    while low < high {
      let middle = (low + high) / 2
      if times[middle] <= rest { low = middle + 1 } else { high = middle }
    }
    return Int(rounds) * times.count + low
  }
}

/// Builds patrol routes: each point and line goes to the nearest base; a round has three laps, each through all
/// points and a third of the lines, ordered by nearest neighbor and improved by 2-opt.
///
/// Source: G. A. Croes (1958), "A method for solving traveling-salesman problems" (2-opt).
struct PatrolRouteBuilder {
  private struct Stop {
    var entry: Int
    var exit: Int
    var path: [Int]
    var dwellSeconds: Double
    var isPoint: Bool
  }

  private let scenario: Scenario
  private let geography: Geography
  private let travel: TravelTable
  private let lapCount = 3

  init(_ scenario: Scenario, geography: Geography, travel: TravelTable) {
    self.scenario = scenario
    self.geography = geography
    self.travel = travel
  }

  func routes(bases: [Int], movingShare: Double) -> [PatrolRoute] {
    guard !bases.isEmpty else { return [] }
    func owner(_ place: Int32) -> Int {
      bases.indices.min { time(bases[$0], Int(place)) < time(bases[$1], Int(place)) } ?? 0
    }
    let pointOwners = geography.placeOfPoint.map(owner)
    let lineOwners = geography.placesOfLine.map { $0.isEmpty ? -1 : owner($0[$0.count / 2]) }
    return bases.indices.map { base in
      route(
        base: bases[base], points: pointOwners.indices.filter { pointOwners[$0] == base },
        lines: lineOwners.indices.filter { lineOwners[$0] == base }, movingShare: movingShare)
    }
  }

  func route(base: Int, points: [Int], lines: [Int], movingShare: Double) -> PatrolRoute {
    var track = Track(step: PatrolRoute.stepSeconds)
    let pointStops = points.isEmpty && lines.isEmpty ? fallbackStops(base) : points.map(pointStop)
    for lap in 0..<lapCount {
      let lineStops = lines.enumerated().filter { $0.offset % lapCount == lap }.map { lineStop($0.element) }
      let start = track.time
      run(ordered(pointStops + lineStops, from: base), from: base, on: &track)
      let moving = track.time - start
      let standing = movingShare < 1 ? moving * (1 - movingShare) / movingShare : 0
      track.stand(at: base, seconds: max(standing, PatrolRoute.stepSeconds))
    }
    return track.finished(rejoin: rejoinTable)
  }

  private func pointStop(_ point: Int) -> Stop {
    let place = Int(geography.placeOfPoint[point])
    return Stop(
      entry: place, exit: place, path: [place], dwellSeconds: scenario.patrol.points[point].dwellMinutes * 60,
      isPoint: true)
  }

  private func lineStop(_ line: Int) -> Stop {
    let places = geography.placesOfLine[line].map(Int.init)
    return Stop(
      entry: places.first ?? 0, exit: places.last ?? 0, path: places, dwellSeconds: 0, isPoint: false)
  }

  /// Where nothing is required, the unit goes round the six grids of most demand near its base.
  private func fallbackStops(_ base: Int) -> [Stop] {
    let near = scenario.grids.indices.sorted { left, right in
      let (a, b) = (time(base, place(of: left)), time(base, place(of: right)))
      return a == b ? left < right : a < b
    }.prefix(24)
    let heaviest = near.sorted { left, right in
      let (a, b) = (scenario.grids[left].demandWeight, scenario.grids[right].demandWeight)
      return a == b ? left < right : a > b
    }.prefix(6)
    return heaviest.map { grid in
      Stop(
        entry: place(of: grid), exit: place(of: grid), path: [place(of: grid)], dwellSeconds: 0,
        isPoint: false)
    }
  }

  private func place(of grid: Int) -> Int { Int(geography.placesOfGrid[grid][0]) }

  private func time(_ from: Int, _ to: Int) -> Double { travel.freeFlowSeconds(from: from, to: to) }

  private func ordered(_ stops: [Stop], from base: Int) -> [Stop] {
    var rest = stops
    var tour: [Stop] = []
    var here = base
    while let next = rest.indices.min(by: { time(here, rest[$0].entry) < time(here, rest[$1].entry) }) {
      tour.append(rest.remove(at: next))
      here = tour[tour.count - 1].exit
    }
    improve(&tour, base: base)
    return tour
  }

  private func improve(_ tour: inout [Stop], base: Int) {
    guard tour.count > 2 else { return }
    var isImproved = true
    var rounds = 0
    while isImproved && rounds < 50 {
      isImproved = false
      rounds += 1
      for first in 0..<(tour.count - 1) {
        for last in (first + 1)..<tour.count {
          var candidate = tour
          candidate.replaceSubrange(first...last, with: tour[first...last].reversed().map(turned))
          if length(candidate, base: base) < length(tour, base: base) - 1e-6 {
            tour = candidate
            isImproved = true
          }
        }
      }
    }
  }

  private func turned(_ stop: Stop) -> Stop {
    Stop(
      entry: stop.exit, exit: stop.entry, path: stop.path.reversed(), dwellSeconds: stop.dwellSeconds,
      isPoint: stop.isPoint)
  }

  private func length(_ tour: [Stop], base: Int) -> Double {
    var here = base
    var sum = 0.0
    for stop in tour {
      sum += time(here, stop.entry)
      here = stop.exit
    }
    return sum + time(here, base)
  }

  private func run(_ tour: [Stop], from base: Int, on track: inout Track) {
    var here = base
    for stop in tour {
      drive(from: here, to: stop.entry, on: &track)
      for (place, next) in zip(stop.path, stop.path.dropFirst()) {
        drive(from: place, to: next, on: &track)
      }
      track.stay(at: stop.exit, seconds: stop.dwellSeconds)
      if stop.isPoint {
        track.visitTimes.append(track.time)
      } else if stop.path.count > 1 {
        track.passTimes.append(track.time)
      }
      here = stop.exit
    }
    drive(from: here, to: base, on: &track)
  }

  private func drive(from: Int, to: Int, on track: inout Track) {
    let metersPerSecond = scenario.patrol.speedKilometersPerHour / 3.6
    for (place, next) in zip(path(from: from, to: to), path(from: from, to: to).dropFirst()) {
      track.move(to: next, seconds: kilometers(place, next) * 1_000 / metersPerSecond)
    }
  }

  private func kilometers(_ from: Int, _ to: Int) -> Double {
    if let arc = geography.network[from].first(where: { Int($0.to) == to }) { return arc.kilometers }
    let (dx, dy) = (geography.x[from] - geography.x[to], geography.y[from] - geography.y[to])
    return (dx * dx + dy * dy).squareRoot() * scenario.travel.detourFactor
  }

  /// The places of a shortest path, read off the table: every next place shortens the rest by its arc.
  private func path(from: Int, to: Int) -> [Int] {
    guard scenario.roads != nil else { return from == to ? [from] : [from, to] }
    var path = [from]
    var here = from
    while here != to && path.count <= geography.placeCount {
      let choices = geography.network[here].filter(\.isForward).map { Int($0.to) }
      guard let next = choices.min(by: { time($0, to) < time($1, to) }), time(next, to) < time(here, to)
      else {
        break
      }
      path.append(next)
      here = next
    }
    return path
  }

  private func rejoinTable(_ places: [Int32]) -> (steps: [Int32], seconds: [Float]) {
    var steps: [Int32] = []
    var seconds: [Float] = []
    var firstStep: [Int32: Int32] = [:]
    var distinct: [Int32] = []
    for (step, place) in places.enumerated() where firstStep[place] == nil {
      firstStep[place] = Int32(step)
      distinct.append(place)
    }
    for origin in 0..<geography.placeCount {
      var best: Int32 = distinct.first ?? 0
      var bestSeconds = Double.infinity
      for place in distinct {
        let candidate = time(origin, Int(place))
        if candidate < bestSeconds {
          best = place
          bestSeconds = candidate
        }
      }
      steps.append(firstStep[best] ?? 0)
      seconds.append(Float(bestSeconds))
    }
    return (steps, seconds)
  }
}

/// Writes down where a unit is as it goes.
private struct Track {
  let step: Double
  var time = 0.0
  var places: [Int32] = []
  var isStanding: [Bool] = []
  var visitTimes: [Double] = []
  var passTimes: [Double] = []

  init(step: Double) {
    self.step = step
  }

  mutating func move(to place: Int, seconds: Double) {
    fill(until: time + seconds, with: place, standing: false)
  }

  mutating func stay(at place: Int, seconds: Double) {
    fill(until: time + seconds, with: place, standing: false)
  }

  mutating func stand(at place: Int, seconds: Double) {
    fill(until: ((time + seconds) / step).rounded(.up) * step, with: place, standing: true)
  }

  private mutating func fill(until end: Double, with place: Int, standing: Bool) {
    time = end
    while Double(places.count) * step < end - 1e-9 {
      places.append(Int32(place))
      isStanding.append(standing)
    }
  }

  func finished(rejoin: ([Int32]) -> (steps: [Int32], seconds: [Float])) -> PatrolRoute {
    let table = rejoin(places)
    return PatrolRoute(
      places: places, isStanding: isStanding, visitTimes: visitTimes, passTimes: passTimes,
      rejoinStep: table.steps, rejoinSeconds: table.seconds)
  }
}
