import DunjingQueueing
import DunjingScenario
import DunjingSimulation
import Testing

/// What every comparison of a simulation with a hypercube looks at.
enum HypercubeChecks {
  /// Confirms the workload of each unit and the share of dispatches beyond the own area.
  static func confirm(_ plays: [Play], _ theory: HypercubeSolution, _ name: String) throws {
    for (unit, workload) in theory.workloads.enumerated() {
      try TheoryCheck.confirm(
        "\(name): workload of unit \(unit + 1)", "Larson (1974)",
        plays.map { $0.detail.busySeconds[unit] / $0.detail.measuredSeconds }, workload)
    }
    let away = plays.map { play in
      let total = Double(play.detail.orders.joined().reduce(0, +))
      return 1
        - theory.model.preferences.enumerated().reduce(0.0) {
          $0 + Double(play.detail.orders[$1.element[0]][$1.offset]) / total
        }
    }
    try TheoryCheck.confirm(
      "\(name): share of dispatches beyond the own area", "Larson (1974)", away, theory.interAreaFraction)
  }

  /// Confirms the mean travel time, where every dispatch starts from the unit's post.
  static func confirmTravel(_ plays: [Play], _ theory: HypercubeSolution, _ name: String) throws {
    try TheoryCheck.confirm(
      "\(name): mean travel (s)", "Larson (1974)",
      plays.compactMap { $0.result[.travelMean].map { $0 * 60 } }, try #require(theory.meanTravelTime))
  }
}
