import DunjingScenario
import Testing

@Suite struct SpellingTests {
  private func texts(_ old: String, _ new: String) throws -> [String] {
    try EditedStudy.issues { $0.replacing(old, with: new) }.map(\.description)
  }

  @Test func idsThatDifferInDigitsAreNotMeant() throws {
    #expect(
      try texts("baseline: sink00", "baseline: sink02") == [
        "scenario.yaml:56:58: error: 'experiment.baseline' names 'sink02', but no such treatment exists; "
          + "there are sink00, sink20, sink40"
      ])
  }

  @Test func aSlipOfTheKeyboardIsMeant() throws {
    #expect(
      try texts("baseline: sink00", "baseline: sikn00").first?.hasSuffix("did you mean 'sink00'?") == true)
  }
}
