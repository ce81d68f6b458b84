import DunjingScenario

/// Officers for the road, and how many of them the crews of the baseline need.
public struct StreetForce: Sendable, Equatable {
  /// Sworn officers: of patrol, or of stations.
  public let officers: Int
  /// Units with sworn officers on duty under the baseline: of patrol those at stations left out, as stations have officers of
  /// their own.
  public let units: Int
  /// Officers that these crews need by their rosters; some of them may be traffic officers.
  public let needed: Int

  /// Officers whom no crew needs; 0 where they are no more than leave and rounding explain.
  public var spare: Int {
    Double(officers) > 1.05 * Double(needed) + 1 ? officers - needed : 0
  }
}

extension World {
  /// The officers of patrol and what the crews of the baseline need.
  public var streetForce: StreetForce {
    let crews = scenario.units.indices.filter { scenario.units[$0].facilityKind != .station }
      .compactMap { crewNeed(of: $0, under: plans[baseline]) }
    return StreetForce(
      officers: scenario.force.sworn(in: .patrol), units: crews.map(\.units).reduce(0, +),
      needed: Int(crews.map(\.officers).reduce(0, +).rounded()))
  }

  /// The officers on duty at stations and what the crews of station units need; nil where other units have sworn officers, or
  /// stations have no units.
  public var stationForce: StreetForce? {
    guard streetForce.units == 0, streetForce.officers == 0 else { return nil }
    let crews = scenario.units.indices.filter { scenario.units[$0].facilityKind == .station }
      .compactMap { crewNeed(of: $0, under: plans[baseline]) }
    let units = crews.map(\.units).reduce(0, +)
    guard units > 0 else { return nil }
    return StreetForce(
      officers: scenario.force.sworn(in: .stationDuty), units: units,
      needed: Int(crews.map(\.officers).reduce(0, +).rounded()))
  }

  /// The units of a group on duty by a plan, and the sworn officers that their roster needs; nil for a group without any.
  func crewNeed(of group: Int, under plan: TreatmentPlan) -> (units: Int, officers: Double)? {
    let crew = scenario.units[group]
    guard crew.crewSworn > 0, let roster = scenario.rosters.first(where: { $0.id == crew.roster }) else {
      return nil
    }
    let count = units.indices.count {
      units[$0].group == group && !units[$0].isReserve && plan.duty[$0] != 0
    }
    return (count, Double(count * crew.crewSworn) * roster.reliefFactor)
  }
}
