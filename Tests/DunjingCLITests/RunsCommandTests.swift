import Dunjing
import Foundation
import GRDB
import Testing

@testable import DunjingCLI

/// `dunjing runs`: the runs below a folder.
@Suite struct RunsCommandTests {
  private func play(_ out: String, _ program: Program, _ options: [String] = []) throws {
    let command = [
      "run", "study", "--out", out, "--threads", "1", "--replications", "3", "--no-replay", "--language", "en"
    ]
    #expect(try program.run(command + options).status == 0)
  }

  private func json(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// The numbers of a run, as its own results have them.
  private func indicator(_ id: String, of treatment: Int, in run: String, _ program: Program) throws
    -> [String: Any]
  {
    let results = try json(String(contentsOf: program.url("\(run)/results.json"), encoding: .utf8))
    let treatments = try #require(results["treatments"] as? [[String: Any]])
    let indicators = try #require(treatments[treatment]["indicators"] as? [String: [String: Any]])
    return try #require(indicators[id])
  }

  @Test func runsAreListedWithTheirIndicators() throws {
    let program = try Program()
    defer { program.remove() }
    try play("out/one", program)
    try play("out/two", program, ["--seed", "9", "--treatments", "sink20"])
    let list = try program.run(["runs", "out"])
    #expect(list.status == 0 && list.errors.isEmpty)
    let lines = list.output.split(separator: "\n").map(String.init)
    #expect(lines.count == 3 && lines[0].hasPrefix("run  study             seed  replications  build"))
    #expect(lines[1].hasPrefix("one  A small town") && lines[1].hasSuffix("sink00, sink20, sink40"))
    #expect(
      lines[2].hasPrefix("two  A small town         9             3") && lines[2].hasSuffix("sink00, sink20"))
    let table = try program.run(["runs", "out", "--indicators", "withinTarget", "--treatment", "sink40"])
    let mean = try #require(
      try indicator("withinTarget", of: 2, in: "out/one", program)["mean"] as? Double)
    #expect(table.output.contains("sink40") && table.output.contains(String(format: " %.1f%% ±", mean * 100)))
    #expect(!table.output.contains("two"))
    let chinese = try program.run(["runs", "out"], locale: "zh_CN.UTF-8").output.split(separator: "\n")
    let ends = chinese.map { line in
      line.range(of: "sink00").map { DisplayWidth.of(String(line[..<$0.lowerBound])) }
    }
    #expect(chinese[0].hasPrefix("运行  研究          种子") && ends[1] != nil && ends[1] == ends[2])
  }

  @Test func `changed keys stand beside the runs, if there are any`() throws {
    let program = try Program()
    defer { program.remove() }
    try play("out/one", program)
    #expect(try !program.run(["runs", "out"]).output.contains("changed keys"))
    try play("out/two", program, ["--set", "community.visitHours=2"])
    for more in [[], ["--indicators", "withinTarget"]] {
      let lines = try program.run(["runs", "out"] + more).output.split(separator: "\n")
      #expect(lines[0].hasSuffix("  changed keys"))
      let changed = lines.filter { $0.hasSuffix("  community.visitHours=2") }
      #expect(changed.count == (more.isEmpty ? 1 : 3), "\(lines)")
    }
    #expect(try program.run(["runs", "out"], locale: "zh_CN.UTF-8").output.contains("改动的键"))
  }

  @Test func plannedExperimentsAreListedWithTheirUnits() throws {
    let program = try Program()
    defer { program.remove() }
    let plan = ["plan", "study", "--out", "out/work", "--replications", "4", "--unit-seconds", "1e-9"]
    #expect(try program.run(plan).status == 0)
    #expect(try program.run(["run", "out/work", "--shard", "1/2"]).status == 0)
    try program.write("cut off", to: "out/work/units/000002.json")
    let list = try program.run(["runs", "out"])
    #expect(
      list.output.hasSuffix("Planned experiments:\n  work: 2 units done, 1 unit missing, 1 unit damaged\n"))
    let chinese = try program.run(["runs", "out"], locale: "zh_CN.UTF-8")
    #expect(chinese.output.hasSuffix("计划的试验：\n  work：完成 2 个单元，缺失 1 个单元，损坏 1 个单元\n"))
    let plans = try #require(
      try json(program.run(["runs", "out", "--json"]).output)["plans"] as? [[String: Any]])
    #expect(plans.first?["units"] as? [String: [Int]] == ["done": [1, 3], "missing": [4], "damaged": [2]])
    #expect(try #require(plans.first?["seconds"] as? Double) > 0)
    // The run that is made of them is one like any other.
    #expect(try program.run(["resume", "out/work"]).status == 0)
    #expect(try program.run(["merge", "out/work", "--out", "out/merged", "--no-replay"]).status == 0)
    let merged = try program.run(["runs", "out"]).output
    #expect(merged.contains("\nmerged  A small town") && merged.contains("work: 4 units done\n"))
  }

  @Test func recordAndTableHaveTheNumbersOfTheResults() throws {
    let program = try Program()
    defer { program.remove() }
    try play("out/one", program)
    let outcome = try program.run(["runs", "out", "--json", "--csv", "runs.csv"])
    let record = try json(outcome.output)
    #expect(record["schema"] as? String == "dunjing-runs/1")
    let rows = try #require(record["rows"] as? [[String: Any]])
    let indicators = try #require(rows[1]["indicators"] as? [String: [String: Any]])
    let expected = try indicator("responseMeanFromCall", of: 1, in: "out/one", program)
    let found = try #require(indicators["responseMeanFromCall"])
    #expect(rows.map { $0["treatment"] as? String } == ["sink00", "sink20", "sink40"])
    #expect(found["mean"] as? Double == expected["mean"] as? Double)
    #expect(found["halfWidth"] as? Double == expected["halfWidth95"] as? Double)
    let bytes = try Data(contentsOf: program.url("runs.csv"))
    #expect(bytes.starts(with: Array("\u{FEFF}run,study_zh,study_en,scenarioHash,seed,".utf8)))
    let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
    #expect(lines.count == 2 + 3 * indicators.count && lines.last?.isEmpty == true)
    #expect(lines[1].hasPrefix("one,示例小城,A small town,"))
  }

  @Test func boundsAndOrderChooseTreatments() throws {
    let program = try Program()
    defer { program.remove() }
    try play("out/one", program)
    let means = try (0..<3).map { treatment in
      try #require(
        try indicator("officersSunk", of: treatment, in: "out/one", program)["mean"] as? Double)
    }
    #expect(means[0] < means[1] && means[1] < means[2])
    func treatments(_ options: [String]) throws -> [String] {
      let rows = try json(program.run(["runs", "out", "--json"] + options).output)["rows"] as? [[String: Any]]
      return try #require(rows).compactMap { $0["treatment"] as? String }
    }
    #expect(try treatments(["--where", "officersSunk > \(means[1])"]) == ["sink40"])
    #expect(
      try treatments(["--where", "officersSunk >= \(means[1])", "--where", "officersSunk<\(means[2])"]) == [
        "sink20"
      ])
    #expect(try treatments(["--sort", "officersSunk"]) == ["sink40", "sink20", "sink00"])
    let none = try program.run(["runs", "out", "--where", "officersSunk > 1e9"])
    #expect(none.status == 0 && none.output == "No treatment of the 1 run meets the conditions.\n")
  }

  @Test func whatIsMissingOrDamagedIsSaid() throws {
    let program = try Program()
    defer { program.remove() }
    try FileManager.default.createDirectory(at: program.url("out"), withIntermediateDirectories: true)
    #expect(try program.run(["runs", "out"]).output == "There is no finished run in out.\n")
    #expect(!program.exists("out/runs.sqlite"))
    try play("out/one", program)
    try play("out/two", program)
    #expect(try program.run(["runs", "out"]).output.contains("two"))
    let results = try String(contentsOf: program.url("out/two/results.json"), encoding: .utf8)
    try program.write(String(results.dropLast(20)), to: "out/two/results.json")
    let outcome = try program.run(["runs", "out"])
    #expect(outcome.status == 0 && !outcome.output.contains("two"))
    #expect(
      outcome.errors
        == "Warning: out/two is not listed: results.json is damaged; dunjing report --format json writes it again from the "
        + "replications.\n")
    // The remedy works.
    #expect(try program.run(["report", "out/two", "--format", "json"]).status == 0)
    #expect(try program.run(["runs", "out"]).output.contains("two"))
  }

  @Test func aDamagedIndexIsMadeAgainAndANewerOneRefused() throws {
    let program = try Program()
    defer { program.remove() }
    try play("out/one", program)
    let list = try program.run(["runs", "out"])
    try program.write("notes", to: "out/runs.sqlite")
    let again = try program.run(["runs", "out"], locale: "zh_CN.UTF-8")
    #expect(again.status == 0 && again.errors.hasPrefix("注意：out/runs.sqlite 已损坏，已由运行文件夹重建"))
    let third = try program.run(["runs", "out"])
    #expect(third.output == list.output && third.errors.isEmpty)
    let newer = try DatabaseQueue(path: program.url("out/runs.sqlite").path)
    try newer.write { try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('9 more')") }
    try newer.close()
    let refused = try program.run(["runs", "out"])
    #expect(refused.status == 74 && refused.output.isEmpty)
    #expect(
      refused.errors.hasPrefix(
        "error: cannot read out/runs.sqlite: a newer dunjing wrote it; use that version"))
  }

  @Test func processesAtOnceAgree() throws {
    let program = try Program()
    defer { program.remove() }
    try play("out/r0", program)
    for number in 1..<20 {
      try FileManager.default.copyItem(at: program.url("out/r0"), to: program.url("out/r\(number)"))
    }
    for _ in 0..<4 {
      for name in ["out/runs.sqlite"] { try? FileManager.default.removeItem(at: program.url(name)) }
      let outcomes = Parallel.map(4, threads: 4) { _ in Result { try program.run(["runs", "out", "--json"]) }
      }
      let first = try outcomes[0].get()
      #expect(first.status == 0 && first.errors.isEmpty)
      for outcome in outcomes { #expect(try outcome.get().output == first.output) }
      #expect((try json(first.output)["runs"] as? [Any])?.count == 20)
    }
  }

  @Test func faultsAreToldInBothLanguages() throws {
    let program = try Program()
    defer { program.remove() }
    try play("out/one", program, ["--treatments", "sink20"])
    func expect(_ options: [String], _ en: String, _ zh: String) throws {
      let english = try program.run(["runs"] + options)
      #expect(english.status == 64 && english.errors == "error: \(en)\n")
      #expect(try program.run(["runs"] + options, locale: "zh_CN.UTF-8").errors == "错误：\(zh)\n")
    }
    try expect(["none"], "there is no folder none; check the path.", "没有文件夹 none；请检查路径。")
    try expect(
      ["out", "--study", "city"], "--study: there is no run of city; the studies are: A small town.",
      "--study：没有 city 的运行；现有研究：示例小城。")
    try expect(
      ["out", "--treatment", "x"], "--treatment: no run has a treatment x; there are: sink00, sink20.",
      "--treatment：没有运行有方案 x；现有：sink00、sink20。")
    try expect(
      ["out", "--sort", "x"], "--sort: there is no indicator x; see dunjing indicators.",
      "--sort：没有指标 x；用 dunjing indicators 查看。")
    try expect(
      ["out", "--where", "withinTarget >= 70"],
      "--where: withinTarget is a share between 0 and 1; not 70, but such as 70% or 0.7.",
      "--where：withinTarget 是比例，在 0 到 1 之间；不能写 70，请写 70% 或 0.7。")
  }
}
