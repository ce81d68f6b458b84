import Testing

@testable import DunjingExperiment
@testable import DunjingReport
@testable import DunjingScenario

/// Numbers say in the page where they come from.
@Suite struct NumberMarkTests {
  private let mark = NumberMark.number("+1.88", .difference, of: .withinTarget, under: "s20")

  @Test func aMarkedNumberIsAnElementWithItsName() {
    let text = Markup.tag("p", text: "rises by **\(mark) points** (a < b)").rendered
    #expect(
      text
        == "<p>rises by <strong><data value=\"s20 withinTarget difference\">+1.88</data> points</strong> (a &lt; b)</p>"
    )
    #expect(NumberMark.plain("by \(mark) points") == "by +1.88 points")
  }

  @Test func aMarkThatIsNotClosedLosesNoText() {
    let text = Markup.tag("p", text: "a \(NumberMark.start)b").rendered
    #expect(text.contains("a ") && text.contains("b") && !text.contains("<data"))
  }

  @Test func nothingIsMarkedWithoutATreatmentOrANumber() {
    #expect(NumberMark.number("1", .level, of: .withinTarget, under: nil) == "1")
    let missing = NumberMark.number(NumberText.missing, .level, of: .withinTarget, under: "s20")
    #expect(missing == NumberText.missing)
  }

  /// What the answer and its cards mark stands in a table of the page, in both languages.
  @Test(arguments: Language.allCases)
  func everyNumberOfTheAnswerStandsInATable(language: Language) throws {
    let page = Report(
      result: Fixture.result(), scenario: Fixture.scenario(), provenance: Provenance(build: "b", version: "v")
    ).html(in: language)
    let answer = try #require(page.firstMatch(of: /<section id="answer"[\s\S]*?<\/section>/)).output
    let tables = page.matches(of: /<table[\s\S]*?<\/table>/).map(\.output).joined()
    let names = answer.matches(of: /<data value="[^"]*">/).map(\.output)
    #expect(names.count > 15)
    for name in Set(names) { #expect(tables.contains(name), "\(name)") }
  }
}
