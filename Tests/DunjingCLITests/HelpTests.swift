import ArgumentParser
import Dunjing
import DunjingTestSupport
import Foundation
import Testing

@testable import DunjingCLI

/// The help of every command and what is said of arguments that none understands, in both languages.
@Suite struct HelpTests {
  @Test(arguments: ["en", "zh"])
  func `the help of every command with all its arguments is as in the golden file`(language: String) throws {
    let program = try Program()
    defer { program.remove() }
    var text = ""
    for command in CommandTree.all {
      let outcome = try help(of: command.words, in: language, program)
      #expect(outcome.status == 0 && outcome.errors.isEmpty)
      text += "$ dunjing \((command.words + ["--help"]).joined(separator: " "))\n\(outcome.output)\n"
    }
    let difference = try GoldenText.difference(of: text, from: "help.\(language).txt")
    #expect(difference == nil)
  }

  @Test func `in Chinese every text of the help is Chinese, and no line is wider than the terminal`() throws {
    let program = try Program()
    defer { program.remove() }
    for command in CommandTree.all {
      let lines = try help(of: command.words, in: "zh", program).output.split(separator: "\n")
      for line in lines where !line.hasPrefix("  dunjing ") && !line.hasPrefix("    --") {
        let isLong = DisplayWidth.of(String(line)) > 100
        #expect(!isLong || line.wholeMatch(of: /用法：.*| +\S+/) != nil, "\(command.words): \(line)")
        let english = line.firstMatch(of: /[a-z]+ (?:the|of|a|is|to|in|and) [a-z]+/)
        #expect(english == nil, "\(command.words): \(line)")
      }
    }
  }

  private func help(of words: [String], in language: String, _ program: Program) throws -> Program.Outcome {
    try program.run(
      words + ["--help"], locale: language == "zh" ? "zh_CN.UTF-8" : "C.UTF-8",
      environment: ["COLUMNS": "100"])
  }

  @Test(arguments: ["en", "zh"])
  func `arguments that no command understands are told as in the golden file`(language: String) throws {
    let program = try Program()
    defer { program.remove() }
    let wrong = [
      ["nosuch"], ["vaildate", "study"], ["import", "incident"], ["run"],
      ["run", "study", "--treatment", "a"], ["run", "study", "--zzz"],
      ["run", "study", "-x"],
      ["run", "study", "extra"], ["run", "study", "extra", "more"], ["run", "study", "--out"],
      ["run", "study", "--resume=yes"], ["run", "study", "--out", "o", "--language", "fr"],
      ["compare", "a"], ["init"], ["explain", "nosuch.key"], ["explain", "treatment"],
      ["locate", "standby", "study", "--policy", "none"], ["--generate-completion-script", "tcsh"],
      ["import", "nosuch"], ["run", "study", "--seed"], ["submit", "study", "--engine", "pbs"]
    ]
    var text = ""
    for arguments in wrong {
      let outcome = try program.run(
        arguments, locale: language == "zh" ? "zh_CN.UTF-8" : "C.UTF-8", environment: ["COLUMNS": "100"])
      #expect(outcome.status == 64 && outcome.output.isEmpty, "\(arguments)")
      text += "$ dunjing \(arguments.joined(separator: " "))\n\(outcome.errors)\n"
    }
    let difference = try GoldenText.difference(of: text, from: "usage.\(language).txt")
    #expect(difference == nil)
  }

  @Test func `the language asked for is that of the help, whatever the locale`() throws {
    let program = try Program()
    defer { program.remove() }
    let chinese = try program.run(["validate", "--help"], locale: "zh_CN.UTF-8").output
    #expect(chinese.hasPrefix("概述："))
    #expect(try program.run(["validate", "--language", "zh", "--help"]).output == chinese)
    let english = try program.run(["validate", "--language=en", "--help"], locale: "zh_CN.UTF-8").output
    #expect(english.hasPrefix("OVERVIEW: "))
  }

  @Test func `version, completions and JSON are the same in both languages`() throws {
    let program = try Program()
    defer { program.remove() }
    for arguments in [["--version"], ["--generate-completion-script", "bash"]] {
      let english = try program.run(arguments)
      #expect(english.status == 0 && !english.output.isEmpty)
      #expect(try program.run(arguments, locale: "zh_CN.UTF-8").output == english.output)
    }
    let dump = try program.run(["--experimental-dump-help"], locale: "zh_CN.UTF-8").output
    #expect((try? JSONSerialization.jsonObject(with: Data(dump.utf8))) != nil)
  }

  @Test(arguments: [20, 40, 80])
  func `lines are broken by the width of their characters and never before a comma`(columns: Int) {
    let text = "各小时、各班次的负荷，忙碌程度（单元），路程 km 和所需单元数，最后列出 Documentation/Queueing.md。"
    let lines = HelpLine.wrapped(text, to: columns).split(separator: "\n")
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    for line in lines {
      #expect(DisplayWidth.of(String(line)) <= columns || line.allSatisfy(\.isASCII) || line.hasSuffix("。"))
      #expect(line.first.map { !"，。；：、）”".contains($0) } == true)
    }
  }
}
