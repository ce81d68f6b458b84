import Dunjing
import DunjingTestSupport
import Foundation
import Testing

@testable import DunjingCLI

/// `--set` of commands that play a study, and `dunjing sweep`.
@Suite struct SweepCommandTests {
  private let short = ["--replications", "2", "--threads", "1"]
  private let sweep = ["sweep", "study", "--set", "treatments.sink20.sinkRatio=0.1,0.2", "--out", "out"]

  @Test func `a key that is set changes the study, its hash and the manifest`() throws {
    let program = try Program()
    defer { program.remove() }
    let plain = try program.run(["validate", "study", "--json"])
    let set = try program.run(["validate", "study", "--json", "--set", "treatments.sink20.sinkRatio=0.3"])
    #expect(plain.status == 0 && set.status == 0 && plain.output != set.output)
    let run = ["run", "study", "--out", "out", "--set", "community.visitHours=2", "--language", "en"]
    #expect(try program.run(run + short).status == 0)
    let manifest = try String(contentsOf: program.url("out/manifest.json"), encoding: .utf8)
    #expect(manifest.contains("\"community.visitHours=2\""))
    let report = try String(contentsOf: program.url("out/report.en.html"), encoding: .utf8)
    #expect(report.contains("community.visitHours=2"))
    #expect(try program.run(["analyze", "study", "--set", "dispatch.callTakingSeconds=60"]).status == 0)
  }

  @Test func `a key or value that is wrong is told in the language of the locale`() throws {
    let program = try Program()
    defer { program.remove() }
    let command = ["validate", "study", "--set", "community.visitHour=2"]
    let english = try program.run(command)
    #expect(english.status == 65)
    #expect(
      english.errors.hasPrefix(
        "--set community.visitHour=2: error: there is no key 'community.visitHour'; "
          + "did you mean community.visitHours?\n"))
    let chinese = try program.run(command, locale: "zh_CN.UTF-8")
    #expect(
      chinese.errors.hasPrefix(
        "--set community.visitHour=2: 错误：没有名为 'community.visitHour' 的键；是否想写 community.visitHours？\n"))
    let form = try program.run(["run", "study", "--out", "out", "--set", "visitHours"])
    #expect(form.status == 64 && form.errors.contains("write it as in community.visitHours=2"))
  }

  /// One test, as a program built for tests takes seconds to identify itself.
  @Test func `a stopped sweep ends with the same bytes, takes more values and refuses other keys`() throws {
    let program = try Program()
    defer { program.remove() }
    #expect(try program.run(sweep + short).status == 0)
    let whole = try Data(contentsOf: program.url("out/sweep.json"))
    for name in ["sweep.csv", "sweep.zh.html", "sweep.en.html", "manifest.json"] {
      #expect(program.exists("out/\(name)"))
    }
    // Half of the history, with a line cut off, is what a killed sweep leaves.
    let history = try String(contentsOf: program.url("out/history.jsonl"), encoding: .utf8)
    try program.write(String(history.prefix(history.count / 2)), to: "out/history.jsonl")
    try FileManager.default.removeItem(at: program.url("out/sweep.json"))
    #expect(try program.run(sweep + ["--replications", "2", "--threads", "2"]).status == 0)
    #expect(try Data(contentsOf: program.url("out/sweep.json")) == whole)
    let more = sweep.map { $0.replacing("=0.1,0.2", with: "=0.1:0.3:0.1") }
    let longer = try program.run(more + short + ["--json"])
    #expect(longer.status == 0 && longer.output.contains("\"dunjing-sweep/1\""))
    let other = sweep.map { $0.hasPrefix("treatments") ? "community.visitHours=1,2" : $0 }
    let refused = try program.run(other + short, locale: "zh_CN.UTF-8")
    #expect(refused.status == 64 && refused.errors.contains("中是另一次参数扫描"))
  }

  @Test(arguments: [
    (["--set", "community.visitHours=3:1:1"], "cannot be read; write community.visitHours=1:3:0.5"),
    (["--set", "community.visitHours=1:3", "--design", "latin"], "--design latin needs --points"),
    (["--set", "community.visitHours=1,2", "--points", "3"], "--points belongs to --design latin"),
    (["--set", "community.visitHours=1,2", "--indicators", "none"], "there is no indicator none"),
    (["--set", "community.visitHours=1,2", "--treatment", "x"], "--treatment: the study has no x"),
    ([], "say with --set what varies")
  ])
  func `a sweep typed wrongly is refused`(options: [String], message: String) throws {
    let program = try Program()
    defer { program.remove() }
    let outcome = try program.run(["sweep", "study", "--out", "out"] + options)
    #expect(outcome.status == 64 && outcome.errors.contains(message) && !program.exists("out"))
  }

  @Test func `processes that share a folder make the bytes of one, and submit starts them`() throws {
    let program = try Program()
    defer { program.remove() }
    let short = ["--replications", "4", "--indicators", "incidents,harmIndex", "--language", "en"]
    #expect(try program.run(sweep + short).status == 0)
    let together = sweep.map { $0 == "out" ? "both" : $0 } + short
    let early = try program.run(together + ["--shard", "1/2"])
    #expect(
      early.status == 64 && early.errors.contains("both is not prepared. Start the same command once with"))
    let prepared = try program.run(together + ["--prepare"])
    #expect(prepared.output == "It is prepared. Send it out: dunjing submit both --engine slurm --shards 8\n")
    #expect(
      try program.run(["status", "both"]).output.hasPrefix(
        "0 replications are kept\nNo result yet\nCommand: dunjing sweep study "))
    let ends = Threads.run(2) { number in
      (try? program.run(together + ["--shard", "\(number + 1)/2"]).status) ?? -1
    }
    #expect(ends == [0, 0])
    let bytes = { (name: String) in try Data(contentsOf: program.url("\(name)/sweep.json")) }
    #expect(try bytes("both") == bytes("out"))
    // Who played how much depends on the machine: five of the replications are given to the first.
    let files = (1...2).map { program.url("both/history-\($0).jsonl") }
    let lines = try Set(files.flatMap { try String(contentsOf: $0, encoding: .utf8).split(separator: "\n") })
    let shares = [lines.sorted().prefix(5), lines.sorted().dropFirst(5)]
    for (file, share) in zip(files, shares) {
      try Data((share.joined(separator: "\n") + "\n").utf8).write(to: file)
    }
    let status = try program.run(["status", "both", "--json"])
    #expect(status.output.contains("\"shard\" : 1") && status.output.contains("\"shard\" : 2"))
    let words = try program.run(["status", "both"], locale: "zh_CN.UTF-8").output
    #expect(
      words.hasPrefix("已保存 12 次重复（进程 1：5 次，进程 2：7 次）\n最近的结果：both/sweep.json\n命令：dunjing sweep "))
    let other = try program.run(together.map { $0 == "4" ? "5" : $0 } + ["--shard", "1/2"])
    #expect(
      other.status == 64
        && other.errors.contains("both is prepared for another question: dunjing sweep study "))
    // One process that goes on alone finds everything.
    #expect(try program.run(together).errors.isEmpty)
  }

  @Test func `a search is submitted as the command it was started with`() throws {
    let program = try Program()
    defer { program.remove() }
    #expect(try program.run(sweep + ["--prepare", "--overwrite"]).status == 0)
    let none = try program.run(["submit", "out"])
    #expect(none.status == 64 && none.errors.contains("say with --shards how many processes play"))
    let wrong = try program.run(["submit", "out", "--shards", "2", "--worker", "w"], locale: "zh_CN.UTF-8")
    #expect(wrong.status == 64 && wrong.errors.contains("--worker 只用于 dunjing plan 的工作单元"))
    let parallel = try program.run(["submit", "out", "--engine", "parallel", "--shards", "2", "--print"])
      .output
    #expect(
      parallel.contains("dunjing sweep study --set ") && parallel.hasSuffix(" --out out --shard 2/2\nEND\n"))
    #expect(parallel.contains("parallel --will-cite --jobs 2 "))
    #expect(!parallel.contains("--prepare") && !parallel.contains("--overwrite"))
    let slurm = try program.run(["submit", "out", "--shards", "3", "--minutes", "9", "--print"]).output
    for line in ["--job-name=dunjing-sweep", "--array=1-3", "--time=9", "--requeue"] {
      #expect(slurm.contains("#SBATCH \(line)\n"), "\(line)")
    }
    #expect(slurm.contains("&&\nexec ") && !slurm.contains("--mem="))
    #expect(slurm.contains(" --out out --shard \"$SLURM_ARRAY_TASK_ID/3\"\n"))
  }

  @Test func `a baseline played under other values is not taken for that of these`() throws {
    let program = try Program()
    defer { program.remove() }
    func hours(_ value: Int, _ out: String) throws -> Data {
      let command = [
        "sweep", "study", "--set", "community.visitHours=\(value)", "--treatment", "sink20", "--out", out
      ]
      #expect(try program.run(command + short).status == 0)
      return try Data(contentsOf: program.url("\(out)/sweep.json"))
    }
    _ = try hours(1, "both")
    #expect(try hours(3, "both") == hours(3, "fresh"))
  }

  @Test func `no command writes into what belongs to another`() throws {
    let program = try Program()
    defer { program.remove() }
    #expect(
      try program.run(["run", "study", "--replications", "2", "--no-replay", "--out", "out"]).status == 0)
    let onRun = try program.run(sweep + short + ["--overwrite"])
    #expect(onRun.status == 64)
    #expect(
      onRun.errors.hasSuffix("/out holds a run; a sweep cannot be written into it. Use another --out.\n"))
    #expect(try program.run(["plan", "study", "--replications", "2", "--out", "plan"]).status == 0)
    let onPlan = try program.run(["run", "study", "--out", "plan", "--overwrite"], locale: "zh_CN.UTF-8")
    #expect(onPlan.status == 64 && onPlan.errors.hasSuffix("中是计划的试验，运行结果不能写在其中。请换一个 --out。\n"))
    #expect(
      try program.run(["run", "plan"]).errors
        == "error: plan is a planned experiment: dunjing resume plan plays all that is missing, --shard I/N a share.\n"
    )
    #expect(try program.run(sweep.map { $0 == "out" ? "sw" : $0 } + ["--prepare"]).status == 0)
    for command in [["resume", "sw"], ["merge", "sw", "--out", "m"], ["run", "sw", "--shard", "1/2"]] {
      let outcome = try program.run(command)
      #expect(
        outcome.status == 64 && outcome.errors.contains("sw belongs to dunjing sweep and has no units."))
    }
  }

  @Test func `a value that no study may have stops the sweep before it plays`() throws {
    let program = try Program()
    defer { program.remove() }
    let outcome = try program.run([
      "sweep", "study", "--out", "out", "--set", "treatments.sink20.streetShare=0,2"
    ])
    #expect(outcome.status == 65 && !program.exists("out"))
    #expect(outcome.errors.hasPrefix("--set treatments.sink20.streetShare=2: error: "))
  }

  @Test func `a share of the officers sent down is refused where nobody is sent at any point`() throws {
    let bundle = ScenarioBundle(path: PackageFolder.root.appendingPathComponent("scenarios/minimal").path)
    func studies(_ settings: [String]) throws -> [Scenario] {
      try settings.map { try bundle.load(setting: SettingOptions.overrides([$0])).scenario }
    }
    let none = try studies(["treatments.sink00.streetShare=0", "treatments.sink00.streetShare=1"])
    for key in ["treatments.sink00.streetShare", "treatments[0].streetShare"] {
      let fault = #expect(throws: CommandFault.self) {
        try SweepExpression.checkStreetShares([key], in: none)
      }
      #expect(fault?.text.en.contains("\(key) is a share of the officers sent down") == true)
    }
    try SweepExpression.checkStreetShares(["treatments.sink20.streetShare"], in: none)
    // Where another point sends somebody, the share decides about him.
    let some = try studies(["treatments.sink00.sinkRatio=0", "treatments.sink00.sinkRatio=0.2"])
    try SweepExpression.checkStreetShares(["treatments.sink00.streetShare"], in: some)
  }
}
