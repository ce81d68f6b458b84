import Dunjing
import Testing

@testable import DunjingExamples

@Suite struct IdleValueTests {
  private func entry(
    _ step: TraceStep, _ time: Double, unit: Int = -1, incident: Int = -1, _ detail: TraceDetail = .none
  ) -> TraceEntry {
    var entry = TraceEntry(time: time, step: step)
    (entry.unit, entry.incident, entry.detail) = (unit, incident, detail)
    return entry
  }

  /// Three states follow one another, each discounted by a half: after a decision unit 0 is idle, then nobody, then unit 1;
  /// the decisions after them cost 160, 160 and 60 seconds.
  ///
  /// V₀ = ½ (160 + V), V = ½ (160 + V₁) and V₁ = ½ (60 + V₀), so that V₀ = 1020/7, V = 920/7 and V₁ = 720/7: an idle unit 1
  /// saves 200/7 seconds, an idle unit 0 nothing.
  @Test func theValuesAreThoseOfTheCostsThatFollow() throws {
    var learner = IdleValueLearner(try LineCity.townAndVillage.world(), discountHours: 1)
    var (time, incident) = (0.0, 0)
    for unit in 0..<2 { learner.record(entry(.onDuty, 0, unit: unit)) }
    func order(_ unit: Int, cost: Double) {
      time += 3_600 * 0.693_147_180_559_945
      learner.record(entry(.received, time, incident: incident))
      learner.record(entry(.ordered, time, unit: unit, incident: incident, .arrival(time + cost)))
      incident += 1
    }
    for _ in 0..<100 {
      order(1, cost: 60)
      order(0, cost: 160)
      learner.record(entry(.available, time, unit: 1))
      order(0, cost: 160)
      learner.record(entry(.available, time, unit: 0))
    }
    #expect(learner.decisions == 299)
    let prices = try #require(learner.prices)
    #expect(prices[0] == 0 && abs(prices[1] - 200.0 / 7) < 0.1)
  }

  @Test func aLearnerOfNothingHasNoPrices() throws {
    let world = try LineCity.townAndVillage.world()
    #expect(IdleValueLearner(world, discountHours: 1).prices == nil)
  }

  @Test func thePriceIsWeighedAgainstTheResponseTime() throws {
    let world = try LineCity.townAndVillage.world()
    let candidates = [(0, 300.0), (1, 324.0)].map { unit, seconds in
      DispatchCandidate(
        unit: unit, expectedSeconds: seconds, preferenceSeconds: 0, isOwnDistrict: true, idleSince: 0)
    }
    func sent(_ prices: [Double]) -> DispatchDecision {
      var policy = IdleValuePolicy(world, prices: prices)
      return policy.dispatch(
        Incident(kind: 0, grid: 1, priority: 1, age: 0, unitsMissing: 1),
        in: StateView(time: 0, candidates: candidates, idleCount: 2))
    }
    #expect(sent([0, 0]) == .send(unit: 0))
    #expect(sent([30, 10]) == .send(unit: 0))
    #expect(sent([40, 10]) == .send(unit: 1))
  }

  @Test func itBeatsTheNearestUnitWhereThatIsKnownToBeBad() throws {
    let world = try LineCity.townAndVillage.world()
    let training = IdleValueTraining(seed: 1_000)
    let policy = training.policy(for: world, treatment: 0)
    // The unit of the town is worth more than that of the hamlet, by more than the 24 seconds to the village.
    #expect(policy.prices[0] > policy.prices[1] + 24)
    let comparison = PolicyComparison(
      world, [PolicyAlternative("nearest"), PolicyAlternative("idle values", dispatch: policy)])
    let response = try #require(comparison.run(threads: 2)[.responseMeanFromCall])
    #expect(try #require(response.differences[1]).interval.upper < 0)
    #expect(response.verdict(of: 1) == .better)
    #expect(training.policy(for: world, treatment: 0).prices == policy.prices)
  }
}
