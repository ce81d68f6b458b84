import Foundation
import Testing

@testable import DunjingScenario

/// What is wrong with a saved table, where, and what to write instead, in both languages.
@Suite struct SavedTableFaultTests {
  private static let yaml = """
    schema: dunjing/1
    name: Town
    grids: grids.csv
    facilities:
      - {id: s1, kind: streetWorkstation, x: 1, y: 1}
    shocks:
      - {id: fair, kind: surge, day: "2024-02-10", hours: 48, incidentKinds: [order]}
      - {id: fire, kind: facilityLoss, day: "2024-02-12", hours: 4, facilities: [s1]}
    treatments:
      - {id: none, sinkRatio: 0}
      - {id: more, sinkRatio: {agency: 0.2}}
    """
  private static let files: [String: [UInt8]] = [
    "scenario.yaml": Array(yaml.utf8),
    "grids.csv": Array("id,x,y,population\ng1,0.5,0.5,900\ng2,1.5,0.5,800\n".utf8)
  ]

  /// A saved table, and the issue in English and in Chinese.
  struct Case: Sendable {
    let name: String
    let table: String
    let en: String
    let zh: String
  }

  private static let shocks = "id,kind,day,hours,incidentKinds,facilities\n"

  private static let cases = [
    Case(
      name: "grids.csv", table: "id,x,y,population\n",
      en: "1:1: error: the table has no rows left; put the rows back; to do "
        + "without the list, remove its key from scenario.yaml",
      zh: "1:1: 错误：表中没有一行数据；请补上各行；要去掉整个列表，请在 scenario.yaml 中删除该键"),
    Case(
      name: "grids.csv", table: "id,x,y\ng1,0.5,0.5\ng2,1.5,0.5\n",
      en:
        "1:1: error: the column 'population' is missing; keep it; leave cells empty where a value is not to be given",
      zh: "1:1: 错误：缺少 'population' 列；请保留该列；不需要的值请把单元格留空"),
    Case(
      name: "grids.csv", table: "id,x,y,popluation\ng1,0.5,0.5,900\n",
      en: "1:8: error: the table cannot have a column 'popluation'; did you mean 'population'?",
      zh: "1:8: 错误：表格不能有 'popluation' 列；是否想写 'population'？"),
    Case(
      name: "grids.csv", table: "id,x,y,population\ng1,0.5,0.5,900,why\ng2,1.5,0.5,800\n",
      en:
        "2:16: error: column 5 has no name but holds 'why'; name the column in the first row, or empty the cell",
      zh: "2:16: 错误：第 5 列没有列名，却有内容 'why'；请在第一行写列名，或删去该内容"),
    Case(
      name: "grids.csv", table: "id,x,y,population\ng1,0.5,0.5,\"1,234\"\ng2,1.5,0.5,800\n",
      en:
        "2:12: error: '1,234' has a thousands separator; write 1234 (set the format of the column to General in Excel)",
      zh: "2:12: 错误：'1,234' 含有千位分隔符；请写 1234（在 Excel 中把该列的格式设为“常规”）"),
    Case(
      name: "grids.csv", table: "id;x;y;population\ng1;0,6;0.5;900\ng2;1.5;0.5;800\n",
      en: "2:4: error: '0,6' has a decimal comma; write 0.6", zh: "2:4: 错误：'0,6' 以逗号作小数点；请写 0.6"),
    Case(
      name: "grids.csv", table: "id,x,y,population\ng1,0.5,0.5,#NAME?\ng2,1.5,####,800\n",
      en:
        "2:12: error: '#NAME?' is an error of the spreadsheet, or a column too narrow; correct the formula or widen the column, "
        + "and save again", zh: "2:12: 错误：'#NAME?' 是表格软件的错误值或列宽不足的显示；请改正公式或加宽列，再保存"),
    Case(
      name: "grid.csv", table: "id\n",
      en: "1:1: error: the study has no table of the name 'grid.csv'; did you mean 'grids.csv'?",
      zh: "1:1: 错误：研究中没有名为 'grid.csv' 的表；是否想写 'grids.csv'？"),
    Case(
      name: "accounting.csv", table: "id\n",
      en: "1:1: error: the study has no table of the name 'accounting.csv'; move the file "
        + "away, or name it as dunjing tables --out did",
      zh: "1:1: 错误：研究中没有名为 'accounting.csv' 的表；请移走该文件，或按 dunjing tables --out 写出的文件命名"),
    Case(
      name: "grids.xlsx", table: "",
      en: "1:1: error: 'grids.xlsx' is a workbook, which is not read; \(Workbook.remedy.en): grids.csv",
      zh: "1:1: 错误：'grids.xlsx' 是工作簿，不能读取；\(Workbook.remedy.zh)：grids.csv"),
    Case(
      name: "shocks.csv",
      table: shocks + "fair,surge,2024-02-10,48,[order,\nfire,facilityLoss,2024-02-12,4,,[s1]\n",
      en:
        "2:26: error: '[order' is no complete value of YAML; write [a, b] or {key: value} as it was, with both brackets",
      zh: "2:26: 错误：'[order' 不是完整的 YAML 值；请照原样写成 [a, b] 或 {键: 值}，括号成对"),
    Case(
      name: "shocks.csv",
      table: shocks + "fair,surge,2024-02-10,48,,\nfire,facilityLoss,2024-02-12,4,,[s1]\n",
      en:
        "2:26: error: the value of 'incidentKinds' was emptied; write a value, or remove the key near line 7 of scenario.yaml",
      zh: "2:26: 错误：'incidentKinds' 的值被清空；请写一个值，或在 scenario.yaml 第 7 行附近删除该键"),
    Case(
      name: "shocks.csv", table: shocks + "fair,surge,2024-02-10,48,[order],\n",
      en:
        "1:1: error: the row 'fire' is missing, and 'shocks' cannot be a file of its own; put it back, or remove it in line 8 "
        + "of scenario.yaml", zh: "1:1: 错误：少了 'fire' 一行，而 'shocks' 不能写成表格文件；请放回该行，或在 scenario.yaml 第 8 行删除它"),
    Case(
      name: "shocks.csv",
      table: shocks + "fire,facilityLoss,2024-02-12,4,,[s1]\nfair,surge,2024-02-10,48,[order],\n",
      en:
        "1:1: error: the rows are in another order, and 'shocks' cannot be a file of its own; sort them as they were, or move "
        + "them in scenario.yaml", zh: "1:1: 错误：各行的次序变了，而 'shocks' 不能写成表格文件；请按原来的次序排列，或在 scenario.yaml 中移动"),
    Case(
      name: "treatments.csv", table: "id,sinkRatio,sinkRatio.agency\nnone,0,\nmore,,0.2\nmost,0.4,\n",
      en:
        "4:1: error: 'treatments' has no 'most', and this list cannot be a file of its own; add it below treatments in "
        + "scenario.yaml",
      zh: "4:1: 错误：'treatments' 中没有 'most'，而该列表不能写成表格文件；请在 scenario.yaml 的 treatments 下添加"),
    Case(
      name: "treatments.csv", table: "id,sinkRatio,sinkRatio.agency\nnone,0,0.1\nmore,,0.2\n",
      en:
        "2:8: error: 'sinkRatio.agency' cannot be put into scenario.yaml; write it there yourself, near line 10",
      zh: "2:8: 错误：无法在 scenario.yaml 中写入 'sinkRatio.agency'；请在该文件第 10 行附近自行写入")
  ]

  private func issues(_ tables: [String: [UInt8]], in language: TextLanguage) throws -> [String] {
    let tables = tables
    let error = #expect(throws: InvalidScenario.self) {
      _ = try StudyTables(ScenarioBundle(files: Self.files)).revision(by: tables, in: "t")
    }
    return error?.issues.map { $0.text(in: language) } ?? []
  }

  @Test(arguments: cases) func everyFaultSaysWhatToWrite(_ example: Case) throws {
    let tables = [example.name: Array(example.table.utf8)]
    for (language, text) in [(TextLanguage.en, example.en), (.zh, example.zh)] {
      let issues = try issues(tables, in: language)
      #expect(issues.first?.hasPrefix("t/\(example.name):\(text)") == true, "\(issues)")
    }
  }

  @Test func allFaultsAreToldAtOnce() throws {
    let tables = [
      "grids.csv": Array("id,x,y,population\ng1,0.5,0.5,\"1,234\"\ng2,#REF!,0.5,\"2,345\"\n".utf8),
      "treatments.csv": Array("id,sinkRatio,sinkRatio.agency\nnone,0,\nmore,,0.2\nmost,0.4,\n".utf8)
    ]
    #expect(try issues(tables, in: .en).count == 4)
  }

  /// A value that the study refuses is blamed in the saved table, which may have other lines than the study.
  @Test func valuesOfTheStudyAreBlamedInTheTable() throws {
    let tables = [
      "grids.csv": Array("id,x,y,population\n,,,\ng1,0.5,0.5,900\n\ng2,1.5,0.5,-8\n".utf8),
      "treatments.csv": Array("id,sinkRatio,sinkRatio.agency\nnone,0,\nmore,,1.2\n".utf8)
    ]
    let issues = try issues(tables, in: .en)
    #expect(issues.contains { $0.hasPrefix("t/grids.csv:5:12: error: ") }, "\(issues)")
    #expect(issues.contains { $0.hasPrefix("t/treatments.csv:3:7: error: ") }, "\(issues)")
  }

  /// UTF-16, workbooks under the name of a table, and open quotes are told as for every table.
  @Test func otherFilesAreRefused() throws {
    let wide = [UInt8](Data("id,x,y,population\ng1,0.5,0.5,900\n".utf8).flatMap { [$0, 0] })
    let first = { (bytes: [UInt8]) in try issues(["grids.csv": bytes], in: .en).first ?? "" }
    #expect(try first([0xFF, 0xFE] + wide).hasPrefix("t/grids.csv:1:1: error: "))
    #expect(try first([0x50, 0x4B, 0x03, 0x04, 1, 2]).contains("workbook"))
    #expect(
      try first(Array("id,x,y,population\ng1,\"0.5,0.5,900\n".utf8)).contains(
        "t/grids.csv:2:4: error: the quote"))
    #expect(try first(Array("\n".utf8)).contains("the first row has no column names"))
  }
}
