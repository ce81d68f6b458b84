import DunjingScenario
import Testing

@testable import DunjingScenario

/// What categories of officers are called that a table does not name itself.
@Suite struct OfficerNameTests {
  /// What a name says already does not follow it in parentheses.
  @Test func namesSayOnceWhetherOfficersAreSworn() throws {
    var tables = TablesImportTests.tables
    tables["警力.csv"] = "单位,民警数,辅警数\n社区民警,34,20\n巡逻辅警,0,12\n街面巡逻,30,0\n"
    let study = try OfficeTables.study(tables)
    let rows = study.tables[.officers]?.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    #expect(rows?.map { $0[1] } == ["社区民警", "社区民警（辅警）", "巡逻辅警", "街面巡逻（民警）"])
  }
}
