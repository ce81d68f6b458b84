import Dunjing
import Testing

/// `dunjing explain` answers for indicators too, and for a key that a few records have.
@Suite struct ExplainCommandTests {
  private func explain(_ word: String, _ language: String) throws -> Program.Outcome {
    let program = try Program()
    defer { program.remove() }
    return try program.run(["explain", word, "--language", language])
  }

  @Test(arguments: ["queuedShare", "待派比例", "QUEUEDSHARE"])
  func `an indicator is explained by its id and its name`(_ word: String) throws {
    let outcome = try explain(word, "zh")
    let definition = Indicator.queuedShare.definition.zh
    #expect(outcome.status == 0 && outcome.output.hasPrefix("queuedShare  [share]\n  待派比例：\(definition)\n"))
    #expect(outcome.output.contains("dunjing indicators"))
    #expect(try explain(word, "en").output.contains(Indicator.queuedShare.definition.en))
  }

  @Test func `a word of their names finds indicators where no key has it`() throws {
    let outcome = try explain("到场达标", "zh")
    #expect(outcome.status == 0 && outcome.output.contains("withinTarget  [share]"), "\(outcome)")
    #expect(try explain("nothing like it", "en").status == 64)
  }

  @Test func `a name that two keys have is explained for both`() throws {
    let outcome = try explain("unitsPerFacility", "en")
    #expect(outcome.status == 0 && outcome.output.hasPrefix("units.unitsPerFacility\n"), "\(outcome)")
    #expect(outcome.output.contains("\n\ntreatments.unitsPerFacility\n"))
  }
}
