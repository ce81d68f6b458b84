import Foundation
import Testing

@testable import DunjingScenario

@Suite struct ReferenceTests {
  /// The committed reference is what the program prints.
  @Test(arguments: [(TextLanguage.zh, "Scenario.zh.md"), (.en, "Scenario.md")])
  func theCommittedReferenceIsCurrent(_ language: TextLanguage, _ name: String) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try? String(contentsOf: root.appendingPathComponent("Documentation/\(name)"), encoding: .utf8)
    let command = "dunjing schema --markdown --language \(language.rawValue) > Documentation/\(name)"
    #expect(
      text == ScenarioReference.markdown(in: language) + "\n",
      "Documentation/\(name) is out of date; write it anew with: swift run \(command)")
  }

  /// An empty text would pass the compiler, which asks for a text in both languages.
  @Test func everyKeyHasAMeaningAndEveryNumberAUnit() {
    for section in ScenarioReference.sections {
      for key in section.shape.keys {
        let path = "\(section.path).\(key.name)"
        #expect(key.meaning.zh.hasSuffix("。") && key.meaning.en.hasSuffix("."), "\(path)")
        if key.value.range != nil { #expect(key.unit != nil, "\(path) has no unit") }
      }
    }
  }

  /// A default in the reference that the decoder does not use would mislead.
  @Test(arguments: ["travel", "dispatch", "targets", "headquarters", "harm", "patrol", "community"])
  func writingTheDefaultsDownChangesNothing(_ part: String) throws {
    let shape = try #require(Shapes.scenario[part]?.value.record)
    let defaults = shape.keys.compactMap { key in key.fallback?.json.map { "  \(key.name): \($0)\n" } }
      .joined()
    let plain = try EditedStudy.load { Self.without(part, in: $0) }.get()
    let written = try EditedStudy.load { Self.without(part, in: $0) + "\n\(part):\n\(defaults)" }.get()
    #expect(plain == written)
  }

  @Test(arguments: [
    "treatments.streetShare", "treatments[0].streetShare", "treatments.sink20.streetShare", "streetShare"
  ])
  func aKeyIsExplainedByItsPath(_ path: String) throws {
    let text = try ScenarioReference.explanation(of: path, in: .en)
    #expect(text.contains("Share of the sunk officers") && text.contains("Default: 0.2"))
  }

  @Test func theTopLevelIsExplainedWithoutAKey() throws {
    #expect(try ScenarioReference.explanation(of: nil, in: .zh).contains("treatments"))
  }

  @Test(arguments: [
    ("dispach", ["dispatch"]), ("treatments.steetShare", ["treatments.streetShare"]), ("zzz", [])
  ])
  func anUnknownKeyNamesTheNearest(_ path: String, _ suggestions: [String]) {
    let expected = ScenarioReference.UnknownKey(path: path, suggestions: suggestions)
    #expect(throws: expected) { try ScenarioReference.explanation(of: path, in: .en) }
  }

  /// Removes a part from the text of a scenario.
  private static func without(_ part: String, in text: String) -> String {
    var isInside = false
    return text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      if let first = line.first, first.isLetter { isInside = line.hasPrefix("\(part):") }
      return !isInside
    }.joined(separator: "\n")
  }
}
