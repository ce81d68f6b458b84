import Testing

@testable import DunjingScenario

/// Officers in the columns of a table of stations and posts, as every bureau keeps them.
@Suite struct StationStaffTests {
  private static let posts =
    "单位名称,类别,经度,纬度,民警（人）,辅警（人）\n"
    + "城关派出所,派出所,124.05,43.16,19,34\n河东派出所,派出所,124.06,43.16,9,16\n"
    + "车站警务站,警务站,124.05,43.17,1,6\n村部警务室,警务室,124.07,43.16,（由所内民警兼）,2\n"
    + "小区警务室,警务室,124.07,43.17,3,\n"

  private func study(
    _ tables: [String: String] = [:], posts: String = Self.posts, columns: [String] = []
  ) throws -> ImportedTables {
    var settings = TablesImport()
    settings.columns = columns.compactMap(TablesImport.NamedColumn.init)
    return try OfficeTables.study(["驻点.csv": posts].merging(tables) { $1 }, settings)
  }

  private func officers(_ study: ImportedTables) -> [String] {
    study.tables[.officers]?.split(separator: "\n").dropFirst().map { row in
      let cells = row.split(separator: ",")
      return "\(cells[3]) \(cells[4]) \(cells[5])"
    } ?? []
  }

  @Test func columnsOfPostsAreTheirOfficers() throws {
    let study = try study()
    #expect(
      officers(study) == [
        "stationDuty true 28", "stationDuty false 50", "patrol true 1", "patrol false 6", "auxiliary false 2",
        "community true 3"
      ])
    #expect(study.tableOfStaff == "驻点.csv" && !study.choices.contains { $0.kind == .officers })
    #expect(
      study.notes.contains {
        $0.en.hasPrefix(
          "驻点.csv: officers of posts by '民警（人）', '辅警（人）': 28 station officers (stationDuty), 50 station auxiliaries"
        )
          && $0.en.hasSuffix("name it: --column facilities.officersPerShift=民警（人）")
      })
    #expect(study.notes.contains { $0.zh == "驻点.csv：'民警（人）' 中的 '（由所内民警兼）' 按 0 计" })
  }

  @Test func withoutSuchColumnsThereAreNoOfficers() throws {
    let none = try study(posts: "名称,类别,经度,纬度\n城关派出所,派出所,124.05,43.16\n")
    #expect(none.tables[.officers] == nil && none.tableOfStaff == nil)
  }

  /// Names and telephones of officers, and those on duty in a shift, are no officers of a post.
  @Test(arguments: ["责任民警", "民警姓名", "民警电话", "值班民警", "社区民警", "民警"])
  func otherColumnsAreNoStaff(heading: String) throws {
    let value = heading == "民警" ? "张三" : "5"
    let table = "名称,类别,经度,纬度,\(heading)\n城关派出所,派出所,124.05,43.16,\(value)\n"
    #expect(try study(posts: table).tables[.officers] == nil)
  }

  @Test func aColumnNamedForAShiftIsNone() throws {
    let table = "名称,类别,经度,纬度,民警,辅警\n甲,街面警务站,124.05,43.16,4,2\n"
    #expect(officers(try study(posts: table)) == ["patrol true 4", "patrol false 2"])
    let named = try study(posts: table, columns: ["facilities.officersPerShift=民警"])
    #expect(named.tables[.officers] == nil && named.unitGroups.map(\.crew) == [4])
  }

  /// A table of officers that has a station counts, and only the others are read.
  @Test func theTableOfOfficersCounts() throws {
    let study = try study(["警力.csv": "单位,民警,辅警\n城关派出所值班,12,3\n城关派出所社区民警,7,0\n"])
    #expect(
      officers(study) == [
        "stationDuty true 21", "stationDuty false 19", "community true 10", "patrol true 1", "patrol false 6",
        "auxiliary false 2"
      ])
    #expect(
      study.notes.contains {
        $0.zh == "驻点.csv：城关派出所的 '民警（人）'、'辅警（人）' 没有使用：警力表 警力.csv 中已有，以警力表为准"
      })
  }

  /// A row of what all posts of a kind do has those of each of them; a patrol unit of its own has not.
  @Test func rowsOfADutyHaveThoseOfAllPosts() throws {
    let duty = try study(["警力.csv": "队伍,身份,人数\n派出所值班,民警,14\n街面巡逻,民警,12\n社区警务,民警,9\n"])
    // It says nothing of auxiliaries, which are read.
    #expect(
      officers(duty) == [
        "stationDuty true 14", "patrol true 12", "community true 9", "stationDuty false 50", "patrol false 6",
        "auxiliary false 2"
      ])
    let unit = try study(["警力.csv": "队伍,身份,人数\n巡特警大队,民警,30\n"])
    #expect(officers(unit).prefix(2) == ["patrol true 30", "stationDuty true 28"])
    #expect(officers(unit).contains("patrol true 1"))
  }

  /// Community officers belong to the stations.
  @Test func communityOfficersAreAmongThoseOfStations() throws {
    let study = try study(["警力.csv": "队伍,身份,人数\n社区警务,民警,8\n社区网格,辅警,10\n"])
    #expect(
      officers(study) == [
        "community true 8", "auxiliary false 10", "stationDuty true 20", "stationDuty false 40",
        "patrol true 1", "patrol false 6"
      ])
    #expect(
      study.assumptions.contains { $0.key == "force.categories" && $0.note.zh.contains("社区民警 8 名按已含在") })
  }

  @Test func withoutCommunityOfficersTheNoteSaysWhereTheyGo() throws {
    let table = "名称,类别,经度,纬度,民警\n城关派出所,派出所,124.05,43.16,19\n"
    let notes = try study(posts: table).notes.filter { $0.en.contains("no community officers") }
    #expect(notes.count == 1 && notes[0].en.hasSuffix("they are taken to be among those of the stations"))
  }

  /// What is wrong with officers of a station is said of the table of stations.
  @Test func faultsAreTracedToTheTableOfPosts() throws {
    let study = try study(["警力.csv": "队伍,身份,人数\n巡特警大队,民警,30\n"])
    let issue = ScenarioIssue(
      file: "officers.csv", line: 3, column: 1, keyPath: "force.categories[1].count",
      problem: LocalizedText(zh: "错", en: "wrong"), remedy: LocalizedText(zh: "改", en: "mend"))
    let traced = study.traced(InvalidScenario(issues: [issue])).issues[0]
    #expect(traced.file == "驻点.csv" && traced.line == 2)
  }

  /// What is known as a kind of post is known as the work of its officers.
  @Test(arguments: [
    ("火车站警务站", OfficerPool.patrol), ("东门警务工作站", .patrol), ("城北公安检查站", .patrol), ("高速卡口", .patrol),
    ("步行街警务室", .community), ("社区警务站", .community)
  ])
  func postsInATableOfOfficersAreKnown(name: String, pool: OfficerPool) throws {
    #expect(OfficerWord.pool(of: name) == pool)
    let study = try study(["警力.csv": "单位,民警\n\(name),5\n"], posts: "名称,类别,经度,纬度\n城关派出所,派出所,124.05,43.16\n")
    #expect(officers(study) == ["\(pool.rawValue) true 5"])
  }
}
