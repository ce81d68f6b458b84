import DunjingScenario
import Testing

@testable import DunjingRecords

/// The forms of times in raw tables.
@Suite struct TimeFormTests {
  /// Reads one cell as the time of a call.
  private func read(_ cell: String, _ settings: IncidentImport = IncidentImport()) throws -> String? {
    let audit = try CallTable.audit("received,kind\n\"\(cell)\",theft\n", settings)
    return audit.records[0].received?.text
  }

  @Test(arguments: [
    ("2019-01-31T08:30:15", "2019-01-31T08:30:15"), ("2019-01-31 08:30:15.000", "2019-01-31T08:30:15"),
    ("2019/1/31 8:30", "2019-01-31T08:30"), ("2019.01.31", "2019-01-31"), ("20190131", "2019-01-31"),
    ("20190131083015", "2019-01-31T08:30:15"), ("201901310830", "2019-01-31T08:30"),
    ("01/31/2019 8:30:15 PM", "2019-01-31T20:30:15"), ("1/31/2019 12:05 AM", "2019-01-31T00:05"),
    ("31/01/2019 08:30", "2019-01-31T08:30"), ("31.1.2019", "2019-01-31"),
    ("31-Jan-2019 08:30", "2019-01-31T08:30"),
    ("Jan 31, 2019 8:30 p.m.", "2019-01-31T20:30"), ("2019年1月31日 8时30分15秒", "2019-01-31T08:30:15"),
    ("2019年1月31日 下午3:05", "2019-01-31T15:05"), ("2019-01-31T08:30:15+08:00", "2019-01-31T08:30:15"),
    ("2019-01-31T08:30:15Z", "2019-01-31T08:30:15"), ("1548923415", "2019-01-31T08:30:15"),
    ("1548923415000", "2019-01-31T08:30:15"), ("43496", "2019-01-31"),
    ("43496.354340277779", "2019-01-31T08:30:15")
  ])
  func `A time is read in every usual form`(cell: String, text: String) throws {
    #expect(try read(cell) == text)
  }

  @Test(arguments: [
    "2019-02-30 08:00", "2019-01-31 25:00", "31/31/2019", "yesterday", "2019-01-31 08:30 x", "12:30"
  ])
  func `What is no time is left empty and told with its row, column and value`(cell: String) throws {
    let audit = try CallTable.audit("received,kind\n2019-01-30 08:00,a\n2019-01-30 09:00,b\n\(cell),c\n")
    #expect(audit.records[2].received == nil)
    #expect(audit.records[2].flags == ["unreadableTime"])
    let bad = try #require(audit.unreadable.first)
    #expect(
      bad.row == 4 && bad.column == "received" && bad.value == CellShape.of(cell) && bad.field == .received)
  }

  @Test(arguments: [
    ("2019-01-31T16:30:15Z", "2019-01-31T08:30:15"), ("2019-07-31T16:30:15Z", "2019-07-31T09:30:15"),
    ("1548952215", "2019-01-31T08:30:15"), ("2019-07-31T18:30:15+02:00", "2019-07-31T09:30:15"),
    ("2019-07-31 18:30:15", "2019-07-31T18:30:15")
  ])
  func `Offsets are converted to the clock of the city, summer time included`(cell: String, text: String)
    throws
  {
    var settings = IncidentImport()
    settings.zone = CityZone("America/Los_Angeles")
    #expect(try read(cell, settings) == text)
  }

  @Test func `Clocks that summer time skipped or showed twice are flagged`() throws {
    var settings = IncidentImport()
    settings.zone = CityZone("America/Los_Angeles")
    // The clock went from 2:00 to 3:00 on 10 March 2019, and from 2:00 back to 1:00 on 3 November.
    let cells = [
      "2019-03-10 01:59", "2019-03-10 02:30", "2019-03-10 03:00", "2019-11-03 00:59", "2019-11-03 01:30",
      "2019-11-03 02:00"
    ]
    let text = "received,kind\n" + cells.map { "\($0),a\n" }.joined()
    let flags = try CallTable.audit(text, settings).records.map(\.flags)
    #expect(flags == [[], ["clockSkipped"], [], [], ["clockRepeated"], []])
    settings.zone = CityZone("Asia/Shanghai")
    #expect(try CallTable.audit(text, settings).findings.isEmpty)
    #expect(CityZone("Nowhere/City") == nil)
  }

  @Test func `Times of a column that is always midnight are days`() throws {
    let rows = (1...9).map { "01/0\($0)/2019 12:00:00 AM,a\n" }.joined()
    let audit = try CallTable.audit("received,kind\n" + rows)
    #expect(audit.timeColumns[0].isAlwaysMidnight)
    #expect(audit.records.allSatisfy { $0.received?.precision == .day && $0.flags == ["dateOnly"] })
    let mixed = try CallTable.audit("received,kind\n" + rows + "01/10/2019 12:00:01 AM,a\n")
    #expect(!mixed.timeColumns[0].isAlwaysMidnight && mixed.rows(with: .dateOnly) == 0)
  }

  @Test func `A day number and an hour make a time from the day that was told`() throws {
    let text = "URN,Day,Hour,Deployment Time (hrs)\na,1,0,0.5\nb,7,23,1.25\n"
    #expect(CallTable.message(text).contains("the column 'Day' holds numbers of days, such as 1, not dates"))
    var settings = IncidentImport()
    settings.startDate = CalendarDay(year: 2022, month: 7, day: 28)
    let audit = try CallTable.audit(text, settings)
    #expect(audit.records.map { $0.received?.text } == ["2022-07-28T00", "2022-08-03T23"])
    #expect(audit.records.map(\.serviceMinutes) == [30, 75])
    #expect(audit.records[0].flags == ["hourOnly"])
  }

  @Test func `A date and a clock in columns of their own make a time`() throws {
    let audit = try CallTable.audit("接警日期,接警时间,警情类别\n2024-01-05,08:30,盗窃\n2024-01-06,9:05:10 PM,纠纷\n")
    #expect(audit.records.map { $0.received?.text } == ["2024-01-05T08:30", "2024-01-06T21:05:10"])
    #expect(audit.findings.isEmpty)
  }

  @Test func `Dates before 1980 are placeholders and not recorded`() throws {
    let audit = try CallTable.audit("received,on scene,kind\n2024-01-05 08:30,1900-01-01 00:00,a\n")
    #expect(audit.records[0].onScene == nil && audit.records[0].flags == ["placeholderTime"])
  }
}

/// The order of day and month, which is decided over whole columns.
@Suite struct DateOrderTests {
  private func reading(_ text: String, _ settings: IncidentImport = IncidentImport()) throws
    -> [TimeColumnReading]
  {
    try CallTable.audit(text, settings).timeColumns
  }

  @Test func `A number above twelve settles the whole column`() throws {
    let day = try reading("received,kind\n03/02/2019,a\n13/02/2019,b\n")[0]
    #expect(day.order == .dayFirst && day.basis == .number && day.contradictions == 0)
    let month = try reading("received,kind\n03/02/2019,a\n02/13/2019,b\n")[0]
    #expect(month.order == .monthFirst && month.basis == .number)
  }

  @Test func `Another column of the table settles a column that says nothing`() throws {
    let columns = try reading("received,cleared,kind\n03/02/2019,13/02/2019,a\n")
    #expect(columns.map(\.order) == [.dayFirst, .dayFirst])
    #expect(columns.map(\.basis) == [.otherColumn, .number])
  }

  @Test func `Rows that follow in time settle a column`() throws {
    let rows = (3...6).flatMap { month in (1...9).map { "0\($0)/0\(month)/2019,a\n" } }.joined()
    let reading = try reading("received,kind\n" + rows)[0]
    #expect(reading.order == .dayFirst && reading.basis == .sequence)
  }

  @Test func `What nothing settles is assumed and said, and an option settles it`() throws {
    let text = "received,kind\n03/02/2019,a\n"
    #expect(try reading(text)[0].basis == .assumed)
    var settings = IncidentImport()
    settings.dateOrder = .monthFirst
    let told = try CallTable.audit(text, settings)
    #expect(told.timeColumns[0].basis == .told && told.records[0].received?.text == "2019-03-02")
  }

  @Test func `Cells that fit only the other order are counted and left empty`() throws {
    let audit = try CallTable.audit("received,kind\n13/02/2019,a\n14/02/2019,b\n02/15/2019,c\n")
    #expect(audit.timeColumns[0].contradictions == 1)
    #expect(audit.rows(with: .unreadableTime) == 1 && audit.records[2].received == nil)
  }
}
