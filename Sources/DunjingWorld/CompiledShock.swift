import DunjingScenario

/// A shock as the simulator sees it; times in seconds from the start of the run.
public struct CompiledShock: Sendable {
  /// When it begins, in seconds from the start of the run.
  public let start: Double
  /// When it ends, in seconds from the start of the run.
  public let end: Double
  /// What it does.
  public let effect: Effect

  /// What a shock does, by index.
  public enum Effect: Sendable {
    /// More incidents; the rates have it already.
    case surge
    /// One incident that keeps units.
    case massEvent(kind: Int, grid: Int, units: Int)
    /// Facilities whose units are off duty.
    case facilityLoss([Int])
    /// Travel times by mode while roads are closed.
    case roadCut([TravelTable])
  }

  /// - Parameter stops: the places between which units travel; worked out only for shocks that cut roads.
  static func all(
    of scenario: Scenario, calendar: Calendar, between stops: @autoclosure () -> TravelStops
  ) -> [CompiledShock] {
    scenario.shocks.map { shock in
      let start = calendar.hour(of: shock) * 3_600
      return CompiledShock(
        start: start, end: start + shock.hours * 3_600, effect: effect(of: shock, scenario, stops()))
    }
  }

  private static func effect(
    of shock: Shock, _ scenario: Scenario, _ stops: @autoclosure () -> TravelStops
  ) -> Effect {
    switch shock.effect {
    case .surge: .surge
    case .massEvent(let kind, let grid, let units):
      .massEvent(
        kind: scenario.incidentKinds.firstIndex { $0.id == kind } ?? 0,
        grid: scenario.grids.firstIndex { $0.id == grid } ?? 0, units: units)
    case .facilityLoss(let ids):
      .facilityLoss(scenario.facilities.indices.filter { ids.contains(scenario.facilities[$0].id) })
    case .roadCut(let nodes): .roadCut(tables(of: scenario, without: nodes, between: stops()))
    }
  }

  private static func tables(
    of scenario: Scenario, without nodes: [String], between stops: TravelStops
  ) -> [TravelTable] {
    var cut = scenario
    let closed = Set(zip(nodes, nodes.dropFirst()).flatMap { [[$0, $1], [$1, $0]] })
    cut.roads?.edges.removeAll { closed.contains([$0.from, $0.to]) }
    return TravelTable.tables(for: cut, in: Geography(cut), between: stops)
  }
}
