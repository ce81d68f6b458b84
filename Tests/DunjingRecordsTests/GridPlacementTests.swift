import DunjingRecords
import DunjingReport
import Testing

@testable import DunjingScenario

/// Calls that name their grid and have no position.
@Suite struct GridPlacementTests {
  private func settings(_ grids: [(id: String, name: String, x: Double, y: Double)]) -> IncidentImport {
    var settings = IncidentImport()
    settings.grids = grids.map {
      Grid(
        id: $0.id, x: $0.x, y: $0.y, population: 1, demandWeight: 1, areaClass: .general, station: nil,
        community: $0.name, county: "", node: nil)
    }
    return settings
  }

  private var study: IncidentImport {
    settings([
      ("G1", "东关", 125.3, 43.8), ("G2", "西关", 125.34, 43.84), ("7", "中心", 125.32, 43.82),
      ("8", "中心", 125.36, 43.82)
    ])
  }

  private func places(_ audit: IncidentAudit) -> [[Double]] {
    audit.records.map { [$0.x, $0.y].compactMap(\.self) }
  }

  @Test func `A grid is known by its id or name and places a row at its center`() throws {
    let cells = ["G1", "g2", "西关", "007", "中心", "G9", "G9", "王建国", ""]
    let text = "接警时间,警情类别,网格编号\n" + cells.map { "2024-03-01 08:00,求助,\($0)\n" }.joined()
    let audit = try CallTable.audit(text, study)
    #expect(
      places(audit) == [[125.3, 43.8], [125.34, 43.84], [125.34, 43.84], [125.32, 43.82], [], [], [], [], []])
    #expect(
      audit.records.map { $0.has(.noPosition) } == [false, false, false, false, true, true, true, true, true])
    #expect(audit.usable.place == 4 && audit.gridPlacement?.placed == 4)
    #expect(
      audit.gridNotes.map(\.en) == [
        "4 rows without a position placed at the center of the grid in '网格编号'",
        "4 rows without a position not placed, as '网格编号' names none of the study's grids, or several: G9 2, 字字 1, 字字字 1"
      ])
    #expect(audit.gridNotes[0].zh == "4 行没有可用的坐标，按 '网格编号' 放在所属网格的中心")
    #expect(audit.records.map { $0.has(.placedByGrid) } == places(audit).map { !$0.isEmpty })
    // Calls of one minute and kind in one grid are not yet calls from one place.
    #expect(audit.rows(with: .repeatedCall) == 0)
  }

  @Test func `Coordinates come before the grid, which stands in for those that are missing`() throws {
    let text =
      "接警时间,经度,纬度,所属网格\n2024-03-01 08:00,125.341,43.839,G1\n2024-03-01 09:00,,,G1\n2024-03-01 10:00,0,0,G2\n"
      + "2024-03-01 11:00,0,0,\n2024-03-01 12:00,6706727,1935628,G1\n"
    let audit = try CallTable.audit(text, study)
    #expect(places(audit) == [[125.34, 43.84], [125.3, 43.8], [125.34, 43.84], [], [125.3, 43.8]])
    #expect(
      audit.records.map(\.flags) == [
        [], ["noPosition", "placedByGrid"], ["zeroPosition", "placedByGrid"], ["zeroPosition"],
        ["projectedPosition", "placedByGrid"]
      ])
    #expect(audit.gridPlacement?.placed == 3 && audit.gridPlacement?.unknown.isEmpty == true)
  }

  @Test func `Without a study it is said that one would place them`() throws {
    let audit = try CallTable.audit("接警时间,网格\n2024-03-01 08:00,G1\n2024-03-01 09:00,G1\n")
    #expect(audit.gridPlacement == nil && audit.records.allSatisfy { $0.x == nil && $0.flags.isEmpty })
    #expect(audit.gridNotes.map(\.zh) == ["2 行没有坐标；用 --study 指明研究，即可按 '网格' 定位"])
    #expect(
      audit.gridNotes.map(\.en) == [
        "2 rows have no position; '网格' places them by their grid where --study names the study"
      ])
    let placed = try CallTable.audit("接警时间,经度,纬度,网格\n2024-03-01 08:00,125.3,43.8,G1\n")
    #expect(placed.gridNotes.isEmpty)
  }

  @Test func `A column of villages places rows too, and where there is none it is said what would`() throws {
    let rows =
      "2024-03-01 08:00,125.341,43.839,西关\n"
      + (10..<20).map { "2024-03-01 09:\($0),,,东关\n" }.joined()
    let placed = try CallTable.audit("接警时间,经度,纬度,村（社区）\n" + rows, study)
    #expect(placed.gridPlacement?.placed == 10 && places(placed)[1] == [125.3, 43.8])
    let open = try CallTable.audit("接警时间,经度,纬度,事发地址\n" + rows, study)
    #expect(open.gridPlacement == nil && places(open)[1].isEmpty)
    #expect(open.gridNotes.count == 1 && open.gridNotes[0].zh.hasPrefix("10 行没有坐标，地点和路程不计"))
    #expect(open.gridNotes[0].en.hasPrefix("10 rows have no position and say nothing of places"))
  }

  @Test func `Grids of a plane place rows in kilometers`() throws {
    var settings = settings([("1", "", 2.5, 3.5), ("2", "", 6.5, 3.5)])
    settings.gridCoordinates = .local
    let audit = try CallTable.audit("received,grid id\n2024-03-01 08:00,2\n", settings)
    #expect(places(audit) == [[6.5, 3.5]] && audit.coordinates == .local)
  }

  @Test func `A position that cannot be read is told beside the grid that stands in for it`() throws {
    let text = "接警时间,经度,纬度,所属网格\n2024-03-01 08:00,east,43.8,G1\n2024-03-01 09:00,125.341,43.839,G1\n"
    let audit = try CallTable.audit(text, study)
    #expect(audit.records.map(\.flags) == [["unreadableNumber", "placedByGrid"], []])
    let page = AuditPage(audit).markdown(in: .en)
    #expect(page.contains("Placed by its grid") && page.contains("with the flag placedByGrid"))
  }

  @Test func `Where all places come from grids, nothing is said of WGS-84`() throws {
    let placed = AuditPage(try CallTable.audit("接警时间,经度,纬度,网格\n2024-03-01 08:00,,,G1\n", study))
    #expect(!placed.markdown(in: .zh).contains("WGS-84"))
    let read = AuditPage(try CallTable.audit("接警时间,经度,纬度,网格\n2024-03-01 08:00,125.3,43.8,G1\n", study))
    #expect(read.markdown(in: .zh).contains("坐标按 WGS-84 读；若为 GCJ-02"))
  }

  /// The grid officer (网格员) of many calls is one name.
  @Test func `Of words that do not look like grids only the shape is shown, however often they stand`() throws
  {
    let cells = Array(repeating: "王建国", count: 4) + ["北关社区", "北关社区", "G9", "G9"]
    let audit = try CallTable.audit(
      "接警时间,网格\n" + cells.map { "2024-03-01 08:00,\($0)\n" }.joined(), study)
    #expect(audit.gridPlacement?.unknown.map(\.text) == ["字字字", "G9", "北关社区"])
    #expect(audit.mapping.last?.example == "北关社区")
    for language in TextLanguage.allCases {
      #expect(!AuditPage(audit).markdown(in: language).contains("王建国"))
    }
  }

  @Test func `Numbers with zeros behind the point are read, and an id that fits two grids places no row`()
    throws
  {
    let grids = settings([("7", "", 1, 2), ("07", "", 3, 4), ("8", "", 5, 6)])
    let audit = try CallTable.audit(
      "接警时间,网格\n" + ["7", "07", "007", "8.0"].map { "2024-03-01 08:00,\($0)\n" }.joined(), grids)
    #expect(places(audit) == [[1, 2], [3, 4], [], [5, 6]])
    #expect(audit.gridNotes.last?.zh.contains("对不上研究的某一个网格：999 1") == true)
  }
}
