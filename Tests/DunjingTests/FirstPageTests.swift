import Dunjing
import DunjingTestSupport
import Foundation
import Testing

/// The example on the first page of the documentation of the library.
@Suite struct FirstPageTests {
  @Test func theExamplePlays() throws {
    let folder = PackageFolder.root.appendingPathComponent("scenarios/minimal").path
    let study = try ScenarioBundle(path: folder).load()
    let world = World(compiling: study)
    var experiment = Experiment(world)
    experiment.replications = 2
    let result = experiment.run(threads: 2, scenarioHash: study.bundleHash)
    for treatment in result.treatments {
      for estimate in treatment.estimates where estimate.indicator == .withinTarget {
        print(treatment.id, estimate.mean, "±", estimate.halfWidth)
      }
    }
    let provenance = Provenance(build: "example", version: "1")
    let page = Report(result: result, scenario: world.scenario, provenance: provenance).html(in: .en)
    #expect(page.contains("</html>"))
    #expect(result.treatments.contains { $0.estimates.contains { $0.indicator == .withinTarget } })
  }

  /// What is printed there is what is played here, but for the path.
  @Test func theExampleIsTheOneOnThePage() throws {
    let page = try String(
      contentsOf: PackageFolder.root.appendingPathComponent("Sources/Dunjing/Dunjing.docc/Dunjing.md"),
      encoding: .utf8)
    let test = try String(contentsOf: URL(fileURLWithPath: #filePath), encoding: .utf8)
    let played = Set(test.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) })
    let block = page.components(separatedBy: "```")
    try #require(block.count == 3)
    let lines = block[1].split(separator: "\n").dropFirst().map { line in
      line.trimmingCharacters(in: .whitespaces)
        .replacingOccurrences(of: "\"scenarios/minimal\"", with: "folder")
    }
    #expect(lines.count > 10)
    for line in lines { #expect(played.contains(line), "\(line)") }
  }
}
