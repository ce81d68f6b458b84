import Foundation
import Testing

@testable import DunjingCLI

/// Pages in Chinese beside the English ones of the same name.
@Suite struct TranslatedPageTests {
  @Test(arguments: ["Records", "Calibration", "Backtest"])
  func `a page has the same numbers, code and commands in both languages`(name: String) throws {
    let english = try MarkdownPage("Documentation/\(name).md")
    let chinese = try MarkdownPage("Documentation/\(name).zh.md")
    #expect(english.numbers.count > 10 && english.codeWords.count > 8)
    #expect(english.numbers.symmetricDifference(chinese.numbers).sorted() == [])
    #expect(english.codeWords.symmetricDifference(chinese.codeWords).sorted() == [])
    #expect(english.commands == chinese.commands)
  }

  @Test(arguments: [
    "README", "Documentation/Tutorial", "Documentation/OwnStudy", "Documentation/Records",
    "Documentation/Calibration", "Documentation/Backtest"
  ])
  func `a page and its translation lead to each other`(name: String) throws {
    let file = (name as NSString).lastPathComponent
    #expect(try MarkdownPage("\(name).md").links.contains("\(file).zh.md"))
    #expect(try MarkdownPage("\(name).zh.md").links.contains("\(file).md"))
  }

  @Test func `pages in Chinese lead to pages in Chinese where there are any`() throws {
    let pages = try MarkdownPage.all()
    let paths = Set(pages.map(\.path))
    let translated = pages.filter { $0.path.hasSuffix(".zh.md") }
    #expect(translated.count >= 7)
    for page in translated {
      let folder = (page.path as NSString).deletingLastPathComponent
      let own = page.path.replacing(".zh.md", with: ".md")
      let astray = page.links.map { link in
        NSString(string: "\(folder)/\(link.prefix { $0 != "#" })").standardizingPath
      }
      .map { $0.hasPrefix("/") ? String($0.dropFirst()) : $0 }
      .filter { target in
        target.hasSuffix(".md") && target != own && paths.contains(target.dropLast(3) + ".zh.md")
      }
      #expect(astray == [], "\(page.path) leads to pages that are there in Chinese")
    }
  }
}
