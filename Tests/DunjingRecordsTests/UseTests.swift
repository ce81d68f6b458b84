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
    .duplicate: "------", .zoneJump: "d----p", .outsideMap: "dhrts-", .onView: "dh--sp",
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
