import Testing

@testable import DunjingScenario

/// Counts that are nil or do not sum, and whose officers departments have.
@Suite struct DoubtfulCountTests {
  private func study(
    _ departments: String, grids: String? = nil, county: Bool = false
  ) throws -> ImportedTables {
    var settings = TablesImport()
    settings.isOfCounty = county
    var tables = ["单位.csv": departments]
    tables["网格.csv"] = grids
    return try OfficeTables.study(tables, settings)
  }

  @Test(arguments: ["—", "——", "-", "–", "/", "无"])
  func dashesAreNobody(dash: String) throws {
    let study = try study("单位,民警,辅警\n法制大队,9,\(dash)\n城关派出所,20,\(dash)\n河东派出所,10,\(dash)\n")
    #expect(study.tables[.officers]?.contains("stationDuty,true,30") == true)
    #expect(study.tables[.officers]?.contains("false") == false)
    #expect(study.notes.count { $0.zh == "单位.csv：'辅警' 中的 '\(dash)' 按 0 计" } == 1)
  }

  /// A dash is no place, and an example lies within what is asked for: of coordinates it is no 0.
  @Test func examplesLieWithinTheirRange() {
    #expect {
      try study("单位,民警\n法制大队,9\n", grids: "网格号,东经,北纬,人口\n1,—,43.16,2000\n2,124.05,43.16,多\n3,124.05,不详,9\n")
    } throws: { error in
      let issues = (error as? InvalidScenario)?.issues.map { $0.text(in: .zh) } ?? []
      return issues.count == 3
        && issues.contains { $0.hasSuffix("'北纬' 的值是 '不详'；请写 -90 至 90 的度数，例如 30.4242 或 30°25′27″") }
        && issues.contains { $0.hasPrefix("网格.csv:2:3") && $0.hasSuffix("没有位置：'东经' 未填；请写上它的位置，或删去此行") }
        && issues.contains { $0.contains("例如 1234") }
    }
    #expect(TablesReader.example(in: 73...136) == "104.5")
  }

  @Test func totalsAreComparedWithTheRows() throws {
    let grids =
      "网格号,经度,纬度,人口,2023年警情数\n1,124.05,43.16,2000,30\n2,124.06,43.16,1000,\n合计,,,3000,50\n"
    let notes = try study("单位,民警\n法制大队,9\n", grids: grids).notes.filter { $0.zh.contains("合计行写") }
    #expect(notes.map(\.zh) == ["网格.csv：'2023年警情数' 的合计行写 50，而读出各行之和为 30，请核对"])
    // A total may stand in one cell with its number.
    let inOne = try study("单位,民警\n法制大队,9\n", grids: grids.replacing("合计,,,3000,50", with: "合计：3000人"))
    #expect(inOne.notes.contains { $0.zh == "网格.csv：略去 1 行合计或说明" })
    let whole = grids.replacing("50", with: "30")
    #expect(try !study("单位,民警\n法制大队,9\n", grids: whole).notes.contains { $0.zh.contains("合计行写") })
  }

  @Test(arguments: [
    ("法制大队,9\n刑侦大队,9\n指挥中心,9", false, true), ("法制大队,9\n刑侦大队,9\n指挥中心,9", true, false),
    ("法制大队,9\n刑侦大队,9\n交警支队,9", false, false), ("法制大队,9\n指挥中心,9", false, false)
  ])
  func aCountyIsSuggestedWhereDepartmentsAreOfOne(rows: String, county: Bool, isSuggested: Bool) throws {
    let notes = try study("单位,民警\n\(rows)\n", county: county).notes
    #expect(notes.contains { $0.zh.contains("市辖区公安分局请加 --county") } == isSuggested)
  }

  /// Economic crime does the work of the department against fraud where there is no other.
  @Test func economicCrimeStandsInForAntiFraud() throws {
    let both = try study("单位,民警\n经侦大队,9\n反诈中心,8\n禁毒大队,7\n法制大队,6\n")
    #expect(both.departments.map(\.id) == ["d1", "antiFraud", "d3", "legal"])
    #expect(both.likenesses.map(\.name.zh) == ["经侦大队", "禁毒大队"])
    #expect(both.likenesses.map(\.reference) == ["antiFraud", "investigation"])
    #expect(both.likenesses.allSatisfy { !$0.hasWork })
    let alone = try study("单位,民警\n经侦大队,9\n")
    #expect(alone.departments.map(\.id) == ["antiFraud"] && alone.likenesses.map(\.hasWork) == [true])
  }
}
