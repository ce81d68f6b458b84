import Dunjing
import DunjingScenario
import DunjingSimulation
import Foundation
import Testing

/// The table of the reform's mechanisms names keys, indicators and tests that exist.
@Suite struct MechanismTests {
  private struct Row {
    var number: String
    var key: String
    var indicator: String
    var test: String
    var note: String
  }

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private func rows() throws -> [Row] {
    let text = try String(
      contentsOf: Self.root.appendingPathComponent("Documentation/Mechanisms.md"), encoding: .utf8)
    return text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: CharacterSet(charactersIn: " `"))
      }
      guard cells.count == 9, cells[1].first?.isNumber == true else { return nil }
      return Row(number: cells[1], key: cells[4], indicator: cells[5], test: cells[6], note: cells[7])
    }
  }

  @Test func noRowIsMissing() throws {
    let numbers = try rows().map(\.number)
    #expect(Set(numbers) == Set((1...53).map(String.init) + ["1a", "2a", "2b", "3a", "3b"]))
    #expect(Set(numbers).count == numbers.count)
  }

  /// Every row has a key, an indicator and a test, but for those that are metadata or a fact about an organization.
  @Test func onlyFactsAreNotModeled() throws {
    let open = try rows().filter { $0.key.isEmpty || $0.indicator.isEmpty || $0.test.isEmpty }
    #expect(open.map(\.number) == ["20", "24", "27"])
    for row in open {
      let isFact = row.note.hasPrefix("scenario metadata") || row.note.hasPrefix("organizational fact")
      #expect(isFact, "row \(row.number)")
    }
  }

  @Test func keysAndIndicatorsExist() throws {
    for row in try rows() {
      if !row.key.isEmpty {
        #expect(throws: Never.self, "row \(row.number)") {
          try ScenarioReference.explanation(of: row.key, in: .en)
        }
      }
      if !row.indicator.isEmpty { #expect(Indicator(rawValue: row.indicator) != nil, "row \(row.number)") }
    }
  }

  @Test func testsExist() throws {
    let folder = Self.root.appendingPathComponent("Tests")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var text = ""
    for case let file as URL in try #require(files) where file.pathExtension == "swift" {
      text += try String(contentsOf: file, encoding: .utf8)
    }
    for row in try rows() where !row.test.isEmpty {
      #expect(text.contains("func \(row.test)("), "row \(row.number)")
    }
  }
}
