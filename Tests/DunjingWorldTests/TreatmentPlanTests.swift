import DunjingScenario
import Foundation
import Testing

@testable import DunjingWorld

/// The shipped city study, read once: its figures are derived in scenarios/baicheng/sources.csv.
enum Baicheng {
  static let scenario: Scenario? = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try? ScenarioBundle(path: root.appendingPathComponent("scenarios/baicheng").path).load().scenario
  }()
}

@Suite struct TreatmentPlanTests {
  @Test(arguments: [
    (0.2, SourceRule.headroom, [6, 3, 1, 2, 6, 4, 1, 10, 2]),
    (0.4, SourceRule.headroom, [11, 6, 3, 3, 12, 7, 3, 20, 5]),
    (0.2, SourceRule.balanced, [3, 1, 3, 3, 4, 4, 1, 14, 2]),
    (1.0, SourceRule.headroom, [14, 7, 4, 4, 15, 9, 3, 24, 6])
  ])
  func departmentsGiveWholeOfficersDownToTheirFloors(ratio: Double, rule: SourceRule, expected: [Int]) throws
  {
    let scenario = try #require(Baicheng.scenario)
    let taken = taken(ratio, of: scenario, rule)
    #expect(taken == expected)
  }

  private func taken(_ ratio: Double, of scenario: Scenario, _ rule: SourceRule) -> [Int] {
    let wanted = Sinking.wanted([ratio], of: [scenario.departments.map(\.agencyOfficers).reduce(0, +)])
    return Sinking(.whole(scenario), scenario, rule: rule).taken(
      wanted[0], officers: \.agencyOfficers, floor: \.agencyFloor)
  }

  @Test func theLowestWeightGivesFirst() throws {
    let scenario = try #require(Baicheng.scenario)
    let taken = taken(0.1, of: scenario, .lowestWeightFirst)
    // Supervision (weight 0.1) down to its floor, then administration (0.15).
    #expect(taken == [0, 0, 0, 0, 0, 0, 0, 12, 6])
  }

  @Test func formulaDemandIsThatOfTheDerivation() throws {
    let demand = ExpectedDemand(try #require(Baicheng.scenario))
    let expected = [421.6, 281.1, 2_248.4, 3_794.2, 8_009.9, 7_026.3, 6_323.6]
    for (found, wanted) in zip(demand.incidentsPerYear, expected) {
      #expect(abs(found - wanted) < 0.005 * wanted)
    }
  }

  @Test func calendarDaysAreThoseOfTheGregorianCalendar() {
    #expect(CalendarDay(year: 1970, month: 1, day: 1).daysSinceEpoch == 0)
    #expect(CalendarDay(year: 2024, month: 2, day: 29).daysSinceEpoch == 19_782)
    #expect(CalendarDay(year: 2024, month: 1, day: 1).weekday == 0)
    for days in stride(from: -200_000, through: 200_000, by: 37) {
      let day = CalendarDay(daysSinceEpoch: days)
      #expect(day.isReal && day.daysSinceEpoch == days)
    }
    #expect(!CalendarDay(year: 2023, month: 2, day: 29).isReal)
  }
}
