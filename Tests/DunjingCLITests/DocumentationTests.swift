import ArgumentParser
import Foundation
import Testing

@testable import DunjingCLI

/// What the documentation says exists: pages, headings, commands and their options.
@Suite struct DocumentationTests {
  @Test func `every link leads to a page and a heading that are there`() throws {
    let pages = try MarkdownPage.all()
    #expect(pages.count > 20)
    let anchors = Dictionary(uniqueKeysWithValues: pages.map { ($0.path, $0.anchors) })
    for page in pages {
      for link in page.links {
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
          .map(String.init)
        let folder = (page.path as NSString).deletingLastPathComponent
        let linked = NSString(string: "\(folder)/\(parts[0])").standardizingPath
        let target = parts[0].isEmpty ? page.path : linked
        let path = target.hasPrefix("/") ? String(target.dropFirst()) : target
        #expect(
          FileManager.default.fileExists(atPath: MarkdownPage.root.appendingPathComponent(path).path),
          "\(page.path): \(link)")
        guard parts.count > 1, let known = anchors[path] else { continue }
        #expect(known.contains(parts[1]), "\(page.path): \(link) has no such heading")
      }
    }
  }

  @Test func `every command in the documentation is one that dunjing understands`() throws {
    let pages = try MarkdownPage.all()
    #expect(pages.flatMap(\.commands).count > 30)
    for page in pages {
      for command in page.commands {
        #expect(throws: Never.self, "\(page.path): dunjing \(command.joined(separator: " "))") {
          try DunjingCommand.parseAsRoot(command)
        }
      }
    }
  }

  @Test func `every command has examples in its help, and they are understood`() throws {
    for leaf in CommandTree.all where leaf.command.configuration.subcommands.isEmpty {
      let (name, command) = (leaf.words.joined(separator: " "), leaf.command)
      let lines = command.configuration.discussion.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { $0.hasPrefix("  ") }
        // Some examples have a note in a column of its own.
        .map {
          $0.drop(while: \.isWhitespace).prefix(
            upTo: $0.firstRange(of: #/\S {3,}/#)?.upperBound ?? $0.endIndex)
        }
      let examples = ShellWords.commands(in: lines)
      #expect(!examples.isEmpty, "\(name) has no example")
      for example in examples {
        #expect(throws: Never.self, "\(name): dunjing \(example.joined(separator: " "))") {
          try DunjingCommand.parseAsRoot(example)
        }
      }
    }
  }

  @Test func `words of a shell are split as a shell does`() {
    #expect(
      ShellWords.split("dunjing run a --set \"b = 1\"  --x 'c d' # note")
        == ["dunjing", "run", "a", "--set", "b = 1", "--x", "c d"])
    #expect(ShellWords.split("dunjing schema > file") == ["dunjing", "schema"])
  }
}
