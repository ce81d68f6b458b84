import Dunjing
import Testing

@testable import DunjingExamples

@Suite struct ExampleIndicatorTests {
  private func entry(_ step: TraceStep, _ time: Double, incident: Int) -> TraceEntry {
    var entry = TraceEntry(time: time, step: step)
    entry.incident = incident
    return entry
  }

  @Test func theLongestWaitIsThatOfTheFirstUnit() {
    var wait = LongestWait()
    #expect(wait.seconds == nil)
    // An incident that was open before: its call is not known.
    wait.record(entry(.arrived, 5, incident: 9))
    #expect(wait.seconds == nil)
    wait.record(entry(.received, 10, incident: 0))
    wait.record(entry(.received, 20, incident: 1))
    wait.record(entry(.received, 25, incident: 2))
    wait.record(entry(.arrived, 70, incident: 1))
    wait.record(entry(.arrived, 900, incident: 1))
    #expect(wait.seconds == 50)
    wait.record(entry(.handedOver, 950, incident: 2))
    wait.record(entry(.arrived, 1_000, incident: 2))
    wait.record(entry(.arrived, 110, incident: 0))
    #expect(wait.seconds == 100)
  }

  @Test func theGapIsThatOfTheOuterTenths() {
    // Ten grids of ten incidents, 1, 2, … 10 each: the outer grids are the outer tenths.
    let counts = [Int](repeating: 10, count: 10)
    #expect(CustomIndicator.decileGap(counts: counts, seconds: (1...10).map { 10 * Double($0) }) == 9)
    // A tenth is two incidents: slowest 8 and 5, soonest 1 and 1; a grid without incidents does not count.
    let gap = CustomIndicator.decileGap(counts: [1, 1, 18, 0], seconds: [8, 5, 18, 0])
    #expect(gap == 6.5 - 1)
    #expect(CustomIndicator.decileGap(counts: [0, 0], seconds: [0, 0]) == nil)
  }

  @Test func bothAreMeasuredInAComparison() throws {
    var comparison = PolicyComparison(
      try LineCity.townAndVillage.world(),
      [PolicyAlternative("nearest"), PolicyAlternative("longest idle", dispatch: LongestIdle())],
      indicators: [.longestWait, .decileGap])
    comparison.replications = 3
    let result = comparison.run()
    let (longest, mean) = (
      try #require(result["longestWait"]), try #require(result[.responseMeanFromCall])
    )
    for (maximum, average) in zip(longest.values.joined(), mean.values.joined()) {
      #expect(try #require(maximum) > #require(average))
    }
    #expect(try #require(result["decileGap"]).values.joined().allSatisfy { ($0 ?? -1) >= 0 })
  }
}
