import DunjingTestSupport
import Foundation
import Testing

/// Everything that commands and faults say, in both languages, as one golden text: what is said differently shows there, and
/// with it whether the other language says it too.
///
/// The report has golden files of its own, and keys of scenario.yaml are described in Documentation/Scenario.md.
@Suite struct MessageCatalogTests {
  /// Texts by file, in the order of the names.
  private static let catalog = Result { try texts() }

  private static func texts() throws -> [(file: String, texts: [SourceText])] {
    try PackageFolder.sources().map { (String($0.path.dropFirst("Sources/".count)), $0.text) }
      .filter { path, _ in !["DunjingReport/", "DunjingScenario/Schema/"].contains { path.hasPrefix($0) } }
      .map { path, text in (path, SourceScanner(text).texts()) }
      .filter { !$0.1.isEmpty }
  }

  @Test func `what commands and faults say is as in the golden file`() throws {
    let catalog = try Self.catalog.get()
    #expect(catalog.reduce(0) { $0 + $1.texts.count } > 700)
    let text = catalog.map { file, texts in
      "## \(file)\n" + texts.map { "zh \($0.zh)\nen \($0.en)\n" }.joined(separator: "\n")
    }.joined(separator: "\n")
    let difference = try GoldenText.difference(of: text, from: "messages.txt")
    #expect(difference == nil)
  }

  @Test func `Chinese is punctuated as Chinese`() throws {
    for (file, texts) in try Self.catalog.get() {
      for text in texts {
        let plain = text.zh.replacing(/\{[^}]*\}|“键: 值”/) { _ in "" }
        let half = plain.firstMatch(
          of: /\p{Han}[;!?]|\p{Han},(?:\s|\p{Han})|\p{Han}[.:](?:\s|$)|[,;!?]\p{Han}/)
        #expect(half == nil, "\(file): \(text.zh)")
      }
    }
  }

  @Test func `what is not the same in both languages is said in both`() throws {
    for (file, texts) in try Self.catalog.get() {
      for text in texts where text.en.contains(/[a-z]{3,} [a-z]{3,} [a-z]{3,}/) {
        #expect(text.zh.contains(/\p{Han}/), "\(file): \(text.en)")
        #expect(!text.en.contains(/\p{Han}{2,}.*\p{Han}{6,}/), "\(file): \(text.en)")
      }
    }
  }

  @Test func `texts are found in sources as they are written`() {
    let source = #"""
      let a = LocalizedText(zh: "甲 \(f("(", 1))", en: "A \(f("(", 1))")
      throw CommandFault(
        zh: "乙" + "丙",
        en:
          "B " + "C")
      help: ArgumentHelp(zh: "帮助", en: "help")
      Self.message("错", "改", "wrong", "write")
      LocalizedText(zh: name, en: name)
      """#
    #expect(
      SourceScanner(source).texts() == [
        SourceText(zh: #"甲 \(f("(", 1))"#, en: #"A \(f("(", 1))"#),
        SourceText(zh: "乙丙", en: "B C", isRefusal: true),
        SourceText(zh: "错；改", en: "wrong; write", isRefusal: true)
      ])
  }
}
