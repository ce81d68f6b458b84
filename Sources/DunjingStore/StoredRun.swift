import DunjingScenario

/// A finished run as the run store keeps it: what was run by which program, and what came out.
public struct StoredRun: Sendable, Equatable {
  /// The folder of the run, relative to the folder of the store; `.` is that folder itself.
  public var path: String
  /// The name of the study.
  public var study: LocalizedText
  /// The SHA-256 of the study with what was set on top of it.
  public var scenarioHash: String
  /// The master seed.
  public var seed: UInt64
  /// Replications that were played.
  public var replications: Int
  /// The confidence of the half widths, between 0 and 1.
  public var confidence: Double
  /// The id of the treatment that the others are compared with.
  public var baseline: String
  /// The version of the program.
  public var version: String
  /// The build of the program.
  public var build: String
  /// Keys that were set on top of the files of the study.
  public var settings: [String]
  /// Wall-clock seconds of the run; nil where the run did not note them.
  public var runSeconds: Double?
  /// Why no more replications were played, as in the manifest.
  public var stopped: String?
  /// What the two files of the run were when they were read.
  public var hashes: RunHashes
  /// The treatments in the order of the results.
  public var treatments: [StoredTreatment]
}

/// The SHA-256 of the two files that a run is read from, in hexadecimal digits.
public struct RunHashes: Sendable, Equatable {
  /// That of `manifest.json`.
  public var manifest: String
  /// That of `results.json`.
  public var results: String
}

/// A treatment of a run with its indicators.
public struct StoredTreatment: Sendable, Equatable {
  /// Its id.
  public var id: String
  /// Its name.
  public var name: LocalizedText
  /// Its indicators by id.
  public var indicators: [StoredIndicator]
}

/// An indicator under a treatment: its level, and its difference to the baseline where the treatment is another one.
///
/// Values are in the unit of the results; shares are between 0 and 1. Nil is what the results write as null.
public struct StoredIndicator: Sendable, Equatable {
  /// Its id.
  public var id: String
  /// The unit of its level.
  public var unit: String
  /// The mean over replications.
  public var mean: Double?
  /// The half width of the interval of the mean.
  public var halfWidth: Double?
  /// The mean paired difference to the baseline.
  public var difference: Double?
  /// The half width of the interval of that difference which holds for all treatments together.
  public var simultaneousHalfWidth: Double?
  /// The difference as a share of the baseline's mean.
  public var relative: Double?
  /// Whether the difference is significant, by Holm; nil for the baseline.
  public var isSignificant: Bool?
  /// Whether the mean depends on the horizon, as the number of waiting incidents grows without bound.
  public var growsWithoutBound: Bool
}
