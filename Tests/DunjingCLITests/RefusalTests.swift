import DunjingParallel
import DunjingTestSupport
import Foundation
import Testing

/// What the program says to those who do something wrong, word for word in both languages, in `Golden/Refusals`.
///
/// A new case is two lines, a title and a command, in one of the files; `DUNJING_UPDATE_GOLDEN=1` adds what is answered.
@Suite struct RefusalTests {
  private static let names = ["commands", "imports", "searches", "study"]

  private static func recorded(_ name: String) throws -> String {
    let path = "Tests/DunjingCLITests/Golden/Refusals/\(name).txt"
    return try String(contentsOf: PackageFolder.root.appendingPathComponent(path), encoding: .utf8)
  }

  @Test(arguments: names)
  func `what is wrong is answered as in the golden file, and nothing is left behind`(name: String)
    async throws
  {
    let recorded = try Self.recorded(name)
    let cases = RefusalCase.cases(in: recorded)
    let head = try #require(recorded.components(separatedBy: "\n## ").first)
    let texts = try Parallel.map(cases.count, threads: 2) { number in Result { try cases[number].played() } }
      .map { try $0.get() }
    #expect(texts.count > 20)
    let difference = try GoldenText.difference(
      of: ([head] + texts).joined(separator: "\n"), from: "Refusals/\(name).txt")
    #expect(difference == nil)
  }

  @Test func `every text of a refusal is answered to some case in both languages, or has a reason why not`()
    throws
  {
    let answers = try RecordedAnswers(Self.names.map(Self.recorded))
    let reasons = try Self.recorded("unprovoked").split(separator: "\n").filter { $0.contains(" | ") }
    var unused = Set(reasons)
    for (path, source) in try PackageFolder.sources() {
      for text in SourceScanner(source, path: path).texts() where text.isRefusal {
        let reason = reasons.first {
          "\(path.dropFirst("Sources/".count)): \(text.en)".hasPrefix($0.components(separatedBy: " | ")[0])
        }
        if let reason { unused.remove(reason) }
        #expect(answers.have(text) || reason != nil, "\(path): \(text.en)")
      }
    }
    #expect(unused.isEmpty)
  }
}

/// All that is answered in files of refusals.
private struct RecordedAnswers {
  private let lines: [String: [String]]

  init(_ files: [String]) {
    let all = files.flatMap { $0.components(separatedBy: "\n") }
    lines = Dictionary(
      uniqueKeysWithValues: ["en", "zh"].map { language in
        (language, all.filter { $0.hasPrefix("\(language)> ") }.map { String($0.dropFirst(4)) })
      })
  }

  /// Whether a text is answered in both languages: what it has between its interpolations comes in a line, in order.
  func have(_ text: SourceText) -> Bool {
    isFound(text.en, in: lines["en"] ?? []) && isFound(text.zh, in: lines["zh"] ?? [])
  }

  private func isFound(_ text: String, in lines: [String]) -> Bool {
    let pieces = SourceScanner.pieces(of: text).filter { !$0.isEmpty }
    // What has no letter of its own is a part of a text, and says nothing by itself.
    guard pieces.joined().contains(where: \.isLetter) else { return true }
    return lines.contains { line in
      var rest = line[...]
      for piece in pieces {
        guard let range = rest.range(of: piece) else { return false }
        rest = rest[range.upperBound...]
      }
      return true
    }
  }
}
