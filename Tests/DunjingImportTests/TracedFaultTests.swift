import Testing

@testable import DunjingScenario

/// What is wrong with a study that was made of an office's tables is told of those tables.
@Suite struct TracedFaultTests {
  private static let grids = "双河市,,,,\n编号,东,北,人口,2024年警情数\na,0,0,900,20\nb,1,0,800,10\n"
  private static let posts = "类型,名称,东,北,网格\n派出所,甲所,0,0,\n核心岗,乙岗,1,0,z\n"
  private static let officers = "单位,民警数,辅警数\n甲派出所,9,5\n乙派出所,8,\n巡特警大队,7,3\n"
  private static let departments = "部门,民警数,最少留守\n刑侦大队,9,4\n"

  private static func tables(_ heading: String = "2024年警情数") throws -> ImportedTables {
    let sources = [
      "网格.csv": grids.replacing("2024年警情数", with: heading), "驻点.csv": posts, "警力.csv": officers,
      "机关.csv": departments
    ]
    var settings = TablesImport()
    settings.columns = ["grids.x=东", "grids.y=北", "facilities.x=东", "facilities.y=北"]
      .compactMap(TablesImport.NamedColumn.init)
    return try OfficeTables.study(sources, settings)
  }

  private static func traced(_ keyPath: String, in tables: ImportedTables) -> ScenarioIssue {
    let issue = ScenarioIssue(
      file: "study.csv", line: 1, column: 1, keyPath: keyPath,
      problem: LocalizedText(zh: "'\(keyPath)' 不对", en: "'\(keyPath)' is wrong"), remedy: LocalizedText(""))
    return tables.traced(InvalidScenario(issues: [issue])).issues[0]
  }

  @Test(arguments: [
    ("grids[1].x", "网格.csv:4:3", "东"), ("grids[0].demandWeight", "网格.csv:3:11", "2024年警情数"),
    ("grids", "网格.csv:2:1", "grids"), ("grids[1]", "网格.csv:4:1", "grids[1]"),
    ("facilities[1].grid", "驻点.csv:3:12", "网格"), ("facilities[0].name_zh", "驻点.csv:2:5", "名称"),
    ("facilities[0].node", "驻点.csv:2:1", "facilities[0].node"),
    ("departments[0].agencyFloor", "机关.csv:2:8", "最少留守"),
    ("force.categories[0].count", "警力.csv:2:1", "force.categories[0].count"),
    ("force.categories[2].count", "警力.csv:4:1", "force.categories[2].count"),
    ("demand", "网格.csv:2:11", "2024年警情数"), ("demand.incidentsPerDay", "网格.csv:2:11", "2024年警情数"),
    ("incidentKinds", "网格.csv:2:11", "2024年警情数"), ("hazardKinds", "网格.csv:2:8", "人口"),
    ("coordinates", "网格.csv:2:4", "东"),
    ("treatments[1].sinkRatio", "treatments[1].sinkRatio", "treatments[1].sinkRatio")
  ])
  func aFaultOfTheStudyIsToldWhereItsValueWasRead(keyPath: String, place: String, name: String) throws {
    let issue = Self.traced(keyPath, in: try Self.tables())
    #expect(issue.text(in: .en).hasPrefix("\(place): error: '\(name)' is wrong"), "\(issue)")
    #expect(issue.text(in: .zh).hasPrefix("\(place): 错误：'\(name)' 不对"), "\(issue.text(in: .zh))")
    #expect(issue.keyPath == keyPath)
  }

  /// Shares of incidents say nothing of how many there are, which then follows from the residents.
  @Test func demandWithoutCountsIsThatOfTheResidents() throws {
    let issue = Self.traced("demand", in: try Self.tables("警情份额"))
    #expect(issue.text(in: .en).hasPrefix("网格.csv:2:8: error: '人口' is wrong"), "\(issue)")
  }
}
