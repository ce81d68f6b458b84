import DunjingRecords
import DunjingReport
import DunjingScenario
import Testing

/// Columns that say which calls count.
@Suite struct ValidityTests {
  private func audit(
    _ heading: String, _ cells: [String], _ settings: IncidentImport = IncidentImport()
  ) throws -> IncidentAudit {
    try CallTable.audit(
      "接警时间,警情类别,\(heading)\n"
        + cells.enumerated().map { "2024-03-0\($0 % 9 + 1) 08:30:0\($0 % 10),盗窃,\($1)\n" }.joined(), settings)
  }

  /// The rows that are marked as not valid, each as a 0.
  private func marks(_ audit: IncidentAudit) -> String {
    audit.records.map { $0.has(.invalid) ? "0" : "1" }.joined()
  }

  @Test func `Words that mean not valid are known, and such calls serve nothing`() throws {
    let cells = [
      "有效", "无效", "重复", "骚扰", "误报", "无效警情", "重复报警", "已撤销", "测试", "骚扰电话", "否", "0", "no", "False", "是", "1",
      "不重复",
      "Duplicate", "cancelled", "无效（骚扰）", ""
    ]
    let audit = try audit("是否有效", cells)
    #expect(marks(audit) == "100000000000001110001")
    #expect(audit.records.count == cells.count && audit.usable.demandByDay == 5)
    #expect(audit.period?.months.map(\.rows) == [5] && audit.validRows == 5)
    let written = try IncidentFile.read(
      Array(IncidentFile.text(of: audit.records).utf8), name: "incidents.csv")
    #expect(written.count { $0.has(.invalid) } == 16 && written == audit.records)
  }

  @Test(arguments: ["是否有效", "有效警情", "警情有效性", "valid", "Is Valid", "call validity"])
  func `Yes and one are said of calls that count under headings of validity`(heading: String) throws {
    #expect(marks(try audit(heading, ["是", "否", "1", "0"])) == "1010")
  }

  @Test(arguments: ["是否无效", "无效警情", "是否重复", "is duplicate"])
  func `Under a heading of what does not count, yes is said of it`(heading: String) throws {
    #expect(marks(try audit(heading, ["是", "否", "1", "0", "重复"])) == "01010")
  }

  @Test func `A state is one of validity where a word says so, and yes and no say nothing in it`() throws {
    let state = try audit("状态", ["已处置", "已处置", "无效", "处置中", "否"])
    #expect(marks(state) == "11011")
    #expect(state.validity.map(\.text) == ["无效", "已处置", "否", "字字字"])
    #expect(state.validity.map(\.isValid) == [false, nil, nil, nil])
    #expect(!(try audit("状态", ["已处置", "处置中"])).isMapped(.validity))
    #expect(!(try audit("备用", ["是", "否"])).isMapped(.validity))
    let contents = try audit("核实", ["有效", "误报", "有效"])
    #expect(marks(contents) == "101" && contents.mapping.last?.basis == .contents)
    var settings = IncidentImport()
    settings.columns = [.validity: "备用"]
    #expect(marks(try audit("备用", ["是", "否"], settings)) == "10")
  }

  @Test(arguments: ["Dispo", "Disposition", "Call disposition"])
  func `Codes of dispositions say which calls are repeated or cancelled`(heading: String) throws {
    #expect(marks(try audit(heading, ["NRP", "DUP", "CAN", "RPT", "GOA"])) == "10011")
    #expect(!(try audit(heading, ["NRP", "RPT", "GOA", "UNF"])).isMapped(.validity))
  }

  @Test func `The headings of a dispatch export are known`() throws {
    let audit = try CallTable.audit(
      """
      Event No,Received,Call Type,Pri,Beat,Lat,Long,Dispatched,En Route,On Scene,Cleared,Units,Dispo
      24-001016,1/1/2024 8:22:12 AM,THEFT,1,3C,40.576631,-82.991171,1/1/2024 8:23:21 AM,1/1/2024 8:23:38 AM,1/1/2024 8:33:16 AM,1/1/2024 9:05:08 AM,2,NRP
      24-001017,1/13/2024 9:22:12 AM,NOISE,3,3C,40.576631,-82.991171,1/13/2024 9:23:21 AM,1/13/2024 9:23:38 AM,1/13/2024 9:33:16 AM,1/13/2024 9:50:08 AM,1,DUP

      """, IncidentImport())
    for field in [
      IncidentField.id, .received, .kind, .priority, .grid, .x, .y, .dispatched, .enRoute, .onScene, .cleared,
      .validity
    ] {
      #expect(audit.isMapped(field), "\(field)")
    }
    #expect(marks(audit) == "10" && audit.records[0].priority == 1)
  }

  @Test func `What is not known counts, is told by its words, and a name that slipped in only by its shape`()
    throws
  {
    let audit = try audit("是否有效", ["有效", "有效", "待定", "待定", "王建国", "无效", "重复", "重复"])
    #expect(
      audit.validityNotes.map(\.zh) == [
        "按 '是否有效'，3 行无效（重复 2、无效 1）：不计入需求、用时和地点", "'是否有效' 中不认识的词按有效计：待定 2、字字字 1"
      ])
    #expect(
      audit.validityNotes.map(\.en) == [
        "by '是否有效', 3 rows are not valid (重复 2, 无效 1): left out of demand, times and places",
        "words in '是否有效' that are not known count as valid: 待定 2, 字字字 1"
      ])
    let page = AuditPage(audit).markdown(in: .zh)
    #expect(page.contains("3 行无效") && page.contains("是（不认识的词）") && !page.contains("王建国"))
    #expect(try self.audit("是否有效", ["是", "是"]).validityNotes.map(\.zh) == ["按 '是否有效'，没有无效的行"])
  }

  @Test func `A call that is not valid does not make a valid one with its id a duplicate`() throws {
    let text =
      "id,received,valid\n1,2024-03-01 08:00,no\n1,2024-03-01 08:01,yes\n1,2024-03-01 08:02,yes\n1,2024-03-01 08:03,no\n"
    #expect(try CallTable.audit(text).records.map(\.flags) == [["invalid"], [], ["duplicate"], ["invalid"]])
  }

  @Test func `Days of calls that are not valid are no part of the period, and shares are of valid rows`()
    throws
  {
    let cells = (0..<9).map { $0 < 3 ? "是" : "否" }
    let audit = try audit("是否有效", cells)
    #expect(audit.period?.days == 3)
    let answer = AuditPage(audit).answer.map(\.zh)
    #expect(answer[0].hasPrefix("这份数据可用于**每日需求和分时需求**") && answer[0].contains("（0.0% 的有效行）"))
    #expect(answer.contains { $0.contains("多数行注明无效") })
  }

  @Test func `Of a row with too few or too many cells nothing is said of validity`() throws {
    let audit = try CallTable.audit("received,valid,kind\n2024-03-01 08:00,yes,a\n2024-03-01 08:01,x,no,a\n")
    #expect(audit.records.map(\.flags) == [[], ["raggedRow"]])
  }

  @Test(arguments: [
    "是否无效", "是否重复", "是否骚扰", "是否误报", "是否误报警", "是否误拨", "是否虚假", "是否谎报", "是否撤销", "是否取消", "是否作废", "是否测试",
    "invalid",
    "is_duplicate", "cancelled", "canceled", "nuisance", "is_hoax", "is_test"
  ])
  func `Under a heading that was told, yes is said of what its word means`(heading: String) throws {
    var settings = IncidentImport()
    settings.columns = [.validity: heading]
    #expect(marks(try audit(heading, ["是", "否", "1", "0"], settings)) == "0101")
  }

  @Test func `A word that only has test in it says nothing of tests`() throws {
    var settings = IncidentImport()
    settings.columns = [.validity: "latest check"]
    #expect(marks(try audit("latest check", ["yes", "no"], settings)) == "10")
  }

  @Test func `English words may have calls behind them, and what says both counts as not known`() throws {
    let audit = try audit(
      "是否有效", ["Invalid call", "Duplicate calls", "Test call", "Valid call", "有效（重复报警）", "有效（骚扰）", "有效（已核）"])
    #expect(marks(audit) == "0001111")
    #expect(audit.validity.filter { $0.isValid == nil }.map(\.rows).reduce(0, +) == 2)
  }

  @Test func `The finding names repeated calls in both languages`() {
    #expect(
      AuditFinding.invalid.title.zh.contains("重复") && AuditFinding.invalid.title.en.contains("repeated"))
    #expect(AuditFinding.invalid.meaning.en.contains("repeated ones are one incident"))
  }
}
