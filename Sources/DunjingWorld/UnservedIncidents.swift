import DunjingScenario

/// Incidents that no unit may ever be sent to under a plan: out of the area of all units, or beyond their skills.
public struct UnservedIncidents: Sendable, Equatable {
  /// The grids that no unit may be sent to, by index.
  public let grids: [Int]
  /// The kinds that nobody may answer in some other grids, by index.
  public let kinds: [Int]
  /// These other grids, by index.
  public let gridsOfKinds: [Int]
  /// Incidents a day, by formula without any sinking.
  public let perDay: Double
  /// These as a share of all incidents.
  public let share: Double
}

extension World {
  /// The incidents that no unit may ever be sent to under a plan or a later step of it; nil where there are none.
  ///
  /// Units count that are on duty at any time, whether or not they can keep up.
  public func unserved(under plan: TreatmentPlan) -> UnservedIncidents? {
    let reaches = ([plan] + plan.phases.map(\.plan)).map { UnitReach(self, $0) }
    let demand = ExpectedDemand(scenario).incidentsPerYear
    let asked = kinds.indices.filter { demand[$0] > 0 }
    var (alone, gridsOfKinds, lost): ([Int], [Int], Set<Int>) = ([], [], [])
    var perYear = 0.0
    for (index, grid) in grids.enumerated() where grid.demandShare > 0 {
      let missing = asked.filter { kind in
        !reaches.contains { $0.serves(grid, at: index, skills: kinds[kind].skills) }
      }
      guard !missing.isEmpty else { continue }
      perYear += grid.demandShare * missing.reduce(0) { $0 + demand[$1] }
      if missing.count == asked.count {
        alone.append(index)
      } else {
        gridsOfKinds.append(index)
        lost.formUnion(missing)
      }
    }
    guard perYear > 0 else { return nil }
    return UnservedIncidents(
      grids: alone, kinds: lost.sorted(), gridsOfKinds: gridsOfKinds, perDay: perYear / 365,
      share: perYear / demand.reduce(0, +))
  }
}
