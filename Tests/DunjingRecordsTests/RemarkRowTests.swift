import DunjingRecords
import DunjingScenario
import Testing

/// Totals and notes below or between calls, which are no calls.
@Suite struct RemarkRowTests {
  private func audit(_ remark: String) throws -> IncidentAudit {
    try CallTable.audit(
      "编号,接警时间,警情类别,件数\nA1,2024-03-01 08:00,盗窃,1\n\(remark)\nA2,2024-03-01 09:00,求助,1\n")
  }

  @Test(arguments: [
    "合计,,,3025", "合计：3025条,,,", "总计,,,3025", "Total,,,3025", "本页小计,,,20", "共3025条", "合计 3025 起,,,",
    "共计：1,234件",
    ",合计,,2", "3,总计：2,,", "注：不含骚扰电话,,,", "Grand total: 3025,,,", "填表人：某某", "填表人：某某,审核人：某某,,",
    "填表人：,某某,审核人：,某某", "Subtotal Central,,,20", "Total Central,,,20", "Notes: every tenth call,,,",
    "* under review,,,", "Calls of the county are left out here,,,"
  ])
  func `A total or a note is left out and told with its row`(remark: String) throws {
    let audit = try audit(remark)
    #expect(audit.records.map(\.row) == [2, 4] && audit.remarkRows == [3] && audit.findings.isEmpty)
    #expect(audit.remarkNote?.zh == "略去 1 行合计或说明（第 3 行）")
    #expect(audit.remarkNote?.en == "1 row of totals or notes left out (row 3)")
  }

  @Test(arguments: [
    "A3sum,2024-03-01 08:30,盗窃,1", "共3025条,2024-03-01 08:30,盗窃,1", "A3,,合计不清,1", "A3,2024-03-01 08:30,合计,1",
    "说明,,盗窃,1", "说明：,,盗窃,1", "填表人：某某,,盗窃,", "共同,,盗窃,1"
  ])
  func `A row with a time, or with such a word elsewhere, is a call`(row: String) throws {
    let audit = try audit(row)
    #expect(audit.records.count == 3 && audit.remarkRows.isEmpty && audit.remarkNote == nil)
  }

  @Test func `A table of totals alone has no rows`() {
    #expect(CallTable.message("编号,接警时间\n合计,\n").contains("the table has a header but no rows"))
  }
}
