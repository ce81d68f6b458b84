import Foundation
import Testing

@testable import DunjingCLI

/// The pages that readers follow step by step do what they say.
@Suite struct TutorialTests {
  private func faults(
    of page: ShownPage, locale: String = "C.UTF-8", isSilenceFree: Bool = false,
    leavingOut: (String) -> Bool = { _ in false }
  ) throws -> [String] {
    let program = try Program()
    defer { program.remove() }
    try FileManager.default.createSymbolicLink(
      at: program.url("scenarios"), withDestinationURL: MarkdownPage.root.appendingPathComponent("scenarios"))
    return try ShownPageRun(program: program, locale: locale, isSilenceFree: isSilenceFree)
      .faults(of: page, leavingOut: leavingOut)
  }

  @Test(arguments: [
    ("Documentation/Tutorial.md", "C.UTF-8"), ("Documentation/Tutorial.zh.md", "zh_CN.UTF-8")
  ])
  func `everything in the tutorial comes out as it is shown`(path: String, locale: String) throws {
    let page = try ShownPage(path)
    #expect(page.steps.count > 25)
    let faults = try faults(of: page, locale: locale)
    #expect(faults.isEmpty, "\(faults.joined(separator: "\n\n"))")
  }

  @Test(arguments: ["README", "Documentation/Tutorial", "Documentation/OwnStudy"])
  func `a page takes the same steps in both languages`(name: String) throws {
    func steps(_ path: String) throws -> [String] {
      try ShownPage(path).steps.map { step in
        switch step {
        case .file(let path, _, _): path
        case .command(let text, _, _) where text.hasPrefix("dunjing"):
          ShellWords.split(text).joined(separator: " ").replacing("--language zh", with: "--language en")
        case .command(let text, _, _): String(text.prefix { $0 != " " })
        }
      }
    }
    #expect(try steps("\(name).md") == steps("\(name).zh.md"))
  }

  @Test(arguments: [
    ("Documentation/OwnStudy.md", "C.UTF-8"), ("Documentation/OwnStudy.zh.md", "zh_CN.UTF-8")
  ])
  func `the page on a study of one's own does what it says`(path: String, locale: String) throws {
    let page = try ShownPage(path)
    #expect(page.steps.count >= 5)
    // Other tests play each template.
    let faults = try faults(of: page, locale: locale, isSilenceFree: true) { $0.hasPrefix("dunjing run ") }
    #expect(faults.isEmpty, "\(faults.joined(separator: "\n\n"))")
  }

  @Test(arguments: [("README.md", "C.UTF-8"), ("README.zh.md", "zh_CN.UTF-8")])
  func `the five minutes of the first page are as it says`(path: String, locale: String) throws {
    let page = try ShownPage(path)
    let quick = ["cp ", "grep ", "sed ", "$dunjing validate "]
    let commands = page.steps.compactMap { step -> String? in
      guard case .command(let text, _, _) = step, quick.contains(where: text.hasPrefix) else { return nil }
      return text
    }
    #expect(commands.count == 4, "\(commands)")
    let faults = try faults(of: page, locale: locale, isSilenceFree: true) { !commands.contains($0) }
    #expect(faults.isEmpty, "\(faults.joined(separator: "\n\n"))")
  }

  @Test func `the first page in Chinese has no number that the English one has not`() throws {
    let numbers = try MarkdownPage("README.zh.md").numbers
    #expect(numbers.count > 20)
    let others = numbers.subtracting(try MarkdownPage("README.md").numbers).sorted()
    #expect(others.isEmpty, "\(others)")
  }

  @Test func `a page that is wrong is found, with line and difference`() throws {
    let page = ShownPage(
      path: "page.md",
      text: """
        **`notes/list.txt`**

        ```text
        one 12
        two 34
        ```

        ```console
        $ cat notes/list.txt
        one 12
        two 35
        $ head -n 1 notes/list.txt
        one 12
        $ cat nothing.txt
        …
        $ dunjing validate nosuch
        nosuch: error: …
        …
        $ rm notes/list.txt
        ```
        """)
    let faults = try faults(of: page)
    try #require(faults.count == 3)
    #expect(faults[0] == "page.md:9: $ cat notes/list.txt\n  one 12\n- two 35\n+ two 34")
    #expect(faults[1].hasPrefix("page.md:14: $ cat nothing.txt\nended with 1\n"))
    #expect(faults[2] == "page.md:19: $ rm notes/list.txt\nmay not use rm")
  }

  @Test(arguments: [
    (["a", "b"], "a\nb\n", true), (["a"], "a\nb\n", false), (["a", "…"], "a\nb\nc\n", true),
    (["…", "c"], "a\nb\nc\n", true), (["a", "…", "b"], "a\nb\n", true), (["…"], "", true),
    (["a", "…", "d"], "a\nb\nc\n", false), ([], "a\n", false), (["a"], "", false),
    (["Done in … s."], "Done in 3.2 s.\n", true), (["Done in … s."], "Done in 3.2 s. Late\n", false),
    (["…/out/report"], "/home/me/out/report\n", true), (["1…2…3"], "132\n", false)
  ])
  func `an ellipsis stands for what may differ, and for nothing else`(
    shown: [String], printed: String, isRight: Bool
  ) {
    #expect(ShownOutput(shown: shown, printed: printed).isRight == isRight)
  }
}
