import Foundation

/// A text that has to stay as it is in a file that was read and approved, in the folder `Golden` beside the tests.
///
/// With `DUNJING_UPDATE_GOLDEN=1` the file is written anew; look at what changed in it before it is committed.
package enum GoldenText {
  /// Returns where a text and its file part, or nil where they are the same.
  /// - Parameter tests: the file of the tests.
  package static func difference(
    of text: String, from name: String, beside tests: String = #filePath
  ) throws -> String? {
    let file = URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent(
      "Golden/\(name)")
    if ProcessInfo.processInfo.environment["DUNJING_UPDATE_GOLDEN"] != nil {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let (found, approved) = (lines(text), lines(try String(contentsOf: file, encoding: .utf8)))
    for (number, (line, other)) in zip(found, approved).enumerated() where line != other {
      return "line \(number + 1) of \(name) is \(line), not \(other)"
    }
    return found.count == approved.count ? nil : "\(name) has \(approved.count) lines, not \(found.count)"
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
