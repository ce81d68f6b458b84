import Foundation
import Testing

/// Commands typed wrongly: refused in the language of the locale, with the exit code of usage and without a synopsis.
@Suite struct CommandFaultTests {
  @Test(arguments: [
    (
      ["--seed", "-1"], "--seed has to be a whole number of at least 0, not -1.", "--seed 应为不小于 0 的整数，而不是 -1。"
    ),
    (
      ["--replications", "0"], "--replications has to be a whole number between 1 and 100000, not 0.",
      "--replications 应为 1 到 100000 的整数，而不是 0。"
    ),
    (
      ["--precision", "200%"],
      "--precision has to be more than 0 and at most 1, such as 0.02 or 2%, not 200%.",
      "--precision 应大于 0 且不大于 1，例如 0.02 或 2%，而不是 200%。"
    ),
    (
      ["--treatments", "x"], "--treatments: the study has no x; it has sink00, sink20, sink40.",
      "--treatments：研究中没有 x；现有：sink00, sink20, sink40。"
    )
  ])
  func aFaultIsToldInTheLanguageOfTheLocale(options: [String], en: String, zh: String) throws {
    let program = try Program()
    defer { program.remove() }
    let command = ["run", "study", "--out", "out"] + options
    let english = try program.run(command)
    #expect(english.status == 64 && english.errors == "error: \(en)\n")
    #expect(try program.run(command, locale: "zh_CN.UTF-8").errors == "错误：\(zh)\n")
    #expect(try program.run(command + ["--language", "zh"]).errors == "错误：\(zh)\n")
    #expect(!program.exists("out"))
  }

  @Test func aSecondRunInTheSameFolderIsRefused() throws {
    let program = try Program()
    defer { program.remove() }
    let command = ["run", "study", "--out", "out", "--replications", "1", "--threads", "1"]
    #expect(try program.run(command).status == 0)
    let second = try program.run(command, locale: "zh_CN.UTF-8")
    #expect(second.status == 64)
    #expect(second.errors.contains("中已有一次运行。请加 --resume 继续") && !second.errors.contains("Usage"))
  }

  @Test func aMissingStudyIsNamedByItsPath() throws {
    let program = try Program()
    defer { program.remove() }
    let missing = try program.run(["run", "nosuch", "--out", "out"])
    #expect(missing.status == 65)
    #expect(missing.errors.hasPrefix("nosuch: error: there is no such folder; check the path\n"))
  }

  @Test func theSchemaIsJSONWithAndWithoutTheFlag() throws {
    let program = try Program()
    defer { program.remove() }
    let plain = try program.run(["schema"])
    #expect(plain.status == 0 && plain.output.hasPrefix("{"))
    #expect(try program.run(["schema", "--json"]).output == plain.output)
  }

  @Test func aPrecisionMayBeAPercentage() throws {
    let program = try Program()
    defer { program.remove() }
    let command = ["run", "study", "--out", "out", "--threads", "1", "--treatments", "sink00"]
    let outcome = try program.run(command + ["--precision", "100 %", "--json"])
    #expect(outcome.status == 0 && program.exists("out/results.json"))
  }
}
