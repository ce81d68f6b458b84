import Foundation
import Testing

/// A text that has to stay as it is in a file beside the tests.
///
/// With `DUNJING_UPDATE_GOLDEN=1` the file is written anew; look at what changed in it before it is committed.
enum GoldenText {
  /// Compares line by line and names the first one that differs.
  static func expect(_ text: String, asIn name: String) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden/\(name)")
    if ProcessInfo.processInfo.environment["DUNJING_UPDATE_GOLDEN"] != nil {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let found = lines(text)
    let expected = lines(try String(contentsOf: file, encoding: .utf8))
    let first = zip(found, expected).enumerated().first { $0.element.0 != $0.element.1 }
    if let first {
      Issue.record("\(name):\(first.offset + 1) is \(first.element.0), not \(first.element.1)")
    } else {
      #expect(found.count == expected.count, "\(name): one text goes on where the other ends")
    }
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
