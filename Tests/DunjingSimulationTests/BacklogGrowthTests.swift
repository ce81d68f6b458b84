import Testing

@testable import DunjingSimulation

@Suite struct BacklogGrowthTests {
  private func growth(_ levels: [Double], start: Double = 0, emptyOn: Int? = nil) -> BacklogGrowth {
    var growth = BacklogGrowth(level: start)
    for (day, level) in levels.enumerated() {
      if day == emptyOn { growth.noteEmpty() }
      growth.closeDay(level: level)
    }
    return growth
  }

  private let rising = (1...28).map { Double($0) }

  @Test func aBacklogThatRisesEveryDayGrows() {
    #expect(growth(rising).isGrowing == true)
  }

  @Test func fourWeeksAreNeeded() {
    #expect(growth(Array(rising.dropLast())).isGrowing == nil)
  }

  @Test func aBacklogThatWasEmptyInTheLastQuarterDoesNotGrow() {
    #expect(growth(rising, emptyOn: 21).isGrowing == false)
    #expect(growth(rising, emptyOn: 27).isGrowing == false)
    #expect(growth(rising, emptyOn: 20).isGrowing == true)
  }

  @Test func aBacklogOfZeroAtMidnightWasEmpty() {
    var levels = rising
    levels[24] = 0
    #expect(growth(levels).isGrowing == false)
  }

  @Test func aHighBacklogThatStaysOrFallsDoesNotGrow() {
    #expect(growth(rising.map { _ in 500 }, start: 500).isGrowing == false)
    #expect(growth(rising.map { 500 - $0 }, start: 500).isGrowing == false)
  }

  /// The stretch has whole weeks, so that a backlog that only swings with the weekdays does not seem to grow.
  @Test func aWeeklySwingIsNotGrowth() {
    let swing = (0..<120).map { 100 + 10 * Double($0 % 7) }
    #expect(growth(swing, start: 100).isGrowing == false)
  }
}
