/// A number of a study that was estimated from data, with its uncertainty.
public struct EstimatedNumber: Sendable, Equatable {
  /// The key path, such as `incidentKinds.dispute.exogenousPerYear`.
  public var key: String
  /// The estimate, in the unit of the key.
  public var value: Double
  /// Its standard error, in the unit of the key; nil where the data do not say, and the number is not drawn.
  public var standardError: Double?
  /// How the number may lie around the estimate.
  public var distribution: EstimateDistribution
  /// Numbers of one group belong together: a profile, or the parameters of one distribution.
  public var group: String

  /// Creates an estimate.
  public init(
    key: String, value: Double, standardError: Double?, distribution: EstimateDistribution, group: String
  ) {
    (self.key, self.value, self.standardError) = (key, value, standardError)
    (self.distribution, self.group) = (distribution, group)
  }

  /// Whether it is drawn where estimates are.
  public var isDrawn: Bool { (standardError ?? 0) > 0 }

  /// Whether the key path is that of a number that can be drawn, and the distribution one with this estimate and standard error.
  public var isUsable: Bool {
    isDrawable && distribution.admits(value: value, standardError: standardError ?? 0)
  }

  /// Whether the key path is that of a number that may come of data: neither a count, nor a decision, nor one of the study.
  public var isDrawable: Bool {
    let steps = KeyPathStep.steps(of: key)
    guard case .key(let root)? = steps.first, Self.roots.contains(root),
      let number = NumberKey(key), !number.isWhole, !key.contains("*")
    else { return false }
    // Records are named by their ids, where they have any.
    if steps.count > 1, case .index = steps[1], root != "climbs" { return false }
    return root != "grids" || steps.last == .key("demandWeight")
  }

  /// The parts of a study whose numbers may come of data.
  static let roots: Set<String> = [
    "incidentKinds", "hazardKinds", "climbs", "demand", "grids", "travel", "dispatch", "community",
    "departments",
    "programs", "windows"
  ]

  /// A key path with the id of a record in place of its position.
  static func named(_ key: String, in scenario: Scenario) -> String {
    var steps = KeyPathStep.steps(of: key)
    guard steps.count > 1, case .key(let root) = steps[0], case .index(let index) = steps[1] else {
      return key
    }
    let ids = ids(of: root, in: scenario)
    guard ids.indices.contains(index) else { return key }
    steps[1] = .key(ids[index])
    return steps.reduce("") { $1.appended(to: $0) }
  }

  /// The ids of the records of a list; empty where it has none.
  static func ids(of list: String, in scenario: Scenario) -> [String] {
    switch list {
    case "incidentKinds": scenario.incidentKinds.map(\.id)
    case "hazardKinds": scenario.hazardKinds.map(\.id)
    case "departments": scenario.departments.map(\.id)
    case "grids": scenario.grids.map(\.id)
    case "programs": scenario.programs.map(\.id)
    default: []
    }
  }

  /// Whether a key path that is set on top of the study takes the place of the estimate.
  func isReplaced(by key: String) -> Bool {
    self.key == key || self.key.hasPrefix(key + ".") || self.key.hasPrefix(key + "[")
  }
}

/// Which values the numbers of ``Scenario/estimates`` have in a replication.
public enum EstimateUse: String, Sendable, Equatable, CaseIterable {
  /// The values of the study.
  case fixed
  /// Values drawn from the distributions of the estimates, anew for every two replications.
  case drawn
}
