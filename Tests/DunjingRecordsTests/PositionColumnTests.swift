import DunjingRecords
import DunjingReport
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

  /// Chicago, where neither the ranges nor the heading tell.
  @Test func `What says which comes first is told, with a caution where nothing does`() throws {
    let assumed = try audit(["41.8812,-87.6298"], heading: "location")
    #expect(assumed.pairOrder?.basis == .assumed && assumed.pairOrder?.isLatitudeFirst == false)
    #expect(
      assumed.pairOrderNote?.en.contains("'location' is read with the longitude first (assumed") == true)
    #expect(AuditPage(assumed).answer.contains { $0.zh.hasPrefix("**经度与纬度的次序无法判断**：'location' 按经度在前读") })
    let heading = try audit(["41.8812,-87.6298"], heading: "lat lon")
    #expect(heading.pairOrder?.basis == .heading && heading.pairOrder?.isLatitudeFirst == true)
    let ranges = try audit(["30.5928,114.3055"])
    #expect(ranges.pairOrderNote?.zh == "'坐标' 按纬度在前读（按数值范围）")
    #expect(AuditPage(ranges).markdown(in: .zh).contains("'坐标' 按纬度在前读（按数值范围）"))
    #expect(AuditPage(ranges).answer.count == 1)
    #expect(try audit(["10,80"]) { $0.coordinates = .local }.pairOrder == nil)
  }

  @Test func `The grids of a study decide which comes first`() throws {
    let study: (inout IncidentImport) -> Void = {
      $0.grids = [(-87.7, 41.8), (-87.5, 42.0)].map { x, y in
        Grid(
          id: "\(x)", x: x, y: y, population: 1, demandWeight: 1, areaClass: .general, station: nil,
          community: "", county: "", node: nil)
      }
    }
    let audit = try audit(["41.8812,-87.6298"], heading: "location", study)
    #expect(places(audit) == [[-87.6298, 41.8812]] && audit.pairOrder?.basis == .grids)
    #expect(audit.records[0].flags.isEmpty)
  }

  @Test func `The page names the heading or the option that says the system`() throws {
    let heading = AuditPage(try audit(["114.3055,30.5928"], heading: "坐标（WGS-84）"))
    #expect(heading.markdown(in: .zh).contains("坐标按 WGS-84 读（按列名 '坐标（WGS-84）'）。"))
    #expect(!heading.markdown(in: .en).contains("GCJ-02"))
    let option = AuditPage(try audit(["114.3055,30.5928"]) { $0.coordinates = .degrees })
    #expect(option.markdown(in: .en).contains("Positions were read as WGS-84 by --coordinates."))
  }

  @Test func `The page has no rows without columns for longitude and latitude beside one of both`() throws {
    let page = AuditPage(try audit(["114.3055,30.5928"])).markdown(in: .en)
    #expect(page.contains("--position-column") && !page.contains("--x-column"))
    #expect(AuditPage(try CallTable.audit("received\n2024-03-01\n")).markdown(in: .en).contains("--x-column"))
  }

  @Test func `A longitude that was told is not given up for a column of both`() throws {
    var settings = IncidentImport()
    settings.columns = [.x: "lon"]
    let text = "接警时间,坐标,lon\n2024-03-01 08:00,\"114.5,30.5\",114.25\n"
    let audit = try CallTable.audit(text, settings)
    #expect(audit.isMapped(.x) && !audit.isMapped(.position) && audit.unreadColumns == ["坐标"])
    settings.preset = .general
    #expect(try CallTable.audit(text, settings).unreadColumns == ["坐标"])
  }

  @Test func `The preset of general names looks at what columns such as location and 状态 hold`() throws {
    var settings = IncidentImport()
    settings.preset = .general
    let text =
      "接警时间,location,状态\n2024-03-01 08:00,1 Main St,已处置\n2024-03-01 09:00,2 High St,处置中\n"
    let audit = try CallTable.audit(text, settings)
    #expect(!audit.isMapped(.position) && !audit.isMapped(.validity) && audit.findings.isEmpty)
    let pairs = try CallTable.audit(
      "接警时间,location,状态\n2024-03-01 08:00,\"114.5,30.5\",无效\n", settings)
    #expect(pairs.isMapped(.position) && pairs.rows(with: .invalid) == 1)
  }

  @Test func `Degrees with minutes and seconds are converted, and how many is told once`() throws {
    let audit = try audit([
      "114°18′19.8″,30°35′34.08″", "30 35 34.08 N, 114 18 19.8 E", "东经114度18分19.8秒 北纬30度35分34.08秒",
      "114°75′,30°35′"
    ])
    #expect(places(audit) == Array(repeating: [114.3055, 30.5928], count: 3) + [[]])
    #expect(audit.records.map { $0.has(.unreadableNumber) } == [false, false, false, true])
    #expect(audit.convertedPositions == 3)
    #expect(audit.notes.map(\.zh) == ["3 处位置按度分秒写，已换算成度"])
    #expect(audit.mapping.last?.example == "114.31…, 30.59…")
    let kilometers = try self.audit(["10,80", "114°18′19.8″,30°35′34.08″"]) { $0.coordinates = .local }
    #expect(places(kilometers) == [[10, 80], []] && kilometers.convertedPositions == 0)
  }

  @Test func `Directions in the cells say which comes first`() throws {
    let audit = try audit(["N41°52′52″ W87°37′48″", "41.8812N, 87.6298W"], heading: "location")
    #expect(places(audit) == [[-87.63, 41.8811111], [-87.6298, 41.8812]])
    #expect(audit.pairOrder?.basis == .directions && audit.pairOrder?.isLatitudeFirst == true)
    #expect(
      audit.pairOrderNote?.en == "'location' is read with the latitude first (by the directions in the cells)"
    )
  }

  @Test func `Degrees with minutes in two columns are known by their headings or contents`() throws {
    for heading in ["经度,纬度", "a,b"] {
      let audit = try CallTable.audit(
        "接警时间,\(heading)\n2024-03-01 08:00,114°18′19.8″,30°35′34.08″\n2024-03-01 09:00,114.250,30.250\n"
          + "2024-03-01 10:00,114°18′30″,30°35′60″\n2024-03-01 11:00,114°18′E,30°35′N\n"
          + "2024-03-01 12:00,30°35′N,114°18′E\n2024-03-01 13:00,114°18′E,30°35′N\n",
        settings { $0.keepsExactPositions = true })
      let found = [[114.3055, 30.5928], [114.25, 30.25], [], [114.3, 30.5833333], [], [114.3, 30.5833333]]
      #expect(places(audit) == found, "\(heading)")
      #expect(audit.convertedPositions == 3)
      #expect(audit.mapping.filter { [.x, .y].contains($0.field) }.map(\.example) == ["114.31…", "30.59…"])
    }
  }

  private func settings(_ change: (inout IncidentImport) -> Void) -> IncidentImport {
    var settings = IncidentImport()
    change(&settings)
    return settings
  }
}
