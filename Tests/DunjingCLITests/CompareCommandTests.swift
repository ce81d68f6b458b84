import Foundation
import Testing

/// `dunjing compare`: two runs beside each other.
@Suite struct CompareCommandTests {
  private func run(_ out: String, _ program: Program, _ options: [String] = []) throws {
    let command = ["run", "study", "--out", out, "--threads", "1", "--replications", "3"]
    #expect(try program.run(command + options).status == 0)
  }

  @Test func identicalRunsAreSaidToBeSo() throws {
    let program = try Program()
    defer { program.remove() }
    try run("a", program)
    try run("b", program)
    let english = try program.run(["compare", "a", "b"])
    #expect(english.status == 0)
    #expect(english.output.contains("The results of the two runs are the same"))
    #expect(english.output.contains("The two inputs are identical"))
    #expect(try program.run(["compare", "a", "b", "--language", "zh"]).output.contains("两次运行的输入相同"))
  }

  @Test func whatDiffersIsNamed() throws {
    let program = try Program()
    defer { program.remove() }
    try run("a", program)
    let grids = program.url("study/grids.csv")
    let text = try String(contentsOf: grids, encoding: .utf8)
    try program.write(text.replacing("g00,0.5,0.5,3000,3", with: "g00,0.5,0.5,4000,3"), to: "study/grids.csv")
    try run("b", program, ["--set", "community.beats=60", "--seed", "9"])
    let outcome = try program.run(["compare", "a", "b", "--out", "ab"])
    #expect(outcome.status == 0)
    #expect(
      outcome.output.contains("Their inputs differ in 1 key of scenario.yaml, 1 table and the seed."))
    #expect(outcome.output.contains("community.beats: 67 → 60"))
    #expect(outcome.output.contains("grids.csv: 1 rows changed, 0 added, 0 removed"))
    #expect(outcome.output.contains("Independent samples (Welch)"))
    #expect(program.exists("ab/compare.zh.html") && program.exists("ab/compare.en.html"))
    let record = try JSONSerialization.jsonObject(with: Data(contentsOf: program.url("ab/compare.json")))
    let top = try #require(record as? [String: Any])
    #expect(top["schema"] as? String == "dunjing-compare/1" && top["method"] as? String == "independent")
    let page = try String(contentsOf: program.url("ab/compare.en.html"), encoding: .utf8)
    #expect(page.contains("g00: population 3000 → 4000"))
  }

  @Test func treatmentsArePairedAsAskedFor() throws {
    let program = try Program()
    defer { program.remove() }
    try run("a", program)
    try run("b", program, ["--treatments", "sink20"])
    let short = try program.run(["compare", "b", "a"])
    #expect(short.output.contains("Not compared, as only one run has them: sink40 of B."))
    let outcome = try program.run(["compare", "a", "a", "--pair", "sink20=sink40", "--json"])
    let top = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let treatments = try #require(top["treatments"] as? [[String: Any]])
    #expect(treatments.count == 1 && treatments[0]["second"] as? String == "sink40")
    let observations = ["first": 3, "second": 3, "replicationsEach": 1]
    #expect(top["observations"] as? [String: Int] == observations && top["onlyInFirst"] as? [String] == [])
  }

  @Test func faultsAreToldInBothLanguages() throws {
    let program = try Program()
    defer { program.remove() }
    try run("a", program)
    func expect(_ options: [String], _ en: String, _ zh: String) throws {
      let english = try program.run(["compare"] + options)
      #expect(english.status == 64 && english.errors == "error: \(en)\n")
      #expect(try program.run(["compare"] + options, locale: "zh_CN.UTF-8").errors == "错误：\(zh)\n")
    }
    try expect(
      ["a", "study"],
      "study holds a study, and no run. Give the --out of dunjing run.",
      "study 中是研究，不是运行结果。请给出 dunjing run 的 --out。")
    try expect(
      ["a", "a", "--pair", "sink20"], "--pair has to be two ids as in sink20=sink30, not sink20.",
      "--pair 应写成 甲=乙，例如 sink20=sink30，而不是 sink20。")
    try expect(
      ["a", "a", "--pair", "sink20=x"], "--pair: the run has no treatment x; it has sink00, sink20, sink40.",
      "--pair：运行中没有方案 x；现有：sink00、sink20、sink40。")
    try expect(
      ["a", "a", "--out", "study"],
      "study is the folder of a study; reports cannot be written into it. Use another --out.",
      "study 是一个研究的文件夹，报告不能写在其中。请换一个 --out。")
    try expect(
      ["a", "a", "--out", "a"],
      "a holds another run; these reports cannot be written into it. Use another --out.",
      "a 中是另一次运行，报告不能写在其中。请换一个 --out。")
  }

  @Test func runsWithoutACommonTreatmentNeedPairs() throws {
    let program = try Program()
    defer { program.remove() }
    try run("a", program, ["--treatments", "sink20"])
    let yaml = program.url("study/scenario.yaml")
    let text = try String(contentsOf: yaml, encoding: .utf8)
    try program.write(
      text.replacing("sink", with: "s").replacing("sRatio", with: "sinkRatio"), to: "study/scenario.yaml")
    try run("b", program, ["--treatments", "s20"])
    let outcome = try program.run(["compare", "a", "b"])
    #expect(outcome.status == 64 && outcome.errors.contains("--pair sink00=s00"))
    #expect(try program.run(["compare", "a", "b", "--pair", "sink20=s20"]).status == 0)
  }
}
