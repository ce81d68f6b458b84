import DunjingRandom
import Testing

@testable import DunjingScenario

/// Posts beside the streets of a made-up city, shifted and not.
@Suite struct ShiftSuspicionTests {
  /// Streets that are no regular grid: 40 to the north and 40 to the east, 100 to 500 m apart.
  private static func streets(_ stream: inout RandomStream) -> [ImportedNetwork.Segment] {
    func lines(_ stream: inout RandomStream) -> [Double] {
      var sum = 0.0
      return (0..<40).map { _ in
        sum += 0.001 + 0.004 * stream.nextUnit()
        return sum
      }
    }
    let (east, north) = (lines(&stream), lines(&stream))
    var segments: [ImportedNetwork.Segment] = []
    for x in east {
      for (from, to) in zip(north, north.dropFirst()) {
        segments.append(
          ImportedNetwork.Segment(
            a: Position(x: 122.8 + x, y: 45.6 + from), b: Position(x: 122.8 + x, y: 45.6 + to)))
      }
    }
    for y in north {
      for (from, to) in zip(east, east.dropFirst()) {
        segments.append(
          ImportedNetwork.Segment(
            a: Position(x: 122.8 + from, y: 45.6 + y), b: Position(x: 122.8 + to, y: 45.6 + y)))
      }
    }
    return segments
  }

  /// Positions up to about ten meters beside the streets.
  private static func posts(
    _ count: Int, at streets: [ImportedNetwork.Segment], _ stream: inout RandomStream
  ) -> [Position] {
    (0..<count).map { _ in
      let street = streets[stream.nextInteger(below: streets.count)]
      let share = stream.nextUnit()
      return Position(
        x: street.a.x + share * (street.b.x - street.a.x) + 2e-4 * (stream.nextUnit() - 0.5),
        y: street.a.y + share * (street.b.y - street.a.y) + 2e-4 * (stream.nextUnit() - 0.5))
    }
  }

  private func shifted(_ position: Position, _ system: ShiftedCoordinates) -> Position {
    let place = system.shifted(longitude: position.x, latitude: position.y)
    return Position(x: place.longitude, y: place.latitude)
  }

  @Test(arguments: ShiftedCoordinates.allCases)
  func `A shift of the positions is found and named`(system: ShiftedCoordinates) throws {
    for seed in 1...5 {
      var stream = RandomStream(seed: UInt64(seed), purpose: StreamPurpose(rawValue: 5))
      let streets = Self.streets(&stream)
      let posts = Self.posts(40, at: streets, &stream).map { shifted($0, system) }
      for roadsAreShiftable in [false, true] {
        let suspicion = ShiftSuspicion(streets, roadsAreShiftable: roadsAreShiftable)
        let finding = try #require(suspicion.finding(posts))
        #expect(finding.positions == system && finding.roads == nil)
        #expect(finding.convertedMeters < 10 && finding.meters > 2 * finding.convertedMeters)
        #expect((300...2_000).contains(finding.shiftMeters))
      }
    }
  }

  @Test func `A shift of the roads is found and named`() throws {
    var stream = RandomStream(seed: 3, purpose: StreamPurpose(rawValue: 6))
    let streets = Self.streets(&stream)
    let posts = Self.posts(60, at: streets, &stream)
    let moved = streets.map {
      ImportedNetwork.Segment(a: shifted($0.a, .gcj02), b: shifted($0.b, .gcj02))
    }
    let finding = try #require(ShiftSuspicion(moved, roadsAreShiftable: true).finding(posts))
    #expect(finding.positions == nil && finding.roads == .gcj02)
  }

  @Test func `Positions that are not shifted raise no alarm, wherever they are`() {
    for seed in 1...40 {
      var stream = RandomStream(seed: UInt64(seed), purpose: StreamPurpose(rawValue: 7))
      let streets = Self.streets(&stream)
      let suspicion = ShiftSuspicion(streets, roadsAreShiftable: true)
      let beside = Self.posts(12 + seed, at: streets, &stream)
      #expect(suspicion.finding(beside) == nil)
      let anywhere = (0..<(12 + seed)).map { _ in
        Position(x: 122.8 + 0.1 * stream.nextUnit(), y: 45.6 + 0.1 * stream.nextUnit())
      }
      #expect(suspicion.finding(anywhere) == nil)
    }
  }

  @Test func `Few positions and places outside of China say nothing`() {
    var stream = RandomStream(seed: 2, purpose: StreamPurpose(rawValue: 8))
    let streets = Self.streets(&stream)
    let posts = Self.posts(10, at: streets, &stream).map { shifted($0, .gcj02) }
    #expect(ShiftSuspicion(streets, roadsAreShiftable: true).finding(posts) == nil)
    let abroad = streets.map {
      ImportedNetwork.Segment(
        a: Position(x: $0.a.x - 127, y: $0.a.y + 10), b: Position(x: $0.b.x - 127, y: $0.b.y + 10))
    }
    let there = Self.posts(50, at: abroad, &stream).map { Position(x: $0.x + 0.005, y: $0.y) }
    #expect(ShiftSuspicion(abroad, roadsAreShiftable: true).finding(there) == nil)
  }

  @Test func `All tries together warn wrongly once in a thousand`() {
    func level(_ roadsAreShiftable: Bool, _ lists: Int) -> Double {
      ShiftSuspicion([], roadsAreShiftable: roadsAreShiftable, lists: lists).level
    }
    #expect(abs(level(false, 1) - 0.000_5) < 1e-15 && abs(level(true, 1) - 0.001 / 6) < 1e-15)
    #expect(abs(level(true, 3) - 0.001 / 18) < 1e-15)
    // Fourteen closer of fourteen are enough for one list, and not for three.
    var stream = RandomStream(seed: 12, purpose: StreamPurpose(rawValue: 5))
    let streets = Self.streets(&stream)
    let posts = Self.posts(400, at: streets, &stream).map { shifted($0, .gcj02) }
    let distance = RoadDistance(streets, .wgs84)
    let far = Array(posts.filter { distance.kilometers(from: $0) > 0.06 }.prefix(14))
    #expect(far.count == 14)
    #expect(ShiftSuspicion(streets, roadsAreShiftable: true).finding(far)?.positions == .gcj02)
    #expect(ShiftSuspicion(streets, roadsAreShiftable: true, lists: 3).finding(far) == nil)
  }

  @Test func `The chance of heads is the binomial one`() {
    #expect(abs(ShiftSuspicion.chance(of: 10, in: 10) - 1 / 1_024) < 1e-15)
    #expect(abs(ShiftSuspicion.chance(of: 2, in: 3) - 0.5) < 1e-15)
    #expect(ShiftSuspicion.chance(of: 0, in: 5) == 1)
    #expect(abs(ShiftSuspicion.chance(of: 501, in: 1_000) - (1 - 0.025_225_018) / 2) < 1e-8)
  }

  @Test func `The nearest road is found in squares as among all`() {
    var stream = RandomStream(seed: 6, purpose: StreamPurpose(rawValue: 9))
    let streets = Self.streets(&stream)
    let distance = RoadDistance(streets, .wgs84)
    let scale = GroundScale(.wgs84, latitude: streets.reduce(0) { $0 + $1.a.y } / Double(streets.count))
    for _ in 0..<300 {
      let position = Position(x: 122.75 + 0.2 * stream.nextUnit(), y: 45.55 + 0.2 * stream.nextUnit())
      let least = streets.map { scale.kilometers(position, to: $0.a, $0.b) }.min() ?? 0
      #expect(abs(distance.kilometers(from: position) - min(least, RoadDistance.limit)) < 1e-12)
    }
  }

  /// Straight roads between towns, of which one is longer than a hundred kilometers.
  @Test func `Long stretches are found as well, in as many squares as they pass through`() {
    var stream = RandomStream(seed: 13, purpose: StreamPurpose(rawValue: 10))
    func town() -> Position { Position(x: 122 + 1.5 * stream.nextUnit(), y: 45 + 1.5 * stream.nextUnit()) }
    var roads = (0..<60).map { _ in ImportedNetwork.Segment(a: town(), b: town()) }
    roads.append(ImportedNetwork.Segment(a: Position(x: 122, y: 46.5), b: Position(x: 123.5, y: 45)))
    let distance = RoadDistance(roads, .wgs84)
    let scale = GroundScale(.wgs84, latitude: roads.reduce(0) { $0 + $1.a.y } / Double(roads.count))
    let length = roads.reduce(0) { $0 + scale.kilometers($1.a, to: $1.b, $1.b) }
    // A line of some length passes through at most the square root of two times as many borders as squares fit on it.
    #expect(distance.squareCount < Int(length / 0.25 * 1.4143) + 2 * roads.count)
    for number in 0..<300 {
      var position = town()
      if number % 2 == 0, let road = roads.last {
        let share = stream.nextUnit()
        position = Position(
          x: road.a.x + share * (road.b.x - road.a.x) + 0.01 * stream.nextUnit(),
          y: road.a.y + share * (road.b.y - road.a.y))
      }
      let least = roads.map { scale.kilometers(position, to: $0.a, $0.b) }.min() ?? 0
      #expect(abs(distance.kilometers(from: position) - min(least, RoadDistance.limit)) < 1e-12)
    }
  }

  @Test func `Stretches as long as a continent take larger squares`() {
    let roads = (0..<400).map { number in
      ImportedNetwork.Segment(
        a: Position(x: 80, y: 20 + 0.07 * Double(number)), b: Position(x: 130, y: 21 + 0.07 * Double(number)))
    }
    let distance = RoadDistance(roads, .wgs84)
    #expect(distance.squareCount < 750_000)
    let scale = GroundScale(.wgs84, latitude: roads.reduce(0) { $0 + $1.a.y } / 400)
    for step in 0..<50 {
      let position = Position(x: 85 + 0.8 * Double(step), y: 25 + 0.4 * Double(step))
      let least = roads.map { scale.kilometers(position, to: $0.a, $0.b) }.min() ?? 0
      #expect(abs(distance.kilometers(from: position) - min(least, RoadDistance.limit)) < 1e-12)
    }
  }
}
