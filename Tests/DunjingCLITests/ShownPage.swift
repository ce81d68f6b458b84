import Foundation

/// What a page of the documentation shows to be done: files to write and commands to type, in order.
///
/// - A block of code right below a line that is nothing but a path in bold, as in **`town/grids.csv`**, is that file.
/// - In a block marked `console`, a line that begins with `$ ` is a command, also over several lines ended by `\`. The lines
///   up to the next command are what it prints, as `ShownOutput` reads them.
struct ShownPage {
  enum Step: Equatable {
    case file(path: String, text: String, line: Int)
    case command(text: String, output: [String], line: Int)
  }

  let path: String
  private(set) var steps: [Step] = []

  /// - Parameter path: the path below the root of the package, for messages.
  init(path: String, text: String) {
    self.path = path
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var (index, title): (Int, String?) = (0, nil)
    while index < lines.count {
      let line = lines[index]
      index += 1
      if line.hasPrefix("```") {
        let body = Array(lines[index...].prefix { $0 != "```" })
        if line.hasPrefix("```console") {
          steps += Self.commands(in: body, from: index + 1)
        } else if let title {
          steps.append(.file(path: title, text: body.map { $0 + "\n" }.joined(), line: index + 1))
        }
        index += body.count + 1
        title = nil
      } else if !line.isEmpty {
        title = line.wholeMatch(of: /\*\*`([^`]+)`\*\*/).map { String($0.1) }
      }
    }
  }

  /// A page of the package.
  init(_ path: String) throws {
    self.init(path: path, text: try MarkdownPage(path).text)
  }

  /// The commands of a block.
  /// - Parameter first: the number of its first line in the page, from 1.
  private static func commands(in block: [String], from first: Int) -> [Step] {
    var (steps, index): ([Step], Int) = ([], 0)
    while index < block.count {
      guard block[index].hasPrefix("$ ") else {
        index += 1
        continue
      }
      let line = first + index
      var text = String(block[index].dropFirst(2))
      index += 1
      while text.hasSuffix("\\"), index < block.count {
        text += "\n" + block[index]
        index += 1
      }
      let output = Array(block[index...].prefix { !$0.hasPrefix("$ ") })
      index += output.count
      steps.append(.command(text: text, output: output, line: line))
    }
    return steps
  }
}
