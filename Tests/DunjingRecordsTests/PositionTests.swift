import Testing

@testable import DunjingRecords
@testable import DunjingScenario

/// Positions as they are checked, converted and made coarse.
@Suite struct PositionTests {
  private func positions(_ cells: [String], _ settings: IncidentImport = IncidentImport()) throws
    -> IncidentAudit
  {
    try CallTable.audit(
      "received,longitude,latitude\n" + cells.map { "2024-01-01,\($0)\n" }.joined(), settings)
  }

  private func grid(_ id: String, _ x: Double, _ y: Double) -> Grid {
    Grid(
      id: id, x: x, y: y, population: 1, demandWeight: 1, areaClass: .general, station: nil, community: "",
      county: "", node: nil)
  }

  private func equal(_ record: IncidentRecord, _ x: Double?, _ y: Double?) -> Bool {
    record.x == x && record.y == y
  }

  @Test func `Positions are written to three decimals, or exactly on request`() throws {
    var settings = IncidentImport()
    let rounded = try positions(["125.318765,43.881234"], settings)
    #expect(equal(rounded.records[0], 125.319, 43.881) && rounded.positionRule == .rounded)
    settings.keepsExactPositions = true
    let exact = try positions(["125.318765,43.881234"], settings)
    #expect(equal(exact.records[0], 125.318765, 43.881234) && exact.positionRule == .exact)
  }

  @Test func `With a study positions are written as its grids, and its extent is the map`() throws {
    var settings = IncidentImport()
    settings.grids = [
      grid("a", 125.30, 43.80), grid("b", 125.34, 43.80), grid("c", 125.30, 43.84), grid("d", 125.34, 43.84)
    ]
    let audit = try positions(["125.311,43.829", "125.36,43.86", "125.37,43.82", "43.8,125.3"], settings)
    #expect(equal(audit.records[0], 125.30, 43.84) && equal(audit.records[1], 125.34, 43.84))
    #expect(equal(audit.records[2], 125.37, 43.82) && audit.records[2].has(.outsideMap))
    #expect(equal(audit.records[3], 125.30, 43.80) && audit.records[3].has(.swappedPosition))
    #expect(audit.positionRule == .grid && audit.usable.place == 3)
  }

  @Test func `The nearest grid is that of all grids by distance on the ground`() throws {
    var settings = IncidentImport()
    settings.grids = (0..<400).map { number in
      let (x, y) = (number * 37 % 400, number * 91 % 400)
      return grid("\(number)", 100 + Double(x) / 1_000, 60 + Double(y) / 1_000)
    }
    let places: [Position] = (0..<100).map { number in
      let (x, y) = (number * 53 % 397, number * 29 % 389)
      return Position(x: 100 + Double(x) / 1_000, y: 60 + Double(y) / 1_000)
    }
    let audit = try positions(places.map { "\($0.x),\($0.y)" }, settings)
    for (record, place) in zip(audit.records, places) {
      func squared(_ x: Double, _ y: Double) -> Double {
        // The cosine of the latitude, linear around 60 degrees.
        let cosine = 0.5 - 0.015_115 * (place.y - 60)
        let east: Double = (x - place.x) * cosine
        let north: Double = y - place.y
        return east * east + north * north
      }
      let least = settings.grids.map { squared($0.x, $0.y) }.min() ?? 0
      let found = squared(try #require(record.x), try #require(record.y))
      #expect(found <= least * 1.001 + 1e-9)
    }
  }

  @Test func `Declared GCJ-02 and BD-09 are converted`() throws {
    var settings = IncidentImport()
    settings.keepsExactPositions = true
    for (system, place) in [
      ("GCJ-02", "116.41024449916938,39.91640428150164"), ("bd09", "116.41662724378733,39.922699552216216")
    ] {
      settings.coordinates = RecordedCoordinates(system)
      let record = try positions([place], settings).records[0]
      let (x, y) = (try #require(record.x), try #require(record.y))
      #expect(abs(x - 116.404) < 1e-8 && abs(y - 39.915) < 1e-8)
    }
    #expect(RecordedCoordinates("EPSG:3857") == nil)
  }

  @Test func `Swapped GCJ-02 west of 90 degrees is turned round and converted`() throws {
    var settings = IncidentImport()
    settings.keepsExactPositions = true
    settings.coordinates = RecordedCoordinates("GCJ-02")
    let cells = (0..<30).map { "87.6\($0),43.8\($0)" }
    let audit = try positions(cells + ["43.81,87.61"], settings)
    let expected = ShiftedCoordinates.gcj02.wgs84(longitude: 87.61, latitude: 43.81)
    #expect(equal(audit.records[30], expected.longitude, expected.latitude))
    #expect(audit.records[30].has(.swappedPosition))
  }

  @Test func `Kilometers of a plane are kept, also far from each other`() throws {
    var settings = IncidentImport()
    settings.coordinates = .local
    let audit = try positions(["0,0", "250.26,-12.74"], settings)
    #expect(
      equal(audit.records[0], 0, 0) && equal(audit.records[1], 250.3, -12.7)
        && audit.rows(with: .zeroPosition) == 0)
  }
}
