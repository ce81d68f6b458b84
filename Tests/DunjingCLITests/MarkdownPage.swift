import DunjingTestSupport
import Foundation

/// A page of the documentation, taken apart as far as tests need it.
struct MarkdownPage {
  /// The path below the root of the package.
  let path: String
  let text: String

  static var root: URL { PackageFolder.root }

  init(_ path: String) throws {
    self.path = path
    text = try String(contentsOf: Self.root.appendingPathComponent(path), encoding: .utf8)
  }

  /// All pages of the package that people read.
  static func all() throws -> [MarkdownPage] {
    let names = try FileManager.default.subpathsOfDirectory(
      atPath: root.appendingPathComponent("Documentation").path
    )
    .map { "Documentation/\($0)" }
    let scenarios = try FileManager.default.subpathsOfDirectory(
      atPath: root.appendingPathComponent("scenarios").path
    )
    .map { "scenarios/\($0)" }
    return try
      ([
        "README.md", "README.zh.md", "CONTRIBUTING.md", "CHANGELOG.md", "benchmarks/README.md"
      ] + names + scenarios)
      .filter { $0.hasSuffix(".md") }.sorted().map(MarkdownPage.init)
  }

  /// The lines outside and inside of blocks of code.
  private var lines: (prose: [Substring], code: [Substring]) {
    var (prose, code, isCode): ([Substring], [Substring], Bool) = ([], [], false)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isCode.toggle()
      } else if isCode || line.hasPrefix("    ") {
        code.append(line)
      } else {
        prose.append(line)
      }
    }
    return (prose, code)
  }

  /// The targets of links, without those to other machines.
  var links: [String] {
    lines.prose.joined(separator: "\n").matches(of: /\]\(([^)\s]+)\)/).map { String($0.1) }
      .filter { !$0.hasPrefix("http://") && !$0.hasPrefix("https://") }
  }

  /// What links to headings call them: lower case, hyphens for spaces, without punctuation.
  var anchors: Set<String> {
    Set(
      lines.prose.compactMap { line in
        guard let match = line.wholeMatch(of: /#{1,6} +(.*)/) else { return nil }
        let kept = match.1.lowercased().filter {
          $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "_"
        }
        return String(kept.map { $0 == " " ? "-" : $0 })
      })
  }

  /// The numbers in the text and in blocks of code, as they are written, without commas between thousands.
  var numbers: Set<String> {
    let plain = text.replacing(/([0-9]),(?=[0-9]{3}(?![0-9]))/) { $0.1 }
    return Set(plain.matches(of: /[0-9]+(?:\.[0-9]+)?/).map { String($0.0) })
  }

  /// What is set as code in the text.
  var codeWords: Set<String> { Set(lines.prose.flatMap { $0.matches(of: /`([^`]+)`/).map { String($0.1) } }) }

  /// The `dunjing` commands in blocks of code.
  var commands: [[String]] { ShellWords.commands(in: lines.code) }
}

/// The words of a line of a shell, as far as documentation uses them.
enum ShellWords {
  static func split(_ line: String) -> [String] {
    var (words, word, quote): ([String], String?, Character?) = ([], nil, nil)
    for letter in line {
      if let open = quote {
        if letter == open { quote = nil } else { word?.append(letter) }
      } else if letter == "\"" || letter == "'" {
        quote = letter
        word = word ?? ""
      } else if letter == " " {
        if let done = word { words.append(done) }
        word = nil
      } else if letter == "#" && word == nil {
        break
      } else if letter == ">" && word == nil {
        break
      } else {
        word = (word ?? "") + String(letter)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }

  /// The `dunjing` commands that stand in lines of their own, each as its words without the first; those that show a form of
  /// a command are left out.
  static func commands(in lines: [Substring]) -> [[String]] {
    var commands: [[String]] = []
    var rest = lines[...]
    while let line = rest.popFirst() {
      var command = line.trimmingCharacters(in: .whitespaces)
      if command.hasPrefix("$ ") { command.removeFirst(2) }
      if command.hasPrefix("$dunjing ") { command.removeFirst() }
      guard command.hasPrefix("dunjing ") else { continue }
      while command.hasSuffix("\\"), let next = rest.popFirst() {
        command = command.dropLast() + next.trimmingCharacters(in: .whitespaces)
      }
      if !command.contains("…"), !command.contains("["), !command.contains("|") {
        commands.append(Array(split(command).dropFirst()))
      }
    }
    return commands
  }
}
