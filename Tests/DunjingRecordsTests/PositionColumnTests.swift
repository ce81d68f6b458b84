import DunjingRecords
import Testing

@testable import DunjingScenario

/// Both coordinates in one column.
@Suite struct PositionColumnTests {
  private func audit(
    _ cells: [String], heading: String = "坐标", _ change: (inout IncidentImport) -> Void = { _ in }
  ) throws -> IncidentAudit {
    var settings = IncidentImport()
    settings.keepsExactPositions = true
    change(&settings)
    return try CallTable.audit(
      "接警时间,\(heading)\n" + cells.map { "2024-03-01 08:00,\"\($0)\"\n" }.joined(), settings)
  }

  private func places(_ audit: IncidentAudit) -> [[Double]] {
    audit.records.map { [$0.x, $0.y].compactMap(\.self) }
  }

  @Test(arguments: ["坐标", "经纬度", "coordinates", "案发坐标"])
  func `Usual separators are read, and what is none is said`(heading: String) throws {
    let audit = try audit(
      ["114.3055,30.5928", "114.3055，30.5928", "114.3055 30.5928", "(114.3055;30.5928)", "", "不详"],
      heading: heading)
    #expect(places(audit) == Array(repeating: [114.3055, 30.5928], count: 4) + [[], []])
    #expect(audit.records.suffix(2).map(\.flags) == [["noPosition"], ["unreadableNumber"]])
    #expect(audit.unreadable.map(\.field) == [.position] && audit.unreadable.map(\.value) == ["字字"])
    #expect(audit.mapping.last?.example == "114.31…, 30.59…" && audit.usable.place == 4)
  }

  @Test func `Which comes first is decided over the column, and a row of the other order is turned round`()
    throws
  {
    let chinese = try audit(["30.5928,114.3055", "30.6001,114.3101", "114.3055,30.5928"])
    #expect(places(chinese) == [[114.3055, 30.5928], [114.3101, 30.6001], [114.3055, 30.5928]])
    #expect(chinese.records.map { $0.has(.swappedPosition) } == [false, false, true])
    // West of 90 degrees only the column as a whole tells.
    #expect(
      places(try audit(["43.8256,87.6168", "43.8301,87.6202"])) == [[87.6168, 43.8256], [87.6202, 43.8301]])
    let seattle = try audit(["47.6062,-122.3321"], heading: "location")
    #expect(places(seattle) == [[-122.3321, 47.6062]] && seattle.records[0].flags.isEmpty)
    // Where the numbers say nothing, the heading does.
    #expect(places(try audit(["51.5074,-0.1278"], heading: "lat lon")) == [[-0.1278, 51.5074]])
    #expect(places(try audit(["-0.1278,51.5074"], heading: "lon lat")) == [[-0.1278, 51.5074]])
  }

  @Test func `Kilometers keep their order, also where they look like degrees`() throws {
    #expect(places(try audit(["10,80", "-3.5,2"]) { $0.coordinates = .local }) == [[10, 80], [-3.5, 2]])
    let study: (inout IncidentImport) -> Void = {
      $0.grids = [
        Grid(
          id: "a", x: 8, y: 78, population: 1, demandWeight: 1, areaClass: .general, station: nil,
          community: "",
          county: "", node: nil),
        Grid(
          id: "b", x: 12, y: 82, population: 1, demandWeight: 1, areaClass: .general, station: nil,
          community: "",
          county: "", node: nil)
      ]
      $0.gridCoordinates = .local
    }
    #expect(places(try audit(["10,80", "9,81"], study)) == [[10, 80], [9, 81]])
    #expect(throws: InvalidScenario.self) { try audit(["30.5928,114.3055", "30.5929,114.3056"], study) }
  }

  @Test func `A heading that names its system is believed`() throws {
    let audit = try audit(["114.3055,30.5928"], heading: "坐标（GCJ-02）")
    let place = ShiftedCoordinates.gcj02.wgs84(longitude: 114.3055, latitude: 30.5928)
    #expect(places(audit) == [[place.longitude, place.latitude]] && audit.coordinates == .shifted(.gcj02))
    #expect(audit.mapping.last?.basis == .name)
    #expect(try self.audit(["116.3,39.9"], heading: "案发坐标(百度)").coordinates == .shifted(.bd09))
    let unnamed = try self.audit(["114.3055,30.5928"], heading: "place")
    #expect(places(unnamed) == [[114.3055, 30.5928]] && unnamed.mapping.last?.basis == .contents)
    #expect(places(try self.audit(["3,4"], heading: "place")) == [[]])
  }

  @Test func `Two columns come before one of both, unless it is named`() throws {
    let text = "接警时间,坐标,经度,纬度\n2024-03-01 08:00,\"114.5,30.5\",114.25,30.25\n"
    let two = try CallTable.audit(text)
    #expect(places(two) == [[114.25, 30.25]] && two.unreadColumns == ["坐标"])
    var settings = IncidentImport()
    settings.columns = [.position: "坐标"]
    let one = try CallTable.audit(text, settings)
    #expect(places(one) == [[114.5, 30.5]] && one.unreadColumns == ["经度", "纬度"])
    settings.columns[.x] = "经度"
    #expect(
      CallTable.message(text, settings).contains(
        "--position-column '坐标' holds both coordinates, and the column '经度' is named too; use --position-column alone"
      ))
    #expect(
      CallTable.message(text, settings, in: .zh).contains("请只用 --position-column，或只用 --x-column 和 --y-column")
    )
  }
}
