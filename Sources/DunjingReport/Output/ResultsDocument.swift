import DunjingExperiment
import DunjingScenario
import DunjingSimulation
import Foundation

/// The content of `results.json`, schema `dunjing-results/1`; described in Documentation/RunFolder.md.
///
/// Holds nothing that depends on threads, time of day or machine.
public struct ResultsDocument: Encodable {
  private let schema = "dunjing-results/1"
  private let name: LocalizedText
  private let scenarioHash: String
  private let seed: UInt64
  private let replications: Int
  private let confidence: Double
  private let horizonDays: Int
  private let baseline: String
  private let treatments: [TreatmentRecord]
  private let warnings: [LocalizedText]
  private let precision: PrecisionRecord?
  private let draws: [String: Int]?

  /// Prepares the document of a result.
  public init(_ result: ExperimentResult) {
    name = result.name
    scenarioHash = result.scenarioHash
    seed = result.seed
    replications = result.replications
    confidence = result.confidence
    horizonDays = result.horizonDays
    baseline = result.baseline
    warnings = result.warnings
    precision = result.precision.map(PrecisionRecord.init)
    draws = result.draws.map { ["numbers": $0.numbers, "draws": $0.draws] }
    let percent = Int((result.confidence * 100).rounded())
    treatments = result.treatments.map { TreatmentRecord($0, percent: percent) }
  }
}

private struct TreatmentRecord: Encodable {
  let id: String
  let name: LocalizedText
  let sinkRatio: Double
  let redeployment: RedeploymentRecord
  let indicators: [String: [String: JSONScalar]]
  let comparisons: [String: [String: JSONScalar]]
  let responses: [String: ResponseRecord]
  let grids: [GridRecord]
  let weekHours: [String: [Double]]
  let departments: [DepartmentRecord]
  let counties: [CountyRecord]?
  let weeklyBacklog: [Double]
  let patrol: PatrolRecord
  let workloads: [WorkloadRecord]
  let unstableReplications: Int
  let estimateSpreads: [String: [String: JSONScalar]]?

  init(_ treatment: TreatmentResult, percent: Int) {
    id = treatment.id
    name = treatment.name
    sinkRatio = treatment.sinkRatio
    redeployment = RedeploymentRecord(treatment.redeployment)
    indicators = Dictionary(
      uniqueKeysWithValues: treatment.estimates.map { estimate in
        var record: [String: JSONScalar] = [
          "mean": .number(estimate.mean), "halfWidth\(percent)": .number(estimate.halfWidth),
          "unit": .text(estimate.indicator.unit.rawValue), "n": .number(Double(estimate.count))
        ]
        if !treatment.isSteady(estimate.indicator) { record["growsWithoutBound"] = .flag(true) }
        return (estimate.indicator.rawValue, record)
      })
    comparisons = Dictionary(
      uniqueKeysWithValues: treatment.comparisons.map { comparison in
        let record: [String: JSONScalar] = [
          "difference": .number(comparison.difference), "halfWidth\(percent)": .number(comparison.halfWidth),
          "simultaneousHalfWidth\(percent)": .number(comparison.simultaneousHalfWidth),
          "relative": comparison.relative.map(JSONScalar.number) ?? .null,
          "significant": .flag(comparison.isSignificant)
        ]
        return (comparison.indicator.rawValue, record)
      })
    responses = Dictionary(
      uniqueKeysWithValues: treatment.responses.map { ($0.areaClass.rawValue, ResponseRecord($0)) })
    grids = treatment.grids.map(GridRecord.init)
    weekHours = [
      "incidents": treatment.weekHours.map(\.incidents), "busyUnits": treatment.weekHours.map(\.busyUnits),
      "unitsOnDuty": treatment.weekHours.map(\.unitsOnDuty),
      "unitsAvailable": treatment.weekHours.map(\.unitsAvailable)
    ]
    departments = treatment.departments.map(DepartmentRecord.init)
    counties = treatment.counties.isEmpty ? nil : treatment.counties.map(CountyRecord.init)
    weeklyBacklog = treatment.weeklyBacklog
    patrol = PatrolRecord(treatment.patrol)
    workloads = treatment.workloads.map(WorkloadRecord.init)
    unstableReplications = treatment.unstableReplications
    let spreads = treatment.spreads.map { spread in
      let record: [String: JSONScalar] = [
        "standardDeviation": .number(spread.level.standardDeviation),
        "halfWidth\(percent)": .number(spread.level.halfWidth),
        "toldFromChance": .flag(spread.level.isTold),
        "differenceStandardDeviation": spread.difference.map { .number($0.standardDeviation) } ?? .null,
        "differenceHalfWidth\(percent)": spread.difference.map { .number($0.halfWidth) } ?? .null,
        "differenceToldFromChance": spread.difference.map { .flag($0.isTold) } ?? .null
      ]
      return (spread.indicator.rawValue, record)
    }
    estimateSpreads = spreads.isEmpty ? nil : Dictionary(spreads, uniquingKeysWith: { first, _ in first })
  }
}

private struct PrecisionRecord: Encodable {
  let of: PrecisionTarget
  let relative: Double
  let pilot: Int
  let batch = StoppingRule.batch
  let maximumReplications: Int
  let stopped: StoppingReason
  let reached: [String: JSONScalar]

  init(_ outcome: PrecisionOutcome) {
    of = outcome.settings.target
    relative = outcome.settings.relative
    pilot = outcome.pilot
    maximumReplications = outcome.settings.maximumReplications
    stopped = outcome.reason
    let shares = outcome.indicators.map { reached in
      (reached.indicator.rawValue, reached.relativeHalfWidth.map(JSONScalar.number) ?? .null)
    }
    reached = Dictionary(shares, uniquingKeysWith: { first, _ in first })
  }
}

/// One JSON value; a number that is not finite becomes null.
private enum JSONScalar: Encodable {
  case number(Double)
  case text(String)
  case flag(Bool)
  case null

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .number(let value) where value.isFinite: try container.encode(value)
    case .text(let value): try container.encode(value)
    case .flag(let value): try container.encode(value)
    default: try container.encodeNil()
    }
  }
}

private struct RedeploymentRecord: Encodable {
  let agencyOfficers: Int
  let countyOfficers: Int
  let toCommunity: Int
  let toStreet: Int
  let unitShiftsPerDay: Double
  let communityShare: Double?
  let stationShare: Double?

  init(_ summary: RedeploymentSummary) {
    agencyOfficers = summary.agencyOfficers
    countyOfficers = summary.countyOfficers
    toCommunity = summary.toCommunity
    toStreet = summary.toStreet
    unitShiftsPerDay = summary.unitShiftsPerDay
    communityShare = summary.communityShare
    stationShare = summary.stationShare
  }
}

private struct ResponseRecord: Encodable {
  let targetMinutes: Double
  let binSeconds: Double
  let counts: [Double]
  let unreached: Double

  init(_ response: ResponseDistribution) {
    targetMinutes = response.targetMinutes
    binSeconds = response.binSeconds
    counts = response.counts
    unreached = response.unreached
  }
}

private struct GridRecord: Encodable {
  let id: String
  let incidentsPerYear: Double
  let meanMinutes: Double?
  let withinTarget: Double?
  let nearestPostMinutes: Double?
  let seenShare: Double?

  init(_ grid: GridOutcome) {
    id = grid.id
    incidentsPerYear = grid.incidentsPerYear
    meanMinutes = grid.meanMinutes
    withinTarget = grid.withinTarget
    nearestPostMinutes = grid.nearestPostMinutes
    seenShare = grid.seenShare
  }
}

private struct PatrolRecord: Encodable {
  let pointRates: [Double]
  let lineRates: [Double]
  let visibilityByHour: [Double]

  init(_ patrol: PatrolOutcome) {
    pointRates = patrol.pointRates
    lineRates = patrol.lineRates
    visibilityByHour = patrol.visibilityByHour
  }
}

private struct WorkloadRecord: Encodable {
  let id: String
  let units: Int
  let mean: Double
  let quartiles: [Double]

  init(_ workload: GroupWorkload) {
    id = workload.id
    units = workload.units
    mean = workload.mean
    quartiles = workload.quartiles
  }
}

private struct CountyRecord: Encodable {
  let id: String
  let name: LocalizedText
  let prefecture: LocalizedText
  let sunk: Int
  let toStreet: Int
  let values: [String: [String: JSONScalar]]

  init(_ county: CountyOutcome) {
    id = county.id
    name = county.name
    prefecture = county.prefecture
    sunk = county.sunk
    toStreet = county.toStreet
    values = Dictionary(
      uniqueKeysWithValues: county.values.map { value in
        (
          value.measure.rawValue,
          [
            "mean": .number(value.mean), "difference": value.difference.map(JSONScalar.number) ?? .null,
            "halfWidth": value.halfWidth.map(JSONScalar.number) ?? .null
          ]
        )
      })
  }
}

private struct DepartmentRecord: Encodable {
  let id: String
  let name: LocalizedText
  let officers: Int
  let taken: Int
  let utilization: Double?
  let delayDays: Double?
  let backlogEnd: Double
  let growingReplications: Int

  init(_ department: DepartmentOutcome) {
    id = department.id
    name = department.name
    officers = department.officers
    taken = department.taken
    utilization = department.load
    delayDays = department.delay
    backlogEnd = department.backlogEnd
    growingReplications = department.growingReplications
  }
}
