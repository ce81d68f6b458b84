import Testing

@testable import DunjingScenario

/// Incidents by station, and towns that say which station's district a grid is in.
@Suite struct StationCountTests {
  private static let grids =
    "乡镇（街道）,村（社区）名称,经度,纬度,人口\n城关街道,甲,124.050,43.160,3000\n,乙,124.080,43.160,1000\n柳河镇,丙,124.052,43.160,500\n"
  private static let posts =
    "名称,类别,所在乡镇街道,经度,纬度\n城关派出所,派出所,城关街道,124.050,43.161\n"
    + "开发区派出所,派出所,城关街道,124.081,43.161\n柳河派出所,派出所,柳河镇,124.200,43.160\n"
  private static let counts =
    "2025年全市有效警情分所统计表（单位：起）,,,\n派出所,合计,刑事,同比（%）\n城关派出所,300,30,-3.1\n开发区派出所,100,9,2.2\n"
    + "柳河派出所,70,5,1.0\n合计,470,44,\n"

  private func study(
    _ counts: String = Self.counts, named name: String = "2025年警情分所统计.csv", grids: String = Self.grids,
    posts: String = Self.posts
  ) throws -> ImportedTables {
    try OfficeTables.study(["网格.csv": grids, "驻点.csv": posts, name: counts])
  }

  /// The incidents and the station of each grid.
  private func cells(_ study: ImportedTables) -> [String] {
    study.tables[.grids]?.split(separator: "\n").dropFirst().map { row in
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      return "\(cells[4]) \(cells[6])"
    } ?? []
  }

  /// A title that names a part of a year is not one of a year, wherever the year stands.
  @Test(arguments: ["统计时段：2025年1—6月,,,", "统计时段：2025年上半年,,,", "2025年第一季度,,,"])
  func countsOfAPartOfAYearAreNotThoseOfAYear(title: String) throws {
    let study = try study(
      title + "\n" + Self.counts.split(separator: "\n").dropFirst().joined(separator: "\n") + "\n")
    #expect(study.incidentsPerDay == nil)
    let whole = try self.study(
      "统计时段：2025年1—12月,,,\n" + Self.counts.split(separator: "\n").dropFirst().joined(separator: "\n") + "\n")
    #expect(whole.incidentsPerDay == 470.0 / 365)
  }

  /// The grid of a town goes to its station though another is nearer; of several stations of a town the nearest counts.
  @Test func totalsOfStationsAreSharedOutByResidents() throws {
    let study = try study()
    #expect(cells(study) == ["300 s1", "100 s2", "70 s3"])
    #expect(study.incidentsPerDay == 470.0 / 365 && study.unknown.isEmpty)
    #expect(
      study.notes.contains { $0.zh == "2025年警情分所统计.csv：'合计' 470 起，各派出所（乡镇）之内按居民数分给网格 [H]" })
    #expect(
      study.notes.contains {
        $0.zh == "网格.csv：3 个网格按 '乡镇（街道）' 归所属的派出所；城关街道有几个派出所，其网格归其中最近的"
      })
    let one = try self.study(
      "派出所,警情数\n城关派出所,400\n柳河派出所,70\n", posts: Self.posts.replacing("开发区派出所,派出所", with: "开发区警务站,警务站"))
    #expect(cells(one) == ["300 s1", "100 s1", "70 s2"])
  }

  /// Towns may stand for stations; what nobody knows is told, and not counted.
  @Test func rowsOfTownsAreKnownAndOthersTold() throws {
    let study = try study("乡镇,警情总数\n城关街道,400\n柳河,60\n山后镇,9\n")
    #expect(cells(study) == ["300 s1", "100 s2", "60 s3"])
    #expect(study.notes.contains { $0.en.contains("山后镇 9: no station or town of that name") })
    #expect(study.notes.contains { $0.zh.contains("山后镇 9 起没有对应的派出所") })
  }

  /// Only a whole year in the heading, the title or the name makes a number a day.
  @Test(arguments: [
    ("2025年警情分所统计.csv", "派出所,合计", true), ("分所.csv", "派出所,2025年警情数", true),
    ("分所.csv", "江州市公安局2025年度警情统计,\n派出所,合计", true), ("分所.csv", "派出所,警情数", false),
    ("2025年1-6月警情.csv", "派出所,合计", false), ("2025年警情.csv", "2025年上半年警情,\n派出所,合计", false)
  ])
  func aYearIsSaidByTitleOrName(file: String, header: String, isYear: Bool) throws {
    let study = try study("\(header)\n城关派出所,300\n柳河派出所,70\n", named: file)
    #expect((study.incidentsPerDay != nil) == isYear)
    #expect(cells(study).last == "70 s3")
    #expect(study.notes.contains { $0.en.contains("say how many with --days") } != isYear)
  }

  /// A district without a grid is told.
  @Test func districtsWithoutGridsAreTold() throws {
    let study = try study(grids: "编号,经度,纬度,人口\n1,124.05,43.16,3000\n")
    #expect(cells(study) == ["300 "] && study.incidentsPerDay == 300.0 / 365)
    #expect(study.notes.contains { $0.zh.hasPrefix("2025年警情分所统计.csv：开发区派出所 100、柳河派出所 70 起没有对应") })
  }

  @Test func incidentsOfGridsCountBeforeThoseOfStations() throws {
    let study = try study(grids: "编号,经度,纬度,人口,2024年警情数\n1,124.05,43.16,3000,20\n")
    #expect(cells(study) == ["20 "] && study.unknown.isEmpty)
    #expect(study.notes.contains { $0.zh == "2025年警情分所统计.csv：各派出所的警情数，没有使用：网格表已有 '2024年警情数'" })
  }

  /// Incidents of other places, or parts of incidents without a total, are no such table.
  @Test(arguments: ["片区,警情数\n甲,3\n乙,4\n", "派出所,刑事警情,治安警情\n城关派出所,3,4\n", "派出所,合计\n城关派出所,3\n"])
  func otherTablesStayUnknown(table: String) throws {
    let study = try study(table, named: "其他.csv")
    #expect(study.unknown.map(\.name) == ["其他.csv"] && study.incidentsPerDay == nil)
    #expect(cells(study).first == "3000 s1")
    #expect(
      study.assumptions.contains {
        $0.key == "grids.*.demandWeight" && $0.note.en.contains("no column of incidents")
      })
  }

  /// Without a column of towns at the stations their names say it; a town of no station is told.
  @Test func townsAreThoseOfStationsByName() throws {
    let study = try OfficeTables.study([
      "网格.csv": "街道,经度,纬度,人口\n柳河镇,124.05,43.16,10\n柳河镇,124.05,43.16,10\n山后乡,124.05,43.16,10\n",
      "驻点.csv": "名称,类别,经度,纬度\n城关派出所,派出所,124.05,43.16\n柳河派出所,派出所,124.2,43.16\n"
    ])
    #expect(cells(study) == ["10 s2", "10 s2", "10 "])
    #expect(study.notes.contains { $0.en.hasPrefix("网格.csv: no station is that of 山后乡 in '街道'") })
  }

  /// A column of stations may hold towns.
  @Test func stationsOfGridsMayBeTowns() throws {
    let study = try study(grids: "编号,经度,纬度,人口,所属派出所\n1,124.05,43.16,10,柳河镇\n2,124.05,43.16,10,城关\n")
    #expect(cells(study).map { $0.split(separator: " ").last } == ["s3", "s1"])
    #expect(!study.notes.contains { $0.zh.hasPrefix("没有名为") })
  }
}
