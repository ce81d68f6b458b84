import Foundation
import Testing

@testable import DunjingScenario

/// Tables of a study as a spreadsheet saves them.
@Suite struct StudyTablesTests {
  /// A study with ids and times that Excel would change, in a table and in `scenario.yaml`.
  private func study(grids: String = Self.grids, encoding: TextEncoding = .utf8, _ more: String = "")
    -> [String: [UInt8]]
  {
    let yaml = """
      schema: dunjing/1
      name: {zh: 小镇, en: Town}
      grids: {file: grids.csv, encoding: \(encoding.rawValue)}
      facilities:
        - {id: s1, name: {zh: 工作站, en: Post}, kind: streetWorkstation, x: 1, y: 1}   # the only one
      rosters:
        - {id: threeShifts, pattern: threeShifts, handoverMinutes: 15}
      shocks:
        - {id: fair, kind: surge, day: "2024-02-10", time: "08:00", hours: 48, factor: 1.6}   # [H] a fair
      treatments:
        - {id: none, sinkRatio: 0}
        - id: more
          sinkRatio: {agency: 0.2}
          switches: {oneWindow: true}
      \(more)
      """
    return [
      "scenario.yaml": Array(yaml.utf8), "grids.csv": encoding.encode(grids) ?? []
    ]
  }

  private static let grids =
    "id,x,y,population,community\n01,0.50,0.5,900,东街\n02,1.5,0.5,1200.0,西街\n\n1-2,2.5,0.5,800,\n"

  private func saved(_ files: [String: [UInt8]]) throws -> [String: [UInt8]] {
    Dictionary(
      uniqueKeysWithValues: try StudyTables(ScenarioBundle(files: files)).files.map { ($0.name, $0.bytes) })
  }

  private func text(_ bytes: [UInt8]?) -> String { String(decoding: bytes ?? [], as: UTF8.self) }

  /// The issues of tables in a language, one on each line.
  private func issues(
    _ tables: [String: [UInt8]], of files: [String: [UInt8]], present: Set<String> = [],
    _ language: TextLanguage = .en
  ) throws -> String {
    let error = #expect(throws: InvalidScenario.self) {
      _ = try StudyTables(ScenarioBundle(files: files)).revision(by: tables, in: "t", beside: present)
    }
    return error?.text(in: language) ?? ""
  }

  @Test func textsAtRiskAreNamed() throws {
    let files = try StudyTables(ScenarioBundle(files: study())).files
    #expect(
      files.map(\.name) == ["grids.csv", "facilities.csv", "rosters.csv", "shocks.csv", "treatments.csv"])
    #expect(files[0].columnsAtRisk == ["id"] && files[3].columnsAtRisk == ["day", "time"])
    #expect(
      text(files[0].bytes).hasPrefix(
        "\u{FEFF}id,x,y,population,community\r\n\"=\"\"01\"\"\",0.50,0.5,900,东街\r\n"))
    #expect(
      text(files[4].bytes)
        == "\u{FEFF}id,sinkRatio,sinkRatio.agency,switches.oneWindow\r\nnone,0,,\r\nmore,,0.2,true\r\n")
  }

  /// Everything that Excel does at once: GBK, semicolons, formulas dropped, zeros dropped, dates and times in its form, empty rows
  /// and columns.
  @Test func whatExcelSavesIsNoChange() throws {
    let files = study()
    var tables = try saved(files)
    let grids =
      "id;x;y;population;community;;\r\n1;0.5;0.5;900;东街;;\r\n2;1.5;0.5;1200;西街;;\r\n1月2日;2.5;0.5;800;;;\r\n;;;;;;\r\n\r\n"
    tables["grids.csv"] = TextEncoding.gbk.encode(grids)
    let shocks = text(tables["shocks.csv"]).replacing("\"=\"\"2024-02-10\"\"\"", with: "2024/2/10")
      .replacing("\"=\"\"08:00\"\"\"", with: "8:00").replacing(",", with: "\t").dropFirst()
    tables["shocks.csv"] = Array(shocks.utf8)
    tables["treatments.csv"] = Array(text(tables["treatments.csv"]).replacing("true", with: "TRUE").utf8)
    let revision = try StudyTables(ScenarioBundle(files: files)).revision(by: tables, in: "t")
    #expect(revision.changes.isEmpty && revision.files.isEmpty)
    #expect(revision.bundleHash == (try ScenarioBundle(files: files).load().bundleHash))
  }

  @Test func onlyChangedRowsAreWritten() throws {
    let files = study(grids: Self.grids.replacing("\n", with: "\r\n"), encoding: .gb18030)
    var tables = try saved(files)
    tables["grids.csv"] = Array(
      text(tables["grids.csv"]).replacing("1200.0", with: "1300").replacing("\"=\"\"01\"\"\"", with: "1").utf8
    )
    let revision = try StudyTables(ScenarioBundle(files: files)).revision(by: tables, in: "t")
    #expect(revision.changes == [.init(path: "grids", file: "grids.csv", changed: 1, added: 0, removed: 0)])
    let expected = Self.grids.replacing("02,1.5,0.5,1200.0,西街\n\n", with: "02,1.5,0.5,1300,西街\n")
      .replacing("\n", with: "\r\n")
    #expect(revision.files["grids.csv"] == TextEncoding.gb18030.encode(expected))
  }

  @Test func rowsAndColumnsComeAndGo() throws {
    let files = study()
    var tables = try saved(files)
    tables["grids.csv"] = Array(
      "id,areaClass,x,y,population,community\n02,core,1.5,0.5,1200.0,西街\n03,,3.5,0.5,700,\n01,,0.5,0.5,900,东街\n"
        .utf8)
    let revision = try StudyTables(ScenarioBundle(files: files)).revision(by: tables, in: "t")
    #expect(revision.changes == [.init(path: "grids", file: "grids.csv", changed: 1, added: 1, removed: 1)])
    #expect(
      text(revision.files["grids.csv"])
        == "id,x,y,population,community,areaClass\n02,1.5,0.5,1200.0,西街,core\n03,3.5,0.5,700,,\n01,0.50,0.5,900,东街,\n"
    )
  }

  @Test func valuesOfListsAreSetInPlace() throws {
    let files = study()
    var tables = try saved(files)
    tables["shocks.csv"] = Array(
      text(tables["shocks.csv"]).replacing("48", with: "24").replacing("08:00", with: "09:30").utf8)
    tables["treatments.csv"] = Array(
      text(tables["treatments.csv"]).replacing("more,,0.2,true", with: "more,,0.3,FALSE").utf8)
    let revision = try StudyTables(ScenarioBundle(files: files)).revision(by: tables, in: "t")
    let expected = text(files["scenario.yaml"]).replacing("hours: 48", with: "hours: 24")
      .replacing("\"08:00\"", with: "\"09:30\"").replacing("agency: 0.2", with: "agency: 0.3")
      .replacing("oneWindow: true", with: "oneWindow: false")
    #expect(text(revision.files["scenario.yaml"]) == expected)
  }

  @Test func aListThatMayBeAFileBecomesOne() throws {
    let files = study()
    var tables = try saved(files)
    tables["facilities.csv"]?.append(contentsOf: Array("w1,工作站,Post 2,streetWorkstation,2,1\r\n".utf8))
    let revision = try StudyTables(ScenarioBundle(files: files)).revision(by: tables, in: "t")
    #expect(
      text(revision.files["facilities.csv"])
        == "id,name_zh,name_en,kind,x,y\ns1,工作站,Post,streetWorkstation,1,1\nw1,工作站,Post 2,streetWorkstation,2,1\n"
    )
    #expect(text(revision.files["scenario.yaml"]).contains("facilities.csv"))
    // A file of that name that the study does not use is left alone.
    let both: Set<String> = ["facilities.csv"]
    let other = try StudyTables(ScenarioBundle(files: files))
    #expect(throws: InvalidScenario.self) { _ = try other.revision(by: tables, in: "t", beside: both) }
    #expect(
      try issues(tables, of: files, present: both)
        == "t/facilities.csv:1:1: error: the file 'facilities.csv' to write exists already, though the study does not use it; "
        + "move or rename it first")
  }
}
