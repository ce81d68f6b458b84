import Dunjing
import Foundation
import Testing

@testable import DunjingCLI

/// `dunjing init`: studies to begin with.
@Suite struct InitCommandTests {
  private func text(_ name: String, _ program: Program) throws -> String {
    try String(contentsOf: program.url(name), encoding: .utf8)
  }

  private func comments(_ text: String) -> [String] {
    text.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { $0.hasPrefix("# ") }.dropFirst().map(
      String.init)
  }

  /// Every template is a valid study without warnings, in both languages, and plays.
  @Test(arguments: TemplateName.allCases) func everyTemplateValidatesAndRuns(_ name: TemplateName) throws {
    let program = try Program()
    defer { program.remove() }
    for language in ["zh", "en"] {
      let made = try program.run([
        "init", "mine/\(language)", "--template", name.rawValue, "--language", language
      ])
      #expect(made.status == 0 && made.errors.isEmpty)
      #expect(made.output.contains("dunjing validate mine/\(language)\n"))
      #expect(made.output.contains("dunjing run mine/\(language) --out out/\(language)\n"))
      let valid = try program.run(["validate", "mine/\(language)"])
      #expect(valid.status == 0 && !valid.output.contains("Warning"), "\(valid.output)\(valid.errors)")
    }
    let short = [
      "--set", "time.warmUpDays=1", "--set", "time.horizonDays=2", "--replications", "2", "--no-replay"
    ]
    let played = try program.run(["run", "mine/zh", "--out", "out", "--threads", "1"] + short)
    #expect(played.status == 0, "\(played.errors)")
    #expect(program.exists("out/report.zh.html"))
  }

  @Test(arguments: TemplateName.allCases) func languagesDifferInCommentsAlone(_ name: TemplateName) throws {
    let program = try Program()
    defer { program.remove() }
    for language in ["zh", "en"] {
      #expect(
        try program.run(["init", language, "--template", name.rawValue, "--language", language]).status == 0)
    }
    let (zh, en) = (try text("zh/scenario.yaml", program), try text("en/scenario.yaml", program))
    func values(_ text: String) -> [Substring] {
      text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("#") }
    }
    #expect(values(zh) == values(en))
    #expect(comments(en).allSatisfy { $0.allSatisfy { $0.isASCII || $0 == "²" } })
    #expect(comments(zh).allSatisfy { $0.contains { !$0.isASCII } })
    #expect(comments(zh).count > 20 && comments(en).count > 20)
    let names = { (folder: String) in
      try FileManager.default.contentsOfDirectory(atPath: program.url(folder).path).sorted()
    }
    #expect(try names("zh") == names("en"))
    for table in try names("zh") where table.hasSuffix(".csv") {
      #expect(try text("zh/" + table, program) == text("en/" + table, program))
    }
  }

  /// The county's street officers are those whom its two units need, and all the others are at its stations.
  @Test func theCountyHasNoStreetOfficersToSpare() throws {
    let program = try Program()
    defer { program.remove() }
    #expect(try program.run(["init", "mine", "--template", "county", "--language", "en"]).status == 0)
    let valid = try program.run(["validate", "mine", "--language", "en"])
    #expect(valid.status == 0 && !valid.output.contains("stay off the road"), "\(valid.output)")
    let rows = try text("mine/officers.csv", program).split(separator: "\n").map { $0.split(separator: ",") }
    let sworn = rows.filter { $0.count == 6 && $0[4] == "true" }.compactMap { Int($0[5]) }
    let all = DefaultCatalog.categories(residents: 250_000).filter(\.isSworn)
    #expect(sworn.reduce(0, +) == all.reduce(0) { $0 + $1.count })
  }

  /// Editors find the keys by the schema that lies beside the study.
  @Test func theFirstLineNamesTheSchema() throws {
    let program = try Program()
    defer { program.remove() }
    #expect(try program.run(["init", "town"], locale: "zh_CN.UTF-8").status == 0)
    let study = try text("town/scenario.yaml", program)
    #expect(study.hasPrefix("# yaml-language-server: $schema=./scenario.schema.json\n"))
    let schema = try program.run(["schema", "--language", "zh"]).output
    #expect(try text("town/scenario.schema.json", program) == schema)
  }

  @Test func anEmptyFolderIsFilled() throws {
    let program = try Program()
    defer { program.remove() }
    try FileManager.default.createDirectory(at: program.url("empty"), withIntermediateDirectories: true)
    #expect(try program.run(["init", "empty", "--template", "city"]).status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: program.url("empty").path).sorted()
    #expect(
      names == [
        "departments.csv", "facilities.csv", "grids.csv", "officers.csv", "scenario.schema.json",
        "scenario.yaml",
        "sources.csv"
      ])
  }

  @Test func nothingIsOverwritten() throws {
    let program = try Program()
    defer { program.remove() }
    try FileManager.default.createDirectory(at: program.url("full"), withIntermediateDirectories: true)
    try program.write("mine", to: "full/notes.txt")
    try program.write("mine", to: "file")
    func expect(_ path: String, _ en: String, _ zh: String) throws {
      let english = try program.run(["init", path])
      #expect(english.status == 64 && english.errors == "error: \(en)\n")
      #expect(try program.run(["init", path], locale: "zh_CN.UTF-8").errors == "错误：\(zh)\n")
    }
    try expect(
      "full",
      "full is not empty (it holds notes.txt), and a study needs a folder of its own. Use another name, such as dunjing init "
        + "full/my-study.",
      "full 不是空文件夹（其中有 notes.txt），新研究需要自己的文件夹。请换一个文件夹名，例如 dunjing init full/my-study。")
    try expect(
      "study",
      "study holds a study already (scenario.yaml), which is not overwritten. Use another name, or look at the study with "
        + "dunjing validate.",
      "study 中已有一个研究（scenario.yaml），不会覆盖。请换一个文件夹名，或用 dunjing validate 检查已有的研究。")
    for path in ["file", "file/below"] {
      try expect(
        path, "a file is in the way of the folder \(path). Use another name, such as dunjing init my-study.",
        "\(path) 处有一个文件，不能建立文件夹。请换一个文件夹名，例如 dunjing init my-study。")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: program.url("full").path) == ["notes.txt"])
    #expect(try text("file", program) == "mine")
  }

  @Test func anUnknownTemplateIsNamed() throws {
    let program = try Program()
    defer { program.remove() }
    let outcome = try program.run(["init", "mine", "--template", "village"])
    #expect(outcome.status == 64 && outcome.errors.contains("village") && outcome.errors.contains("province"))
    #expect(!program.exists("mine"))
  }

  @Test(arguments: TemplateName.allCases) func `every key of the sources is explained`(_ name: TemplateName)
    throws
  {
    let files = name.template.files(in: .en).map { ($0.name, [UInt8]($0.text.utf8)) }
    let sources = try ScenarioBundle(files: Dictionary(files) { $1 }).load().scenario.sources
    #expect(!sources.isEmpty)
    for source in sources {
      #expect(throws: Never.self, "\(source.key)") {
        try ScenarioReference.explanation(of: source.key, in: .zh)
      }
    }
  }

  /// Sources of templates state the values that they are about, so that another one is told as changed.
  @Test func `what is changed in a template is told from its source`() throws {
    let files = TemplateName.city.template.files(in: .en).map { ($0.name, [UInt8]($0.text.utf8)) }
    let bundle = ScenarioBundle(files: Dictionary(files) { $1 })
    #expect(try bundle.load().scenario.sources.allSatisfy { $0.statedValue == nil })
    let key = "travel.modes.car.speedKilometersPerHour"
    let changed = try bundle.load(setting: [
      ScenarioOverride(key: key, value: "32"), ScenarioOverride(key: "targets.coreMinutes", value: "5"),
      ScenarioOverride(key: "units.stationCar.unitsPerFacility", value: "14")
    ]).scenario.sources.filter { $0.statedValue != nil }
    #expect(Set(changed.map(\.key)) == [key, "targets", "units.*.unitsPerFacility"])
    #expect(
      changed.first { $0.key == key }?.value == "32" && changed.first { $0.key == key }?.statedValue == "40")
    #expect(changed.first { $0.key == "targets" }?.statedValue?.contains("coreMinutes: 1") == true)
    #expect(changed.first { $0.key.hasPrefix("units") }?.value.split(separator: "/").contains("14") == true)
  }
}
