import DunjingRecords
import DunjingReport
import DunjingScenario
import Testing

/// Tables with several columns of kinds.
@Suite struct KindColumnTests {
  private func audit(
    _ headings: String, _ rows: [String], _ settings: IncidentImport = IncidentImport()
  ) throws -> IncidentAudit {
    try CallTable.audit(
      "接警时间,\(headings)\n" + rows.enumerated().map { "2024-03-0\($0 + 1) 08:30,\($1)\n" }.joined(), settings)
  }

  private func columns(_ audit: IncidentAudit) -> [String?] {
    IncidentField.kindLevels.map(audit.column)
  }

  @Test(arguments: [
    ("警情类别,警情细类", ["警情细类", "警情类别", nil]), ("细类,报警方式,类别", ["细类", "类别", nil]),
    ("一级类别,二级类别,三级类别", ["三级类别", "二级类别", "一级类别"]), ("Sub-Type,Call Type", ["Sub-Type", "Call Type", nil]),
    ("警情大类,警情小类", ["警情小类", "警情大类", nil]), ("警情类型,警情类别", ["警情类型", "警情类别", nil]),
    ("警情类别,警情类型,警情细类,警情子类", ["警情子类", "警情细类", "警情类别"]), ("警情细类", ["警情细类", nil, nil]),
    ("警情类别,细类说明", ["警情类别", nil, nil])
  ])
  func `The finest column is that of the kind, and coarser ones stand behind it`(
    headings: String, expected: [String?]
  ) throws {
    let cells = headings.split(separator: ",").indices.map { "值\($0)" }.joined(separator: ",")
    #expect(columns(try audit(headings, [cells])) == expected)
  }

  @Test func `A record has the finest kind that its row says, and coarser ones that say something else`()
    throws
  {
    let audit = try audit("一级类别,二级类别,三级类别", ["刑事,诈骗,冒充客服", "交通,,逃逸", "求助,,", "纠纷,纠纷,纠纷", ",,"])
    #expect(audit.records.map(\.kind) == ["冒充客服", "逃逸", "求助", "纠纷", ""])
    #expect(audit.records.map(\.kindGroup) == ["诈骗", "交通", "", "", ""])
    #expect(audit.records.map(\.kindClass) == ["刑事", "", "", "", ""])
    #expect(audit.records.map(\.kindPath) == ["刑事 / 诈骗 / 冒充客服", "交通 / 逃逸", "求助", "纠纷", ""])
    #expect(audit.records.map { $0.has(.missingKind) } == [false, false, false, false, true])
    #expect(audit.unreadColumns.isEmpty)
  }

  @Test func `Columns that are told are taken as they are told, and one alone stays one`() throws {
    var settings = IncidentImport()
    settings.columns = [.kind: "警情类别"]
    let one = try audit("警情类别,警情细类", ["交通,逃逸"], settings)
    #expect(columns(one) == ["警情类别", nil, nil] && one.unreadColumns == ["警情细类"])
    settings.columns = [.kind: "B", .kindGroup: "A"]
    let two = try audit("A,B", ["交通,逃逸"], settings)
    #expect(two.records[0].kindPath == "交通 / 逃逸")
    settings.columns[.kindGroup] = "C"
    #expect(
      CallTable.message("received,B\n2024-03-01,a\n", settings).contains("no column 'C' for --kind-column"))
  }

  @Test func `A finest column of free text, or an empty one, gives way to a coarser one`() throws {
    let text = try audit("警情类别,警情细类", ["交通,李四打电话说邻居打人", "交通,逃逸"])
    #expect(text.doubtfulKind == "警情细类" && text.records.map(\.kind) == ["交通", "交通"])
    #expect(columns(text) == ["警情类别", nil, nil] && text.unreadColumns == ["警情细类"])
    #expect(!IncidentFile.text(of: text.records).contains("李四"))
    #expect(columns(try audit("警情类别,警情细类", ["交通,", "交通,"])) == ["警情类别", nil, nil])
  }

  @Test func `Calls whose kind says that they are none serve nothing, and are told by their column`() throws {
    let audit = try audit(
      "警情类别,警情细类", ["交通,逃逸", "无效警情,骚扰电话", "其他,误拨", "无效警情,咨询", "求助,咨询", "其他,骚扰电话", "无效警情,无声电话"])
    #expect(audit.records.map { $0.has(.invalid) } == [false, true, true, true, false, true, true])
    #expect(audit.usable.demandByDay == 2 && audit.validRows == 2)
    #expect(
      audit.validityNotes.map(\.zh) == [
        "按 '警情细类'，4 行无效（骚扰电话 2、无声电话 1、误拨 1）：不计入需求、用时和地点", "按 '警情类别'，1 行无效（无效警情 1）：不计入需求、用时和地点"
      ])
    let page = AuditPage(audit).markdown(in: .zh)
    #expect(page.contains("| 骚扰电话 | 警情细类 | 否 | 2 |") && page.contains("| 无效警情 | 警情类别 | 否 | 1 |"))
  }

  @Test(arguments: [
    "无效警情", "重复报警", "误拨", "无声电话", "无声来电", "误报警", "测试", "Hang-up", "911 HANG UP", "Test call", "Misdial",
    "Duplicate", "Nuisance calls", "Silent call"
  ])
  func `Words of kinds for calls that are none`(kind: String) throws {
    #expect(try audit("警情类别", [kind]).records[0].has(.invalid))
  }

  @Test(arguments: [
    "咨询", "非警务警情", "有效警情", "其他", "Silent alarm", "Abandoned vehicle", "Alarm test", "无", "骚扰", "Nuisance",
    "CAN"
  ])
  func `Words of kinds for calls that count, or of which nothing is known`(kind: String) throws {
    #expect(!(try audit("警情类别", [kind]).records[0].has(.invalid)))
  }

  @Test func `A column of validity comes before the kind, which decides where it says nothing`() throws {
    let audit = try audit("警情类别,是否有效", ["骚扰电话,有效", "骚扰电话,待定", "骚扰电话,无效", "交通,无效"])
    #expect(audit.records.map { $0.has(.invalid) } == [false, true, true, true])
    #expect(
      audit.validityNotes.map(\.en) == [
        "by '是否有效', 2 rows are not valid (无效 2): left out of demand, times and places",
        "words in '是否有效' that are not known count as valid: 字字 1",
        "by '警情类别', 1 row is not valid (骚扰电话 1): left out of demand, times and places"
      ])
  }
}
