import DunjingRecords
import DunjingScenario
import Testing

/// Every finding, planted in a row below forty rows in which nothing is wrong.
@Suite struct FindingTests {
  private static let day = "2024-03-04 "

  private static func row(
    _ received: String, _ dispatched: String, _ enRoute: String, _ onScene: String, _ cleared: String,
    _ rest: String = "theft,2,125.3,43.8,phone"
  ) -> String {
    let times = [received, dispatched, enRoute, onScene, cleared].map { $0.count == 5 ? day + $0 : $0 }
    return (["x"] + times + [rest]).joined(separator: ",")
  }

  private static let planted: [(String, [AuditFinding])] = [
    (row("10:00", "10:01", "10:02", "10:05", "10:30"), []),
    (row("", "10:01", "10:02", "10:05", "10:30"), [.missingReceived]),
    (row("10:00", "", "10:02", "10:05", "10:30"), [.missingDispatched]),
    (row("10:00", "10:01", "NULL", "10:05", "10:30"), [.missingEnRoute]),
    (row("10:00", "10:01", "10:02", "", "10:30"), [.missingArrival]),
    (row("10:00", "10:01", "10:02", "10:05", ""), [.missingCleared]),
    (row("10:00", "10:01", "10:02", "10:05", "soon"), [.unreadableTime]),
    (row("10:00", "10:01", "10:02", "10:05", "2024-03-04"), [.dateOnly]),
    (row("10:00", "10:01", "10:02", "10:05", "2024-03-03"), [.dateOnly, .negativeScene]),
    (row("10:00", "10:01", "10:02", "1900-01-01 00:00", "10:30"), [.placeholderTime]),
    (row("10:00", "09:59", "10:02", "10:05", "10:30"), [.negativeDispatch]),
    (row("10:00", "10:03", "10:02", "10:05", "10:30"), [.negativeTurnout]),
    (row("10:00", "10:01", "10:06", "10:05", "10:30"), [.negativeTravel]),
    (row("10:00", "10:01", "10:02", "10:35", "10:30"), [.negativeScene]),
    (
      row("10:00", "2024-03-05 10:01", "2024-03-05 10:02", "2024-03-05 10:05", "2024-03-05 10:30"),
      [.longDispatch]
    ),
    (row("10:00", "10:01", "14:02", "14:05", "14:30"), [.longTurnout]),
    (row("10:00", "10:01", "10:02", "14:03", "14:30"), [.longTravel]),
    (row("10:00", "10:01", "10:02", "10:05", "2024-03-05 10:06"), [.longScene]),
    (
      row("2024-03-04 10:00:07", "", "", "2024-03-04 10:00:07", "10:30"),
      [.missingDispatched, .missingEnRoute, .immediateArrival]
    ),
    (row("10:00", "10:01", "10:02", "10:05", "10:30", "theft,2,125.3,43.8,ONVIEW"), [.onView]),
    (row("10:00", "10:01", "10:02", "10:05", "10:30", ",2,125.3,43.8,phone"), [.missingKind]),
    (row("10:00", "10:01", "10:02", "10:05", "10:30", "theft,,125.3,43.8,phone"), [.missingPriority]),
    (row("10:00", "10:01", "10:02", "10:05", "10:30", "theft,soon,125.3,43.8,phone"), [.unknownPriority]),
    (row("10:00", "10:01", "10:02", "10:05", "10:30", "theft,2,,43.8,phone"), [.noPosition]),
    (row("10:00", "10:01", "10:02", "10:05", "10:30", "theft,2,0,0,phone"), [.zeroPosition]),
    (row("10:00", "10:01", "10:02", "10:05", "10:30", "theft,2,-1,-1,phone"), [.zeroPosition]),
    (row("10:00", "10:01", "10:02", "10:05", "10:30", "theft,2,43.8,125.3,phone"), [.swappedPosition]),
    (row("10:00", "10:01", "10:02", "10:05", "10:30", "theft,2,6706727,1935628,phone"), [.projectedPosition]),
    (row("10:00", "10:01", "10:02", "10:05", "10:30", "theft,2,121.4,31.2,phone"), [.outsideMap]),
    (row("10:00", "10:01", "10:02", "10:05", "10:30", "theft,2,east,43.8,phone"), [.unreadableNumber]),
    (row("10:00", "10:01", "10:02", "10:05", "10:30", "theft,2,125.3,43.8"), [.raggedRow])
  ]

  @Test(arguments: planted.indices)
  func `A planted flaw is found in its row and nothing else is`(index: Int) throws {
    let (row, findings) = Self.planted[index]
    let audit = try CallTable.audit(CallTable.text(with: [row]))
    #expect(audit.records.count == 41 && audit.records.dropLast().allSatisfy(\.flags.isEmpty))
    #expect(audit.records[40].row == 42 && audit.records[40].flags == findings.map(\.rawValue))
    #expect(audit.findings.map(\.finding) == findings)
    #expect(audit.findings.allSatisfy { $0.rows == 1 && $0.firstRows == [42] })
  }

  @Test func `Every finding is planted somewhere in these tests`() {
    let elsewhere: [AuditFinding] = [
      .hourOnly, .negativeService, .longService, .duplicate, .repeatedCall, .invalid, .zoneJump,
      .clockSkipped, .clockRepeated, .strayDate, .placedByGrid
    ]
    let found = Set(Self.planted.flatMap(\.1) + elsewhere)
    #expect(found == Set(AuditFinding.allCases))
  }

  @Test func `The same id is a duplicate, and the same call under another id a repeated one`() throws {
    let again = CallTable.plain(10)
    let audit = try CallTable.audit(
      CallTable.text(with: [
        again, again.replacing("n10,", with: "m,"),
        again.replacing("n10,2024-03-04 08:10:00", with: "k,2024-03-04 08:10:01")
      ]))
    #expect(audit.records.suffix(3).map(\.flags) == [["duplicate"], ["repeatedCall"], []])
    #expect(audit.usable.demandByDay == 42)
    let days = try CallTable.audit("received,kind,longitude,latitude\n2024-01-01,a,1,2\n2024-01-01,a,1,2\n")
    #expect(days.rows(with: .repeatedCall) == 0)
  }

  @Test func `Lengths of service are in the unit of their column, and absurd ones are found`() throws {
    let text =
      "received,kind,处置时长(小时)\n2024-01-01 08:00,a,0.5\n2024-01-01 09:00,a,-1\n2024-01-01 10:00,a,25\n"
    var settings = IncidentImport()
    settings.columns = [.service: "处置时长(小时)"]
    let audit = try CallTable.audit(text, settings)
    #expect(audit.records.map(\.serviceMinutes) == [30, -60, 1_500])
    #expect(audit.records.map(\.flags) == [[], ["negativeService"], ["longService"]])
    settings.serviceUnit = .minutes
    #expect(try CallTable.audit(text, settings).records[2].serviceMinutes == 25)
  }

  @Test func `The limits are those that were set`() throws {
    var settings = IncidentImport()
    settings.limits.travelHours = 0.04
    let audit = try CallTable.audit(CallTable.text(with: []), settings)
    #expect(audit.rows(with: .longTravel) == 40 && audit.usable.response == 0)
  }

  @Test func `The hours and the days of the week are those of rows that serve demand`() throws {
    let audit = try CallTable.audit(
      CallTable.text(with: [CallTable.plain(10), "y,2024-03-05,,,,,theft,2,125.3,43.8,phone"]))
    #expect(audit.hours.reduce(0, +) == audit.usable.demandByHour && audit.usable.demandByHour == 40)
    #expect(audit.weekdays == [40, 1, 0, 0, 0, 0, 0] && audit.usable.demandByDay == 41)
    #expect(audit.period?.days == 2)
  }

  private func stray(_ days: [String]) throws -> (rows: Int, days: Int?) {
    let audit = try CallTable.audit("received,kind\n" + days.map { "\($0),a\n" }.joined())
    return (audit.rows(with: .strayDate), audit.period?.days)
  }

  @Test func `Days years from all others are stray and no part of the period`() throws {
    let usual = (10..<30).map { "2024-03-\($0)" }
    #expect(try stray(usual) == (0, 20))
    #expect(try stray(usual + ["2099-12-31"]) == (1, 20))
    #expect(try stray(["2000-01-01", "2000-01-01"] + usual + ["2099-12-31"]) == (3, 20))
    // Within a year; as many records as the others; years apart throughout; too few to tell.
    #expect(try stray(usual + ["2025-03-20"]) == (0, 376))
    #expect(try stray(usual + Array(repeating: "2099-12-31", count: 20)).rows == 0)
    #expect(try stray((2000..<2024).map { "\($0)-03-0\($0 % 7 + 1)" }).rows == 0)
    #expect(try stray(["2024-03-10", "2024-03-11", "2024-03-12", "2099-12-31"]).rows == 0)
    let flagged = try CallTable.audit(
      "received,kind\n" + (usual + ["2099-12-31"]).map { "\($0),a\n" }.joined())
    #expect(flagged.usable.demandByDay == 20 && flagged.weekdays.reduce(0, +) == 20)
    #expect(flagged.records.count == 21 && flagged.records[20].flags == ["dateOnly", "strayDate"])
  }

  @Test func `Of many unreadable cells of a column the first are kept, and all are counted`() throws {
    let rows = (0..<70).map { "2024-03-04 08:00,soon\($0),east,1\n" }.joined()
    var settings = IncidentImport()
    settings.columns = [.onScene: "on scene", .x: "x", .y: "y"]
    let audit = try CallTable.audit("received,on scene,x,y\n" + rows, settings)
    #expect(audit.unreadableCount == 140 && audit.unreadable.count == 100)
    #expect(audit.count(of: .unreadableTime)?.cells == [.onScene: 70])
  }

  @Test func `A blank row is no record, and rows keep the numbers of the source`() throws {
    let audit = try CallTable.audit("received,kind\n2024-01-01,a\n,\n\n2024-01-02,\"b\nc\"\n2024-01-03,d\n")
    #expect(audit.records.map(\.row) == [2, 5, 6] && audit.blankRows == 2)
  }

  @Test func `Rows without flaws can be used for everything`() throws {
    let audit = try CallTable.audit(CallTable.text(with: []))
    let usable = audit.usable
    #expect(
      [usable.demandByDay, usable.demandByHour, usable.response, usable.service, usable.place] == [
        40, 40, 40, 40, 40
      ])
    #expect(audit.hours[8] == 40 && audit.weekdays == [40, 0, 0, 0, 0, 0, 0])
    let stages = Dictionary(uniqueKeysWithValues: audit.stages.map { ($0.interval, $0) })
    #expect(
      stages[.callToDispatch]?.median == 0.5 && stages[.travel]?.median == 5
        && stages[.scene]?.ninthDecile == 25)
    // Calls came at 8:10 … 8:49 and all arrivals at 9:05: 16 … 55 minutes.
    #expect(stages[.response]?.median == 35.5 && abs((stages[.response]?.ninthDecile ?? 0) - 51.1) < 1e-9)
  }
}

/// Priorities in numbers and in words.
@Suite struct PriorityTests {
  private func levels(_ words: [String], _ settings: IncidentImport = IncidentImport()) throws -> [Int?] {
    let rows = words.map { "2024-01-01,\($0)\n" }.joined()
    return try CallTable.audit("received,priority\n" + rows, settings).records.map(\.priority)
  }

  @Test func `Known words get an order, numbers are kept, and a scale from zero begins with one`() throws {
    #expect(try levels(["Prompt", "Standard", "Immediate"]) == [2, 3, 1])
    #expect(try levels(["一般", "紧急", "特急"]) == [3, 2, 1])
    #expect(try levels(["1", "P3", "Priority 2", "7"]) == [1, 3, 2, 7])
    #expect(try levels(["0", "2"]) == [1, 3])
    #expect(try levels(["Prompt", "tomorrow"]) == [1, nil])
  }

  @Test func `An order that was told is followed, and other words are not known`() throws {
    var settings = IncidentImport()
    settings.priorityOrder = ["blue", "Red"]
    #expect(try levels(["red", "BLUE", "1"], settings) == [2, 1, nil])
  }
}
