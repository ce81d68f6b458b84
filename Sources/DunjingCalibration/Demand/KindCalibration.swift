import DunjingFitting
import DunjingNumerics
import DunjingScenario

/// What was found about a kind of incidents.
public struct KindCalibration: Sendable {
  /// The id.
  public let id: String
  /// The name.
  public let name: LocalizedText
  /// Its incidents.
  public let count: Int
  /// Its incidents by hour of the day, of those whose hour is known.
  public let hourCounts: [Double]
  /// Relative rates by hour of the day, with intervals.
  public let hours: [ParameterEstimate]
  /// Relative rates by weekday; nil where they cannot be told.
  public let weekdays: [ParameterEstimate]?
  /// Relative rates by month; nil where they cannot be told.
  public let months: [ParameterEstimate]?
  /// Incidents in a year, all of them.
  public internal(set) var perYear: ParameterEstimate
  /// Whether daily numbers scatter more than Poisson numbers; nil with too few days.
  public let dispersion: Dispersion?
  /// The priority most recorded; nil where none was.
  public let commonPriority: Int?
  /// The share with a more urgent priority; nil where priorities are not recorded.
  public let urgentShare: ParameterEstimate?
  /// Times on scene; nil where too few are recorded.
  public let scene: SceneCalibration?
  /// The rate of those that do not grow from hazards, climbs or repeats, in a year.
  public internal(set) var exogenousPerYear: ParameterEstimate
}
