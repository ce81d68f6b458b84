import Dunjing

/// What `dunjing optimize` writes as JSON.
struct OptimizeRecord: Encodable {
  struct Decision: Encodable {
    let key: String
    let from: Double
    let to: Double
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

  struct Change: Encodable {
    let indicator: String
    let baseline: Double
    let difference: IntervalRecord
  }

  let schema = "dunjing-optimize/1"
  let objective: [Term]
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
  let changes: [Change]
  let plans: [Plan]
  let replicationsPlayed: Int
  let sensitivity: SensitivityRecord?
  let seconds: Double

  init(_ outcome: PlanSearchOutcome, seconds: Double) {
    objective = outcome.goal.objective.map { Term(indicator: $0.indicator.rawValue, weight: $0.weight) }
    limits = outcome.goal.limits.map {
      Limit(
        indicator: $0.indicator.rawValue, side: $0.side.rawValue, bound: $0.bound, isRelative: $0.isRelative)
    }
    decisions = outcome.decisions.map {
      Decision(key: $0.lever.key, from: $0.range.lowerBound, to: $0.range.upperBound)
    }
    (confidence, indifferenceShare) = (outcome.settings.confidence, outcome.settings.indifference)
    (baselineObjective, indifferenceZone) = (outcome.baselineObjective, outcome.indifferenceZone)
    let plateau = Set(outcome.plateau)
    let plans = outcome.plans.enumerated().map { index, standing in
      Self.plan(standing, isOnPlateau: plateau.contains(index), outcome.decisions)
    }
    self.plans = plans
    best = outcome.best.map { plans[$0] }
    smallestOnPlateau = outcome.smallestOnPlateau.map { plans[$0] }
    leastRelaxation = outcome.leastRelaxation.map { plans[$0] }
    isSelected = outcome.isSelected
    changes = outcome.changes.map {
      Change(indicator: $0.indicator.rawValue, baseline: $0.before, difference: IntervalRecord($0.difference))
    }
    sensitivity = outcome.sensitivity.map { SensitivityRecord($0) }
    (replicationsPlayed, self.seconds) = (outcome.played, seconds)
  }

  private static func plan(
    _ standing: PlanSearchOutcome.Standing, isOnPlateau: Bool, _ decisions: [PlanSpace.Decision]
  ) -> Plan {
    Plan(
      treatment: standing.id,
      values: Dictionary(uniqueKeysWithValues: zip(decisions.map(\.lever.key), standing.point ?? [])),
      officersSunk: standing.sunk, officersToStreet: standing.toStreet,
      difference: IntervalRecord(standing.difference),
      behindBest: standing.behindBest.map { IntervalRecord($0) },
      excesses: standing.excesses.map { IntervalRecord($0) }, isFeasible: standing.isFeasible,
      isOnPlateau: isOnPlateau, replications: standing.replications, isFresh: standing.isFresh)
  }
}
