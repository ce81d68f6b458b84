import Dunjing
import Foundation

/// A format of reports.
enum ReportFormat: String, CaseIterable {
  case html
  case pdf
  case md
  case csv
  case geojson
  case json

  /// Reads a list such as `html,pdf`, or `all`.
  static func list(_ text: String) throws -> [ReportFormat] {
    let names = text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
    if names == ["all"] { return allCases }
    let formats = names.compactMap(ReportFormat.init)
    guard !formats.isEmpty, formats.count == names.count else {
      let unknown = names.first { ReportFormat(rawValue: $0) == nil } ?? text
      let known = allCases.map(\.rawValue)
      throw CommandFault(
        zh: "--format 应为 \(known.listed.zh) 之一或其中几个（以逗号分隔），或单独一个 all，而不是 \(unknown)。",
        en:
          "--format has to be some of \(known.listed.en), separated by commas, or all by itself, not "
          + "\(unknown).")
    }
    return allCases.filter(formats.contains)
  }
}
