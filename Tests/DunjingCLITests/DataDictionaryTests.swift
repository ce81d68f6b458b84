import Dunjing
import Foundation
import Testing

@testable import DunjingCLI

/// The pages on `results.json` and on traces name everything that the program writes there.
@Suite struct DataDictionaryTests {
  @Test func `every key of results is in the page, and every key of the page is in results`() throws {
    let program = try Program()
    defer { program.remove() }
    try counties(of: program)
    let played = try program.run([
      "run", "study", "--out", "out", "--replications", "4", "--treatments", "sink20", "--no-replay",
      "--threads", "1"
    ])
    try #require(played.status == 0, "\(played.errors)")
    var keys = try Self.keys(program.url("out/results.json"))
    keys.formUnion(try keysOfPrecision())
    let documented = try Self.documentedKeys()
    #expect(keys.subtracting(documented).sorted() == [], "not in Documentation/RunFolder.md")
    #expect(
      documented.subtracting(keys).subtracting(Self.rare).sorted() == [],
      "in Documentation/RunFolder.md alone")
    #expect(documented.count > 70)
  }

  /// What no short run has: a queue that grows for weeks.
  private static let rare: Set<String> = ["treatments[].indicators.ID.growsWithoutBound"]

  /// Makes a study of two counties of the smallest study, with a number that is drawn.
  private func counties(of program: Program) throws {
    let grids = try String(contentsOf: program.url("study/grids.csv"), encoding: .utf8)
    let rows = grids.split(separator: "\n").enumerated().map { index, row in
      row + (index == 0 ? ",county" : row.contains("s2") ? ",west" : ",east")
    }
    try program.write(rows.joined(separator: "\n") + "\n", to: "study/grids.csv")
    let counties = """
      counties:
        - {id: east, name: {zh: 东县, en: East}, prefecture: 甲市}
        - {id: west, name: {zh: 西县, en: West}, prefecture: 甲市}
      estimates: [{key: dispatch.callTakingSeconds, value: 83, standardError: 5, distribution: normal}]

      """
    let text = try String(contentsOf: program.url("study/scenario.yaml"), encoding: .utf8)
      .replacing("facilities:\n", with: counties + "facilities:\n")
      .replacing("kind: station, x: 0.5", with: "county: west, kind: station, x: 0.5")
      .replacing(/kind: (station|streetWorkstation|reserveSite), x: [123]/) {
        "county: east, " + $0.output.0
      }
      .replacing("experiment: {", with: "experiment: {estimates: drawn, ")
    try program.write(text, to: "study/scenario.yaml")
  }

  /// The keys of a run that was to be more precise than it could be, which warns.
  private func keysOfPrecision() throws -> Set<String> {
    let program = try Program()
    defer { program.remove() }
    let text = try String(contentsOf: program.url("study/scenario.yaml"), encoding: .utf8)
      .replacing(
        "experiment: {replications: 10",
        with: "experiment: {precision: {relative: 0.001, maximumReplications: 2}, replications: 2")
    try program.write(text, to: "study/scenario.yaml")
    let played = try program.run([
      "run", "study", "--out", "out", "--treatments", "sink20", "--no-replay", "--threads", "1"
    ])
    try #require(played.status == 0, "\(played.errors)")
    return try Self.keys(program.url("out/results.json"))
  }

  @Test func `the page on traces names its columns, their units, and all events`() throws {
    let rows = try Self.rows("Documentation/Trace.md")
    let columns = rows.filter { $0.count == 3 && $0[0] != "Event" && $0[0] != "Column" }
    let isColumn = { (row: [String]) in TraceTable.columns.contains { row[0] == "`\($0)`" } }
    #expect(columns.filter(isColumn).map { $0[0] } == TraceTable.columns.map { "`\($0)`" })
    #expect(columns.filter(isColumn).allSatisfy { !$0[1].isEmpty && !$0[2].isEmpty })
    let events = Set(columns.filter { !isColumn($0) }.flatMap { Self.codes($0[0]) })
    #expect(events == Set(TraceStep.allCases.map(\.rawValue)))
    let program = try Program()
    defer { program.remove() }
    let trace = try program.run(["trace", "study", "--days", "1"])
    #expect(trace.output.hasPrefix(TraceTable.columns.joined(separator: ",") + "\n"))
  }

  /// The keys of a document by the names that the page gives them.
  private static func keys(_ file: URL) throws -> Set<String> {
    var keys: Set<String> = []
    /// Follows a value down to those that hold no others.
    func follow(_ value: Any, _ path: String) {
      if let record = value as? [String: Any] {
        for (key, inner) in record {
          let last = path.split(separator: ".").last ?? ""
          let name = Self.collections[String(last)] ?? key
          follow(inner, path.isEmpty ? name : "\(path).\(name)")
        }
      } else if let list = value as? [Any] {
        for inner in list { follow(inner, path + "[]") }
        if list.isEmpty { keys.insert(path + "[]") }
      } else {
        keys.insert(path)
      }
    }
    follow(try JSONSerialization.jsonObject(with: Data(contentsOf: file)), "")
    // An empty list says nothing of what its items hold.
    return keys.subtracting(["warnings[]"])
  }

  /// Records whose keys are ids.
  private static let collections = [
    "indicators": "ID", "comparisons": "ID", "responses": "CLASS", "values": "ID", "estimateSpreads": "ID",
    "reached": "ID"
  ]

  private static func documentedKeys() throws -> Set<String> {
    let page = try MarkdownPage("Documentation/RunFolder.md").text
    let start = try #require(page.range(of: "### Every key"))
    let end = try #require(page.range(of: "### Read by a program"))
    let rows = Self.rows(in: String(page[start.upperBound..<end.lowerBound])).dropFirst()
    #expect(rows.allSatisfy { $0.count == 3 && $0.allSatisfy { !$0.isEmpty } })
    return Set(rows.flatMap { codes($0[0]) })
  }

  /// The texts between backquotes.
  private static func codes(_ cell: String) -> [String] {
    cell.matches(of: /`([^`]+)`/).map { String($0.1) }
  }

  private static func rows(_ path: String) throws -> [[String]] { rows(in: try MarkdownPage(path).text) }

  /// The cells of the rows of tables.
  private static func rows(in text: String) -> [[String]] {
    text.split(separator: "\n").filter { $0.hasPrefix("| ") }.map { line in
      line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }
}
