import Dunjing

/// `calibration.json`.
struct CalibrationRecord: Encodable {
  struct Estimate: Encodable {
    let key: String
    let value: Double
    let standardError: Double?
    let lower: Double?
    let upper: Double?
    let count: Int
    let method: LocalizedText
    let quality: LocalizedText
    let distribution: String
    let group: String
    let isWritten: Bool
  }

  struct Unmapped: Encodable {
    let recorded: String
    let count: Int
  }

  struct Matched: Encodable {
    let recorded: String
    let kind: String?
    let count: Int
  }

  struct Period: Encodable {
    let first: String
    let last: String
    let days: Double
    let missing: [String]
  }

  struct Fit: Encodable {
    let kind: String
    let family: String
    let count: Int
    let roundedToMinutes: Double?
    let logLikelihood: Double
    let informationCriterion: Double
    let andersonDarling: Double?
    let probability: Double?
  }

  struct NearRepeats: Encodable {
    let count: Int
    let kilometers: Double
    let days: Double
    let share: Double
    let expectedShare: Double
    let permutationProbability: Double
    let status: String
    let likelihoodRatio: Double?
    let branchingRatio: ParameterEstimate?
  }

  /// What becomes of the incidents of a day and of departments.
  struct Effect: Encodable {
    struct PerDay: Encodable {
      let recorded: Double
      let before: Double
      let after: Double
      let byLevel: Double
      let bySeason: Double
      let ofUnseenKinds: Double
      let beyondRecords: Double
    }

    struct Total: Encodable {
      let key: String
      let before: Double
      let after: Double
    }

    struct Load: Encodable {
      let id: String
      let name: LocalizedText
      let before: Double
      let after: Double
      let casesAfter: Double
    }

    let incidentsPerDay: PerDay
    let total: Total?
    let departmentLoads: [Load]
  }

  let schema = "dunjing-calibration/1"
  let incidents: String
  let study: String?
  let count: Int
  let period: Period
  let withoutTime: Int
  let duplicates: Int
  let invalid: Int
  let onViewLeftOut: Int
  let outsidePeriod: Int
  let unmapped: [Unmapped]
  let matchedByName: [Matched]
  let unseenKinds: [String]
  let sceneFits: [Fit]
  let nearRepeats: NearRepeats?
  let estimates: [Estimate]
  let effect: Effect?
  let warnings: [LocalizedText]

  init(_ calibration: DemandCalibration, _ bundle: CalibratedBundle, incidents: String, study: String?) {
    (self.incidents, self.study, count) = (incidents, study, calibration.count)
    let period = calibration.period
    self.period = Period(
      first: period.first.text, last: period.last.text, days: period.days,
      missing: period.missing.map(\.text))
    (withoutTime, duplicates) = (calibration.withoutTime, calibration.duplicates)
    invalid = calibration.invalid
    onViewLeftOut = calibration.onView
    outsidePeriod = calibration.outsidePeriod
    unmapped = calibration.unmapped.names.map { Unmapped(recorded: $0.recorded, count: $0.count) }
    matchedByName = calibration.alike.names.map {
      Matched(recorded: $0.recorded, kind: $0.kind, count: $0.count)
    }
    (unseenKinds, warnings) = (
      calibration.unseenKinds, bundle.warnings + CalibrationAnswer(calibration, bundle).warnings
    )
    sceneFits = calibration.kinds.compactMap { kind in
      kind.scene.map {
        Fit(
          kind: kind.id, family: $0.fit.family.rawValue, count: $0.minutes.count, roundedToMinutes: $0.unit,
          logLikelihood: $0.fit.logLikelihood, informationCriterion: $0.fit.informationCriterion,
          andersonDarling: $0.quality?.statistic, probability: $0.quality?.probability)
      }
    }
    nearRepeats = calibration.nearRepeats.map {
      NearRepeats(
        count: $0.count, kilometers: $0.repeats.distance, days: $0.repeats.time, share: $0.repeats.share,
        expectedShare: $0.repeats.expectedShare, permutationProbability: $0.repeats.probability,
        status: $0.hawkes.status.rawValue,
        likelihoodRatio: $0.isBeyondChance ? $0.hawkes.likelihoodRatio : nil,
        branchingRatio: $0.isBeyondChance ? $0.hawkes.branchingRatio : nil)
    }
    estimates = calibration.estimates.map {
      Estimate(
        key: $0.key, value: $0.estimate.value, standardError: $0.estimate.standardError,
        lower: $0.estimate.lower, upper: $0.estimate.upper, count: $0.count, method: $0.method,
        quality: $0.quality, distribution: $0.distribution.rawValue, group: $0.group,
        isWritten: bundle.holds($0.key))
    }
    effect = bundle.effect.map(Effect.init)
  }
}

extension CalibrationRecord.Effect {
  init(_ effect: CalibrationEffect) {
    incidentsPerDay = PerDay(
      recorded: effect.recordedPerDay, before: effect.perDayBefore, after: effect.perDayAfter,
      byLevel: effect.byLevel, bySeason: effect.bySeason, ofUnseenKinds: effect.ofUnseenKinds,
      beyondRecords: effect.beyondRecords)
    total = effect.total.map { Total(key: $0.key, before: $0.before, after: $0.after) }
    departmentLoads = effect.departments.map {
      Load(id: $0.id, name: $0.name, before: $0.before, after: $0.after, casesAfter: $0.casesAfter)
    }
  }
}
