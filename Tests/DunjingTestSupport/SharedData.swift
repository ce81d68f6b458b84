import Foundation

/// The folder of reference data, which is not part of the package.
///
/// `DUNJING_SHARED` names it; by default it is `shared` beside the package.
package enum SharedData {
  package static func url(_ path: String) -> URL {
    let shared = ProcessInfo.processInfo.environment["DUNJING_SHARED"].map { URL(fileURLWithPath: $0) }
    let folder = shared ?? PackageFolder.root.deletingLastPathComponent().appendingPathComponent("shared")
    return folder.appendingPathComponent("data").appendingPathComponent(path)
  }

  package static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: url(path).path)
  }

  package static func numbers(_ path: String) throws -> [Double] {
    try String(contentsOf: url(path), encoding: .utf8).split(whereSeparator: \.isWhitespace).compactMap {
      Double($0)
    }
  }
}
