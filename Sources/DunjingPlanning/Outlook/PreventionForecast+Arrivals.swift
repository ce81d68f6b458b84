import DunjingNumerics
import DunjingScenario
import DunjingWorld

extension PreventionForecast {
  /// Hazards that have to arise in a year, by kind, for some to escalate under the baseline of a world.
  ///
  /// The more arise, the longer mediation takes and the more of them escalate; steps become shorter where they overshoot.
  /// - Parameters:
  ///   - wanted: hazards that escalate in a year, by kind.
  ///   - world: whose visits and mediation find and close hazards.
  /// - Returns: nil where no number of hazards makes as many of them escalate.
  public static func hazardsPerYear(for wanted: [Double], in world: World) -> [Double]? {
    var hazards = world.scenario.hazardKinds.map(\.arrivalsPerYear)
    let baseline = world.plans[world.baseline]
    var (power, last) = (1.0, Double.infinity)
    for _ in 0..<60 {
      let found = PreventionForecast(world, hazardsPerYear: hazards).outlook(of: baseline).escalationsByKind
      let ratios = zip(wanted, found).map { $0 == 0 && $1 == 0 ? 1 : $0 / $1 }
      guard ratios.allSatisfy({ $0.isFinite && $0 > 0 }) else { return nil }
      let error = ratios.map { ($0 - 1).magnitude }.max() ?? 0
      if error < 1e-7 { return hazards }
      if error > 0.7 * last { power = max(0.1, 0.7 * power) }
      last = error
      for index in hazards.indices { hazards[index] *= PortableMath.power(ratios[index], power) }
    }
    return last < 1e-4 ? hazards : nil
  }
}
