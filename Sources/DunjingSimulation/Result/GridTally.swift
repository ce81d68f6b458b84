import DunjingScenario

/// What happened in one grid; together in memory, as every arrival adds to all of it.
struct GridTally: Sendable, Equatable {
  /// The response target.
  let targetSeconds: Double
  /// Its class: 0 core, 1 key, 2 general.
  let areaClass: UInt8
  /// Incidents, whether reached or not.
  var incidents: Int32 = 0
  /// Incidents that a unit reached.
  private(set) var reached: Int32 = 0
  /// Incidents reached within the target.
  private(set) var withinTarget: Int32 = 0
  /// Sum of the response times of those reached.
  private(set) var responseSeconds = 0.0

  init(targetSeconds: Double, areaClass: AreaClass) {
    self.targetSeconds = targetSeconds
    self.areaClass = areaClass == .core ? 0 : areaClass == .key ? 1 : 2
  }

  /// Adds an incident that a unit reached.
  mutating func reach(after seconds: Double, isWithinTarget: Bool) {
    incidents += 1
    reached += 1
    responseSeconds += seconds
    withinTarget += isWithinTarget ? 1 : 0
  }
}
