import Testing

@testable import DunjingScenario

/// What a study weighs where it does not say.
@Suite struct DefaultHarmTests {
  /// A city twice as large has twice the incidents, so a day of delay has to weigh twice as much for the same answer.
  @Test func `a day of delay weighs in proportion to the residents`() throws {
    let reference = DefaultCatalog.harm(residents: DefaultCatalog.referenceResidents)
    #expect(reference == HarmWeights(lateArrival: 0.25, delayDayPerYear: 250))
    let town = try StudyCopy().load()
    #expect(abs(town.harm.delayDayPerYear - 250 * 60_000 / 474_276) < 1e-9)
  }
}
