import Dunjing
import DunjingStore

/// The runs as JSON, schema `dunjing-runs/1`; described in Documentation/RunFolder.md.
struct RunsRecord: Encodable {
  private let schema = "dunjing-runs/1"
  private let folder: String
  private let runs: [RunRecord]
  private let rows: [RowRecord]
  private let plans: [PlanRecord]
  private let unfinished: [String]
  private let damaged: [DamageRecord]
  private let notices: [LocalizedText]

  init(_ scan: FolderScan, _ answer: RunAnswer) {
    folder = scan.root
    var shown: Set<String> = []
    let first = answer.rows.filter { shown.insert($0.run.path).inserted }
    runs = first.map { RunRecord($0.run) }.sorted { $0.path < $1.path }
    rows = answer.rows.map(RowRecord.init)
    plans = answer.plans.map(PlanRecord.init)
    unfinished = scan.unfinished
    damaged = answer.damaged.map { DamageRecord(path: $0.path, reason: $0.reason) }
    notices = answer.notices.map(\.text)
  }

  private struct RunRecord: Encodable {
    let path: String
    let study: LocalizedText
    let scenarioHash: String
    let seed: UInt64
    let replications: Int
    let confidence: Double
    let baseline: String
    let treatments: [TreatmentRecord]
    let version: String
    let build: String
    let settings: [String]
    let runSeconds: NumberOrNull
    let stopped: String?
    let manifestHash: String
    let resultsHash: String

    init(_ run: StoredRun) {
      (path, study, scenarioHash, seed) = (run.path, run.study, run.scenarioHash, run.seed)
      (replications, confidence, baseline) = (run.replications, run.confidence, run.baseline)
      treatments = run.treatments.map { TreatmentRecord(id: $0.id, name: $0.name) }
      (version, build, settings) = (run.version, run.build, run.settings)
      (runSeconds, stopped) = (NumberOrNull(run.runSeconds), run.stopped)
      (manifestHash, resultsHash) = (run.hashes.manifest, run.hashes.results)
    }
  }

  private struct TreatmentRecord: Encodable {
    let id: String
    let name: LocalizedText
  }

  private struct RowRecord: Encodable {
    let run: String
    let treatment: String
    let indicators: [String: IndicatorRecord]

    init(_ row: RunAnswer.Row) {
      (run, treatment) = (row.run.path, row.treatment.id)
      indicators = Dictionary(
        uniqueKeysWithValues: row.treatment.indicators.map { ($0.id, IndicatorRecord($0)) })
    }
  }

  private struct IndicatorRecord: Encodable {
    let mean: NumberOrNull
    let halfWidth: NumberOrNull
    let unit: String
    let difference: NumberOrNull
    let simultaneousHalfWidth: NumberOrNull
    let relative: NumberOrNull
    let significant: Bool?
    let growsWithoutBound: Bool?

    init(_ indicator: StoredIndicator) {
      (mean, halfWidth) = (NumberOrNull(indicator.mean), NumberOrNull(indicator.halfWidth))
      (unit, difference) = (indicator.unit, NumberOrNull(indicator.difference))
      simultaneousHalfWidth = NumberOrNull(indicator.simultaneousHalfWidth)
      (relative, significant) = (NumberOrNull(indicator.relative), indicator.isSignificant)
      growsWithoutBound = indicator.growsWithoutBound ? true : nil
    }
  }

  private struct PlanRecord: Encodable {
    let path: String
    /// The numbers of units by their state.
    let units: [String: [Int]]
    let bytes: Int
    let seconds: Double

    init(_ plan: PlannedWork) {
      path = plan.path
      units = Dictionary(grouping: plan.units, by: \.state.rawValue).mapValues { $0.map(\.number) }
      bytes = plan.units.reduce(0) { $0 + ($1.bytes ?? 0) }
      seconds = plan.units.reduce(0) { $0 + ($1.seconds ?? 0) }
    }
  }

  private struct DamageRecord: Encodable {
    let path: String
    let reason: LocalizedText
  }
}
