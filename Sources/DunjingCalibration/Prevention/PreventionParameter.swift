import DunjingRandom
import DunjingScenario

/// A number on which prevention rests, with the range in which it may plausibly lie.
public struct PreventionParameter: Sendable, Equatable {
  /// What it changes.
  public enum Role: Sendable, Equatable {
    /// A number of the scenario, or several multiplied together.
    case assumption(Assumption)
    /// Multiples of the share of incidents that grows from hazards, while the number of incidents stays.
    case hazardShare
    /// The shape of the gamma distribution of all incubations, at their means.
    case incubationShape
  }

  /// What it changes.
  public let role: Role
  /// The key path, or a name where it is none.
  public let key: String
  /// What it is called.
  public let name: LocalizedText
  /// The plausible range: multiples, or values in the unit of the key.
  public let range: ClosedRange<Double>
  /// The value in the study; 1 for multiples.
  public let present: Double
  /// Whether values are multiples of what the scenario has.
  public let isFactor: Bool
  /// Whether the study states the range; otherwise it is a usual one.
  public let isStated: Bool

  /// Whether the number belongs to visits and what they find, rather than to what grows from hazards and how.
  public var isOfVisits: Bool {
    if case .assumption = role { return true }
    return false
  }

  /// The value nearest to the present one in the range.
  var start: Double { min(max(present, range.lowerBound), range.upperBound) }

  /// Shapes of incubation that are looked at: escalations may follow at once as likely as later (0.5), or hardly before the
  /// mean (3).
  public static let shapes = 0.5...3.0

  /// The parameters of a study: its assumptions about hazards, visits and climbs, the number of hazards read as the share
  /// that grows from them, and the shape of incubations where all are exponential or gamma of one shape.
  static func all(of variation: ScenarioVariation) -> [PreventionParameter] {
    let scenario = variation.base.scenario
    let stated = Set(scenario.sources.filter { $0.range != nil }.map(\.key))
    var parameters: [PreventionParameter] = []
    for assumption in variation.assumptions where concerns(assumption.key) {
      let isShare = assumption.key == "hazardKinds.*.arrivalsPerYear"
      parameters.append(
        PreventionParameter(
          role: isShare ? .hazardShare : .assumption(assumption),
          key: isShare ? "hazardShare" : assumption.key, name: isShare ? shareName : assumption.name,
          range: assumption.range, present: assumption.present, isFactor: assumption.isFactor,
          isStated: stated.contains(assumption.key)))
    }
    guard let shape = commonShape(of: scenario.hazardKinds) else { return parameters }
    return parameters + [
      PreventionParameter(
        role: .incubationShape, key: "incubationShape",
        name: LocalizedText(zh: "潜伏期的形状", en: "shape of incubations"), range: shapes, present: shape,
        isFactor: false, isStated: false)
    ]
  }

  private static let shareName = LocalizedText(zh: "由隐患产生的份额", en: "share that grows from hazards")

  private static func concerns(_ key: String) -> Bool {
    let rooms = ["hazardKinds", "community", "climbs", "programs"]
    return key.hasPrefix("force.sentDown.")
      || rooms.contains { key.hasPrefix($0 + ".") || key.hasPrefix($0 + "[") }
  }

  private static func commonShape(of kinds: [HazardKind]) -> Double? {
    let shapes = kinds.map { kind -> Double? in
      switch kind.incubationDays {
      case .exponential: 1
      case .gamma(_, let shape): shape
      default: nil
      }
    }
    guard let first = shapes.first, let shape = first, shapes.allSatisfy({ $0 == shape }) else { return nil }
    return shape
  }
}
