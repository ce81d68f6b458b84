import DunjingStatistics
import Testing

@testable import DunjingDecision
@testable import DunjingReport
@testable import DunjingScenario

/// The labels of the charts of plans: inside their chart, and on nothing, wherever the plans lie.
@Suite struct PlanChartLabelTests {
  private let scenario = Fixture.scenario()

  private func outcome(sunk: [Int], differences: [Double], shown: Int) -> PlanSearchOutcome {
    PlanSearchOutcome(
      goal: PlanGoal([.init(.harmIndex, weight: 1)]), decisions: [.init(.agencyRatio, in: 0...0.5)],
      settings: PlanSearchSettings(), baselineObjective: 40_000,
      plans: zip(sunk, differences).map { sunk, difference in
        PlanSearchOutcome.Standing(
          id: nil, point: [0.1], sunk: sunk, toStreet: 0,
          difference: ConfidenceInterval(mean: difference, halfWidth: 300, level: 0.95), behindBest: nil,
          excesses: [], replications: 20, isFresh: true)
      }, best: shown, plateau: [shown], isSelected: true, indifferenceZone: 100, changes: [],
      leastRelaxation: nil, played: 100)
  }

  private func charts(_ outcome: PlanSearchOutcome, _ language: Language) -> [ParsedChart] {
    ParsedChart.all(
      in: PlanSearchPage(
        outcome, scenario: scenario, base: scenario.treatments[0], scenarioHash: "0123456789abcdef0123",
        provenance: Provenance(build: "abc1234", version: "1.0.0")
      ).html(in: language))
  }

  private func check(_ charts: [ParsedChart]) {
    #expect(!charts.isEmpty)
    for chart in charts {
      for (number, label) in chart.labels.enumerated() {
        #expect(label.left >= 0 && label.right <= chart.size.width, "\(chart.name): \(label)")
        #expect(label.top >= 0 && label.bottom <= chart.size.height, "\(chart.name): \(label)")
        for other in chart.labels[(number + 1)...] {
          #expect(!label.overlaps(other), "\(chart.name): \(label) and \(other)")
        }
      }
    }
  }

  @Test(arguments: Language.allCases, [0, 1, 2, 3])
  func `the name of the plan shown stays in its chart at either end`(language: Language, shown: Int) {
    check(charts(outcome(sunk: [0, 4, 36, 42], differences: [0, -1400, 900, -700], shown: shown), language))
  }

  @Test(arguments: Language.allCases)
  func `numbers beside a steep front are few enough to be read`(language: Language) {
    let sunk = [0, 3, 4, 5, 8, 9, 10, 11, 12]
    let changes: [(Double, Double)] = [
      (0, 0), (0.9, 3), (0.92, 4), (0.92, 5), (1.86, 8), (1.9, 9), (1.91, 9.2), (1.92, 9.3), (2, 9.4)
    ]
    var outcome = outcome(sunk: sunk, differences: sunk.map { Double(-100 * $0) }, shown: 8)
    let members = changes.enumerated().map { number, change in
      PlanFront.Member(
        plan: number,
        changes: [change.0, change.1].map { ConfidenceInterval(mean: $0, halfWidth: 1, level: 0.95) })
    }
    outcome.front = PlanFront(
      terms: [.init(.responseMeanFromCall, weight: 1), .init(.officersSunk, weight: 1)], members: members,
      others: members)
    let all = charts(outcome, language)
    check(all)
    let numbers = all.first { $0.name.contains("Pareto") || $0.name.contains("帕累托") }?.labels
      .filter { sunk.map(String.init).contains($0.text) }
    #expect((numbers?.count ?? 0) >= 5)
  }
}
