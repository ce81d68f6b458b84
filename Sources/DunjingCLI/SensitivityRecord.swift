import Dunjing

/// What `dunjing optimize` writes as JSON of what the answer rests on.
struct SensitivityRecord: Encodable {
  struct Sample: Encodable {
    let officersSunk: Int
    let officersToStreet: Int
    let bestGain: Double
    let foundGain: Double
    let foundDifference: Double

    init(_ sample: SensitivityOutcome.Sample, _ goal: PlanGoal) {
      (officersSunk, officersToStreet) = (sample.sunk, sample.toStreet)
      (bestGain, foundGain, foundDifference) = (
        sample.bestGain, sample.foundGain, goal.asWritten(sample.foundDifference)
      )
    }
  }

  struct Effect: Encodable {
    let absoluteMean: Double
    let mean: Double
    let deviation: Double

    init(_ effect: MorrisScreening.Effect) {
      (absoluteMean, mean, deviation) = (effect.absoluteMean, effect.mean, effect.deviation)
    }
  }

  struct Index: Encodable {
    let value: Double
    let lower: Double
    let upper: Double

    init(_ index: SobolIndices.Index) { (value, lower, upper) = (index.value, index.lower, index.upper) }
  }

  struct Share: Encodable {
    let first: Index
    let total: Index

    init(_ share: SobolIndices.Share) { (first, total) = (Index(share.first), Index(share.total)) }
  }

  struct Row: Encodable {
    let key: String
    let name: LocalizedText
    let isFactor: Bool
    let present: Double
    let lowValue: Double
    let highValue: Double
    let low: Sample
    let high: Sample
    let gainEffect: Effect?
    let officerEffect: Effect?
    let gainShare: Share?
    let officerShare: Share?
  }

  struct Regret: Encodable {
    let plan: String
    let officersSunk: Int
    let officersToStreet: Int
    let greatest: Double
    let mean: Double
  }

  struct Confirmation: Encodable {
    let key: String
    let value: Double
    let simulated: IntervalRecord
    let expected: Double
    let replications: Int
  }

  struct Ends<Value: Encodable>: Encodable {
    let lower: Value
    let upper: Value
  }

  let present: Sample
  let assumptions: [Row]
  let officers: Ends<Int>?
  let gain: Ends<Double>?
  let regrets: [Regret]
  let confirmations: [Confirmation]
  let leftOut: [String]
  let points: Int

  init(_ outcome: SensitivityOutcome, _ goal: PlanGoal) {
    present = Sample(outcome.present, goal)
    assumptions = outcome.rows.map { row in
      Row(
        key: row.assumption.key, name: row.assumption.name, isFactor: row.assumption.isFactor,
        present: row.assumption.present, lowValue: row.assumption.range.lowerBound,
        highValue: row.assumption.range.upperBound, low: Sample(row.low, goal), high: Sample(row.high, goal),
        gainEffect: row.gainEffect.map { Effect($0) }, officerEffect: row.officerEffect.map { Effect($0) },
        gainShare: row.gainShare.map { Share($0) }, officerShare: row.officerShare.map { Share($0) })
    }
    officers = outcome.officerRange.map { Ends(lower: $0.lowerBound, upper: $0.upperBound) }
    gain = outcome.gainRange.map { Ends(lower: $0.lowerBound, upper: $0.upperBound) }
    regrets = outcome.regrets.map {
      Regret(
        plan: Self.name($0.subject), officersSunk: $0.sunk, officersToStreet: $0.toStreet,
        greatest: $0.greatest, mean: $0.mean)
    }
    confirmations = outcome.confirmations.map {
      Confirmation(
        key: $0.assumption.key, value: $0.value, simulated: IntervalRecord(goal.asWritten($0.simulated)),
        expected: goal.asWritten($0.expected), replications: $0.replications)
    }
    leftOut = outcome.leftOut.map(\.key)
    points = outcome.pointCount
  }

  private static func name(_ subject: SensitivityOutcome.Regret.Subject) -> String {
    switch subject {
    case .leastRegret: "leastRegret"
    case .found: "found"
    case .treatment(let id): id
    }
  }
}
