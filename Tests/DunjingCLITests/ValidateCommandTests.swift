import Dunjing
import Foundation
import Testing

@testable import DunjingCLI

/// `dunjing validate`: what was understood of a study.
@Suite struct ValidateCommandTests {
  private struct Summary: Decodable {
    struct Shift: Decodable {
      var id: String
      var kilometers: Double
      var isOnRoads: Bool
    }
    var farthestFacility: Shift?
  }

  private func summary(_ settings: [String], _ program: Program) throws -> Summary {
    let outcome = try program.run(["validate", "study", "--json"] + settings)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try JSONDecoder().decode(Summary.self, from: Data(outcome.output.utf8))
  }

  @Test func `it says where a facility stands, if that is not where the study has it`() throws {
    let program = try Program()
    defer { program.remove() }
    #expect(try summary([], program).farthestFacility == nil)
    // s1 stands in the middle of a grid of one kilometer; 300 m east and 400 m north of it are 500 m.
    let moved = ["--set", "facilities.s1.x=3.8", "--set", "facilities.s1.y=1.9"]
    let shift = try #require(try summary(moved, program).farthestFacility)
    #expect(shift.id == "s1" && abs(shift.kilometers - 0.5) < 1e-9 && !shift.isOnRoads)
    let printed = try program.run(["validate", "study", "--language", "en"] + moved).output
    #expect(
      printed.contains(
        "where the model has them: in the middle of the nearest grid, as there are no roads; farthest off is "
          + "East station, 0.5 km\n"))
  }

  @Test(arguments: [("en", "1 error.\n"), ("zh", "共 1 处错误。\n")])
  func `it never writes, and does not speak of it`(language: String, last: String) throws {
    let program = try Program()
    defer { program.remove() }
    let outcome = try program.run([
      "validate", "study", "--set", "harm.lateArrival=-1", "--language", language
    ])
    #expect(outcome.status == 65 && outcome.errors.hasSuffix(last), "\(outcome.errors)")
  }
}
