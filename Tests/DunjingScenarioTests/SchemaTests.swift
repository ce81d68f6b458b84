import DunjingScenario
import Foundation
import Testing

@Suite struct SchemaTests {
  @Test func theSchemaIsJSONAndKnowsTheKeysOfTheShippedStudies() throws {
    let object = try JSONSerialization.jsonObject(with: Data(ScenarioSchema.json.utf8))
    let schema = try #require(object as? [String: Any])
    let properties = try #require(schema["properties"] as? [String: Any])
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    for study in ["minimal", "baicheng"] {
      let file = root.appendingPathComponent("scenarios/\(study)/scenario.yaml")
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        guard let first = line.first, first.isLetter, let colon = line.firstIndex(of: ":") else { continue }
        #expect(properties[String(line[..<colon])] != nil, "\(line[..<colon])")
      }
    }
  }
}
