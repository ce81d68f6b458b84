import Foundation

/// Something that a user does wrong: commands that lead there, and the last one, which the program refuses or warns of.
struct RefusalCase: Sendable {
  /// What is wrong, in plain words.
  let title: String
  /// The commands, for bash; the last one is the one that is answered.
  let commands: [String]

  /// The cases of a file: `## title`, `$ command`, `+ further line of the command`; other lines are what was answered.
  static func cases(in text: String) -> [RefusalCase] {
    text.components(separatedBy: "\n## ").dropFirst().map { part in
      let lines = part.split(separator: "\n")
      var commands: [String] = []
      for line in lines.dropFirst() {
        if line.hasPrefix("$ ") { commands.append(String(line.dropFirst(2))) }
        if line.hasPrefix("+ ") { commands[commands.count - 1] += "\n" + line.dropFirst(2) }
      }
      return RefusalCase(title: String(lines[0]), commands: commands)
    }
  }

  /// Does it in both languages, and returns it as the file has it, with what was answered.
  ///
  /// Where the program refuses, everything has to be as it was before.
  func played() throws -> String {
    let program = try Program()
    defer {
      program.remove()
      try? FileManager.default.removeItem(atPath: program.folder.path + "-home")
    }
    for command in commands.dropLast() {
      let outcome = try run("set -eo pipefail\n" + command, in: program, "C.UTF-8")
      guard outcome.status == 0 else { throw Failure(title: title, reason: "\(command)\n\(outcome.errors)") }
    }
    let before = try FolderImage(program.folder)
    // Through a pipe: a case may allow no file of more than some bytes, and what is printed goes to one here.
    let last = "set -o pipefail\n(\n\(commands[commands.count - 1])\n) 2>&1 >/dev/null | cat"
    let answers = try ["C.UTF-8", "zh_CN.UTF-8"].map { try run(last, in: program, $0) }
    guard answers[0].status == answers[1].status else {
      throw Failure(title: title, reason: "the status depends on the language")
    }
    if answers[0].status != 0, let change = try FolderImage(program.folder).change(from: before) {
      throw Failure(title: title, reason: "refused, and yet \(change) is not as before")
    }
    return text(answers, in: program.folder)
  }

  private func run(_ command: String, in program: Program, _ locale: String) throws -> Program.Outcome {
    try program.run(
      URL(fileURLWithPath: "/bin/bash"), ["-c", command],
      [
        "LANG": locale, "LC_COLLATE": "C", "COLUMNS": "100", "HOME": program.folder.path + "-home",
        "PATH": "\(Bundle.main.bundleURL.path):/usr/bin:/bin"
      ])
  }

  private func text(_ answers: [Program.Outcome], in folder: URL) -> String {
    var lines = ["## \(title)"]
    for command in commands { lines.append("$ " + command.replacing("\n", with: "\n+ ")) }
    lines.append("= \(answers[0].status)")
    for (language, answer) in zip(["en", "zh"], answers) {
      let printed = answer.output.replacing(folder.path, with: "DIR").trimmingCharacters(in: .newlines)
      for line in printed.components(separatedBy: "\n") {
        lines.append("\(language)> \(line)".trimmingCharacters(in: .whitespaces))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A case that does not lead where it should.
  struct Failure: Error {
    let title: String
    let reason: String
  }
}

/// The files of a folder with their contents.
private struct FolderImage: Equatable {
  private let contents: [String: Data]

  init(_ folder: URL) throws {
    let files = FileManager.default
    let paths = try files.subpathsOfDirectory(atPath: folder.path)
    contents = Dictionary(
      paths.map { ($0, files.contents(atPath: folder.appendingPathComponent($0).path) ?? Data()) }
    ) { $1 }
  }

  /// A path that is not as in another image, or nil.
  func change(from other: FolderImage) -> String? {
    Set(contents.keys).union(other.contents.keys).sorted().first { contents[$0] != other.contents[$0] }
  }
}
