import Foundation
import Testing

/// `dunjing calibrate demand`.
@Suite struct CalibrateDemandTests {
  /// Forty days, one incident every two hours, in whole minutes and at two places of the study.
  private static let incidents: String = {
    var text =
      "row,id,received,dispatched,enRoute,onScene,cleared,kind,priority,x,y,serviceMinutes,onView,flags\n"
    for number in 0..<480 {
      let (day, hour) = (number / 12, number % 12 * 2)
      let date = day < 31 ? String(format: "2023-01-%02d", day + 1) : String(format: "2023-02-%02d", day - 30)
      let time = String(format: "%@T%02d:%02d", date, hour, number * 7 % 60)
      let kind = number % 3 == 0 ? "zoning" : "dispute"
      let place = number % 4 == 0 ? "0.5,0.5" : "1.5,1.5"
      text += "\(number + 2),i\(number),\(time),,,,,\(kind),3,\(place),\(10 + number * 13 % 50),false,\n"
    }
    return text
  }()

  private func program() throws -> Program {
    let program = try Program()
    try program.write(Self.incidents, to: "incidents.csv")
    return program
  }

  private let command = ["calibrate", "demand", "--incidents", "incidents.csv", "--out", "new"]

  @Test func `the help says what is read and written`() throws {
    let program = try Program()
    defer { program.remove() }
    let help = try program.run(["calibrate", "demand", "--help"])
    #expect(help.status == 0)
    for word in ["incidents.csv", "--kinds", "--rest", "--cell-km", "sources.csv", "95 % interval"] {
      #expect(help.output.contains(word), "\(word)")
    }
  }

  @Test func `a study is calibrated, and what it was not told is said in the language of the locale`() throws
  {
    let program = try program()
    defer { program.remove() }
    let english = try program.run(command + ["--study", "study"])
    #expect(english.status == 0, "\(english.errors)")
    #expect(english.output.contains("320 recorded incidents of 2023-01-01 to 2023-02-09 were used"))
    #expect(
      english.output.contains("zoning (160)")
        && english.output.hasSuffix(
          "Written to new. Next: dunjing validate new && dunjing run new --out new-run\n")
    )
    for name in [
      "scenario.yaml", "grids.csv", "sources.csv", "calibration.json", "estimates.csv", "calibration.zh.html",
      "calibration.en.html"
    ] { #expect(program.exists("new/\(name)"), "\(name)") }
    #expect(try program.run(["validate", "new"]).status == 0)
    let again = try program.run(command + ["--study", "study"], locale: "zh_CN.UTF-8")
    #expect(again.status == 64 && again.errors.contains("已存在"))
    let rest = try program.run(
      command + ["--study", "study", "--rest", "other", "--overwrite"], locale: "zh_CN.UTF-8")
    #expect(rest.status == 0 && rest.output.contains("使用 480 起记录警情"), "\(rest.errors)")
    #expect(rest.output.contains("160 起的记录类别没有对应，按 --rest 计为 other。"))
  }

  /// Records with far more criminal cases than the import took for granted leave departments as busy as they were.
  @Test func `the work of departments that an import assumed goes with the incidents`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(
      "网格号,经度,纬度,人口,2023年警情数\n1,124.05,43.16,60000,3500\n2,124.06,43.16,60000,3500\n", to: "grids.csv")
    try program.write(
      "名称,种类,经度,纬度,警车数\n站前派出所,派出所,124.052,43.161,3\n广场警务站,街面警务站,124.062,43.16,3\n", to: "posts.csv")
    try program.write("部门,民警数\n刑侦大队,40\n法制大队,20\n看守所,24\n", to: "staff.csv")
    let made = try program.run(["import", "tables", "grids.csv", "posts.csv", "staff.csv", "--out", "city"])
    #expect(made.status == 0 && !made.output.contains("too many for so few officers"), "\(made.errors)")
    let records = Self.incidents.replacing("zoning", with: "criminal").replacing(
      "0.5,0.5", with: "124.05,43.16"
    )
    .replacing("1.5,1.5", with: "124.06,43.16")
    try program.write(records, to: "incidents.csv")
    let calibrated = try program.run(command + ["--study", "city"])
    #expect(calibrated.status == 0, "\(calibrated.errors)")
    #expect(calibrated.output.contains("fixed work of 2 departments; hours for each incident, "))
    #expect(calibrated.output.contains("criminal/investigation 130 → "), "\(calibrated.output)")
    let valid = try program.run(["validate", "new"])
    #expect(valid.status == 0 && !valid.output.contains("before anybody is sent down"), "\(valid.output)")
  }

  @Test func `records alone make a study`() throws {
    let program = try program()
    defer { program.remove() }
    let outcome = try program.run(command + ["--json"])
    #expect(outcome.status == 0 && outcome.output.contains("\"dunjing-calibration/1\""), "\(outcome.errors)")
    #expect(try program.run(["validate", "new"]).status == 0)
  }

  @Test
  func `replications draw from the estimates when they are asked to, the same for any number of threads`()
    throws
  {
    let program = try program()
    defer { program.remove() }
    #expect(try program.run(command).status == 0)
    let quick = ["--replications", "4", "--no-replay", "--language", "en"]
    let shorter = ["--set", "time.horizonDays=20", "--set", "time.warmUpDays=5"]
    let drawn = ["--set", "experiment.estimates=drawn"]
    func results(_ folder: String, _ options: [String]) throws -> String {
      let outcome = try program.run(["run", "new", "--out", folder] + quick + shorter + options)
      #expect(outcome.status == 0, "\(outcome.errors)")
      return try String(contentsOf: program.url(folder + "/results.json"), encoding: .utf8)
    }
    let one = try results("one", drawn + ["--threads", "1"])
    #expect(try results("two", drawn + ["--threads", "2"]) == one)
    #expect(one.contains("\"draws\"") && one.contains("estimateSpreads"))
    #expect(try !results("fixed", []).contains("draws"))
    let page = try String(contentsOf: program.url("one/report.en.html"), encoding: .utf8)
    #expect(page.contains("What the data leave open"))
    // A report of the finished run is the same, draws and all.
    #expect(try program.run(["report", "one", "--language", "en", "--out", "again"]).status == 0)
    #expect(try String(contentsOf: program.url("again/report.en.html"), encoding: .utf8) == page)
  }

  @Test func `recorded kinds mapped twice are an error, and those that never occur are named`() throws {
    let program = try program()
    defer { program.remove() }
    let options = ["--study", "study", "--kinds", "kinds.csv"]
    try program.write("recorded,kind\nzoning,other\ndispute,dispute\nzoning,dispute\n", to: "kinds.csv")
    let twice = try program.run(command + options)
    #expect(twice.status == 65, "\(twice.errors)")
    #expect(twice.errors.hasPrefix("kinds.csv:4:1: error: 'zoning' is mapped twice; keep one of the rows\n"))
    try program.write("recorded,kind\nzoning,other\nriot,dispute\n", to: "kinds.csv")
    let unused = try program.run(command + options)
    #expect(
      unused.status == 0 && unused.output.contains("Recorded kinds of --kinds that no record has: riot."))
  }

  @Test func `kinds that the study lacks are told as a whole table, up to forty, with their coarser kinds`()
    throws
  {
    let program = try Program()
    defer { program.remove() }
    /// The records with so many unknown kinds beside those known by their coarser kind.
    func calibrate(_ unknown: Int) throws -> String {
      var row = 0
      let text = Self.incidents.replacing(",kind,", with: ",kind,kindGroup,")
        .replacing(",dispute,", with: ",劳资,纠纷,").replacing(/,zoning,/) { _ in
          row += 1
          return ",zone\(row % unknown),land,"
        }
      try program.write(text, to: "incidents.csv")
      let outcome = try program.run(command + ["--study", "study", "--force"])
      #expect(outcome.status == 0, "\(outcome.errors)")
      return outcome.output
    }
    let whole = try calibrate(40)
    #expect(whole.contains("320 recorded incidents of"))
    #expect((0..<40).allSatisfy { whole.contains("\n    land / zone\($0),other\n") })
    #expect(!whole.contains("not listed") && whole.contains("one row for all of a coarser kind\n"))
    let cut = try calibrate(43)
    #expect(cut.components(separatedBy: "\n    land / zone").count == 41)
    #expect(cut.contains("\n  3 more kinds are not listed: add them likewise\n"))
    try program.write("recorded,kind\nland,other\n", to: "kinds.csv")
    let mapped = try program.run(command + ["--study", "study", "--kinds", "kinds.csv", "--force"])
    #expect(mapped.output.contains("480 recorded incidents of"), "\(mapped.output)")
  }

  @Test func `records in degrees and a study in kilometers are refused, and nothing is written`() throws {
    let program = try Program()
    defer { program.remove() }
    let text = Self.incidents.replacing("0.5,0.5", with: "125.31,43.88")
      .replacing("1.5,1.5", with: "125.33,43.86")
    try program.write(text, to: "incidents.csv")
    let problem =
      "incidents.csv:1:66: error: the positions are longitudes and latitudes, and the study is in kilometers; "
    let calibration = try program.run(command + ["--study", "study"])
    #expect(calibration.status == 65 && !program.exists("new"))
    #expect(
      calibration.errors.hasPrefix(problem + "leave --study out, or use a study in degrees\n"),
      "\(calibration.errors)")
    let backtest = try program.run(["backtest", "study", "--incidents", "incidents.csv"])
    #expect(backtest.status == 65)
    #expect(
      backtest.errors.hasPrefix(
        problem + "use a study in degrees, or records in the coordinates of the study\n"),
      "\(backtest.errors)")
    let chinese = try program.run(command + ["--study", "study"], locale: "zh_CN.UTF-8")
    #expect(
      chinese.errors.hasPrefix("incidents.csv:1:66: 错误：位置是经纬度，而研究用公里坐标；请去掉 --study，或换用经纬度的研究\n"))
  }

  @Test func `a short period and a last day that is cut short are warned of`() throws {
    let program = try Program()
    defer { program.remove() }
    let lines = Self.incidents.split(separator: "\n")
    try program.write(lines.prefix(1 + 12 * 10 + 3).joined(separator: "\n") + "\n", to: "incidents.csv")
    let outcome = try program.run(command)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("Warning: The records of 2023-01-11 are cut short"), "\(outcome.output)")
    #expect(outcome.output.contains("Warning: Rates of a year rest on 10.2 days"), "\(outcome.output)")
    let chinese = try program.run(command + ["--overwrite"], locale: "zh_CN.UTF-8")
    #expect(chinese.output.contains("注意：2023-01-11 的记录不完整") && chinese.output.contains("只依据 10.2 天的记录"))
    let page = try String(contentsOf: program.url("new/calibration.en.html"), encoding: .utf8)
    #expect(page.contains("The records of 2023-01-11 are cut short"))
  }

  @Test func `what cannot be is told with what to type instead`() throws {
    let program = try program()
    defer { program.remove() }
    let cases = [
      (["--cell-km", "0"], "--cell-km has to be more than 0"), (["--from", "2023-01-01"], "given together"),
      (["--from", "1 May", "--to", "2023-01-09"], "write --from as 2024-01-31, not '1 May'"),
      (["--zone", "Mars/Base"], "no time zone Mars/Base; write an IANA name"),
      (["--from", "2020-01-01", "--to", "2020-02-01"], "no record of incidents.csv can be used")
    ]
    for (arguments, message) in cases {
      let outcome = try program.run(command + arguments)
      #expect(outcome.status == 64 && outcome.errors.contains(message), "\(outcome.errors)")
    }
    try program.write("a,b\n1,2\n", to: "wrong.csv")
    let table = try program.run(["calibrate", "demand", "--incidents", "wrong.csv", "--out", "new"])
    #expect(
      table.status == 65
        && table.errors
          == "wrong.csv:1:1: error: this is no incidents.csv of dunjing import incidents; run that first\n1 error; nothing was written.\n"
    )
    #expect(!program.exists("new"))
  }
}
