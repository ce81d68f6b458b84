import DunjingScenario

extension ExpectedDemand {
  /// The load, as a share of what officers can do, from which queues that vary become long.
  public static let fullLoad = 0.95

  /// Hours that officers of departments can work in a year.
  public static func capacityHours(of officers: Int, in scenario: Scenario) -> Double {
    Double(officers) * scenario.headquarters.productiveHoursPerYear
  }

  /// Returns hours of work in a year as a share of what officers can do; nil without officers.
  public static func load(of officers: Int, _ hours: Double, in scenario: Scenario) -> Double? {
    let capacity = capacityHours(of: officers, in: scenario)
    return capacity > 0 ? hours / capacity : nil
  }
}
