import Foundation
import Testing

@Suite struct RunFolderTests {
  private let short = ["run", "study", "--out", "out", "--threads", "1", "--replications", "1"]

  @Test func anOverwrittenFolderHoldsOnlyTheNewRun() throws {
    let program = try Program()
    defer { program.remove() }
    #expect(try program.run(short + ["--language", "zh"]).status == 0)
    #expect(program.exists("out/report.zh.html") && program.exists("out/replications/00000.json"))
    try program.write("mine", to: "out/notes.txt")
    try program.write("old", to: "out/replications/00007.json")
    #expect(try program.run(short + ["--overwrite", "--language", "en", "--seed", "99"]).status == 0)
    #expect(!program.exists("out/report.zh.html") && !program.exists("out/replications/00007.json"))
    #expect(program.exists("out/report.en.html") && program.exists("out/notes.txt"))
  }

  @Test func aRunThatCannotStartLeavesTheFormerOne() throws {
    let program = try Program()
    defer { program.remove() }
    #expect(try program.run(short + ["--language", "zh"]).status == 0)
    #expect(try program.run(short + ["--overwrite", "--treatments", "none"]).status == 64)
    #expect(program.exists("out/report.zh.html") && program.exists("out/results.json"))
  }

  @Test func aFileInTheWayIsNamed() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("text", to: "notes.txt")
    for out in ["notes.txt", "notes.txt/run"] {
      let outcome = try program.run(["run", "study", "--out", out])
      #expect(outcome.status == 74)
      #expect(outcome.errors.contains("notes.txt is in the way; use another path"))
      #expect(!outcome.errors.contains("NSCocoa"))
    }
  }
}
