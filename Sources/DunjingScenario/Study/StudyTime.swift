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

/// A day of the Gregorian calendar.
public struct CalendarDay: Sendable, Equatable, Codable {
  /// The year, such as 2024.
  public var year: Int
  /// The month, 1 … 12.
  public var month: Int
  /// The day of the month, 1 … 31.
  public var day: Int

  /// Creates a day; it may not exist: see ``isReal``.
  public init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Whether the calendar has this day.
  public var isReal: Bool {
    (1...12).contains(month) && day >= 1 && day <= Self.daysInMonth(month, of: year)
  }

  /// Days since 1970-01-01. Source: H. Hinnant (2013), "chrono-compatible low-level date algorithms".
  public var daysSinceEpoch: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day of the week: 0 is Monday, 6 is Sunday.
  public var weekday: Int {
    ((daysSinceEpoch + 3) % 7 + 7) % 7
  }

  /// Returns the day with this number of days since 1970-01-01.
  public init(daysSinceEpoch days: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthPart = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthPart + 2) / 5 + 1
    month = monthPart < 10 ? monthPart + 3 : monthPart - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  static func daysInMonth(_ month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
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
