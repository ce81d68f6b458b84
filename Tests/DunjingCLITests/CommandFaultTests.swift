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
      "--treatments：研究中没有 x；现有：sink00、sink20、sink40。"
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

  @Test(arguments: [
    ["plan", "study", "--out", ""], ["plan", "study", "-o", " "], ["run", "study", "--out="],
    ["run", "", "--out", "out"], ["init", ""], ["runs", ""], ["trace", "study", "--out", ""],
    ["init", "--template=minimal", ""], ["resume", "--threads=1", ""], ["status", "--json", ""]
  ])
  func `an empty path is refused and is not the root folder`(arguments: [String]) throws {
    let program = try Program()
    defer { program.remove() }
    let outcome = try program.run(arguments)
    #expect(outcome.status == 64 && outcome.errors.contains("perhaps a variable of the shell is not set"))
    let chinese = try program.run(arguments, locale: "zh_CN.UTF-8")
    #expect(chinese.status == 64 && chinese.errors.contains("可能是 shell 变量没有设置"))
  }

  @Test(arguments: [
    ("trace study > /dev/full", 74), ("schema > /dev/full", 74), ("--help > /dev/full", 74),
    ("run --help > /dev/full", 74), ("--version > /dev/full", 74), ("--help >&-", 0),
    ("validate nowhere 2> /dev/full", 65),
    ("validate nowhere 2>&-", 65)
  ])
  func `a full disk behind what is printed is a fault and no crash`(command: String, status: Int32) throws {
    let program = try Program()
    defer { program.remove() }
    let dunjing = Bundle.main.bundleURL.appendingPathComponent("dunjing").path
    let outcome = try program.run(
      URL(fileURLWithPath: "/bin/sh"), ["-c", "'\(dunjing)' \(command)"], ["LANG": "C.UTF-8"])
    #expect(outcome.status == status)
    guard status == 74 else { return }
    #expect(outcome.errors == "error: cannot write /dev/stdout: the disk is full\n")
  }
}
