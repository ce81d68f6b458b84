import Foundation

/// The folder of the package that is tested.
package enum PackageFolder {
  /// Its root.
  package static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The files of the rooms, by their path below the root, in the order of the paths.
  package static func sources() throws -> [(path: String, text: String)] {
    try FileManager.default.subpathsOfDirectory(atPath: root.appendingPathComponent("Sources").path)
      .filter { $0.hasPrefix("Dunjing") && $0.hasSuffix(".swift") }.sorted().map { name in
        let path = "Sources/\(name)"
        return (path, try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8))
      }
  }
}
