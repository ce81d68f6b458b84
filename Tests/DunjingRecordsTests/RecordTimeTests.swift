import DunjingRecords
import DunjingScenario
import Testing

/// Times as the canonical file has them.
@Suite struct RecordTimeTests {
  @Test(arguments: [
    ("2019-01-01T08:30:15", RecordTime.Precision.second), ("2019-01-01T08:30", .minute),
    ("2019-01-01T08", .hour),
    ("2019-01-01", .day), ("2024-02-29T23:59:59", .second)
  ])
  func `The canonical form is read and written alike`(text: String, precision: RecordTime.Precision) throws {
    let time = try #require(RecordTime(text))
    #expect(time.precision == precision && time.text == text)
  }

  @Test(arguments: [
    "", "2019-01-1", "2019-13-01", "2023-02-29", "2019-01-01 08:30", "2019-01-01T24", "2019-01-01T08:60",
    "2019-01-01T08:30:60", "2019-01-01T08-30", "2019/01/01", "2019-01-01T08:30:15Z", "２０19-01-01"
  ])
  func `Any other form is refused`(text: String) {
    #expect(RecordTime(text) == nil)
  }

  @Test func `Minutes are known only between clocks that are known to the minute`() throws {
    let (call, arrival) = (
      try #require(RecordTime("2019-12-31T23:58:30")), try #require(RecordTime("2020-01-01T00:03"))
    )
    #expect(arrival.minutes(since: call) == 4.5)
    #expect(call.minutes(since: arrival) == -4.5)
    for text in ["2020-01-01", "2020-01-01T00"] {
      #expect(try #require(RecordTime(text)).minutes(since: call) == nil)
    }
  }

  @Test(arguments: [
    ("2020-01-01", "2020-01-01T00:00", false), ("2020-01-01", "2020-01-02T00:00:00", true),
    ("2020-01-01T08", "2020-01-01T08:59", false), ("2020-01-01T08", "2020-01-01T09", true),
    ("2020-01-01T08:00:00", "2020-01-01T08:00:01", true),
    ("2020-01-01T08:00:01", "2020-01-01T08:00:01", false)
  ])
  func `A time is surely before another only where the precision of neither leaves it open`(
    first: String, second: String, isBefore: Bool
  ) throws {
    let (first, second) = (try #require(RecordTime(first)), try #require(RecordTime(second)))
    #expect(first.isSurelyBefore(second) == isBefore)
    #expect(!second.isSurelyBefore(first))
  }

  @Test func `The minutes between stages come from the record`() throws {
    var record = IncidentRecord(row: 2)
    record.received = RecordTime("2020-01-01T08:00")
    record.dispatched = RecordTime("2020-01-01T08:02")
    record.onScene = RecordTime("2020-01-01T08:09")
    #expect(record.minutes(from: .received, to: .onScene) == 9)
    #expect(record.travelMinutes == 7)
    #expect(record.sceneMinutes == nil)
    record.serviceMinutes = 31
    #expect(record.sceneMinutes == 31)
    record.enRoute = RecordTime("2020-01-01T08:03")
    record.cleared = RecordTime("2020-01-01T08:29")
    #expect(record.travelMinutes == 6 && record.sceneMinutes == 20)
  }
}
