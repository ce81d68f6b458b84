import Foundation
import Testing

@Suite struct PlanCommandTests {
  private let program: Program

  init() throws { program = try Program() }

  private func bytes(_ name: String) throws -> Data { try Data(contentsOf: program.url(name)) }

  private func plan(_ more: [String] = []) throws {
    let outcome = try program.run(
      ["plan", "study", "--out", "work", "--replications", "5", "--unit-seconds", "1e-9"] + more)
    try #require(outcome.status == 0, "\(outcome.errors)")
  }

  @Test func `shards in any order make the run of one machine, to the byte`() throws {
    defer { program.remove() }
    try plan()
    for shard in ["2/2", "1/2"] {
      #expect(try program.run(["run", "work", "--shard", shard]).status == 0)
    }
    #expect(try program.run(["status", "work"]).output.contains("5 of 5 units are done"))
    #expect(try program.run(["merge", "work", "--out", "merged"]).status == 0)
    #expect(try program.run(["run", "study", "--out", "local", "--replications", "5"]).status == 0)
    for name in ["results.json", "tables/indicators.csv", "replications/00004.json", "replay.json"] {
      #expect(try bytes("merged/\(name)") == bytes("local/\(name)"), "\(name)")
    }
    #expect(try program.run(["report", "merged", "--format", "html", "--out", "again"]).status == 0)
    #expect(try bytes("again/report.zh.html") == bytes("merged/report.zh.html"))
  }

  @Test func `a task of a Slurm array plays its share`() throws {
    defer { program.remove() }
    try plan()
    let environment = ["SLURM_ARRAY_TASK_ID": "2", "SLURM_ARRAY_TASK_MAX": "3", "SLURM_CPUS_PER_TASK": "2"]
    #expect(try program.run(["run", "work", "--shard", "slurm"], environment: environment).status == 0)
    #expect(try program.run(["status", "work"]).output.contains("missing 3: 1, 3–4"))
  }

  @Test func `what is missing is named in both languages, and nothing is written`() throws {
    defer { program.remove() }
    try plan()
    #expect(try program.run(["run", "work", "--shard", "1/5"]).status == 0)
    try program.write("cut off", to: "work/units/000003.json")
    let english = try program.run(["merge", "work", "--out", "merged"])
    #expect(english.status == 65)
    #expect(
      english.errors
        == """
        error: work is not complete: 3 units are missing (2, 4–5), 1 unit is damaged or of another plan (3). Play them with \
        dunjing resume work.

        """)
    let chinese = try program.run(["merge", "work", "--out", "merged"], locale: "zh_CN.UTF-8")
    #expect(
      chinese.errors
        == "错误：work 还不完整：缺少 3 个工作单元（2、4–5），1 个已损坏或不属于此计划（3）。请用 dunjing resume work 补算。\n")
    #expect(!program.exists("merged"))
    #expect(try program.run(["resume", "work"]).output == "4 units played, 1 there before.\n")
    #expect(try program.run(["merge", "work", "--out", "merged"]).status == 0)
  }

  @Test func `a plan takes the place of another only when asked, and removes its results`() throws {
    defer { program.remove() }
    try plan()
    #expect(try program.run(["resume", "work"]).status == 0)
    let refused = try program.run(["plan", "study", "--out", "work"])
    #expect(refused.status == 64)
    #expect(refused.errors.contains("already holds a planned experiment"))
    try program.write("mine", to: "work/notes.txt")
    try plan(["--seed", "7", "--overwrite"])
    #expect(try program.run(["status", "work"]).output.contains("0 of 5 units are done"))
    #expect(program.exists("work/notes.txt"))
    #expect(try program.run(["plan", "study", "--out", "study"]).status == 64)
    #expect(try program.run(["plan", "study", "--out", ".", "--overwrite"]).status == 64)
  }

  @Test func `a look at a plan writes nothing`() throws {
    defer { program.remove() }
    let outcome = try program.run(["plan", "study", "--out", "work", "--dry-run"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Units of work"))
    #expect(!program.exists("work"))
    let chinese = try program.run(["plan", "study", "--dry-run"], locale: "zh_CN.UTF-8")
    #expect(chinese.output.contains("工作单元"))
  }

  @Test(arguments: [
    ["run", "work", "--shard", "6/5"], ["run", "work", "--shard", "slurm"],
    ["run", "work", "--shard", "1/5", "--seed", "3", "--out", "x"], ["run", "study"],
    ["plan", "study"], ["plan", "study", "--out", "x", "--unit-seconds", "0"],
    ["submit", "work", "--shards", "0"], ["submit", "work", "--worker", "study/scenario.yaml"]
  ])
  func `what is typed wrongly is said`(arguments: [String]) throws {
    defer { program.remove() }
    try plan()
    let outcome = try program.run(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.errors.hasPrefix("error: "))
    let chinese = try program.run(arguments, locale: "zh_CN.UTF-8")
    #expect(chinese.errors.hasPrefix("错误："))
  }

  @Test(arguments: ["run", "status", "resume", "merge", "submit"])
  func `a folder that is not there is said so`(command: String) throws {
    defer { program.remove() }
    let more = ["run": ["--shard", "1/1"], "merge": ["--out", "merged"]][command] ?? []
    let outcome = try program.run([command, "nowhere"] + more)
    #expect(outcome.status == 65)
    #expect(outcome.errors == "error: there is no folder nowhere; check the path.\n")
  }

  @Test(arguments: ["plan", "run"])
  func `what fails while it writes leaves nothing`(command: String) throws {
    defer { program.remove() }
    try program.write(String(repeating: "# a line to fill the file\n", count: 40_000), to: "long")
    let fill = "cat long >> study/scenario.yaml; ulimit -f 100; "
    let dunjing = Bundle.main.bundleURL.appendingPathComponent("dunjing").path
    let outcome = try program.run(
      URL(fileURLWithPath: "/bin/bash"),
      ["-c", "trap '' XFSZ; \(fill)'\(dunjing)' \(command) study --out new/out"],
      ["LANG": "C.UTF-8"])
    #expect(outcome.status == 74)
    #expect(!program.exists("new"))
  }

  @Test(arguments: ["run", "status", "resume", "merge", "submit"])
  func `a folder without a plan is refused`(command: String) throws {
    defer { program.remove() }
    let more = ["run": ["--shard", "1/1"], "merge": ["--out", "merged"]][command] ?? []
    let outcome = try program.run([command, "study"] + more)
    #expect(outcome.status == 65)
    #expect(
      outcome.errors
        == "error: study holds no plan.json. Make the plan first: dunjing plan STUDY --out study.\n")
  }
}
