import Testing

@testable import DunjingWorld

@Suite struct PatrolPresenceTests {
  /// Five steps of 15 s: base (standing), grid 1 twice, grid 2, grid 1 again.
  private let presence = PatrolPresence(
    routes: [
      PatrolRoute(
        places: [0, 1, 1, 2, 3], isStanding: [true, false, false, false, false], services: [])
    ], gridOfPlace: [0, 1, 2, 1], gridCount: 4)

  @Test func passesAreStretchesOfStepsWithoutStandby() {
    #expect(presence.gridsOfRoute == [[1, 2]])
    #expect(presence.passesOfGrid[0].isEmpty && presence.passesOfGrid[3].isEmpty)
    #expect(presence.passesOfGrid[1][0].starts == [15, 60])
    #expect(presence.passesOfGrid[1][0].ends == [45, 75])
    #expect(presence.passesOfGrid[2][0].cycleSeconds == 75)
  }

  @Test(arguments: [
    (15.0, 0.0), (44, 0), (45, 0), (50, 5), (59, 14), (60, 0), (74, 0), (75, 0), (80, 5), (89, 14)
  ])
  func secondsSinceAreZeroInAPassAndGrowAfterIt(time: Double, seconds: Double) {
    #expect(presence.passesOfGrid[1][0].secondsSince(time) == seconds)
    #expect(presence.passesOfGrid[1][0].secondsSince(time + 750) == seconds)
  }

  @Test func beforeTheFirstPassOfARoundTheLastOfTheRoundBeforeCounts() {
    #expect(presence.passesOfGrid[2][0].secondsSince(10) == 25)
    #expect(presence.passesOfGrid[2][0].secondsSince(85) == 25)
  }
}
