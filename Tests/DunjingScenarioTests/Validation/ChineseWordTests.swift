import Testing

@testable import DunjingScenario

/// Headings and classes of tables that somebody keeps in Chinese.
@Suite struct ChineseWordTests {
  @Test(arguments: [
    ("网格编号", "id"), ("经度", "x"), ("常住人口", "population"), ("去年警情数", "demandWeight"), ("区域类别", "areaClass"),
    ("温度", nil), ("非网格", nil)
  ])
  func `a heading stands for a column of grids`(word: String, column: String?) {
    let columns = ["id", "x", "y", "population", "demandWeight", "areaClass", "station", "node"]
    #expect(Spelling.nearest(to: word, in: columns) == column)
  }

  @Test(arguments: [
    ("派出所", "station"), ("街面站", "streetWorkstation"), ("核心岗", "corePost"), ("备用点", "reserveSite")
  ])
  func `a class stands for a kind of facility`(word: String, kind: String) {
    #expect(Spelling.nearest(to: word, in: FacilityKind.allCases.map(\.rawValue)) == kind)
  }

  @Test func `each heading is answered once, with what to write`() throws {
    let study = StudyCopy(
      files: ["departments.csv": "部门编号,民警总数,其中必须留守\ninvestigation,20,5\nantiFraud,8,2\n"],
      replacements: [(old: "departments: default", new: "departments: departments.csv")])
    let invalid = try #require(throws: InvalidScenario.self) { try study.load() }
    let lines = invalid.text(in: .en).split(separator: "\n")
    #expect(lines.count == 3, "\(lines)")
    for (line, column) in zip(lines, ["id", "agencyOfficers", "agencyFloor"]) {
      #expect(line.hasSuffix("did you mean '\(column)'?"), "\(line)")
    }
  }
}
