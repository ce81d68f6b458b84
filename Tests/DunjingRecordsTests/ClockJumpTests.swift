import Testing

@testable import DunjingRecords
@testable import DunjingScenario

/// Blocks of rows whose clock is off by whole hours.
@Suite struct ClockJumpTests {
  /// A table of calls every seven minutes, some of them moved by hours.
  private func table(moving rows: Range<Int>, by hours: Int, count: Int = 400) -> String {
    let start = CalendarDay(year: 2024, month: 1, day: 5).daysSinceEpoch * 1_440
    return "received,kind\n"
      + (0..<count).map { number in
        let minute = start + number * 7 + (rows.contains(number) ? hours * 60 : 0)
        let day = CalendarDay(daysSinceEpoch: minute / 1_440)
        let time = RecordTime(day, secondOfDay: minute % 1_440 * 60, precision: .minute)
        return "\(time.text),a\n"
      }.joined()
  }

  @Test(arguments: [-8, 3, 1])
  func `A block in another time zone breaks the order of the rows`(hours: Int) throws {
    let audit = try CallTable.audit(table(moving: 150..<190, by: hours))
    #expect(audit.jumps == [ClockJump(firstRow: 152, lastRow: 191, hours: hours, evidence: .order)])
    #expect(audit.rows(with: .zoneJump) == 40)
    #expect(audit.usable.demandByHour == 360)
  }

  @Test func `A step back that nothing undoes begins a block to the end`() throws {
    let audit = try CallTable.audit(table(moving: 300..<400, by: -5))
    #expect(audit.jumps == [ClockJump(firstRow: 302, lastRow: 401, hours: -5, evidence: .order)])
  }

  @Test func `Rows in order, quiet nights and unordered tables have no jumps`() throws {
    #expect(try CallTable.audit(table(moving: 0..<0, by: 0)).jumps.isEmpty)
    // Everything after a quiet time of three hours.
    #expect(try CallTable.audit(table(moving: 200..<400, by: 3)).jumps.isEmpty)
    let lines = table(moving: 150..<190, by: -8).split(separator: "\n").map(String.init)
    let shuffled = [lines[0]] + (0..<400).map { lines[1 + $0 * 173 % 400] }
    #expect(try CallTable.audit(shuffled.joined(separator: "\n")).jumps.isEmpty)
  }

  /// Months of calls that come at 18 to 23 twice as often as at other hours; one of them moved.
  private func months(moving month: Int, by hours: Int) -> String {
    var rows: [String] = []
    for current in 1...6 {
      for day in 1...28 {
        for number in 0..<30 {
          let hour = number < 24 ? number : 18 + number - 24
          let moved = current == month ? (hour + hours + 24) % 24 : hour
          rows.append(
            "\(day < 10 ? "0" : "")\(day)/0\(current)/2024 \(moved):\(10 + (number * 7 + day) % 50),a")
        }
      }
    }
    // Out of order, so that only the hours of the day can tell.
    let shuffled = rows.indices.map { rows[$0 * 1_663 % rows.count] }
    return "received,kind\n" + shuffled.joined(separator: "\n")
  }

  @Test(arguments: [-5, 7])
  func `A month whose hours of the day are displaced is found`(hours: Int) throws {
    let audit = try CallTable.audit(months(moving: 4, by: hours))
    #expect(audit.jumps.map(\.hours) == [hours] && audit.jumps.map(\.evidence) == [.profile])
    #expect(audit.rows(with: .zoneJump) == 840)
    #expect(audit.records.filter { $0.has(.zoneJump) }.allSatisfy { $0.received?.day.month == 4 })
  }

  @Test func `Months alike have no jump`() throws {
    #expect(try CallTable.audit(months(moving: 0, by: 0)).jumps.isEmpty)
  }
}
