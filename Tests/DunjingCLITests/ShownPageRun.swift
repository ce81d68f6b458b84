import Foundation

/// Does what a page shows, in a folder of its own, and says where the page is wrong.
///
/// Commands are run by bash one by one, with the program built beside the tests as `dunjing`. What they print, errors included,
/// has to be what the page shows; and they have to succeed, unless the page shows an error.
struct ShownPageRun {
  /// What pages may use beside `dunjing`, so that they work on every machine and touch nothing outside of the folder.
  static let tools: Set<String> = ["$dunjing", "cat", "cp", "dunjing", "grep", "head", "ls", "mkdir", "sed"]

  let program: Program
  /// The locale of messages.
  let locale: String
  /// Whether commands without output in the page may print.
  var isSilenceFree = false

  /// Where the page is wrong: page, line, command and difference; empty if it is right.
  func faults(of page: ShownPage, leavingOut: (String) -> Bool = { _ in false }) throws -> [String] {
    var faults: [String] = []
    for step in page.steps {
      switch step {
      case .file(let path, let text, _):
        let file = program.url(path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try program.write(text, to: path)
      case .command(let text, let output, let line):
        guard !leavingOut(text) else { continue }
        if let fault = try fault(of: text, showing: output) {
          faults.append("\(page.path):\(line): $ \(text)\n\(fault)")
        }
      }
    }
    return faults
  }

  private func fault(of command: String, showing output: [String]) throws -> String? {
    let unknown = Self.words(of: command).filter { !Self.tools.contains($0) }
    guard unknown.isEmpty else { return "may not use \(unknown.joined(separator: ", "))" }
    let (status, printed) = try run(command)
    let isError = output.contains { $0.contains("error:") || $0.contains("错误") }
    guard (status != 0) == isError else { return "ended with \(status)\n\(printed)" }
    let shown = ShownOutput(shown: output, printed: printed)
    return shown.isRight || isSilenceFree && output.isEmpty ? nil : shown.difference
  }

  /// The first word of each part of a pipe; a comment is none.
  private static func words(of command: String) -> [String] {
    var (parts, quote, before): ([String], Character?, Character) = ([""], nil, " ")
    for letter in command {
      if quote == nil && letter == "#" && before == " " { break }
      if quote == nil && letter == "|" {
        parts.append("")
      } else {
        parts[parts.count - 1].append(letter)
      }
      if letter == quote {
        quote = nil
      } else if quote == nil && (letter == "'" || letter == "\"") {
        quote = letter
      }
      before = letter
    }
    return parts.compactMap { ShellWords.split($0).first }
  }

  /// Runs a command; what it prints and its errors come in the order in which they are written.
  private func run(_ command: String) throws -> (Int32, String) {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let outcome = try program.run(
      URL(fileURLWithPath: "/bin/bash"), ["-c", "exec 2>&1\n" + command],
      [
        "LANG": locale, "LC_COLLATE": "C", "dunjing": "dunjing",
        "PATH": "\(Bundle.main.bundleURL.path):\(path)"
      ])
    return (outcome.status, outcome.output)
  }
}
