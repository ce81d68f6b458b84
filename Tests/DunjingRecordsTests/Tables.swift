import DunjingRecords
import DunjingScenario
import DunjingTestSupport
import Foundation
import Testing

/// Small tables of calls, written in the tests.
enum CallTable {
  /// A table of all stages, a kind, a priority and a position.
  static let header =
    "id,received,dispatched,en route,on scene,cleared,kind,priority,longitude,latitude,source"

  /// A row in which nothing is wrong.
  static func plain(_ number: Int) -> String {
    let minute = number < 10 ? "0\(number)" : "\(number)"
    return
      "n\(number),2024-03-04 08:\(minute):00,2024-03-04 08:\(minute):30,2024-03-04 09:00:00,2024-03-04 09:05:00,"
      + "2024-03-04 09:30:00,theft,2,125.3\(minute)1,43.8\(minute)1,phone"
  }

  /// Forty rows in which nothing is wrong, and others below.
  static func text(with rows: [String]) -> String {
    ([header] + (10..<50).map(plain) + rows).joined(separator: "\n") + "\n"
  }

  static func table(_ text: String) -> ImportTable { ImportTable(name: "calls.csv", bytes: Array(text.utf8)) }

  static func audit(_ text: String, _ settings: IncidentImport = IncidentImport()) throws -> IncidentAudit {
    try settings.audit(table(text))
  }

  /// The message of a table that cannot be read, in a language.
  static func message(
    _ text: String, _ settings: IncidentImport = IncidentImport(), in language: TextLanguage = .en
  ) -> String {
    message(Array(text.utf8), settings, in: language)
  }

  static func message(
    _ bytes: [UInt8], _ settings: IncidentImport = IncidentImport(), in language: TextLanguage = .en
  ) -> String {
    do throws(InvalidScenario) {
      _ = try settings.audit(ImportTable(name: "calls.csv", bytes: bytes))
      return ""
    } catch {
      return error.text(in: language)
    }
  }

  static func shared(_ path: String) throws -> ImportTable {
    ImportTable(name: path, bytes: [UInt8](try Data(contentsOf: SharedData.url(path))))
  }
}
