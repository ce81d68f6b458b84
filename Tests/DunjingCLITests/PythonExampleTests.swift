import DunjingTestSupport
import Foundation
import Testing

@testable import DunjingCLI

/// `Documentation/Examples/read_results.py` reads what the program writes.
@Suite struct PythonExampleTests {
  static let python = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
    .map { URL(fileURLWithPath: String($0)).appendingPathComponent("python3") }
    .first { FileManager.default.isExecutableFile(atPath: $0.path) }

  @Test(.enabled(if: python != nil, "there is no python3 on the PATH"))
  func `the example prints indicators with intervals and response times by hour`() throws {
    let program = try Program()
    defer { program.remove() }
    let played = try program.run([
      "run", "study", "--out", "out", "--replications", "3", "--no-replay", "--threads", "1"
    ])
    try #require(played.status == 0, "\(played.errors)")
    let traced = try program.run(["trace", "study", "--out", "trace.csv"])
    try #require(traced.status == 0, "\(traced.errors)")
    let printed = try run(["out/results.json", "trace.csv"], program)
    let lines = printed.split(separator: "\n").map(String.init)
    #expect(lines.first == "A small town: 3 replications of 2 days")
    let heads = lines.map { $0.split(separator: " ").map(String.init) }
    #expect(heads.contains(["indicator", "unit", "sink00", "sink20", "sink40"]))
    #expect(heads.contains(["hour", "reached", "mean", "longest"]))
    let level = try #require(try Self.level("withinTarget", program.url("out/results.json")))
    let shown = try #require(lines.first { $0.contains("withinTarget") })
    #expect(shown.contains(String(format: "%.2f ±", level * 100)))
    #expect(lines.contains { $0.wholeMatch(of: #/ *\d\d +\d+ +\d+\.\d\d +\d+\.\d\d/#) != nil })
  }

  /// The mean of an indicator under the first treatment.
  private static func level(_ indicator: String, _ file: URL) throws -> Double? {
    let document = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
    let treatments = document?["treatments"] as? [[String: Any]]
    let indicators = treatments?.first?["indicators"] as? [String: [String: Any]]
    return indicators?[indicator]?["mean"] as? Double
  }

  private func run(_ arguments: [String], _ program: Program) throws -> String {
    let python = try #require(Self.python)
    let example = PackageFolder.root.appendingPathComponent("Documentation/Examples/read_results.py")
    let outcome = try program.run(python, ["-B", example.path] + arguments, ["PYTHONIOENCODING": "utf-8"])
    try #require(outcome.status == 0, "\(outcome.errors)")
    return outcome.output
  }
}
