import Foundation

/// The folder of reference data, which is not part of the package.
///
/// `DUNJING_SHARED` names it; by default it is `shared` beside the package.
enum SharedData {
  static func url(_ path: String) -> URL {
    let shared = ProcessInfo.processInfo.environment["DUNJING_SHARED"].map { URL(fileURLWithPath: $0) }
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = shared ?? package.deletingLastPathComponent().appendingPathComponent("shared")
    return folder.appendingPathComponent("data").appendingPathComponent(path)
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: url(path).path)
  }
}
