import Foundation
import Testing

@testable import DunjingCLI

/// `Documentation/README.md` leads to every page.
@Suite struct DocumentationIndexTests {
  @Test func `every page is in the index`() throws {
    let index = try MarkdownPage("Documentation/README.md")
    let linked = Set(
      index.links.map { link in
        let path = String(link.prefix { $0 != "#" })
        return NSString(string: "Documentation/\(path)").standardizingPath
      })
    let pages = try MarkdownPage.all().map(\.path).filter {
      $0.hasPrefix("Documentation/") && $0 != index.path
    }
    #expect(pages.count > 40)
    #expect(pages.filter { !linked.contains($0) } == [], "not in Documentation/README.md")
    let examples = try FileManager.default.contentsOfDirectory(
      atPath: MarkdownPage.root.appendingPathComponent("Documentation/Examples").path)
    #expect(examples.allSatisfy { linked.contains("Documentation/Examples/\($0)") }, "\(examples)")
  }

  @Test func `every room with algorithms has a row in the index`() throws {
    let text = try MarkdownPage("Documentation/README.md").text
    // Rooms without algorithms of their own: files, formats, commands, the solver behind a contract.
    let others: Set = [
      "Dunjing", "DunjingCLI", "DunjingCbc", "DunjingDense", "DunjingGenerator", "DunjingLinear",
      "DunjingNumerics",
      "DunjingParallel", "DunjingRecords", "DunjingReport", "DunjingScenario", "DunjingStore", "DunjingWork",
      "DunjingWorker"
    ]
    let rooms = try FileManager.default.contentsOfDirectory(
      atPath: MarkdownPage.root.appendingPathComponent("Sources").path
    ).filter { $0.hasPrefix("Dunjing") && !others.contains($0) }
    #expect(rooms.count > 10)
    #expect(rooms.filter { !text.contains("`\($0)`") }.sorted() == [])
  }

  @Test func `pages on algorithms state assumptions, equations, sources and cost`() throws {
    let text = try MarkdownPage("Documentation/README.md").text
    let start = try #require(text.range(of: "## Which page states an algorithm"))
    let names = Set(text[start.upperBound...].matches(of: /\(([A-Z]\w+\.md)/).map { String($0.1) })
    #expect(names.count >= 10)
    for name in names.sorted() {
      let page = try MarkdownPage("Documentation/\(name)").text.lowercased()
      for word in ["assumption", "equation", "source", "cost"] {
        #expect(page.contains(word), "Documentation/\(name) has no \(word)s")
      }
    }
  }
}
