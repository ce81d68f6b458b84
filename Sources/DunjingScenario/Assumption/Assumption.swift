/// A number of a scenario that is assumed, with the range in which it may plausibly lie.
public struct Assumption: Sendable, Equatable {
  /// The key path; with a `*` it stands for all records of a list, which are multiplied together.
  public let key: String
  /// What it is called in charts and sentences.
  public let name: LocalizedText
  /// How sure it is.
  public let mark: SourceMark
  /// Whether values are multiples of what the scenario has, rather than in the unit of the key.
  public let isFactor: Bool
  /// The value in the scenario; 1 for multiples.
  public let present: Double
  /// The plausible range: multiples, or values in the unit of the key.
  public let range: ClosedRange<Double>
  let parts: [Part]

  /// One key with its value in the scenario.
  struct Part: Sendable, Equatable {
    var path: String
    var value: Double
    var bounds: NumberRange
    var isWhole: Bool
  }

  /// Returns the overrides that give the assumption a value; whole numbers are rounded, and shares stay within 0 and 1.
  public func overrides(at value: Double) -> [ScenarioOverride] {
    parts.map { part in
      let wanted = part.bounds.nearest(to: isFactor ? part.value * value : value)
      return ScenarioOverride(
        key: part.path, value: part.isWhole ? "\(Int(wanted.rounded()))" : "\(wanted)")
    }
  }
}
