import Foundation
import Testing

/// `dunjing backtest`.
@Suite struct BacktestCommandTests {
  /// Forty calls of a day, each with an arrival six minutes later.
  private static let incidents: String = {
    let header =
      "row,id,received,dispatched,enRoute,onScene,cleared,kind,priority,x,y,serviceMinutes,onView,flags\n"
    return header
      + (0..<40).map { number in
        let (hour, minute) = (number / 2, number % 2 * 30)
        let clock = { (minute: Int) in String(format: "2024-02-01T%02d:%02d", hour, minute) }
        let kind = number == 39 ? "riot" : "dispute"
        return
          "\(number + 2),i\(number),\(clock(minute)),,,\(clock(minute + 6)),\(clock(minute + 20)),\(kind),2,1.5,1.5,,false,\n"
      }.joined()
  }()

  private func program() throws -> Program {
    let program = try Program()
    try program.write(Self.incidents, to: "incidents.csv")
    return program
  }

  private let command = ["backtest", "study", "--incidents", "incidents.csv", "--replications", "2"]

  @Test func `recorded and simulated times stand side by side`() throws {
    let program = try program()
    defer { program.remove() }
    let outcome = try program.run(command + ["--out", "out", "--language", "en"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("Call to arrival: 6.00 minutes on record and"), "\(outcome.output)")
    #expect(outcome.output.contains("39 incidents were played"))
    #expect(outcome.output.contains("not played, 1: the study has no such kind"))
    for name in ["backtest.json", "backtest.csv", "backtest.en.html"] {
      #expect(program.exists("out/\(name)"))
    }
    let again = try program.run(command + ["--out", "out"])
    #expect(again.status == 64 && again.errors.contains("--overwrite"))
    #expect(try program.run(command + ["--out", "out", "--overwrite", "--language", "zh"]).status == 0)
    #expect(program.exists("out/backtest.zh.html"))
  }

  @Test func `many records of kinds that the study does not have are warned of first`() throws {
    let program = try Program()
    defer { program.remove() }
    let lines = Self.incidents.split(separator: "\n").enumerated().map { number, line in
      number % 5 == 1 ? String(line).replacing("dispute", with: "riot") : String(line)
    }
    try program.write(lines.joined(separator: "\n") + "\n", to: "incidents.csv")
    let outcome = try program.run(command + ["--out", "out"])
    let warning =
      "9 records have kinds that the study does not have (22.5%), left out: riot (9). Say what they are with --kinds"
    #expect(outcome.output.hasPrefix("Warning: " + warning), "\(outcome.output) \(outcome.errors)")
    #expect(outcome.output.contains("\n    recorded,kind\n    riot,"), "\(outcome.output)")
    let page = try String(contentsOf: program.url("out/backtest.en.html"), encoding: .utf8)
    #expect(page.contains("Warning: " + warning))
    let chinese = try program.run(command, locale: "zh_CN.UTF-8")
    #expect(chinese.output.hasPrefix("注意：9 条记录（22.5%）的类别在研究中没有对应，未计入：riot (9)。请用 --kinds"))
    try program.write(Self.incidents, to: "incidents.csv")
    #expect(try !program.run(command).output.contains("--kinds"))
  }

  @Test func `kinds matched by their usual names are told`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(Self.incidents.replacing("dispute", with: "矛盾纠纷"), to: "incidents.csv")
    let output = try program.run(command).output
    #expect(output.contains("'矛盾纠纷' → dispute (") && !output.contains("Warning: "), "\(output)")
  }

  @Test func `the number of threads changes nothing`() throws {
    let program = try program()
    defer { program.remove() }
    let one = try program.run(command + ["--json", "--threads", "1"])
    let two = try program.run(command + ["--json", "--threads", "2"])
    #expect(one.status == 0 && !one.output.isEmpty && one.output == two.output)
  }

  @Test(arguments: [
    (["--rest", "theft"], "--rest: the study has no kind of incident theft"),
    (["--treatment", "sink99"], "there is no treatment sink99"),
    (["--replications", "0"], "--replications has to be 1 to 10000"),
    (["--out", "study"], "is the folder of a study"),
    (["--incidents", "none.csv"], "none.csv")
  ])
  func `what cannot be done is told, and what to type instead`(arguments: [String], text: String) throws {
    let program = try program()
    defer { program.remove() }
    let outcome = try program.run(command + arguments)
    #expect(outcome.status != 0 && outcome.errors.contains(text), "\(outcome.errors)")
    let chinese = try program.run(command + arguments, locale: "zh_CN.UTF-8")
    #expect(chinese.errors.contains("错误："), "\(chinese.errors)")
  }

  @Test func `why nothing can be played is told`() throws {
    let program = try Program()
    defer { program.remove() }
    let rows = Self.incidents.split(separator: "\n").prefix(3).joined(separator: "\n")
      .replacing("dispute", with: "riot")
    try program.write(rows + "\n", to: "incidents.csv")
    let outcome = try program.run(command)
    #expect(
      outcome.status == 65
        && outcome.errors.contains("none of the records can be played (2 because the study has no such kind)"),
      "\(outcome.errors)")
  }

  @Test func `all kinds that the study does not have are named, in order`() throws {
    let program = try program()
    defer { program.remove() }
    try program.write("recorded,kind\na,k3\nb,k1\nc,k2\n", to: "kinds.csv")
    let outcome = try program.run(command + ["--kinds", "kinds.csv", "--rest", "k4"])
    let expected =
      "error: --kinds: the study has no kinds of incident k1, k2, k3; --rest: the study has no kind of incident k4. Write"
    #expect(outcome.status == 64 && outcome.errors.hasPrefix(expected), "\(outcome.errors)")
  }

  @Test func `a file without records is told with what to give`() throws {
    let program = try program()
    defer { program.remove() }
    try program.write(String(Self.incidents.prefix { $0 != "\n" }) + "\n", to: "incidents.csv")
    let outcome = try program.run(command)
    #expect(outcome.status == 65, "\(outcome.errors)")
    #expect(outcome.errors.hasPrefix("incidents.csv:1:1: error: the file holds no records; give"))
  }

  @Test func `its help names the options`() throws {
    let program = try Program()
    defer { program.remove() }
    let help = try program.run(["backtest", "--help"]).output
    for option in ["--incidents", "--kinds", "--rest", "--include-on-view", "--treatment", "--replications"] {
      #expect(help.contains(option))
    }
  }
}
