import DunjingRecords
import DunjingScenario
import DunjingTestSupport
import Foundation
import Testing

/// Published tables of calls, against counts of a script that knows nothing of this program.
@Suite struct SharedTableTests {
  private static let sacramento = "cad/sacramento_jan2019_first5000.csv"
  private static let seattle = "cad/seattle_2018_2023_221calls.csv"
  private static let glasgow = "glasgow/incidents_week1.csv"
  static let areThere = [sacramento, seattle, glasgow].allSatisfy(SharedData.exists)

  private typealias Counts = [String: [String: Double]]

  /// Runs `count.py` beside this file.
  private func counts() throws -> Counts {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "count.py")
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", script.path, SharedData.url("").path]
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "python3 is needed to count")
    let top = try #require(try JSONSerialization.jsonObject(with: data) as? [String: [String: Any]])
    return top.mapValues { $0.compactMapValues { $0 as? Double } }
  }

  private func audit(_ path: String) throws -> IncidentAudit {
    var settings = IncidentImport()
    settings.startDate = CalendarDay(year: 2022, month: 7, day: 6)
    return try settings.audit(try CallTable.shared(path))
  }

  private func own(_ audit: IncidentAudit) -> [String: Double] {
    let negative = audit.records.count { record in
      [.negativeDispatch, .negativeTurnout, .negativeTravel, .negativeScene].contains { record.has($0) }
    }
    var counts = ["rows": Double(audit.records.count), "negative": Double(negative)]
    let findings: [AuditFinding] = [
      .dateOnly, .missingDispatched, .missingEnRoute, .missingArrival, .missingCleared, .duplicate, .onView,
      .noPosition
    ]
    for finding in findings { counts[finding.rawValue] = Double(audit.rows(with: finding)) }
    for stage in audit.stages where stage.interval == .response || stage.interval == .service {
      let name = stage.interval.rawValue
      if stage.interval == .response || stage.count > 0 { counts["\(name)s"] = Double(stage.count) }
      counts["\(name)Median"] = stage.median
      counts["\(name)P90"] = stage.ninthDecile
    }
    return counts
  }

  @Test(.enabled(if: areThere, "the shared data are not there"))
  func `The counts of the audit are those of a spreadsheet`() throws {
    let counts = try counts()
    for (name, path) in [
      ("sacramento", Self.sacramento), ("seattle", Self.seattle), ("glasgow", Self.glasgow)
    ] {
      let (theirs, ours) = (try #require(counts[name]), own(try audit(path)))
      #expect(Set(theirs.keys) == Set(ours.keys))
      for (key, value) in theirs {
        #expect(abs((ours[key] ?? .nan) - value) < 1e-6, "\(name): \(key)")
      }
    }
  }

  @Test(.enabled(if: areThere, "the shared data are not there"))
  func `The documentation has the counts of the script`() throws {
    let counts = try counts()
    for name in ["Records.md", "Records.zh.md"] {
      let page = PackageFolder.root.appendingPathComponent("Documentation/\(name)")
      let text = try String(contentsOf: page, encoding: .utf8)
      for key in [
        "rows", "dateOnly", "missingArrival", "duplicate", "onView", "negative", "noPosition", "responses"
      ] {
        let cells = ["sacramento", "seattle", "glasgow"].map { "\(Int(counts[$0]?[key] ?? -1))" }
        #expect(
          text.contains("| `\(key)` | \(cells.joined(separator: " | ")) |"), "\(name), \(key): \(cells)")
      }
    }
  }

  @Test(.enabled(if: areThere, "the shared data are not there"))
  func `Real tables are read whole, and what was written is read again`() throws {
    let presets: [(String, ColumnPreset)] = [
      (Self.sacramento, .arcGIS), (Self.seattle, .queued), (Self.glasgow, .dayAndHour)
    ]
    for (path, preset) in presets {
      let audit = try audit(path)
      #expect(audit.preset == preset && audit.unreadableCount == 0 && audit.jumps.isEmpty)
      #expect(audit.records.enumerated().allSatisfy { $0 + 2 == $1.row })
      let bytes = Array(IncidentFile.text(of: audit.records).utf8)
      #expect(try IncidentFile.read(bytes, name: "incidents.csv") == audit.records)
    }
  }

  @Test(.enabled(if: areThere, "the shared data are not there"))
  func `Without its preset a table is read the same by names and contents`() throws {
    let table = try CallTable.shared(Self.seattle)
    let renamed = String(decoding: table.bytes, as: UTF8.self)
      .replacing("Initial Call Type", with: "First Call Type")
    let audit = try IncidentImport().audit(ImportTable(name: "renamed", bytes: Array(renamed.utf8)))
    #expect(audit.preset == nil && audit.mapping.allSatisfy(\.isGuess))
    #expect(audit.records == (try IncidentImport().audit(table)).records)
  }
}
