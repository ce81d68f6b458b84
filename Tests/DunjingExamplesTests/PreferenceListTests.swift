import Dunjing
import Testing

@testable import DunjingExamples

@Suite struct PreferenceListTests {
  private func cost(_ model: HypercubeModel, _ lists: [[Int]]) -> Double? {
    HypercubeModel(
      arrivalRates: model.arrivalRates, preferences: lists, serviceRates: model.serviceRates,
      travelTimes: model.travelTimes, line: model.line
    ).solution()?.meanTravelTime
  }

  private func orders(_ count: Int) -> [[Int]] {
    (0..<count).reduce([[]]) { orders, _ in
      orders.flatMap { order in (0..<count).filter { !order.contains($0) }.map { order + [$0] } }
    }
  }

  /// Three units and three atoms on a line, the middle one busy: small enough to try all 216 sets of lists.
  private func model(load: Double, times: [[Double]]) -> HypercubeModel {
    HypercubeModel(
      arrivalRates: [0.2 * load, 0.6 * load, 0.2 * load],
      preferences: (0..<3).map { atom in (0..<3).sorted { times[$0][atom] < times[$1][atom] } },
      serviceRates: [1, 1, 1], travelTimes: times, line: .zero)
  }

  @Test(arguments: [0.05, 0.6, 1.5])
  func theSearchFindsTheBestOfAllLists(load: Double) throws {
    let model = model(load: load, times: [[1, 5, 9], [4, 1, 4.5], [9, 6, 5]])
    let all = orders(3)
    let best = try #require(
      all.flatMap { a in all.flatMap { b in all.map { [a, b, $0] } } }.compactMap { cost(model, $0) }.min())
    let found = PreferenceListSearch().improved(model.preferences) { cost(model, $0) }
    #expect(abs(try #require(found.cost) - best) < 1e-9)
    // Under a light load the nearest unit is best; under a heavy one the middle unit is spared for its own atom.
    #expect((found.exchanges == 0) == (load == 0.05))
    #expect(found.exchanges == 0 || found.lists[2][0] == 2)
  }

  @Test func aModelWithoutAnAnswerIsNotSearched() {
    let found = PreferenceListSearch().improved([[0, 1], [1, 0]]) { _ in nil }
    #expect(found.lists == [[0, 1], [1, 0]] && found.cost == nil && found.exchanges == 0)
  }

  @Test func theModelOfACityHasItsTimesAndItsBestLists() throws {
    let world = try LineCity.townAndVillage.world()
    let model = PreferenceModel(world, treatment: 0)
    #expect(model.nearestFirst == [[0, 1], [0, 1], [1, 0]])
    #expect(model.worldLists(model.nearestFirst) == model.nearestFirst)
    // All lists there are: the village is to have the unit of the hamlet.
    let all = (0..<8).map { bits in (0..<3).map { bits >> $0 & 1 == 0 ? [0, 1] : [1, 0] } }
    let costs = all.map { model.meanResponseMinutes($0) ?? .infinity }
    let best = try #require(costs.indices.min { costs[$0] < costs[$1] })
    #expect(all[best] == [[0, 1], [1, 0], [1, 0]])
    let found = PreferenceListSearch().improved(model.nearestFirst) { model.meanResponseMinutes($0) }
    #expect(found.lists == all[best] && found.exchanges == 1)
  }

  @Test func underALightLoadTheModelIsTheMeanOfTheNearestUnits() throws {
    var city = LineCity.townAndVillage
    city.perHour = 1e-6
    let model = PreferenceModel(try city.world(), treatment: 0)
    // 0 km from the town, 5 km to the village and 0 km in the hamlet, at a kilometer a minute.
    #expect(abs(try #require(model.meanResponseMinutes(model.nearestFirst)) - 0.3 * 5) < 1e-4)
  }

  @Test func theListsDecideAndOthersComeLast() throws {
    var policy = PreferenceList([[2, 0], [0, 2]], unitCount: 3)
    func sent(_ units: [Int], grid: Int) -> DispatchDecision {
      let candidates = units.map {
        DispatchCandidate(
          unit: $0, expectedSeconds: Double($0), preferenceSeconds: 0, isOwnDistrict: true, idleSince: 0)
      }
      return policy.dispatch(
        Incident(kind: 0, grid: grid, priority: 1, age: 0, unitsMissing: 1),
        in: StateView(time: 0, candidates: candidates, idleCount: candidates.count))
    }
    #expect(sent([0, 1, 2], grid: 0) == .send(unit: 2))
    #expect(sent([0, 1, 2], grid: 1) == .send(unit: 0))
    #expect(sent([0, 1], grid: 0) == .send(unit: 0))
    #expect(sent([1], grid: 0) == .send(unit: 1))
    #expect(sent([], grid: 0) == .hold)
  }

  @Test func itBeatsTheNearestUnitWhereThatIsKnownToBeBad() throws {
    let world = try LineCity.townAndVillage.world()
    let comparison = PolicyComparison(
      world,
      [
        PolicyAlternative("nearest"),
        PolicyAlternative("list", dispatch: PreferenceList(optimizing: world, treatment: 0))
      ])
    let response = try #require(comparison.run(threads: 2)[.responseMeanFromCall])
    #expect(try #require(response.differences[1]).interval.upper < 0)
    #expect(response.verdict(of: 1) == .better)
  }
}
