import Foundation
import Testing

@Suite struct TraceCommandTests {
  @Test func aTraceIsATableByTime() throws {
    let program = try Program()
    defer { program.remove() }
    let command = ["trace", "study", "--treatment", "sink20", "--replication", "3", "--days", "2"]
    let printed = try program.run(command)
    #expect(printed.status == 0 && printed.errors.isEmpty)
    let lines = printed.output.split(separator: "\n")
    #expect(lines.first == "seconds,date,clock,event,incident,kind,grid,priority,unit,hazard,detail")
    #expect(lines.dropFirst().first?.contains(",started,,,,,,,sink20") == true)
    #expect(
      lines.count > 200
        && lines.allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count == 11 })
    let times = lines.dropFirst().compactMap { Double($0.prefix { $0 != "," }) }
    #expect(times.count == lines.count - 1 && times == times.sorted())
    let written = try program.run(command + ["--out", "trace.csv"])
    #expect(written.output == "\(lines.count - 1) events written to trace.csv\n")
    #expect(try String(contentsOf: program.url("trace.csv"), encoding: .utf8) == printed.output)
  }

  @Test(arguments: [
    (["--days", "0"], "--days has to be a whole number between 1 and 36500, not 0."),
    (["--replication", "-1"], "--replication has to be a whole number between 0 and 99999, not -1."),
    (["--treatment", "x"], "--treatment: the study has no x; it has sink00, sink20, sink40."),
    (["--out", "study"], "study is a folder; --out has to be the file to write."),
    (["--out", "taken.csv"], "taken.csv already exists. Use another --out, or --overwrite to replace it.")
  ])
  func aFaultIsTold(options: [String], text: String) throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("mine", to: "taken.csv")
    let outcome = try program.run(["trace", "study"] + options)
    #expect(outcome.status == 64 && outcome.errors == "error: \(text)\n")
    #expect(try String(contentsOf: program.url("taken.csv"), encoding: .utf8) == "mine")
  }

  @Test func aStudyOrFileThatCannotBeUsedIsNamed() throws {
    let program = try Program()
    defer { program.remove() }
    let missing = try program.run(["trace", "nosuch"])
    #expect(missing.status == 65 && missing.errors.hasPrefix("nosuch: error: there is no such folder"))
    try program.write("text", to: "notes.txt")
    let blocked = try program.run(["trace", "study", "--days", "1", "--out", "notes.txt/trace.csv"])
    #expect(blocked.status == 74 && blocked.errors.contains("notes.txt is in the way"))
  }
}
