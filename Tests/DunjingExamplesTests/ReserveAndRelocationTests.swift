import Dunjing
import DunjingExamples
import Testing

@Suite struct ReserveAndRelocationTests {
  @Test func theReserveIsForUrgentIncidentsOnly() {
    var policy = NearestWithReserve(reserve: 1)
    func sent(priority: Int, _ seconds: [Double]) -> DispatchDecision {
      let candidates = seconds.enumerated().map {
        DispatchCandidate(
          unit: $0, expectedSeconds: $1, preferenceSeconds: 0, isOwnDistrict: true, idleSince: 0)
      }
      return policy.dispatch(
        Incident(kind: 0, grid: 0, priority: priority, age: 0, unitsMissing: 1),
        in: StateView(time: 0, candidates: candidates, idleCount: candidates.count))
    }
    #expect(sent(priority: 3, [90, 60]) == .send(unit: 1))
    #expect(sent(priority: 3, [60]) == .hold)
    #expect(sent(priority: 1, [60]) == .send(unit: 0))
    #expect(sent(priority: 1, []) == .hold)
  }

  /// One unit in a city with two posts of its group: after each job it goes where more of the demand is.
  @Test func theMeasuredBusyShareIsThatOfTheUnits() throws {
    let world = try LineCity.townAndVillage.world()
    var policy = DynamicMEXCLP(measuring: world, treatment: 0, seed: 3)
    let posts = world.posts.indices.map { world.posts[$0].place }
    // Unit 1 comes free while the town, with most of the demand, has nobody.
    let state = StandbyView(
      time: 0, units: [StandbyUnit(unit: 1, group: 0, post: 1, home: 1, place: posts[1])])
    #expect(policy.relocate(after: .idle(unit: 1), in: state) == [StandbyMove(unit: 1, post: 0)])
    #expect(policy.relocate(after: .left(unit: 0), in: state).isEmpty)
  }

  @Test func relocationIsPlayed() throws {
    let world = try LineCity.townAndVillage.world()
    var comparison = PolicyComparison(
      world,
      [
        PolicyAlternative("own posts"),
        PolicyAlternative(
          "moving up", relocation: DynamicMEXCLP(measuring: world, treatment: 0, seed: 3))
      ])
    comparison.replications = 4
    let response = try #require(comparison.run()[.responseMeanFromCall])
    #expect(try #require(response.differences[1]).mean != 0)
  }
}
