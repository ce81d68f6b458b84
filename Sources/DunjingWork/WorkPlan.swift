import DunjingParallel
import DunjingScenario
import Foundation

/// An experiment divided into units of work, as `plan.json` holds it.
public struct WorkPlan: Sendable, Equatable, Codable {
  /// The schema of this file.
  public var schema: String
  /// The hash of the study with what was set on top of its files.
  public var scenarioHash: String
  /// The path of the study when it was planned; its copy in the folder is what is played.
  public var scenarioPath: String
  /// The name of the study.
  public var name: LocalizedText
  /// The files of the study.
  public var studyFiles: [String]
  /// Keys set on top of the files, as typed.
  public var settings: [String]
  /// The master seed.
  public var seed: UInt64
  /// Replications of each treatment; with a precision, the most there may be.
  public var replications: Int
  /// Replications of the pilot and the precision they are added for; nil where their number is fixed.
  public var precision: PlannedPrecision?
  /// The ids of the treatments.
  public var treatments: [String]
  /// The version of the program that planned.
  public var version: String
  /// How the engine of that program plays the study: every worker has to play it alike (``EngineProof``).
  public var engine: String
  /// What was measured.
  public var cost: WorkCost
  /// The units.
  public var units: [WorkUnit]

  /// Creates a plan.
  public init(
    scenarioHash: String, scenarioPath: String, name: LocalizedText, studyFiles: [String], settings: [String],
    seed: UInt64, replications: Int, precision: PlannedPrecision?, treatments: [String], version: String,
    engine: String, cost: WorkCost, units: [WorkUnit]
  ) {
    schema = Self.currentSchema
    (self.scenarioHash, self.scenarioPath, self.name) = (scenarioHash, scenarioPath, name)
    (self.studyFiles, self.settings, self.seed) = (studyFiles, settings, seed)
    (self.replications, self.precision, self.treatments) = (replications, precision, treatments)
    (self.version, self.engine, self.cost, self.units) = (version, engine, cost, units)
  }

  /// The only schema there is.
  public static let currentSchema = "dunjing-plan/1"

  /// A precision for which replications are added.
  public struct PlannedPrecision: Sendable, Equatable, Codable {
    /// Replications before the first look.
    public var pilot: Int
    /// What is asked for.
    public var settings: PrecisionSettings

    /// Creates a planned precision.
    public init(pilot: Int, settings: PrecisionSettings) {
      (self.pilot, self.settings) = (pilot, settings)
    }
  }

  /// What the results of its units depend on and how they are divided; sixteen hexadecimal digits.
  ///
  /// What was measured, names and where the study was have no part in it.
  public var identity: String {
    let precision = precision.flatMap { try? ResultCoding.encoder.encode($0) } ?? Data()
    let parts =
      [schema, scenarioHash, "\(seed)", engine, treatments.joined(separator: ","), "\(replications)"]
      + [settings.joined(separator: "\n"), String(decoding: precision, as: UTF8.self)]
      + units.map {
        "\($0.number) \($0.firstReplication) \($0.replications) \($0.firstTreatment) \($0.treatments)"
      }
    return String(SHA256.hexadecimal(of: Array(parts.joined(separator: "\n").utf8)).prefix(16))
  }

  /// Whether its units are numbered from 1 and hold every treatment of every replication once.
  public var isWhole: Bool {
    guard replications > 0, !treatments.isEmpty, units.map(\.number) == Array(1...max(units.count, 1)) else {
      return false
    }
    var (replication, treatment) = (0, 0)
    for unit in units {
      guard unit.replications > 0, unit.treatments > 0, unit.firstReplication == replication,
        unit.firstTreatment == treatment, unit.treatmentPositions.upperBound <= treatments.count,
        unit.treatments == treatments.count || unit.replications == 1
      else { return false }
      treatment = unit.treatmentPositions.upperBound
      if treatment == treatments.count { (replication, treatment) = (unit.replicationNumbers.upperBound, 0) }
    }
    return replication == replications && treatment == 0
  }

  /// The units of a shard.
  public func units(of shard: Shard) -> [WorkUnit] {
    stride(from: shard.number - 1, to: units.count, by: shard.count).map { units[$0] }
  }

  /// Seconds of one core for all units, without the start of workers.
  public var seconds: Double { units.reduce(0) { $0 + cost.seconds(of: $1) } }

  /// Bytes of memory that a worker of one thread needs: what the process that planned had, and the results of the largest unit
  /// with the text they become.
  public var memoryBytes: Int {
    let largest = units.map { $0.replications * $0.treatments }.max() ?? 0
    return cost.memoryBytes + largest * cost.resultBytes * (1 + MemoryMeter.bytesToEncodeByte)
  }

  /// Bytes on disk of all results.
  public var bytes: Int { units.reduce(0) { $0 + cost.bytes(of: $1) } }
}
