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
    #expect(error.text(in: .zh).hasSuffix("\ngrids.csv: 另有 3 处同类错误（第 9、12、13 行）"))
  }

  /// The lines of those that are not shown are named, each once, up to fifteen.
  @Test func linesOfIssuesThatAreCountedAreNamed() {
    func error(_ lines: [Int]) -> InvalidScenario {
      InvalidScenario(
        issues: lines.map {
          ScenarioIssue(
            file: "a.csv", line: $0, column: 1, keyPath: "", problem: LocalizedText("p"),
            remedy: LocalizedText("r"))
        })
    }
    func last(_ lines: [Int], _ language: TextLanguage) -> Substring? {
      error(lines).text(in: language).split(separator: "\n").last
    }
    #expect(last([2, 2, 3, 12, 12, 15, 18], .zh) == "a.csv: 另有 4 处同类错误（第 12、15、18 行）")
    #expect(last([2, 2, 3, 12, 12, 15, 18], .en) == "a.csv: and 4 more like this (lines 12, 15, 18)")
    #expect(last([2, 2, 2, 2, 2], .en) == "a.csv: and 2 more like this (line 2)")
    #expect(last([0, 0, 0, 0, 0], .en) == "a.csv: and 2 more like this")
    #expect(
      last(Array(1...18), .zh) == "a.csv: 另有 15 处同类错误（第 4、5、6、7、8、9、10、11、12、13、14、15、16、17、18 行）")
    #expect(last(Array(1...19), .zh)?.hasSuffix("16、17、18等行）") == true)
    #expect(last(Array(1...19), .en)?.hasSuffix("16, 17, 18 and others)") == true)
    #expect(error([2, 3, 4, 5]).text(in: .en).split(separator: "\n").count == 4)
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
