import DunjingRecords
import DunjingScenario
import Testing

/// What records can be used for, finding by finding.
@Suite struct UseTests {
  /// A record that serves everything.
  private static var whole: IncidentRecord {
    var record = IncidentRecord(row: 2)
    record.received = RecordTime("2024-03-04T08:00:00")
    record.dispatched = RecordTime("2024-03-04T08:01:00")
    record.enRoute = RecordTime("2024-03-04T08:02:00")
    record.onScene = RecordTime("2024-03-04T08:10:00")
    record.cleared = RecordTime("2024-03-04T08:40:00")
    (record.x, record.y) = (125.3, 43.8)
    return record
  }

  /// What a record serves, in the order: day, hour, response, travel, service, places.
  private func uses(_ record: IncidentRecord) -> String {
    let flags = [
      record.servesDemandByDay, record.servesDemandByHour, record.servesResponse, record.servesTravel,
      record.servesService, record.servesPlaces
    ]
    return zip("dhrtsp", flags).map { $1 ? String($0) : "-" }.joined()
  }

  /// What is left to serve, by the finding; all others leave everything, as the values themselves say the rest.
  private static let left: [AuditFinding: String] = [
    .duplicate: "------", .invalid: "------", .strayDate: "--rtsp", .zoneJump: "d----p",
    .outsideMap: "dhrts-", .onView: "dh--sp",
    .immediateArrival: "dh--sp", .negativeDispatch: "dh--sp", .negativeTurnout: "dh--sp",
    .negativeTravel: "dh--sp", .longDispatch: "dh--sp", .longTurnout: "dh--sp", .longTravel: "dh--sp",
    .negativeScene: "dh---p", .negativeService: "dh---p", .longScene: "dh---p", .longService: "dh---p"
  ]

  @Test(arguments: AuditFinding.allCases)
  func `A finding takes away the uses it spoils and no other`(finding: AuditFinding) {
    var record = Self.whole
    #expect(uses(record) == "dhrtsp")
    record.flags = [finding.rawValue]
    #expect(uses(record) == Self.left[finding, default: "dhrtsp"])
  }

  @Test func `A value that is not known serves nothing that needs it`() {
    var record = Self.whole
    record.isOnView = true
    #expect(uses(record) == "dh--sp")
    record = Self.whole
    record.received = RecordTime("2024-03-04")
    #expect(uses(record) == "d--tsp")
    record.received = nil
    #expect(uses(record) == "---tsp")
    record = Self.whole
    record.onScene = nil
    #expect(uses(record) == "dh---p")
    record.serviceMinutes = 20
    #expect(uses(record) == "dh--sp")
    record.y = nil
    #expect(uses(record) == "dh--s-")
  }
}

/// The greatest values of the canonical file.
@Suite struct ValueBoundTests {
  private func fault(_ cells: String) -> String {
    let text =
      IncidentFile.columns.joined(separator: ",") + "\n2,a,2024-03-04,,,,,theft," + cells + ",false,\n"
    do throws(InvalidScenario) {
      _ = try IncidentFile.read(Array(text.utf8), name: "incidents.csv")
      return ""
    } catch {
      return error.text(in: .en)
    }
  }

  @Test func `Values beyond the bounds are refused with their column, and those at them are read`() {
    for fine in ["99,1000000,-1000000,527040", "1,0,0,-527040", ",,,"] { #expect(fault(fine).isEmpty) }
    for (cells, name) in [
      ("100,1,1,1", "priority is '100'"), ("1,1e7,1,1", "x is '1e7'"), ("1,1,-1000001,1", "y is '-1000001'"),
      ("1,1,1,527041", "serviceMinutes is '527041'"), ("1,inf,1,1", "x is 'inf'")
    ] { #expect(fault(cells).contains(name)) }
  }

  @Test func `Numbers beyond the bounds in a table of calls cannot be read`() throws {
    var settings = IncidentImport()
    settings.columns = [.service: "duration"]
    settings.coordinates = .local
    let audit = try settings.audit(
      ImportTable(
        name: "calls.csv",
        bytes: Array("received,duration,x,y\n2024-03-04 08:30,1e9,1,1\n2024-03-04 08:30,5,1e9,1\n".utf8)))
    #expect(audit.records.map(\.flags) == [["unreadableNumber"], ["unreadableNumber"]])
    #expect(audit.records[0].serviceMinutes == nil && audit.records[1].x == nil)
  }
}
