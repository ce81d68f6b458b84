import DunjingScenario
import DunjingSimulation
import DunjingWorld

/// Pools what was asked of places and units.
extension Experiment {
  func patrol(_ results: [ReplicationResult]) -> PatrolOutcome {
    let hours = (0..<24).compactMap { hour -> Double? in
      let shares = results.compactMap { $0.hourVisibility[hour] }
      return shares.isEmpty ? nil : shares.reduce(0, +) / Double(shares.count)
    }
    return PatrolOutcome(
      pointRates: means(results.map(\.pointVisitRates)), lineRates: means(results.map(\.linePassRates)),
      visibilityByHour: hours.count == 24 ? hours : [])
  }

  /// How busy the units of each group are, groups of one name together under the id of the first; those without duty under the
  /// plan are left out.
  func workloads(_ results: [ReplicationResult]) -> [GroupWorkload] {
    let scenario = world.scenario
    return scenario.namedUnits.compactMap { named in
      let units = world.units.indices.filter { named.groups.contains(world.units[$0].group) }
      let utilization = units.compactMap { unit in
        let shares = results.compactMap { $0.unitUtilization[unit] }
        return shares.isEmpty ? nil : shares.reduce(0, +) / Double(shares.count)
      }
      return GroupWorkload(
        id: scenario.units[named.groups[0]].id, name: named.name, utilization: utilization)
    }
  }
}
