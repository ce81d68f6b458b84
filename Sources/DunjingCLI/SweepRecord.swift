import Dunjing

/// What `dunjing sweep` writes as JSON; the same for the same sweep, however often it was stopped.
struct SweepRecord: Encodable {
  struct Factor: Encodable {
    let key: String
    let values: [String]
  }

  struct Estimate: Encodable {
    let level: IntervalRecord?
    let difference: IntervalRecord?
  }

  struct Row: Encodable {
    let point: Int
    let values: [String: String]
    let treatment: String
    let isBaseline: Bool
    let indicators: [String: Estimate]
  }

  struct Coefficient: Encodable {
    /// The keys whose coded values are multiplied.
    let keys: [String]
    let value: Double
    let standardError: Double
    let probability: NumberOrNull
  }

  struct Fit: Encodable {
    let statistic: NumberOrNull
    let misfitDegrees: Int
    let errorDegrees: Int
    let probability: Double
  }

  struct Stationary: Encodable {
    let values: [String: Double]
    let value: Double
    let nature: String
    let isInside: Bool
  }

  struct Surface: Encodable {
    /// The treatment whose difference to the baseline it is; nil for the level of the baseline.
    let treatment: String?
    let indicator: String
    let form: String
    let coefficients: [Coefficient]
    let explainedShare: NumberOrNull
    let adjustedShare: NumberOrNull
    let predictedShare: NumberOrNull
    let lackOfFit: Fit?
    let stationaryPoint: Stationary?
  }

  let schema = "dunjing-sweep/1"
  let scenarioHash: String
  let design: String
  let factors: [Factor]
  let treatments: [String]
  let replications: Int
  let confidence: Double
  let sharesWarmUp: Bool
  let rows: [Row]
  let surfaces: [Surface]

  init(_ outcome: SweepOutcome, scenarioHash: String) {
    let keys = outcome.design.factors.map(\.key)
    self.scenarioHash = scenarioHash
    design = outcome.design.kind.rawValue
    factors = outcome.design.factors.map { Factor(key: $0.key, values: $0.values) }
    treatments = outcome.treatments
    (replications, confidence) = (outcome.replications, outcome.confidence)
    sharesWarmUp = outcome.sharesWarmUp
    rows = outcome.rows.map { row in
      Row(
        point: row.point, values: Dictionary(uniqueKeysWithValues: zip(keys, row.values)),
        treatment: row.treatment, isBaseline: row.isBaseline,
        indicators: Dictionary(
          uniqueKeysWithValues: row.estimates.map {
            (
              $0.indicator.rawValue,
              Estimate(
                level: $0.level.map { IntervalRecord($0) },
                difference: $0.difference.map { IntervalRecord($0) })
            )
          }))
    }
    surfaces = outcome.surfaces.map { Self.surface($0, keys) }
  }

  private static func surface(_ surface: SweepSurface, _ keys: [String]) -> Surface {
    Surface(
      treatment: surface.treatment, indicator: surface.indicator.rawValue, form: surface.form.rawValue,
      coefficients: surface.coefficients.map {
        Coefficient(
          keys: $0.factors.map { keys[$0] }, value: $0.value, standardError: $0.standardError,
          probability: finite($0.probability))
      },
      explainedShare: NumberOrNull(surface.explainedShare),
      adjustedShare: NumberOrNull(surface.adjustedShare),
      predictedShare: NumberOrNull(surface.predictedShare),
      lackOfFit: surface.fit.map {
        Fit(
          statistic: finite($0.statistic), misfitDegrees: $0.misfitDegrees, errorDegrees: $0.errorDegrees,
          probability: $0.probability)
      },
      stationaryPoint: surface.stationaryPoint.map {
        Stationary(
          values: Dictionary(uniqueKeysWithValues: zip(keys, $0.point)), value: $0.value,
          nature: $0.nature.rawValue, isInside: surface.isStationaryPointInside)
      })
  }

  private static func finite(_ value: Double) -> NumberOrNull { NumberOrNull(value.isFinite ? value : nil) }
}
