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
    struct Kind: Decodable {
      var id: String
      var perDay: Double
    }
    struct Measured: Decodable {
      struct Speed: Decodable {
        var mode: String
        var factor: Double
        var factorOfYear: Double
      }
      var days: Int
      var months: [Int]
      var meanPerYear: Double
      var incidents: Double
      var perYear: Double
      var reasons: [String]
      var speed: Speed?
    }
    struct Treatment: Decodable {
      struct Load: Decodable {
        var id: String
        var utilization: Double?
      }
      var id: String
      var full: [Load]
    }
    var farthestFacility: Shift?
    var incidentsPerDay: Double
    var incidentKinds: [Kind]
    var measured: Measured
    var treatments: [Treatment]
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
    let table = "id,agencyOfficers,fixedHoursPerYear\ninvestigation,20,90000\nantiFraud,20,900\n"
    let output = try validate(departments: table, program)
    #expect(output.contains("before anybody is sent down: Criminal investigation 3"), "\(output)")
    #expect(output.contains("above it backlogs grow: such a present cannot last, and no price"), "\(output)")
    #expect(!output.contains("where incidents alone bring more"), "\(output)")
    let tiny = "id,agencyOfficers,fixedHoursPerYear\ninvestigation,1,0\nantiFraud,20,900\n"
    let cases = try validate(departments: tiny, program)
    #expect(cases.contains("where incidents alone bring more than that, the hours for each"), "\(cases)")
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
      outcome.output.contains(
        "that others turn into or that come again; demand says 10; those from hazards are approximate"),
      "\(outcome)")
  }

  @Test func `more incidents than units can answer are named with the keys of the study`() throws {
    let program = try Program()
    defer { program.remove() }
    let output = try program.run(["validate", "study", "--set", "demand.incidentsPerDay=500"]).output
    #expect(
      output.contains("Warning: 4 response units (Street unit, Station car) have at least "), "\(output)")
    #expect(output.contains("the incidents (demand.incidentsPerDay), sceneMinutes"))
    #expect(output.contains("Check demand.incidentsPerDay.") && !output.contains("exogenousPerYear"))
    #expect(try !program.run(["validate", "study"]).output.contains("by formula: "))
  }

  @Test func `districts where no unit may go come first among the warnings`() throws {
    let program = try Program()
    defer { program.remove() }
    let file = program.url("study/scenario.yaml")
    let text = try String(contentsOf: file, encoding: .utf8).replacing(
      "unitsPerFacility: 2", with: "unitsPerFacility: 0"
    )
    .replacing("skills: [basic],", with: "skills: [basic, patrol, traffic], facilities: [s1],")
    .replacing(", streetShare: 0.2", with: ", streetShare: 0")
    try Data(text.utf8).write(to: file)
    let output = try program.run(["validate", "study"]).output
    let first = try #require(output.split(separator: "\n").first { $0.hasPrefix("Warning") })
    #expect(
      first.hasPrefix("Warning: No unit may ever go to ") && first.contains("(districts: West station)"))
    let hours = try program.run(["analyze", "study"]).output
    #expect(hours.contains("parts dispatched by themselves: 1 ("), "\(hours)")
    #expect(hours.contains("not served by anybody: ") && hours.contains("(districts: West station)"))
  }

  @Test func `names in Chinese only are counted`() throws {
    let program = try Program()
    defer { program.remove() }
    #expect(try !program.run(["validate", "study"]).output.contains("Without an English name"))
    let table = "id,name_zh,agencyOfficers,fixedHoursPerYear\ninvestigation,刑侦大队,20,900\n"
    #expect(try validate(departments: table, program).contains("Without an English name: departments 1;"))
  }

  /// Nobody says of what level a department is whose officers are all in the one column.
  @Test func `officers in one column are told by the column`() throws {
    let program = try Program()
    defer { program.remove() }
    let head = "id,name_zh,name_en,agencyOfficers,countyOfficers,fixedHoursPerYear\n"
    let table = head + "investigation,刑侦大队,Investigation,20,0,900\n"
    let all = try validate(departments: table, program)
    #expect(all.contains("20 (all written as agencyOfficers, whom sinkRatio counts; those of a county or a"))
    #expect(!all.contains("province and prefecture"))
    let both = try validate(departments: table + "legal,法制大队,Legal,4,6,900\n", program)
    #expect(
      both.contains("30 (24 of headquarters agencies, whom sinkRatio counts; 6 of local level)"))
  }

  @Test func `officers of patrol whom no crew needs are told, and warned of where they are many`() throws {
    let program = try Program()
    defer { program.remove() }
    func validate(_ officers: Int, _ language: String = "en") throws -> String {
      try program.run([
        "validate", "study", "--language", language, "--set", "force.categories.street.count=\(officers)"
      ]).output
    }
    // Two units of two officers, four teams at an availability of 0.88.
    #expect(try !validate(18).contains("stay off the road"))
    #expect(
      try validate(22).contains(
        "\n  patrol officers: 22; the rosters of 2 units need 18, 4 stay off the road; see unitsPerFacility\n"
      ))
    #expect(
      try validate(46).contains(
        "Warning: Patrol officers: 46; the rosters of 2 units need 18, 28 stay off the road; see unitsPerFacility."
      ))
    #expect(try !validate(46).contains("\n  patrol officers"))
    #expect(
      try validate(46, "zh").contains("注意：街面巡逻民警 46 名，2 个单元按勤务需 18 名，余 28 名未上路；见 unitsPerFacility。"))
  }

  @Test func `incidents of the measured days are told beside those of a year`() throws {
    let program = try Program()
    defer { program.remove() }
    let january = ["--set", "hazardKinds=[]", "--set", "time.horizonDays=28"]
    let summary = try summary(january, program)
    let measured = summary.measured
    // Of traffic there is by default 1.2 times as much from December to February, on a mean of 1.05; other kinds are alike.
    let traffic = try #require(summary.incidentKinds.first { $0.id == "traffic" }).perDay
    #expect(abs(measured.meanPerYear - summary.incidentsPerDay * 365) < 1e-6)
    #expect(abs(measured.perYear - measured.meanPerYear - traffic * 365 * (1.2 / 1.05 - 1)) < 1e-6)
    #expect(abs(measured.incidents - measured.perYear * 28 / 365) < 1e-9)
    #expect(measured.days == 28 && measured.months == [1] && measured.reasons == ["monthWeights"])
    let speed = try #require(measured.speed)
    #expect(speed.mode == "car" && abs(speed.factor - 0.8) < 1e-9 && abs(speed.factorOfYear - 0.95) < 1e-9)
    let printed = try program.run(["validate", "study", "--language", "en"] + january).output
    let line = try #require(printed.split(separator: "\n").first { $0.hasPrefix("  in a year: ") })
    #expect(
      line.contains("; in the 28 days measured (January) ") && line.contains(" a year as reports count; "))
    #expect(
      line.hasSuffix(
        " in a year, by monthWeights; speed of car × 0.80 against × 0.95 in a year (monthFactors)"))
  }

  @Test func `a whole year is a year, and months go on after December`() throws {
    let program = try Program()
    defer { program.remove() }
    let year = try summary(["--set", "time.horizonDays=365"], program).measured
    #expect(year.reasons.isEmpty && year.speed == nil && abs(year.perYear / year.meanPerYear - 1) < 0.002)
    let winter = ["--set", "time.start=2024-11-16", "--set", "time.horizonDays=91"]
    #expect(try summary(winter, program).measured.months == [11, 12, 1, 2])
    let printed = try program.run(["validate", "study", "--language", "zh"] + winter).output
    #expect(printed.contains("；统计的 91 天（11–2 月）为 "), "\(printed)")
  }

  @Test func `departments that treatments fill with work are named, the fullest treatment first`() throws {
    let program = try Program()
    defer { program.remove() }
    let treatments = try summary([], program).treatments
    #expect(treatments.map(\.id) == ["sink00", "sink20", "sink40"] && treatments[0].full.isEmpty)
    // The one officer of the department goes under either treatment.
    #expect(treatments[1...].allSatisfy { $0.full.first?.utilization == nil && !$0.full.isEmpty })
    let loads = treatments[2].full.compactMap(\.utilization)
    #expect(loads.allSatisfy { $0 >= 0.95 } && loads == loads.sorted(by: >) && loads.count > 1)
    let printed = try program.run(["validate", "study", "--language", "en"]).output
    let line = try #require(
      printed.split(separator: "\n").first { $0.hasPrefix("  departments at 95 % or more") })
    #expect(line.contains(": sink40 (Supervision, training nobody left, Traffic headquarters 1"), "\(line)")
    #expect(line.contains("; sink20 ("), "\(line)")
    let none = ["--set", "treatments.sink20.sinkRatio=0", "--set", "treatments.sink40.sinkRatio=0"]
    #expect(try !program.run(["validate", "study"] + none).output.contains("departments at 95 %"))
  }
}
