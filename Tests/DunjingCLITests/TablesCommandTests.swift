import Foundation
import Testing

/// `dunjing tables`: the lists of a study in a spreadsheet, and back.
@Suite struct TablesCommandTests {
  private func text(_ name: String, _ program: Program) throws -> String {
    try String(decoding: Data(contentsOf: program.url(name)), as: UTF8.self)
  }

  private func edit(_ name: String, _ program: Program, _ change: (String) -> String) throws {
    let before = try text(name, program)
    let after = change(before)
    #expect(before != after)
    try program.write(after, to: name)
  }

  private func hash(_ study: String, _ program: Program) throws -> String {
    let outcome = try program.run(["validate", study, "--json"])
    let top = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    return try #require(top?["scenarioHash"] as? String)
  }

  private static let scenarios = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("scenarios")

  /// The files of a folder.
  private func files(_ folder: String, _ program: Program) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: program.url(folder).path)
    return try Dictionary(
      uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: program.url("\(folder)/\($0)"))) })
  }

  /// Out and back, every file of a shipped study is the same to the byte, and so is the hash of the bundle.
  @Test(arguments: ["minimal", "baicheng", "jilin"]) func tablesOutAndBackAreTheSameStudy(_ name: String)
    throws
  {
    let program = try Program()
    defer { program.remove() }
    try FileManager.default.copyItem(at: Self.scenarios.appendingPathComponent(name), to: program.url("mine"))
    let before = try files("mine", program)
    #expect(try program.run(["tables", "mine", "--out", "tables"]).status == 0)
    let record = try text("tables/dunjing-tables.json", program)
    let grids = try Data(contentsOf: program.url("tables/grids.csv"))
    #expect(
      grids.starts(with: [0xEF, 0xBB, 0xBF]) && String(decoding: grids, as: UTF8.self).hasSuffix("\r\n"))
    let isChinese = name == "minimal"
    let back = try program.run(
      ["tables", "mine", "--from", "tables"], locale: isChinese ? "zh_CN.UTF-8" : "C.UTF-8")
    #expect(
      back.output
        == (isChinese ? "表格与 mine 相同，没有改动。\n" : "The tables say what mine says; nothing was changed.\n"),
      "\(back.errors)")
    #expect(try files("mine", program) == before)
    #expect(try text("tables/dunjing-tables.json", program) == record)
    #expect(record.contains(try hash("mine", program)))
  }

  @Test func changesGoWhereTheyCameFrom() throws {
    let program = try Program()
    defer { program.remove() }
    let (yaml, csv) = (try text("study/scenario.yaml", program), try text("study/grids.csv", program))
    let out = try program.run(["tables", "study", "--out", "tables"])
    #expect(
      out.output.contains("treatments.csv") && out.output.contains("dunjing tables study --from tables"))
    try edit("tables/grids.csv", program) { $0.replacing("g12,2.5,1.5,8000", with: "g12,2.5,1.5,8100") }
    try edit("tables/units.csv", program) { $0.replacing("0.45", with: "0.4") }
    let check = try program.run(["tables", "study", "--from", "tables", "--check"])
    #expect(check.output.contains("grids: 1 row changed, 0 added, 0 removed → grids.csv"))
    #expect(try text("study/grids.csv", program) == csv)
    let done = try program.run(["tables", "study", "--from", "tables"])
    #expect(
      done.status == 0 && done.output.contains("units: 1 row changed, 0 added, 0 removed → scenario.yaml"))
    #expect(try text("study/grids.csv", program) == csv.replacing("1.5,8000", with: "1.5,8100"))
    #expect(
      try text("study/scenario.yaml", program)
        == yaml.replacing("unavailableShare: 0.45", with: "unavailableShare: 0.4"))
    // The same tables can be edited and read again.
    try edit("tables/units.csv", program) {
      $0.replacing("0.4\r\n", with: "0.3\r\n")
    }
    #expect(try program.run(["tables", "study", "--from", "tables"]).status == 0)
    #expect(try text("study/scenario.yaml", program).contains("unavailableShare: 0.3}"))
  }

  @Test func aListWithNewRowsBecomesAFile() throws {
    let program = try Program()
    defer { program.remove() }
    #expect(try program.run(["tables", "study", "--out", "tables"]).status == 0)
    try edit("tables/facilities.csv", program) { text in
      let columns = text.split(separator: "\r\n")[0].dropFirst().split(separator: ",").map(String.init)
      let values = [
        "id": "w2", "name_zh": "东站", "name_en": "East", "kind": "streetWorkstation", "x": "3", "y": "2"
      ]
      return text + columns.map { values[$0] ?? "" }.joined(separator: ",") + "\r\n"
    }
    let done = try program.run(["tables", "study", "--from", "tables"], locale: "zh_CN.UTF-8")
    #expect(done.output.contains("facilities：0 行改动，1 行新增，0 行删除 → facilities.csv"), "\(done.errors)")
    #expect(try text("study/facilities.csv", program).contains("w2,东站,East,streetWorkstation,3,2"))
    #expect(try program.run(["validate", "study"]).status == 0)
    #expect(try text("study/scenario.yaml", program).contains("facilities.csv"))
  }

  @Test func faultsAreToldAtOnceAndNothingIsWritten() throws {
    let program = try Program()
    defer { program.remove() }
    let before = try hash("study", program)
    #expect(try program.run(["tables", "study", "--out", "tables"]).status == 0)
    try edit("tables/grids.csv", program) {
      $0.replacing("5000,5,general", with: "\"5,000\",5,general").replacing("9000,9", with: "#REF!,9")
    }
    try edit("tables/treatments.csv", program) { $0 + "sink50,再多,More,0.5\r\n" }
    let english = try program.run(["tables", "study", "--from", "tables"])
    #expect(english.status == 65)
    #expect(
      english.errors.contains(
        "tables/grids.csv:3:13: error: '5,000' has a thousands separator; write 5000 (set the format of the column to General "
          + "in Excel)"))
    #expect(english.errors.contains("tables/grids.csv:7:13: error: '#REF!' is an error of the spreadsheet"))
    #expect(english.errors.contains("tables/treatments.csv:5:1: error: 'treatments' has no 'sink50'"))
    #expect(english.errors.hasSuffix("nothing was written.\n"))
    let chinese = try program.run(["tables", "study", "--from", "tables"], locale: "zh_CN.UTF-8").errors
    #expect(chinese.contains("'5,000' 含有千位分隔符；请写 5000") && chinese.contains("未写入任何文件"))
    #expect(chinese.contains("'treatments' 中没有 'sink50'，而该列表不能写成表格文件；请在 scenario.yaml 的 treatments 下添加"))
    #expect(try hash("study", program) == before)
  }

  /// Values are checked as those of the study, and blamed where they stand in the saved table.
  @Test func wrongValuesAreBlamedInTheTable() throws {
    let program = try Program()
    defer { program.remove() }
    #expect(try program.run(["tables", "study", "--out", "tables"]).status == 0)
    try edit("tables/grids.csv", program) { $0.replacing("core,s2", with: "core,s9") }
    try edit("tables/units.csv", program) { $0.replacing("0.45", with: "45%") }
    let outcome = try program.run(["tables", "study", "--from", "tables"])
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("tables/grids.csv:7:"), "\(outcome.errors)")
    #expect(outcome.errors.contains("tables/units.csv:3:"), "\(outcome.errors)")
  }

  @Test func commandsThatCannotBeAreRefused() throws {
    let program = try Program()
    defer { program.remove() }
    #expect(try program.run(["tables", "study", "--out", "tables"]).status == 0)
    try FileManager.default.createDirectory(at: program.url("none"), withIntermediateDirectories: true)
    func expect(_ options: [String], _ en: String, _ zh: String) throws {
      let english = try program.run(["tables", "study"] + options)
      #expect(english.status == 64 && english.errors == "error: \(en)\n")
      #expect(try program.run(["tables", "study"] + options, locale: "zh_CN.UTF-8").errors == "错误：\(zh)\n")
    }
    for options in [[], ["--out", "a", "--from", "tables"], ["--out", "a", "--check"]] {
      try expect(
        options,
        "use --out to write tables or --from to read them back, one of the two; --check goes with --from. For example dunjing "
          + "tables study --out tables.",
        "请用 --out 写出表格，或用 --from 读回表格，二者取一；--check 只与 --from 同用。例如 dunjing tables study --out tables。")
    }
    try expect(
      ["--from", "nowhere"], "there is no folder nowhere; give the one that dunjing tables --out wrote.",
      "没有文件夹 nowhere；请给出 dunjing tables --out 写出的文件夹。")
    try expect(
      ["--from", "study"],
      "study is a study, not a folder of tables. Give the one that dunjing tables --out wrote.",
      "study 是一个研究，不是表格的文件夹。请给出 dunjing tables --out 写出的文件夹。")
    try expect(
      ["--from", "none"], "none holds no CSV tables. Give the folder that dunjing tables --out wrote.",
      "none 中没有 CSV 表格。请给出 dunjing tables --out 写出的文件夹。")
    try edit("study/grids.csv", program) { $0.replacing("9000", with: "9001") }
    try expect(
      ["--from", "tables"],
      "study has changed since these tables were written, and reading them back would undo that. Write them anew with --out, "
        + "or use --overwrite to take what the tables say.",
      "写出这些表格之后，study 已有改动，读回会撤销那些改动。请重新写出（--out），或加 --overwrite 以表格为准。")
    #expect(try program.run(["tables", "study", "--from", "tables", "--overwrite"]).status == 0)
    #expect(try text("study/grids.csv", program).contains("9000"))
    #expect(try program.run(["tables", "study", "--out", "tables"]).status == 64)
    #expect(try program.run(["tables", "study", "--out", "tables", "--overwrite"]).status == 0)
    #expect(try program.run(["tables", "study", "--out", "study", "--overwrite"]).status == 64)
  }
}
