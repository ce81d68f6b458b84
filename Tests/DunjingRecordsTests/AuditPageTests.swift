import DunjingRecords
import DunjingReport
import DunjingScenario
import Testing

/// The page of an audit.
@Suite struct AuditPageTests {
  private func page(_ rows: [String] = []) throws -> AuditPage {
    AuditPage(try CallTable.audit(CallTable.text(with: rows)))
  }

  @Test func `The answer says what a table can be used for`() throws {
    #expect(
      try page().answer.map(\.en) == [
        "This table can be used for **demand by day, demand by hour, response times, service times and places**."
      ])
    let days = AuditPage(try CallTable.audit("received,kind\n01/02/2024,a\n"))
    #expect(
      days.answer[0].zh
        == "这份数据可用于**每日需求**，不足以用于分时需求（0.0% 的行）、响应时间（0.0% 的行）、处置时长（0.0% 的行）和地点分布（0.0% 的行）。")
    #expect(days.answer[1].en.hasPrefix("**The order of day and month cannot be told**"))
  }

  @Test func `Both languages have the findings, their rows and what they mean`() throws {
    let page = try page(["x,2024-03-04 10:00,,,,soon,theft,2,125.3,43.8,phone"])
    let english = page.html(in: .en)
    for text in [
      "No time of arrival", "cannot be used for response times", "A time that cannot be read", ">aaaa<",
      ">42<"
    ] {
      #expect(english.contains(text), "\(text)")
    }
    let chinese = page.html(in: .zh)
    for text in ["没有到场时间", "不能用于响应时间", "读不出的时间", "时间，例如 2024-01-31 08:30:15", "姓名、电话、地址等的列不读取"] {
      #expect(chinese.contains(text), "\(text)")
    }
  }

  @Test func `Every finding has a row with the values that it is about`() throws {
    let page = try page([
      "x,2024-03-04 10:00,2024-03-04 10:01,2024-03-04 10:02,2024-03-04 10:35,2024-03-04 10:30,theft,2,125.3,43.8,phone"
    ])
    #expect(
      page.markdown(in: .en).contains(
        "| 42 | x | call 2024-03-04 10:00, dispatch 10:01, en route 10:02, on scene 10:35, cleared 10:30 |"))
    #expect(page.markdown(in: .zh).contains("接警 2024-03-04 10:00，派警 10:01，出警 10:02，到场 10:35，结束 10:30"))
  }

  @Test func `The Markdown has the same tables`() throws {
    let text = try page(["x,2024-03-04 10:00,,,,soon,theft,2,125.3,43.8,phone"]).markdown(in: .en)
    #expect(text.hasPrefix("# Audit of recorded incidents\n"))
    #expect(text.contains("No time of arrival") && text.contains("about 100 m"))
  }

  @Test func `Columns that were not taken are named, and none of their cells is shown`() throws {
    let text = "id,received,kind,notes\n13800138000,2024-01-05 08:30,张三报称被打,王五\n"
    let page = AuditPage(try CallTable.audit(text))
    for language in TextLanguage.allCases {
      for text in [page.html(in: language), page.markdown(in: language)] {
        #expect(text.contains("--kind-column") && text.contains("--id-column"))
        #expect(!["1380013", "张三", "王五"].contains { text.contains($0) })
      }
    }
    #expect(page.markdown(in: .en).contains("was not taken as the id: its cells look like telephone"))
    #expect(page.markdown(in: .zh).contains("列作类别：像自由文本，可能含个人信息"))
    #expect(!(try self.page().markdown(in: .en).contains("was not taken as")))
    #expect(page.html(in: .en).contains("1 row serves") && !page.html(in: .en).contains("1 rows"))
  }

  @Test func `A page does not give exact positions away`() throws {
    let text = "received,longitude,latitude\n2024-01-05 08:30,125.318765,43.881234\n"
    let page = AuditPage(try CallTable.audit(text))
    for language in TextLanguage.allCases {
      #expect(
        !page.html(in: language).contains("125.3187") && !page.markdown(in: language).contains("125.3187"))
    }
  }
}
