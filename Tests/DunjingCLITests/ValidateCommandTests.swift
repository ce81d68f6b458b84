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

  private func validate(departments: String, _ program: Program, locale: String = "C.UTF-8") throws -> String
  {
    try program.write(departments, to: "study/departments.csv")
    let file = program.url("study/scenario.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(text.replacing("departments: default", with: "departments: departments.csv").utf8).write(
      to: file)
    let outcome = try program.run(["validate", "study"], locale: locale)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.output
  }

  @Test func `a ratio that sends nobody is pointed at, with what to write`() throws {
    let program = try Program()
    defer { program.remove() }
    let table = "id,countyOfficers,countyFloor,fixedHoursPerYear\ninvestigation,20,5,9000\n"
    #expect(
      try validate(departments: table, program).contains(
        "for officers of counties write sinkRatio: {county: 0.2}"))
    #expect(
      try validate(departments: table, program, locale: "zh_CN.UTF-8")
        .contains("抽县级民警请写 sinkRatio: {county: 0.2}"))
  }

  @Test func `departments with more work than officers are named`() throws {
    let program = try Program()
    defer { program.remove() }
    let table = "id,agencyOfficers,fixedHoursPerYear\ninvestigation,2,90000\nantiFraud,20,900\n"
    let output = try validate(departments: table, program)
    #expect(output.contains("before anybody is sent down: Criminal investigation 3"), "\(output)")
  }

  @Test func `what is left of a template in a study of other residents is pointed at`() throws {
    let program = try Program()
    defer { program.remove() }
    #expect(try program.run(["init", "town"]).status == 0)
    #expect(try !program.run(["validate", "town"]).output.contains("Warning"))
    let moved = ["--set", "grids.g1.population=9500", "--set", "name.zh=本镇", "--set", "name.en=Our town"]
    let output = try program.run(["validate", "town"] + moved).output
    #expect(output.contains("Warning: summary is still of the template minimal"), "\(output)")
  }

  @Test func `the parts of the demand are told where they do not make up the number of the study`() throws {
    let program = try Program()
    defer { program.remove() }
    let outcome = try program.run(["validate", "study"])
    #expect(
      outcome.output.contains("that others turn into or that come again; demand says 10\n"), "\(outcome)")
  }

  @Test func `names in Chinese only are counted`() throws {
    let program = try Program()
    defer { program.remove() }
    #expect(try !program.run(["validate", "study"]).output.contains("Without an English name"))
    let table = "id,name_zh,agencyOfficers,fixedHoursPerYear\ninvestigation,刑侦大队,20,900\n"
    #expect(try validate(departments: table, program).contains("Without an English name: departments 1;"))
  }
}
