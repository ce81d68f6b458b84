import Testing

@testable import DunjingScenario

/// Positions in one column, and the system that its heading names.
@Suite struct CombinedPositionTests {
  private func study(
    grids: String, facilities: String = "名称,类别,经度,纬度\n城关派出所,派出所,112.97,28.19\n",
    in system: DegreeSystem? = nil
  ) throws -> ImportedTables {
    var settings = TablesImport()
    settings.coordinates = system
    return try OfficeTables.study(["网格.csv": grids, "驻点.csv": facilities], settings)
  }

  private func places(_ study: ImportedTables, _ kind: StudyTableKind = .grids) -> [[Double]] {
    let first = kind == .grids ? 1 : 4
    return study.tables[kind]?.split(separator: "\n").dropFirst().map { row in
      row.split(separator: ",", omittingEmptySubsequences: false)[first..<first + 2].compactMap { Double($0) }
    } ?? []
  }

  @Test(arguments: ["中心点坐标", "经纬度", "坐标（经度，纬度）", "coordinates"])
  func bothOrdersAndUsualSeparatorsAreRead(heading: String) throws {
    let study = try study(
      grids:
        "编号,\"\(heading)\",人口\n1,\"112.97,28.19\",5\n2,28.2，112.98,5\n3,(112.99;28.21),5\n4,113 28.22,5\n",
      facilities: "名称,类别,坐标\n城关派出所,派出所,\"28.19,112.97\"\n")
    #expect(places(study) == [[112.97, 28.19], [112.98, 28.2], [112.99, 28.21], [113, 28.22]])
    #expect(places(study, .facilities).first == [112.97, 28.19])
    #expect(study.isInDegrees)
  }

  @Test func kilometersInOneColumnKeepTheirOrder() throws {
    let study = try study(
      grids: "编号,坐标,人口\n1,\"10,80\",5\n2,\"1,2\",5\n", facilities: "名称,类别,横坐标,纵坐标\n城关派出所,派出所,1,2\n")
    #expect(places(study) == [[10, 80], [1, 2]] && !study.isInDegrees)
  }

  /// The system is that of the option, then of the heading; facilities without any have that of the grids.
  @Test func headingsNameTheSystem() throws {
    let table = "编号,中心点坐标（GCJ-02）,人口\n1,\"112.967697,28.191231\",5\n"
    let place = ShiftedCoordinates.gcj02.wgs84(longitude: 112.967697, latitude: 28.191231)
    let named = try study(grids: table)
    #expect(abs(places(named)[0][0] - place.longitude) < 1e-7)
    #expect((places(named, .facilities).first?[0] ?? 112.97) != 112.97)
    #expect(
      named.notes.map(\.zh).filter { $0.contains("位置：") } == [
        "网格.csv：位置：经纬度（GCJ-02，按列名 '中心点坐标（GCJ-02）'，已换算为 WGS-84）"
      ])
    let said = try study(grids: table, in: .wgs84)
    #expect(places(said) == [[112.967697, 28.191231]])
    let both = try study(
      grids: table, facilities: "名称,类别,WGS-84经度,WGS-84纬度\n城关派出所,派出所,112.97,28.19\n")
    #expect(places(both, .facilities).first == [112.97, 28.19])
    #expect(
      both.notes.contains {
        $0.en == "驻点.csv: positions: longitude and latitude in WGS-84, by the heading 'WGS-84经度'"
      })
  }

  @Test(arguments: [
    ("火星坐标", DegreeSystem.gcj02), ("高德经度", .gcj02), ("百度坐标", .bd09), ("坐标(bd09)", .bd09), ("WGS84坐标", .wgs84),
    ("CGCS2000坐标", .cgcs2000), ("经度", nil)
  ])
  func systemsAreKnownByTheirNames(heading: String, system: DegreeSystem?) {
    #expect(DegreeSystem(heading: heading) == system)
  }

  @Test func whatIsNoPositionIsRefused() {
    #expect {
      try study(grids: "编号,经纬度,人口\n1,\"112.97,28.19\",5\n2,不详,5\n3,,5\n")
    } throws: { error in
      let issues = (error as? InvalidScenario)?.issues.map { $0.text(in: .zh) } ?? []
      return issues.count == 2 && issues[0].hasPrefix("网格.csv:3:3")
        && issues[0].contains("'经纬度' 的值是 '不详'；请写经度和纬度，例如 112.97,28.19")
    }
  }
}
