import Foundation
import Testing

/// `dunjing report`: reports out of the folder of a run alone.
@Suite struct ReportCommandTests {
  /// A program with a finished run in `out`, and without the study it was run on.
  private func program(_ options: [String] = []) throws -> Program {
    let program = try Program()
    let command = ["run", "study", "--out", "out", "--threads", "1", "--replications", "2"] + options
    #expect(try program.run(command).status == 0)
    try FileManager.default.removeItem(at: program.url("study"))
    return program
  }

  private func data(_ name: String, _ program: Program) throws -> Data {
    try Data(contentsOf: program.url(name))
  }

  @Test func reportsWrittenAgainAreTheSameBytes() throws {
    let program = try program(["--set", "community.beats=60"])
    defer { program.remove() }
    let outcome = try program.run(["report", "out", "--format", "html,csv,json", "--out", "again"])
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    for name in [
      "report.zh.html", "report.en.html", "results.json", "tables/indicators.csv", "tables/grids.csv"
    ] {
      #expect(try data("out/\(name)", program) == data("again/\(name)", program), "\(name)")
    }
  }

  @Test func everyFormatIsWritten() throws {
    let program = try program()
    defer { program.remove() }
    let outcome = try program.run(["report", "out", "--format", "md,csv,geojson,json", "--language", "en"])
    #expect(outcome.status == 0)
    for name in ["report.en.md", "report.en.json", "maps/grids.geojson", "tables/report.en/index.csv"] {
      #expect(program.exists("out/\(name)"), "\(name)")
    }
    #expect(!program.exists("out/report.zh.md") && !program.exists("out/maps/counties.geojson"))
  }

  @Test func aRunThatReplacesAnotherRemovesItsReports() throws {
    let program = try Program()
    defer { program.remove() }
    let run = ["run", "study", "--out", "out", "--threads", "1", "--replications", "1"]
    #expect(try program.run(run).status == 0)
    #expect(try program.run(["report", "out", "--format", "md,csv,geojson,json"]).status == 0)
    #expect(try program.run(run + ["--overwrite"]).status == 0)
    for name in ["report.en.md", "report.zh.json", "maps/grids.geojson", "tables/report.en/index.csv"] {
      #expect(!program.exists("out/\(name)"), "\(name)")
    }
    #expect(program.exists("out/study/scenario.yaml") && program.exists("out/tables/grids.csv"))
  }

  @Test func aRunOnItsOwnCopyKeepsIt() throws {
    let program = try program()
    defer { program.remove() }
    let command = ["run", "out/study", "--out", "out", "--threads", "1", "--replications", "2"]
    try program.write("mine", to: "out/study/notes.txt")
    #expect(try program.run(command + ["--overwrite"]).status == 0)
    #expect(program.exists("out/study/scenario.yaml") && program.exists("out/study/notes.txt"))
    try FileManager.default.removeItem(at: program.url("out/replications/00001.json"))
    let refused = try program.run(["report", "out"])
    #expect(refused.status == 65)
    #expect(
      refused.errors.hasSuffix(
        "Play it again: dunjing run out/study --out out --resume --seed 20231222 --replications 2 --treatments "
          + "sink00,sink20,sink40\n"))
    #expect(try program.run(command + ["--resume"]).status == 0)
    #expect(try program.run(["report", "out"]).status == 0)
  }

  @Test func whatIsWrongWithTheFolderIsSaidInBothLanguages() throws {
    let program = try program()
    defer { program.remove() }
    func expect(_ en: String, _ zh: String, _ path: String = "out", status: Int32 = 65) throws {
      let english = try program.run(["report", path])
      #expect(english.status == status && english.errors.contains(en), "\(english.errors)")
      #expect(try program.run(["report", path], locale: "zh_CN.UTF-8").errors.contains(zh))
    }
    try expect("there is no folder none; check the path.", "没有文件夹 none；请检查路径。", "none", status: 64)
    try expect("out/study holds a study, and no run", "out/study 中是研究", "out/study", status: 64)
    let manifest = try String(contentsOf: program.url("out/manifest.json"), encoding: .utf8)
    let lines = manifest.split(separator: "\n")
    try program.write(
      lines.filter { !$0.contains("\"played\"") }.joined(separator: "\n"), to: "out/manifest.json")
    try expect("is not finished. Finish it: dunjing run out/study", "中的运行没有完成")
    try program.write(
      lines.map { $0.contains("\"build\"") ? "  \"build\" : \"another\"," : $0 }.joined(separator: "\n"),
      to: "out/manifest.json")
    try expect("was run by another build (version 0.1.0, build another)", "由另一个程序（版本 0.1.0，构建 another）运行")
    try program.write("{", to: "out/manifest.json")
    try expect("manifest.json is damaged", "manifest.json 已损坏")
    try program.write(manifest, to: "out/manifest.json")
    try program.write("x", to: "out/replications/00001.json")
    try expect("replication 1 in out is missing or damaged", "第 1 次重复缺失或损坏")
    let study = program.url("out/study/scenario.yaml")
    let text = try String(contentsOf: study, encoding: .utf8)
    try program.write(text + "\n# changed\n", to: "out/study/scenario.yaml")
    try expect("was changed after the run", "在运行之后被改动")
    try FileManager.default.removeItem(at: program.url("out/study"))
    try expect("has no copy of its study", "没有研究的副本")
  }

  @Test func anUnknownFormatIsRefused() throws {
    let program = try Program()
    defer { program.remove() }
    let outcome = try program.run(["report", "out", "--format", "docx"])
    #expect(outcome.status == 64)
    #expect(
      outcome.errors
        == "error: --format has to be some of html, pdf, md, csv, geojson, json, separated by commas, or all by itself, not docx.\n"
    )
  }

  /// The environment of the program has no PATH, so that no browser is found.
  @Test func withoutABrowserItIsSaidWhatToInstall() throws {
    let program = try program()
    defer { program.remove() }
    let outcome = try program.run(["report", "out", "--format", "pdf"])
    #expect(outcome.status == 64 && outcome.errors.contains("apt install chromium fonts-noto-cjk"))
    let all = try program.run(["report", "out", "--format", "all", "--language", "zh"])
    #expect(
      all.status == 0 && all.errors.contains("注意：写 PDF 需要 chromium") && program.exists("out/report.zh.md"))
    try program.write("#!/bin/sh\necho no display >&2\nexit 3\n", to: "browser")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: program.url("browser").path)
    let failing = try program.run([
      "report", "out", "--format", "pdf", "--browser", program.url("browser").path
    ])
    #expect(failing.status == 64 && failing.errors.contains("wrote no PDF:\n  no display"))
  }

  private static let browser = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
    .first {
      FileManager.default.isExecutableFile(atPath: $0)
    }

  @Test(.enabled(if: browser != nil, "there is no chromium to print with"))
  func aPageIsPrinted() throws {
    let program = try program()
    defer { program.remove() }
    let browser = try #require(Self.browser)
    let outcome = try program.run(
      ["report", "out", "--format", "pdf", "--language", "zh", "--browser", browser])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try data("out/report.zh.pdf", program).starts(with: Data("%PDF".utf8)))
  }

  @Test func reportsAreNotWrittenIntoAnotherRun() throws {
    let program = try Program()
    defer { program.remove() }
    for name in ["a", "b"] {
      let seed = name == "a" ? "1" : "2"
      _ = try program.run(["run", "study", "--out", name, "--replications", "1", "--seed", seed])
    }
    let before = try Data(contentsOf: program.url("b/results.json"))
    let outcome = try program.run(["report", "a", "--format", "json", "--out", "b"])
    #expect(outcome.status == 64 && outcome.errors.contains("b holds another run"))
    #expect(try Data(contentsOf: program.url("b/results.json")) == before)
    #expect(try program.run(["report", "a", "--format", "json", "--out", "a"]).status == 0)
  }
}
