import DunjingScenario
import Testing

@Suite struct HypercubeFileTests {
  private let good = """
    {"arrivalRates": [0.5, 0.25], "serviceRates": [1, 1.5], "preferences": [[0, 1], [1, 0]],
     "travelMinutes": [[1, 2], [3, 4]], "targetMinutes": 3, "line": "zero"}
    """

  private func issues(_ text: String, needsAllUnits: Bool = true) -> [String] {
    do {
      _ = try HypercubeFile(text, name: "f.json", needsAllUnits: needsAllUnits)
      return []
    } catch {
      return error.issues.map(\.description)
    }
  }

  @Test func `a file is read`() throws {
    let file = try HypercubeFile(good, name: "f.json", needsAllUnits: true)
    #expect(file.arrivalRates == [0.5, 0.25] && file.serviceRates == [1, 1.5] && file.line == .zero)
    #expect(file.preferences == [[0, 1], [1, 0]] && file.travelMinutes == [[1, 2], [3, 4]])
    #expect(file.targetMinutes == [3, 3] && file.pairRates == nil)
  }

  @Test func `an empty file is answered with what belongs there`() {
    #expect(issues("") == ["f.json:1:1: error: the file is empty; write {\"arrivalRates\": […], …}"])
  }

  @Test func `everything that is wrong is told at once, in the order of the file`() {
    let text = """
      {"arrivalRates": [0.5, -1], "serviceRate": [1], "serviceRates": [1, 0],
       "preferences": [[0, 0], [1]], "travelMinutes": [[1, 2, 3], [3, 4]], "line": "long"}
      """
    #expect(
      issues(text) == [
        "f.json:1:24: error: arrivalRates[1] has to be a number of at least 0, not -1; write a number of at least 0",
        "f.json:1:29: error: there is no key 'serviceRate'; did you mean 'serviceRates'?",
        "f.json:1:69: error: serviceRates[1] has to be a number greater than 0, not 0; write a number greater than 0",
        "f.json:2:18: error: preferences[0] is no order of the units: [0, 0]; write each of 0 … 1 once, the one wanted "
          + "most first",
        "f.json:2:26: error: preferences[1] is no order of the units: [1]; write each of 0 … 1 once, the one wanted most "
          + "first",
        "f.json:2:50: error: travelMinutes[0] has 3 entries where arrivalRates has 2 atoms; write 2 entries",
        "f.json:2:78: error: line cannot be long; write \"zero\" (nobody waits) or \"infinite\" (incidents wait)"
      ])
  }

  @Test func `numbers too great or too small to calculate with are refused`() {
    let text = """
      {"arrivalRates": [1e308, 1e400], "serviceRates": [1e-308], "preferences": [[0], [1]], "line": "zero"}
      """
    #expect(
      issues(text) == [
        "f.json:1:19: error: arrivalRates[0] is 1e308, too great to calculate with; write at most 1e12, or use another "
          + "unit of time",
        "f.json:1:26: error: arrivalRates[1] is 1e400, too great to calculate with; write at most 1e12, or use another "
          + "unit of time",
        "f.json:1:51: error: serviceRates[0] is 1e-308, too small to calculate with; write at least 1e-12, or use "
          + "another unit of time",
        "f.json:1:81: error: preferences[1] is no order of the units: [1]; there is one unit: write [0]"
      ])
  }

  @Test func `a number in quotes is told as a text`() {
    let text = good.replacing("\"targetMinutes\": 3", with: "\"targetMinutes\": \"3\"")
    #expect(
      issues(text).count == 1
        && issues(text)[0].hasSuffix("not the text \"3\"; leave out the quotes: write 3"))
  }

  @Test func `short lists are for the approximation only`() {
    let text = good.replacing("[1, 0]", with: "[1]")
    #expect(issues(text).count == 1 && issues(text, needsAllUnits: false).isEmpty)
  }

  @Test func `pairs do not wait, and targets need travel`() {
    let text = good.replacing("\"zero\"", with: "\"infinite\", \"pairRates\": [0.1, 0]")
      .replacing("travelMinutes", with: "pairMinutes")
    let found = issues(text)
    #expect(found.contains { $0.contains("pairRates need a line that is zero") })
    #expect(found.contains { $0.contains("targetMinutes need travelMinutes") })
    #expect(found.contains { $0.contains("there is no key 'pairMinutes'") })
  }

  @Test(arguments: ["", "[]", "{\"arrivalRates\": [", "{}"])
  func `what is no such object is refused`(text: String) {
    #expect(!issues(text).isEmpty)
  }
}
