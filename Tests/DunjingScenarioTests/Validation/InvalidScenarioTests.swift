import DunjingScenario
import Testing

/// The list of issues that a user reads.
@Suite struct InvalidScenarioTests {
  @Test func issuesWithOneCauseAreCounted() throws {
    let issues = try EditedStudy.issues {
      $0.replacing("{id: s1,", with: "{id: s9,").replacing("sinkRatio: 0.4", with: "sinkRatio: 4")
    }
    let error = InvalidScenario(issues: issues)
    #expect(issues.count == 7)
    #expect(
      error.text(in: .en).split(separator: "\n").map { $0.prefix(27) } == [
        "scenario.yaml:54:63: error:", "grids.csv:4:28: error: 'gri", "grids.csv:5:28: error: 'gri",
        "grids.csv:8:24: error: 'gri", "grids.csv: and 3 more like "
      ])
    #expect(error.text(in: .zh).hasSuffix("\ngrids.csv: 另有 3 处同类错误"))
  }

  @Test func whatFollowsFromARefusedValueIsNotReported() throws {
    let issues = try EditedStudy.issues { $0.replacing("incidentsPerDay: 10", with: "incidentsPerDay: -10") }
    #expect(issues.map(\.keyPath) == ["demand.incidentsPerDay"])
  }

  @Test func aDuplicateNamesTheLineOfTheFirst() throws {
    let issues = try EditedStudy.issues { $0.replacing("id: sink40", with: "id: sink20") }
    #expect(
      issues.map { $0.text(in: .en) } == [
        "scenario.yaml:54:10: error: the treatment in line 53 is already named 'sink20'; give each its own id"
      ])
    #expect(
      issues.map { $0.text(in: .zh) } == ["scenario.yaml:54:10: 错误：第 53 行的方案已名为 'sink20'；请给每个不同的 id"])
  }
}
