/// When the simulated study happens.
///
/// All treatments share one warm-up under the baseline. They take effect on the implementation day, right after
/// it, so that every treatment starts from the same state; then follow the settling days, which are not
/// measured, and the measured horizon.
public struct StudyTime: Sendable, Equatable {
  /// IANA name of the time zone, only printed; a simulated day always has 24 hours.
  public var zone: String
  /// The implementation day: the first day after the warm-up, as year, month and day.
  public var start: CalendarDay
  /// Days simulated under the baseline before the implementation day.
  public var warmUpDays: Int
  /// Days between implementation and measurement.
  public var settlingDays: Int
  /// Measured days.
  public var horizonDays: Int
}

/// How a study is run.
public struct ExperimentSettings: Sendable, Equatable {
  /// Number of independent replications of every treatment.
  public var replications: Int
  /// The master seed.
  public var seed: UInt64
  /// The id of the treatment that all others are compared with.
  public var baseline: String
  /// The confidence level of every interval, such as 0.95.
  public var confidence: Double
  /// The precision to add replications for; nil to play exactly ``replications``.
  public var precision: PrecisionSettings?
  /// Whether estimated numbers are drawn.
  public var estimates = EstimateUse.fixed
}

/// Weights that add unlike harms into one index, used only to rank plans; the report prints them.
public struct HarmWeights: Sendable, Equatable {
  /// Harm of one arrival later than the target, in units of the index.
  public var lateArrival: Double
  /// Harm, per year, of one working day of weighted delay at headquarters, in the same units.
  public var delayDayPerYear: Double
}

/// Where one number of the scenario comes from.
public struct SourceNote: Sendable, Equatable {
  /// The key path the note is about, such as `dispatch.callTakingSeconds`.
  public var key: String
  /// The value in this study, as text.
  public var value: String
  /// The value that the source speaks of, where the study has another one.
  public var statedValue: String?
  /// How sure it is.
  public var mark: SourceMark
  /// The source or the reason.
  public var note: LocalizedText
  /// What the number is called in charts; nil for its key.
  public var name: LocalizedText? = nil
  /// The plausible range of an assumed number; nil where it is not varied.
  public var range: ClosedRange<Double>? = nil
  /// Whether the key names a record that the study does not have, so that the note is about nothing.
  public var isStray = false

  /// Whether the key stands for all records of a list, so that ``range`` has multiples of their values.
  public var isFactor: Bool { key.contains("*") }
}

/// How sure a number is.
public enum SourceMark: String, Sendable, Equatable, CaseIterable {
  /// Stated in the announcement of the reform.
  case announced = "A"
  /// Published elsewhere.
  case published = "S"
  /// Derived from announced or published numbers.
  case derived = "D"
  /// Our assumption.
  case assumed = "H"
}
