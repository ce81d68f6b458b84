import DunjingRecords
import DunjingScenario
import Testing

/// The canonical file of recorded incidents.
@Suite struct IncidentFileTests {
  private func message(_ text: String, in language: TextLanguage = .en) -> String {
    do throws(InvalidScenario) {
      _ = try IncidentFile.read(Array(text.utf8), name: "incidents.csv")
      return ""
    } catch {
      return error.text(in: language)
    }
  }

  private static let header = IncidentFile.columns.joined(separator: ",")

  @Test func `Records are read as they were written`() throws {
    var first = IncidentRecord(row: 2)
    first.id = "a \"quoted\", id"
    first.received = RecordTime("2024-01-05T08:30:15")
    first.dispatched = RecordTime("2024-01-05T08:31")
    first.enRoute = RecordTime("2024-01-05T08")
    first.cleared = RecordTime("2024-01-05")
    first.kind = "盗窃\n电动车"
    (first.priority, first.x, first.y, first.serviceMinutes) = (1, -121.493, 38.476, 0.1)
    first.isOnView = true
    first.flags = ["dateOnly", "missingArrival"]
    let records = [first, IncidentRecord(row: 7)]
    let text = IncidentFile.text(of: records)
    #expect(try IncidentFile.read(Array(text.utf8), name: "incidents.csv") == records)
    #expect(text.hasPrefix(Self.header + "\n2,"))
    #expect(text.hasSuffix("\n7,,,,,,,,,,,,false,\n"))
  }

  @Test func `Coarser kinds have columns where a record has them, and files without are read`() throws {
    var records = [2, 3, 4].map(IncidentRecord.init(row:))
    records[0].kind = "求助"
    (records[1].kind, records[1].kindGroup) = ("逃逸", "交通")
    let two = IncidentFile.text(of: records)
    #expect(two.hasPrefix("row,id,received,dispatched,enRoute,onScene,cleared,kind,kindGroup,priority,x,"))
    #expect(two.contains("\n3,,,,,,,逃逸,交通,,"))
    #expect(try IncidentFile.read(Array(two.utf8), name: "incidents.csv") == records)
    (records[2].kind, records[2].kindGroup, records[2].kindClass) = ("冒充客服", "诈骗", "刑事")
    let three = IncidentFile.text(of: records)
    #expect(three.contains(",kind,kindGroup,kindClass,priority,") && three.contains(",冒充客服,诈骗,刑事,,"))
    #expect(try IncidentFile.read(Array(three.utf8), name: "incidents.csv") == records)
    #expect(message(two + "5,a\n").contains("the row has 2 cells, not 15"))
    #expect(IncidentFile.text(of: [records[0]]).hasPrefix(Self.header + "\n"))
  }

  @Test func `Everything that is wrong is told with line and column`() {
    let text = Self.header + "\n2,a,yesterday,,,,,k,0,x,2,,maybe,\n1,b,,,,,,,,,,,false,\n3,c\n"
    let lines = message(text).split(separator: "\n").map(String.init)
    #expect(lines.count == 6)
    #expect(
      lines[0].hasPrefix("incidents.csv:2:5: error: received is 'yesterday'; write 2019-01-01T08:30:15"))
    #expect(
      lines[1] == "incidents.csv:2:21: error: priority is '0'; it has to be a whole number of 1 to 99")
    #expect(
      lines[2]
        == "incidents.csv:2:23: error: x is 'x'; it has to be a number of at most 1000000 in size, or empty")
    #expect(lines[3] == "incidents.csv:2:28: error: onView is 'maybe'; it has to be true or false")
    #expect(lines[4].hasPrefix("incidents.csv:3:1: error: row is '1'"))
    #expect(lines[5].hasPrefix("incidents.csv:4:1: error: the row has 2 cells, not 14"))
    #expect(message(text, in: .zh).contains("incidents.csv:2:23: 错误：x 为 'x'；应为绝对值不超过 1000000 的数，或留空"))
  }

  @Test func `Columns that are missing or too many are told`() {
    let found = message("row,id,received,Sort\n2,a,2024-01-01,b\n")
    #expect(found.contains("incidents.csv:1:17: error: there is no column 'Sort'"))
    #expect(found.contains("the column 'dispatched' is missing"))
    #expect(message("").contains("the file is empty"))
  }
}
