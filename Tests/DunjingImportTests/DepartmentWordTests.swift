import Testing

@testable import DunjingScenario

/// What departments are by their names, and who of them may be sent down.
@Suite struct DepartmentWordTests {
  /// Each name, the department of the city of reference that it is like, and whether incidents bring it the work of that one.
  @Test(arguments: [
    ("政治安全保卫大队", "investigation", false), ("国保大队", "investigation", false), ("行政保障科", "administration", true),
    ("治安管理大队", "publicOrder", true), ("治安拘留所", "legal", false), ("看守所", "legal", false),
    ("公共交通治安分局", "publicOrder", false), ("交通治安支队", "publicOrder", false),
    ("治安巡特警大队", "publicOrder", true), ("巡特警大队", "publicOrder", false), ("反恐怖大队", "investigation", false),
    ("交巡警支队", "trafficHeadquarters", true), ("交通指挥中心", "trafficHeadquarters", true),
    ("情指中心", "command", true), ("情报指挥中心", "command", true), ("指挥中心", "command", true),
    ("合成作战中心", "command", true), ("网络安全保卫大队", "forensic", true), ("科信大队", "forensic", false),
    ("打击电信网络新型违法犯罪中心", "antiFraud", true), ("经侦大队", "antiFraud", true),
    ("刑事技术室", "forensic", true), ("技术侦察支队", "investigation", false), ("视频侦查大队", "investigation", false),
    ("刑侦禁毒大队", "investigation", true), ("禁毒办公室", "investigation", false),
    ("食药环侦大队", "investigation", false), ("食品药品与环境犯罪侦查大队", "investigation", false),
    ("法制预审大队", "legal", true), ("预审大队", "legal", false), ("监管大队", "legal", false),
    ("出入境管理大队", "publicOrder", false), ("信访办公室", "administration", false), ("警务保障室", "administration", true),
    ("政治处", "administration", true), ("人事科", "administration", true), ("宣传科", "administration", true),
    ("机关党委", "administration", true), ("办公室", "administration", true), ("督察办公室", "supervision", true),
    ("局领导", "administration", false),
    ("扫黑除恶领导小组办公室", "administration", true),
    ("审计办公室", "supervision", true), ("纪检监察组", "supervision", true)
  ])
  func namesAreNotKnownByAccident(name: String, reference: String, isSame: Bool) throws {
    let word = try #require(DepartmentWord(in: name))
    #expect(word.reference.id == reference && word.isSame == isSame)
  }

  private func study(_ departments: String, officers: String? = nil) throws -> ImportedTables {
    var tables = ["机关.csv": departments]
    tables["警力.csv"] = officers
    return try OfficeTables.study(tables)
  }

  private func floors(_ study: ImportedTables) -> [[Int]] {
    study.departments.map { [$0.agency.floor, $0.county.floor] }
  }

  /// Where the table says who has to stay, nothing follows from a blank.
  @Test func blanksBesideAFloorAreNotAssumed() throws {
    let said = try study("部门,民警数,留守,可下沉\n政治安全保卫大队,10,4,\n治安管理大队,40,10,\n")
    #expect(floors(said) == [[4, 0], [10, 0]])
    #expect(!said.notes.contains { $0.zh.contains("可下沉") })
    #expect(!said.assumptions.contains { $0.key.hasSuffix("Floor") })
    let partly = try study("部门,民警数,留守,可下沉\n法制大队,10,4,\n治安管理大队,40,,\n")
    #expect(floors(partly) == [[4, 0], [40, 0]])
    #expect(partly.notes.contains { $0.zh == "治安管理大队的 '可下沉' 为空，按都不下沉 [H]" })
  }

  /// Those who may be sent down are officers of the county where there are no others.
  @Test func whoMayBeSentDownOfTheCounty() throws {
    let county = try study("部门,县级民警数,可下沉\n法制大队,20,2\n治安大队,9,\n")
    #expect(floors(county) == [[0, 18], [0, 9]])
    #expect(!county.notes.contains { $0.zh.contains("取一半") })
    #expect(
      county.assumptions.filter { $0.key.hasSuffix("Floor") }.map(\.key) == ["departments.*.countyFloor"])
    let both = try study("部门,机关民警,县级民警,可下沉\n法制大队,20,10,2\n治安大队,0,9,3\n")
    #expect(floors(both) == [[18, 5], [0, 6]])
  }

  /// Who leads stays; a department that is manned around the clock keeps the share of the city of reference: 12 of 16 in command, 8 of
  /// 12 in detention.
  @Test func whoHasToStayGoesByTheDepartment() throws {
    let study = try study("部门,民警数\n局领导,9\n指挥中心（110）,14\n看守所,24\n拘留所,11\n刑侦大队,43\n法制大队,11\n")
    #expect(floors(study).map { $0[0] } == [9, 11, 16, 8, 22, 6])
    #expect(
      study.notes.filter { $0.zh.contains("最低留守人数") }.map(\.zh) == [
        "局领导的最低留守人数：领导班子不下沉，全部留守 [H]",
        "指挥中心（110）的最低留守人数：昼夜值守，不取一半，取参照城市指挥、情报的留守比例 12/16 [H]",
        "看守所、拘留所的最低留守人数：昼夜值守，不取一半，取参照城市法制、监管的留守比例 8/12 [H]", "其余各部门的最低留守人数：取一半 [H]"
      ])
    let said = try self.study("部门,民警数,留守\n局领导,9,3\n看守所,24,\n刑侦大队,43,\n")
    #expect(floors(said).map { $0[0] } == [3, 16, 22])
    #expect(said.notes.contains { $0.zh == "刑侦大队的最低留守人数：取一半 [H]" })
  }

  @Test func departmentsOfOneWordHaveNamesOfTheirOwn() throws {
    let study = try study(
      "部门,民警数\n治安管理大队,40\n治安巡防大队,10\nPublic order 2,8\n治安防控中心,7\n法制大队,9\n")
    #expect(
      study.departments.map(\.name.en) == [
        "Public order", "Public order 3", "Public order 2", "Public order 4", "Legal, case review"
      ])
    #expect(study.tables[.departments]?.contains(",治安巡防大队,Public order 3,") == true)
  }

  /// Patrols are officers, though there are departments of that name.
  @Test func tablesOfPatrolsAreTablesOfOfficers() throws {
    let study = try study("部门,民警数\n法制大队,9\n", officers: "队伍,人数\n巡特警大队,20\n交警大队,30\n刑侦大队,15\n")
    #expect(study.choices.map(\.table) == ["网格.csv", "驻点.csv", "机关.csv", "警力.csv"])
  }
}
