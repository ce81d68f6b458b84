import DunjingFitting
import DunjingScenario
import DunjingWorld

/// What a calibration does to a study beyond the keys that it writes: to all incidents of a day, and to the work of
/// departments.
public struct CalibrationEffect: Sendable {
  /// The work of a department in a year as a share of what its officers can do, by formula and with nobody sent down.
  public struct DepartmentLoad: Sendable {
    /// The id.
    public let id: String
    /// The name.
    public let name: LocalizedText
    /// Before the calibration.
    public let before: Double
    /// After it.
    public let after: Double
    /// The part of ``after`` that incidents bring, the rest being fixed.
    public let casesAfter: Double

    /// Whether the calibration fills the department: with about as much work as it can do, or more, and more than before.
    public var isFilled: Bool { after >= ExpectedDemand.fullLoad && after - before >= Self.notable }

    /// Whether incidents alone are as much work as it can do.
    public var isFullOfCases: Bool { casesAfter >= ExpectedDemand.fullLoad }

    /// The least difference that is told.
    private static let notable = 0.01
  }

  /// What became of a number for all incidents, which decides nothing once all kinds have their own.
  public struct TotalDemand: Sendable, Equatable {
    /// The key.
    public let key: String
    /// The number that the study had, in the unit of the key.
    public let before: Double
    /// The number that it has now.
    public let after: Double
  }

  /// Whether records have so few incidents beside the study that they may be a part of all, and the study took their number.
  public var isSample: Bool { byLevel == 0 && RecordedPart.isLikely(perDayAfter, of: perDayBefore) }

  /// Incidents of a day on record.
  public let recordedPerDay: Double
  /// Incidents of a day by formula, before the calibration.
  public let perDayBefore: Double
  /// Incidents of a day by formula, after it.
  public let perDayAfter: Double
  /// What ``perDayAfter`` has more because the study keeps its number of incidents.
  public let byLevel: Double
  /// What ``perDayAfter`` has more because records do not cover weekdays and months evenly.
  public let bySeason: Double
  /// What it has more of kinds without a record.
  public let ofUnseenKinds: Double
  /// What it has more because hazards, climbs and repeats of the study bring more of a kind than was recorded.
  public let beyondRecords: Double
  /// The number for all incidents; nil where the study has none, or where some kinds still hang on it.
  public let total: TotalDemand?
  /// The departments with officers.
  public let departments: [DepartmentLoad]

  init(_ calibration: DemandCalibration, from before: Scenario, to after: Scenario, total: TotalDemand?) {
    let (old, new) = (ExpectedDemand(before), ExpectedDemand(after))
    recordedPerDay = Double(calibration.count) / max(calibration.period.days, 1e-9)
    perDayBefore = old.incidentsPerYear.reduce(0, +) / 365
    perDayAfter = new.incidentsPerYear.reduce(0, +) / 365
    let estimated = calibration.kinds.reduce(0) { $0 + $1.perYear.value } / 365
    let level = recordedPerDay * (calibration.levelFactor ?? 1)
    (byLevel, bySeason) = (level - recordedPerDay, estimated - level)
    ofUnseenKinds =
      zip(after.incidentKinds, new.incidentsPerYear).filter { calibration.unseenKinds.contains($0.0.id) }
      .reduce(0) { $0 + $1.1 } / 365
    beyondRecords = perDayAfter - estimated - ofUnseenKinds
    self.total = total
    // A calibration leaves departments as they are.
    departments = after.departments.enumerated().compactMap { index, department in
      func load(_ hours: [Double]) -> Double? {
        ExpectedDemand.load(of: department.officers, hours[index], in: after)
      }
      guard let before = load(old.departmentHours), let after = load(new.departmentHours),
        let cases = load(new.caseHours)
      else { return nil }
      return DepartmentLoad(
        id: department.id, name: department.name, before: before, after: after, casesAfter: cases)
    }
  }
}
