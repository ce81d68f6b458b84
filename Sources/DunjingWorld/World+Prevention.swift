import DunjingScenario

extension World {
  /// The same world with other hazards, climbs, community policing and officers sent down, without compiling the rest.
  /// - Parameter scenario: the scenario of the world but for `hazardKinds`, `climbs`, `community` and `force.sentDown`.
  /// - Complexity: O(counties · treatments + grids).
  package func replacingPrevention(by scenario: Scenario) -> World {
    var world = self
    world.scenario = scenario
    world.counties = CompiledCounty.all(of: scenario, CountyIndex(scenario), grids: grids)
    world.hazards = CompiledHazard.all(of: scenario)
    world.climbs = CompiledClimb.all(of: scenario)
    world.plans = plans.map { world.plan(of: $0.treatment) }
    return world
  }
}
