import DunjingDecision
import DunjingScenario
import DunjingSimulation
import DunjingStatistics
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

  @Test func `a sum to be great is kept as its negative and told as it was asked for`() {
    let goal = PlanGoal.maximizing([.init(.withinTarget, weight: 1), .init(.incidents, weight: -0.5)])
    #expect(goal.objective.map(\.weight) == [-1, 0.5] && goal.written.map(\.weight) == [1, -0.5])
    let interval = goal.asWritten(ConfidenceInterval(mean: -3, halfWidth: 1, level: 0.9))
    #expect(interval == ConfidenceInterval(mean: 3, halfWidth: 1, level: 0.9))
    #expect(interval.lower == 2 && interval.upper == 4 && goal.asWritten(0).sign == .plus)
    let minimized = PlanGoal([.init(.incidents, weight: 1)])
    #expect(minimized.asWritten(-3) == -3 && minimized.written == minimized.objective)
  }

  @Test(arguments: [
    (PlanGoal.Limit(.weightedDelay, .atMost, 2), 0.5), (.init(.weightedDelay, .atLeast, 4), 1.5),
    (.init(.weightedDelay, .atMost, 0.1, isRelative: true), 0.3),
    (.init(.weightedDelay, .atLeast, 0.5, isRelative: true), 0.5)
  ])
  func `a relaxed limit is just kept by what broke it`(limit: PlanGoal.Limit, excess: Double) throws {
    let (plan, baseline) = (values([.weightedDelay: 2.5]), values([.weightedDelay: 2]))
    #expect(abs(try #require(limit.excess(of: plan, baseline: baseline)) - excess) < 1e-12)
    let relaxed = limit.relaxed(by: excess, baseline: 2)
    #expect(abs(try #require(relaxed.excess(of: plan, baseline: baseline))) < 1e-12)
    #expect(relaxed.side == limit.side && relaxed.isRelative == limit.isRelative)
    // A share of nothing is nothing, however great.
    let none = PlanGoal.Limit(.weightedDelay, .atMost, 0.1, isRelative: true).relaxed(by: 2.5, baseline: 0)
    #expect(none == PlanGoal.Limit(.weightedDelay, .atMost, 2.5))
  }

  @Test func `values survive being written down`() throws {
    let some = values([.incidents: 1.0 / 3, .harmIndex: -2])
    let data = try JSONEncoder().encode(some)
    #expect(try JSONDecoder().decode(IndicatorValues.self, from: data) == some)
  }
}
