import Dunjing

/// A comparison of two runs as JSON, schema `dunjing-compare/1`; described in Documentation/RunFolder.md.
struct CompareRecord: Encodable {
  private let schema = "dunjing-compare/1"
  private let first: RunRecord
  private let second: RunRecord
  private let sameInputs: Bool
  private let sameResults: Bool
  private let keys: [KeyRecord]
  private let tables: [TableRecord]
  private let method: RunComparison.Method
  private let confidence: Double
  private let comparisons: Int
  private let observations: ObservationRecord
  private let onlyInFirst: [String]
  private let onlyInSecond: [String]
  private let treatments: [TreatmentRecord]

  init(_ runs: ComparedRuns, _ manifests: [RunFolder.Manifest]) {
    first = RunRecord(runs.first, manifests[0])
    second = RunRecord(runs.second, manifests[1])
    (sameInputs, sameResults) = (runs.haveSameInputs, runs.haveSameResults)
    keys = runs.difference.keys.map { KeyRecord(key: $0.path, first: $0.first, second: $0.second) }
    tables = runs.difference.files.map {
      TableRecord(
        name: $0.name, changed: $0.changed, added: $0.added, removed: $0.removed, examples: $0.examples)
    }
    (method, confidence) = (runs.comparison.method, runs.comparison.confidence)
    comparisons = runs.comparison.count
    observations = ObservationRecord(runs.comparison.basis)
    (onlyInFirst, onlyInSecond) = (runs.onlyInFirst, runs.onlyInSecond)
    treatments = runs.comparison.treatments.map(TreatmentRecord.init)
  }

  /// On how much the differences rest.
  private struct ObservationRecord: Encodable {
    let first: Int
    let second: Int
    let replicationsEach: Int

    init(_ basis: RunComparison.Basis) {
      (first, second, replicationsEach) = (basis.first, basis.second, basis.replicationsEach)
    }
  }

  private struct RunRecord: Encodable {
    let path: String
    let scenarioHash: String
    let seed: UInt64
    let replications: Int
    let treatments: [String]
    let version: String
    let build: String
    let settings: [String]

    init(_ facts: RunFacts, _ manifest: RunFolder.Manifest) {
      (path, version, build, settings) = (facts.name, facts.version, facts.build, facts.settings)
      (scenarioHash, seed, treatments) = (manifest.scenarioHash, manifest.seed, manifest.treatments)
      replications = manifest.played ?? 0
    }
  }

  private struct KeyRecord: Encodable {
    let key: String
    let first: String?
    let second: String?
  }

  private struct TableRecord: Encodable {
    let name: String
    let changed: Int
    let added: Int
    let removed: Int
    let examples: [String]
  }

  private struct TreatmentRecord: Encodable {
    let first: String
    let second: String
    let indicators: [String: DifferenceRecord]

    init(_ treatment: RunComparison.Treatment) {
      (first, second) = (treatment.pair.first, treatment.pair.second)
      indicators = Dictionary(
        uniqueKeysWithValues: treatment.differences.map { ($0.indicator.rawValue, DifferenceRecord($0)) })
    }
  }

  private struct DifferenceRecord: Encodable {
    let first: NumberOrNull
    let second: NumberOrNull
    let difference: NumberOrNull
    let halfWidth: NumberOrNull
    let p: NumberOrNull
    let adjustedP: NumberOrNull
    let verdict: RunComparison.Verdict
    let unit: String

    init(_ difference: RunComparison.Difference) {
      func number(_ value: Double?) -> NumberOrNull { NumberOrNull(value.flatMap { $0.isFinite ? $0 : nil }) }
      (first, second) = (number(difference.first), number(difference.second))
      self.difference = number(difference.difference)
      halfWidth = number(difference.halfWidth)
      (p, adjustedP) = (number(difference.probability), number(difference.adjustedProbability))
      (verdict, unit) = (difference.verdict, difference.indicator.unit.rawValue)
    }
  }
}
