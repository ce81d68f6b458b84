import DunjingScenario
import Testing

/// What the tables of an office leave open or say twice, and what is not one of them.
@Suite struct DoubtfulTableTests {
  private func study(
    _ tables: [String: String], county: Bool = true
  ) throws -> ImportedTables {
    var settings = TablesImport()
    settings.isOfCounty = county
    let grids = "网格号,经度,纬度,人口\n1,124.05,43.16,2000\n2,124.06,43.16,3000\n"
    return try OfficeTables.study(["网格.csv": grids].merging(tables) { $1 }, settings)
  }

  /// The names of departments with their officers of the county, the fourth cell from the end: English names may have commas.
  private func officers(_ study: ImportedTables) -> [[Substring]]? {
    study.tables[.departments]?.split(separator: "\n").dropFirst().map { row in
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      return [cells[1], cells[cells.count - 4]]
    }
  }

  @Test(arguments: [
    ("单位,编制数（名）,实有数（名）", "9"), ("部门,编制,实有", "9"), ("机构,编制数,在编（人）", "9"), ("单位,编制,现有人数", "9")
  ])
  func officersPresentCountBeforeTheEstablishment(header: String, count: Substring) throws {
    let study = try study(["机构编制表.csv": "\(header)\n法制大队,10,9\n"])
    #expect(officers(study) == [["法制大队", count]])
    let headings = header.split(separator: ",")
    #expect(
      study.notes.contains {
        $0.zh == "机构编制表.csv：'\(headings[1])' 也像 agencyOfficers，没有使用；用的是 '\(headings[2])'"
      })
  }

  @Test func anEstablishmentAloneIsReadAndSaid() throws {
    let study = try study(["机构编制表.csv": "单位,编制数（名）\n法制大队,10\n"])
    #expect(officers(study) == [["法制大队", "10"]])
    #expect(study.notes.contains { $0.en.contains("'编制数（名）', the establishment") })
  }

  /// Residents are no officers, though both may be called 实有.
  @Test func residentsAreNoOfficers() throws {
    let study = try study(["单位.csv": "单位,实有人口\n法制大队,10\n"])
    #expect(study.tables[.departments] == nil)
    #expect(
      study.unknown.map(\.nearest) == [.departments] && study.unknown.map(\.missing) == [["agencyOfficers"]])
    #expect(
      study.unknown[0].text.zh
        == "单位.csv：没有使用。最像机关部门表，但没有认出人数列；若是，请用 --column departments.agencyOfficers=列名 指明")
    #expect(study.unknown[0].text.en.hasSuffix("--column departments.agencyOfficers=HEADING"))
  }

  @Test func aTableWithoutAnyKnownColumnIsLikeNone() throws {
    let study = try study(["面积.csv": "面积,户数\n1,2\n"])
    #expect(study.unknown.map(\.nearest) == [nil])
    #expect(study.unknown[0].text.en == "面积.csv: what it lists cannot be told; not used")
  }

  /// Where tables are missing, a file that was not known is named first, with its headings and all that has to be named.
  @Test func whatWasNotKnownIsNamedBeforeWhatIsMissing() throws {
    func issues(_ tables: [String: String], named: [String] = []) -> [ScenarioIssue] {
      var settings = TablesImport()
      settings.columns = named.compactMap { TablesImport.NamedColumn($0) }
      do {
        _ = try OfficeTables.study(tables, settings)
        return []
      } catch {
        return (error as? InvalidScenario)?.issues ?? []
      }
    }
    let strange = ["网格.csv": "片区,东,北,人数合计\n一,124.05,43.16,2000\n"]
    let first = issues(strange)
    #expect(first.map(\.file) == ["网格.csv", "网格.csv"])
    #expect(first.first?.problem.zh == "从列名看不出 '网格.csv' 是什么表；列名有 片区、东、北、人数合计")
    #expect(
      first.first?.remedy.zh
        == "若是网格表，请指明没有认出的列：--column grids.x=列名 --column grids.y=列名 --column grids.population=列名")
    #expect(first.last?.problem.zh == "没有找到网格表" && first.last?.remedy.zh.contains("--column") == false)
    // One column more is not yet a table, and what is left to name is said.
    let second = issues(strange, named: ["grids.x=东"])
    #expect(second.count == 2)
    #expect(
      second.first?.remedy.en.hasSuffix("--column grids.y=HEADING --column grids.population=HEADING") == true)
    #expect(issues(strange, named: ["grids.x=东", "grids.y=北", "grids.population=人数合计"]).isEmpty)
    // Of a table that may be missing too.
    let other = issues(["面积.csv": "面积,户数\n1,2\n"], named: ["departments.name=面积"])
    #expect(
      other.map(\.remedy.en) == [
        "if it is a table of departments, name the columns that are not known: --column departments.agencyOfficers=HEADING"
      ])
  }

  /// A count that is left blank may be a count that is not known.
  @Test func blankCountsAreNamedWithTheirLines() throws {
    let study = try study([
      "网格.csv":
        "网格情况,,,,\n编号,经度,纬度,人口,上年警情数（起）\n1,124.05,43.16,2000,\n2,124.06,43.16,3000,40\n3,124.07,43.16,400,\n"
    ])
    #expect(study.tables[.grids]?.contains(",2000,0,general") == true)
    let notes = study.notes.filter { $0.zh.contains("如不为 0 请补") }
    #expect(notes.map(\.zh) == ["网格.csv：第 3、5 行的 '上年警情数（起）' 为空，按 0 计（其居民共 2400 人）；如不为 0 请补"])
    #expect(notes[0].en.contains("empty in lines 3, 5, and 0 was taken (for 2400 residents)"))
    #expect(!(try self.study([:])).notes.contains { $0.zh.contains("如不为 0 请补") })
  }

  @Test func stationsAreNoDepartments() throws {
    let study = try study([
      "机关.csv": "单位,实有数\n法制大队,9\n城关派出所,27\n河东 派出所,17\n派出所工作大队,4\n",
      "警力.csv": "队伍,身份,人数\n派出所值班,民警,44\n社区警务,民警,9\n"
    ])
    #expect(officers(study) == [["法制大队", "9"], ["派出所工作大队", "4"]])
    #expect(study.choices.first { $0.kind == .departments }?.rows == 2)
    #expect(study.notes.contains { $0.zh.hasPrefix("机关.csv：略去派出所（城关派出所、河东派出所）") })
  }

  @Test func aTableOfNothingButStationsIsNoneOfDepartments() throws {
    let study = try study(["机关.csv": "单位,实有数\n城关派出所,27\n"])
    #expect(study.tables[.departments] == nil && !study.isOfCounty)
    #expect(!study.choices.contains { $0.kind == .departments })
  }

  /// Departments among the officers would count twice: left out where nobody says what they do, otherwise named.
  @Test func unitsInTwoTablesCountOnceOrAreNamed() throws {
    let study = try study([
      "机关.csv": "单位,实有数\n指挥中心,16\n办公室,18\n刑侦大队,38\n",
      "人员.csv": "单位,民警,辅警\n指挥中心,16,2\n办 公 室,18,5\n刑侦大队,38,43\n城关派出所,27,43\n"
    ])
    #expect(
      study.tables[.officers]?.split(separator: "\n").dropFirst().map { $0.split(separator: ",").last } == [
        "38", "43", "27", "43"
      ])
    #expect(study.notes.contains { $0.zh == "人员.csv：略去 指挥中心、办公室：已在机关表 机关.csv 中，不重复计算" })
    #expect(study.notes.contains { $0.zh == "刑侦大队 既在机关表 机关.csv 又在警力表 人员.csv 中，请核对是否重复计算" })
  }

  @Test(arguments: [
    ("派出所,27,0", "nobody visits"), ("派出所,27,0\n志愿者,0,9", "only auxiliaries and volunteers visit"),
    ("派出所,27,0\n社区警务队,9,0", nil)
  ])
  func missingCommunityOfficersAreNamed(rows: String, what: String?) throws {
    let study = try study(["人员.csv": "单位,民警,辅警\n\(rows)\n"])
    let notes = study.notes.filter { $0.en.contains("no community officers") }
    #expect(notes.count == (what == nil ? 0 : 1))
    #expect(notes.allSatisfy { $0.en.contains(what ?? "") })
  }

  /// A list of calls has kinds and places too, but is no table of facilities; a mean time is no list.
  @Test func listsOfCallsAreNotTaken() throws {
    let calls = try study([
      "接处警.csv": "接处警明细,,,,\n编号,报警时间,警情类别,经度,纬度\n1,2024/3/1 3:52,纠纷,124.05,43.16\n"
    ])
    #expect(calls.notes.contains { $0.zh == "接处警.csv：像是接处警记录，没有使用；请用 dunjing import incidents" })
    #expect(calls.facilityCounts == [.station: 1] && calls.unknown.isEmpty)
    let means = try study([
      "驻点.csv": "名称,类别,经度,纬度,平均到场时间\n城关派出所,派出所,124.05,43.16,12.5\n"
    ])
    #expect(!means.notes.contains { $0.zh.contains("接处警记录") })
  }

  @Test func kindsOfPostsAreKnownByTheirUsualNames() throws {
    let posts = ["固定执勤点", "执勤点", "警务室", "警务站室", "警务站"].enumerated().map {
      "点\($0 + 1),\($1),124.05,43.16\n"
    }
    let table = "名称,类别,经度,纬度\n城关派出所,派出所,124.05,43.16\n" + posts.joined()
    let study = try study(["驻点.csv": table])
    #expect(
      study.facilityCounts == [.station: 1, .corePost: 2, .policeRoom: 2, .streetWorkstation: 1])
    #expect {
      try self.study(["驻点.csv": table + "大棚,仓房,124.05,43.16\n"])
    } throws: { error in
      let text = (error as? InvalidScenario)?.issues.map { $0.text(in: .zh) }.joined() ?? ""
      return text.contains("不认识设施种类 '仓房'；请写 station（派出所）、") && text.contains("corePost（核心岗、固定岗、执勤点、固定执勤点）")
    }
  }

  private func rows(_ study: ImportedTables, _ kind: StudyTableKind) -> [[Substring]] {
    study.tables[kind]?.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    } ?? []
  }

  /// Officers are as busy as those of the city of reference, unless incidents alone bring more.
  @Test func assumedFixedWorkIsWhatIncidentsLeaveOfTheLoad() throws {
    var study = try study(["机关.csv": "单位,实有数\n法制大队,9\n刑侦大队,38\n"])
    #expect(study.assumptions.map(\.key).contains("departments.*.fixedHoursPerYear"))
    #expect(rows(study, .departments).map { $0[$0.count - 2] } == ["11475", "50160"])
    study.assumeFixedHours(besides: ["legal": 12_000, "investigation": 37_833])
    #expect(rows(study, .departments).map { $0[$0.count - 2] } == ["0", "12327"])
    #expect(study.notes.contains { $0.zh.contains("警力少，") && $0.zh.contains("折减到其 96 %（法制大队） [H]") })
    let fixed = study.assumptions.first { $0.key == AssumedWork.fixedKey }
    #expect(fixed?.value == "legal 0, investigation 12327")
    #expect(study.followUpShares == ["legal": 11_475.0 / 12_000])
    var said = try self.study(["机关.csv": "单位,实有数,固定工时,最低留守,延误权重\n法制大队,9,500,3,1\n"])
    said.assumeFixedHours(besides: ["legal": 100])
    #expect(rows(said, .departments).map { $0[$0.count - 2] } == ["500"])
    #expect(!said.assumptions.contains { $0.key.hasPrefix("departments") })
  }

  /// The department that incidents bring work is the one of that name, whichever comes first.
  @Test func departmentsAreKnownOrLikeOnesThatAre() throws {
    let study = try study(["机关.csv": "单位,实有数\n看守所,24\n法制大队,9\n政工监督室,15\n警务保障室,13\n机动队,5\n"])
    #expect(rows(study, .departments).map { $0[0] } == ["d1", "legal", "administration", "d4", "d5"])
    #expect(rows(study, .departments).map { $0[$0.count - 1] } == ["0.8", "0.8", "0.15", "0.15", "0.4"])
    #expect(
      study.tables[.departments]?.contains("d1,看守所,Detention center,") == true
        && study.tables[.departments]?.contains("d4,警务保障室,Logistics,") == true)
    #expect(study.notes.contains { $0.zh.hasPrefix("机动队：看不出是哪类部门") })
    #expect(study.tables[.departments]?.contains("\nd5,机动队,,") == true)
    #expect(study.notes.filter { $0.zh.contains("没有英文名") }.map(\.zh.first) == ["机"])
  }

  @Test func whoMayBeSentDownLeavesTheOthersAsTheFloor() throws {
    let study = try study(["机关.csv": "单位,编制数,实有数,其中：可下沉\n指挥中心,18,16,4\n法制大队,10,9,\n"])
    #expect(rows(study, .departments).map { $0[$0.count - 3] } == ["12", "9"])
    #expect(study.notes.contains { $0.zh == "法制大队的 '其中：可下沉' 为空，按都不下沉 [H]" })
    #expect {
      try self.study(["机关.csv": "单位,实有数,可下沉\n指挥中心,16,17\n"])
    } throws: { "\($0)".contains("'可下沉' is 17, of 16 officers") }
  }

  /// The establishment beside officers who were named counts nobody twice.
  @Test func namedOfficersOfTheCountyStandAlone() throws {
    var settings = TablesImport()
    settings.isOfCounty = true
    settings.columns = [TablesImport.NamedColumn("departments.countyOfficers=实有数")].compactMap { $0 }
    let study = try settings.tables(
      [
        ("网格.csv", "网格号,网格名称,经度,纬度,人口\n1,城关一,124.05,43.16,2000\n"),
        ("驻点.csv", "名称,类别,经度,纬度,巡逻车（辆）\n城关派出所,派出所,124.05,43.16,3\n"),
        ("机关.csv", "单位,编制数,实有数\n法制大队,10,9\n")
      ].map { ImportTable(name: $0.0, bytes: Array($0.1.utf8)) })
    #expect(officers(study) == [["法制大队", "9"]])
    #expect(rows(study, .grids) == [["1", "124.05", "43.16", "2000", "2000", "general", "", "城关一"]])
    #expect(study.assumptions.map(\.key).prefix(2) == ["grids.*.areaClass", "grids.*.demandWeight"])
    #expect(study.kindOfAssumedSites == .station)
    #expect(rows(study, .facilities).last?.prefix(4) == ["r1", "城关派出所（增派）", "Reserve site r1", "reserveSite"])
    #expect(study.unitGroups.map(\.units) == [3])
  }
}
