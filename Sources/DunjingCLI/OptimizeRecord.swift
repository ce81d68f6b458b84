import Dunjing

/// What `dunjing optimize` writes as JSON.
struct OptimizeRecord: Encodable {
  /// What varied: a share between two ends, or a choice, whose value is its number from 0.
  struct Decision: Encodable {
    let key: String
    let from: Double
    let to: Double
    let choices: [String]?
  }

  /// What the objective would be with another choice in one decision of the best plan.
  struct OtherChoice: Encodable {
    let key: String
    let value: Double
    let behindBest: IntervalRecord
    let isFeasible: Bool
  }

  struct Term: Encodable {
    let indicator: String
    let weight: Double
  }

  struct Limit: Encodable {
    let indicator: String
    let side: String
    let bound: Double
    let isRelative: Bool
  }

  struct Plan: Encodable {
    let treatment: String?
    let values: [String: Double]
    let officersSunk: Int
    let officersToStreet: Int
    let difference: IntervalRecord
    let behindBest: IntervalRecord?
    let excesses: [IntervalRecord]
    let isFeasible: Bool
    let isOnPlateau: Bool
    let replications: Int
    let isFresh: Bool
  }

  struct Preference: Encodable {
    let sum: Int
    let difference: IntervalRecord
  }

  struct Change: Encodable {
    let indicator: String
    let baseline: Double
    let difference: IntervalRecord
  }

  /// Plans of which none is better in every indicator.
  struct Front: Encodable {
    struct Member: Encodable {
      let plan: Plan
      let changes: [String: IntervalRecord]
    }

    let indicators: [Term]
    let members: [Member]
  }

  /// A station, its officers under the best division by formula, and what one more would be worth.
  struct Station: Encodable {
    let station: String
    let officers: Int
    let worthOfOneMore: Double
  }

  struct Forecast: Encodable {
    let values: [String: Double]
    let difference: Double
    let excesses: [Double]
    /// By how much the objective would become better were each limit one unit wider.
    let limitPrices: [Double]
    let forecasts: Int
  }

  /// What a county does under the best plan, and what one more officer would be worth there.
  struct County: Encodable {
    let county: String?
    let officers: Int
    let officersSunk: Int
    let officersToStreet: Int
    let worthInCommunity: Double?
    let worthByDepartment: [String: Double]?
  }

  let schema = "dunjing-optimize/2"
  /// The sum as it was asked for: all values and differences of the objective are its.
  let objective: [Term]
  /// Whether it was to be great.
  let isMaximized: Bool
  /// Sums that decide among plans that cannot be told apart by the ones before.
  let later: [[Term]]
  let limits: [Limit]
  let decisions: [Decision]
  let confidence: Double
  let indifferenceShare: Double
  /// In units of the objective.
  let indifferenceZone: Double
  let baselineObjective: Double
  let best: Plan?
  let isSelected: Bool
  let smallestOnPlateau: Plan?
  let leastRelaxation: Plan?
  /// Where no plan keeps the limits: limits that this plan keeps in place of those that it breaks, as `--limit` takes them.
  let relaxedLimits: [String]?
  /// The plan of the plateau that later objectives prefer.
  let preferred: Plan?
  /// The later sum that decided, by its place in `later`, and that sum under the preferred plan less that under the best.
  let preference: Preference?
  /// The plan that answers the question: the preferred one, or else the best.
  let answer: Plan?
  let front: Front?
  let changes: [Change]
  let otherChoices: [OtherChoice]?
  let forecast: Forecast?
  let counties: [County]
  /// How community officers should divide among stations, and what that changes by simulation.
  let stations: [Station]
  let stationDifference: IntervalRecord?
  let plans: [Plan]
  let replicationsPlayed: Int
  let sensitivity: SensitivityRecord?
  let seconds: Double

  init(_ outcome: PlanSearchOutcome, _ scenario: Scenario, seconds: Double) {
    func terms(_ terms: [PlanGoal.Term]) -> [Term] {
      terms.map { Term(indicator: $0.indicator.rawValue, weight: $0.weight) }
    }
    let goal = outcome.goal
    func written(_ interval: ConfidenceInterval) -> IntervalRecord {
      IntervalRecord(goal.asWritten(interval))
    }
    (objective, isMaximized) = (terms(goal.written), goal.isMaximized)
    later = outcome.goal.later.map(terms)
    limits = outcome.goal.limits.map {
      Limit(
        indicator: $0.indicator.rawValue, side: $0.side.rawValue, bound: $0.bound, isRelative: $0.isRelative)
    }
    decisions = outcome.decisions.map {
      Decision(
        key: $0.lever.key, from: $0.range.lowerBound, to: $0.range.upperBound,
        choices: $0.lever.choices?.map(\.id))
    }
    (confidence, indifferenceShare) = (outcome.settings.confidence, outcome.settings.indifference)
    (baselineObjective, indifferenceZone) = (
      goal.asWritten(outcome.baselineObjective), outcome.indifferenceZone
    )
    let plateau = Set(outcome.plateau)
    let plans = outcome.plans.enumerated().map { index, standing in
      Self.plan(standing, isOnPlateau: plateau.contains(index), outcome.decisions, written)
    }
    self.plans = plans
    best = outcome.best.map { plans[$0] }
    smallestOnPlateau = outcome.smallestOnPlateau.map { plans[$0] }
    leastRelaxation = outcome.leastRelaxation.map { plans[$0] }
    relaxedLimits = outcome.answer == nil ? LimitRelaxation(outcome)?.expressions : nil
    preferred = outcome.preferred.map { plans[$0] }
    preference = outcome.preference.map {
      Preference(sum: $0.sum, difference: IntervalRecord($0.difference))
    }
    answer = outcome.answer.map { plans[$0] }
    front = outcome.front.map { front in
      Front(
        indicators: terms(front.terms),
        members: front.members.map { member in
          let names = front.terms.map(\.indicator.rawValue)
          let changes = member.changes.map { IntervalRecord($0) }
          return Front.Member(
            plan: plans[member.plan], changes: Dictionary(uniqueKeysWithValues: zip(names, changes)))
        })
    }
    isSelected = outcome.isSelected
    changes = outcome.changes.map {
      Change(indicator: $0.indicator.rawValue, baseline: $0.before, difference: IntervalRecord($0.difference))
    }
    let keys = outcome.decisions.map(\.lever.key)
    let choices = outcome.otherChoices.map {
      OtherChoice(
        key: keys[$0.decision], value: $0.number,
        behindBest: IntervalRecord(outcome.goal.asWritten($0.behindBest)), isFeasible: $0.isFeasible)
    }
    otherChoices = choices.isEmpty ? nil : choices
    forecast = outcome.analytic.map {
      Forecast(
        values: Dictionary(uniqueKeysWithValues: zip(keys, $0.point)),
        difference: goal.asWritten($0.difference),
        excesses: $0.excesses, limitPrices: $0.limitPrices, forecasts: $0.forecasts)
    }
    stations =
      outcome.stations?.allocations.flatMap { allocation in
        allocation.stations.indices.map {
          Station(
            station: allocation.stations[$0], officers: allocation.officers[$0],
            worthOfOneMore: allocation.worthOfOneMore[$0])
        }
      } ?? []
    stationDifference = outcome.stations.map { written($0.difference) }
    counties = outcome.counties.enumerated().map { Self.county($0, $1, outcome.worth, scenario) }
    sensitivity = outcome.sensitivity.map { SensitivityRecord($0, goal) }
    (replicationsPlayed, self.seconds) = (outcome.played, seconds)
  }

  private static func county(
    _ index: Int, _ share: PlanSearchOutcome.CountyShare, _ worth: OfficerWorth?, _ scenario: Scenario
  ) -> County {
    let departments = scenario.departments.map(\.id)
    return County(
      county: scenario.counties.isEmpty ? nil : scenario.counties[index].id, officers: share.officers,
      officersSunk: share.sunk, officersToStreet: share.toStreet,
      worthInCommunity: worth?.community[index],
      worthByDepartment: worth.map {
        Dictionary(uniqueKeysWithValues: zip(departments, $0.departments[index]))
      })
  }

  private static func plan(
    _ standing: PlanSearchOutcome.Standing, isOnPlateau: Bool, _ decisions: [PlanSpace.Decision],
    _ written: (ConfidenceInterval) -> IntervalRecord
  ) -> Plan {
    Plan(
      treatment: standing.id,
      values: Dictionary(uniqueKeysWithValues: zip(decisions.map(\.lever.key), standing.point ?? [])),
      officersSunk: standing.sunk, officersToStreet: standing.toStreet,
      difference: written(standing.difference), behindBest: standing.behindBest.map(written),
      excesses: standing.excesses.map { IntervalRecord($0) }, isFeasible: standing.isFeasible,
      isOnPlateau: isOnPlateau, replications: standing.replications, isFresh: standing.isFresh)
  }
}
