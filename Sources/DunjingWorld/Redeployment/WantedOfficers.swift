import DunjingNumerics
import DunjingScenario

/// The officers that the ratios of a treatment ask for in a county, whatever the floors of the departments.
struct WantedOfficers {
  /// Of the agencies: province and prefecture.
  var agency: Int
  /// Of the county's own departments at headquarters.
  var county: Int
  /// Of the departments of its stations.
  var station: Int

  /// The officers wanted in each county.
  static func all(
    _ ratio: SinkRatio, preventionFloor: Double, _ scenario: Scenario, _ counties: [CompiledCounty]
  ) -> [WantedOfficers] {
    func officers(_ count: (Department) -> Int) -> [Int] {
      counties.map { $0.departments.reduce(0) { $0 + count($1) } }
    }
    let prefectures = Sinking.wanted(
      counties.map { ratio.ofAgencies(in: $0.county) },
      of: officers { $0.agencyOfficers - $0.provinceOfficers })
    let province = Sinking.wanted(
      counties.map { ratio.ofProvince(in: $0.county) }, of: officers(\.provinceOfficers))
    let own = Sinking.wanted(
      counties.map { ratio.ofCounty($0.county) }, of: officers { $0.officers(of: .headquarters) })
    let stations = Self.stations(ratio.station, floor: preventionFloor, scenario, counties)
    return counties.indices.map {
      WantedOfficers(agency: prefectures[$0] + province[$0], county: own[$0], station: stations[$0])
    }
  }

  /// By the ratio of the second stage, or as many as the floor of prevention needs, if that is more.
  private static func stations(
    _ ratio: Double, floor: Double, _ scenario: Scenario, _ counties: [CompiledCounty]
  ) -> [Int] {
    let officers = counties.map { $0.officers(of: .station) }
    let desks = officers.reduce(0, +)
    let byRatio = Sinking.wanted(counties.map { _ in ratio }, of: officers)
    let community = scenario.force.communityOfficers
    let all = community + scenario.force.sworn(in: .stationDuty) + desks
    let needed = Int((floor * Double(all) - 1e-9).rounded(.up)) - community
    guard needed > byRatio.reduce(0, +) else { return byRatio }
    return Apportionment.largestRemainder(of: min(needed, desks), weights: officers.map(Double.init))
  }
}
