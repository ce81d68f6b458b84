import DunjingScenario

/// A station of a county with its district: its part of the beats and of the demand.
///
/// Beats are not listed one by one in a study; a district has them in proportion to the residents of its grids, or to
/// their demand where the county has no residents.
public struct CompiledStation: Sendable {
  /// The index of the facility.
  public let facility: Int
  /// The id of the facility.
  public let id: String
  /// The beats of its district; they add up to those of the county.
  public let beats: Double
  /// Its share of the demand of the county.
  public let demandShare: Double

  /// The stations of each county, in file order.
  static func all(
    of scenario: Scenario, grids: [CompiledGrid], countyOfFacility: [Int], beats: [Double]
  ) -> [[CompiledStation]] {
    var residents = scenario.facilities.map { _ in 0.0 }
    var demand = residents
    for (number, grid) in grids.enumerated() where grid.station >= 0 {
      residents[grid.station] += scenario.grids[number].population
      demand[grid.station] += grid.demandShare
    }
    return beats.indices.map { county in
      let stations = scenario.facilities.indices.filter {
        scenario.facilities[$0].kind == .station && countyOfFacility[$0] == county
      }
      let allResidents = stations.reduce(0) { $0 + residents[$1] }
      let allDemand = stations.reduce(0) { $0 + demand[$1] }
      return stations.map { station in
        let share = allDemand > 0 ? demand[station] / allDemand : 0
        return CompiledStation(
          facility: station, id: scenario.facilities[station].id,
          beats: beats[county] * (allResidents > 0 ? residents[station] / allResidents : share),
          demandShare: share)
      }
    }
  }
}
