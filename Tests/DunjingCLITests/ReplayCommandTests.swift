import Foundation
import Testing

@Suite struct ReplayCommandTests {
  @Test func `a day is a page`() throws {
    let program = try Program()
    defer { program.remove() }
    let command = ["replay", "study", "--treatment", "sink20", "--day", "2", "--replication", "1"]
    let written = try program.run(command + ["--out", "day.html"])
    #expect(written.status == 0 && written.output == "written to day.html\n" && written.errors.isEmpty)
    let page = try String(contentsOf: program.url("day.html"), encoding: .utf8)
    #expect(page.contains("day 2 (Tuesday, 2024-01-02) of replication 1") && page.contains("replay-data"))
    let again = try program.run(command + ["--out", "again.html"])
    #expect(again.status == 0)
    #expect(try String(contentsOf: program.url("again.html"), encoding: .utf8) == page)
    let chinese = try program.run(command + ["--out", "zh.html", "--language", "zh"])
    #expect(chinese.output == "已写入 zh.html\n")
    #expect(try String(contentsOf: program.url("zh.html"), encoding: .utf8).contains("第 2 日（2024-01-02，周二）"))
  }

  @Test(arguments: [
    (["--day", "0"], "--day has to be a whole number between 1 and 2, not 0."),
    (["--day", "3"], "--day has to be a whole number between 1 and 2, not 3."),
    (["--replication", "x"], "--replication has to be a whole number between 0 and 99999, not x."),
    (["--treatment", "x"], "--treatment: the study has no x; it has sink00, sink20, sink40."),
    (["--out", "study"], "study is a folder; --out has to be the file to write."),
    (["--out", "taken.html"], "taken.html already exists. Use another --out, or --overwrite to replace it.")
  ])
  func `a fault is told`(options: [String], text: String) throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("mine", to: "taken.html")
    let out = options.contains("--out") ? [] : ["--out", "page.html"]
    let outcome = try program.run(["replay", "study"] + options + out)
    #expect(outcome.status == 64 && outcome.errors == "error: \(text)\n")
    #expect(try String(contentsOf: program.url("taken.html"), encoding: .utf8) == "mine")
    #expect(!program.exists("page.html"))
  }

  @Test func `a report has the day unless it is left out, whatever the threads`() throws {
    let program = try Program()
    defer { program.remove() }
    func report(_ name: String, _ options: [String]) throws -> String {
      let run = try program.run(
        ["run", "study", "--replications", "2", "--treatments", "sink20", "--language", "en", "--out", name]
          + options)
      #expect(run.status == 0)
      let page = try String(contentsOf: program.url("\(name)/report.en.html"), encoding: .utf8)
      // How long a run took is part of the page.
      let section = page.firstMatch(of: /<section id="replay"[\s\S]*?<\/section>/)
      return section.map { String($0.output) } ?? ""
    }
    let one = try report("one", ["--threads", "1"])
    #expect(one.contains("replay-data"))
    #expect(try report("two", ["--threads", "2"]) == one)
    #expect(try report("none", ["--no-replay"]).isEmpty)
  }
}
