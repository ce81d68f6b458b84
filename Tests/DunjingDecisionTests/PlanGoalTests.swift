import DunjingDecision
import DunjingScenario
import DunjingSimulation
import Foundation
import Testing

struct PlanGoalTests {
  private func values(_ known: [Indicator: Double]) -> IndicatorValues {
    IndicatorValues(Indicator.allCases.map { known[$0] })
  }

  @Test func `a goal is a weighted sum, and has no value where an indicator has none`() {
    let goal = PlanGoal([.init(.incidentsOrder, weight: 2), .init(.withinTarget, weight: -100)])
    #expect(goal.objective(of: values([.incidentsOrder: 50, .withinTarget: 0.8])) == 20)
    #expect(goal.objective(of: values([.incidentsOrder: 50])) == nil)
    #expect(goal.indicators == [.incidentsOrder, .withinTarget])
  }

  @Test func `limits are absolute or against the baseline, on either side`() {
    let (plan, baseline) = (values([.weightedDelay: 2.4]), values([.weightedDelay: 2]))
    let limits: [(PlanGoal.Limit, Double)] = [
      (.init(.weightedDelay, .atMost, 2), 0.4), (.init(.weightedDelay, .atLeast, 2), -0.4),
      (.init(.weightedDelay, .atMost, 0.1, isRelative: true), 0.2),
      (.init(.weightedDelay, .atLeast, -0.1, isRelative: true), -0.6)
    ]
    for (limit, excess) in limits {
      #expect(abs((limit.excess(of: plan, baseline: baseline) ?? .nan) - excess) < 1e-12)
    }
    #expect(limits[0].0.excess(of: values([:]), baseline: baseline) == nil)
  }

  @Test func `values survive being written down`() throws {
    let some = values([.incidents: 1.0 / 3, .harmIndex: -2])
    let data = try JSONEncoder().encode(some)
    #expect(try JSONDecoder().decode(IndicatorValues.self, from: data) == some)
  }
}
