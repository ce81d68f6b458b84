import DunjingNumerics
import DunjingScenario

/// A county as the simulator sees it: its departments, its room for visits and mediation, its part of the demand.
public struct CompiledCounty: Sendable {
  /// The county; one of no name where the study has none.
  public let county: County
  /// Its departments, with the officers who work for it, in scenario order.
  public let departments: [Department]
  /// The beats of its community officers.
  public let beats: Double
  /// Hours on tour in a year, weighted by effect.
  public let visitorHoursPerYear: Double
  /// Hours of mediation in a year.
  public let mediationHoursPerYear: Double
  /// Its stations, in file order.
  public let stations: [CompiledStation]
  /// Its share of the demand.
  public let demandShare: Double
  /// Whether it is the whole study.
  public let isWhole: Bool
  /// Work per year by department without any sinking, in hours, by formula.
  let expectedDepartmentHours: [Double]

  /// Shares the force out by weight: officers by largest remainder for each department, beats by residents.
  static func all(of scenario: Scenario, _ index: CountyIndex, grids: [CompiledGrid]) -> [CompiledCounty] {
    guard !scenario.counties.isEmpty else { return [whole(scenario, grids: grids)] }
    let visits = ExpectedDemand.visitorHoursPerYear(scenario)
    let beats = Double(max(scenario.community.beats, 1))
    let expected = ExpectedDemand(scenario)
    let weights = index.all.map(\.forceWeight)
    let total = weights.reduce(0, +)
    var residents = weights.map { _ in 0.0 }
    var demand = residents
    for (number, grid) in grids.enumerated() {
      residents[grid.county] += scenario.grids[number].population
      demand[grid.county] += grid.demandShare
    }
    let all = residents.reduce(0, +)
    let departments = Self.departments(scenario.departments, weights: weights)
    let beatsOfCounty = weights.indices.map { county in
      beats * (residents[county] > 0 ? residents[county] / all : total > 0 ? weights[county] / total : 0)
    }
    let stations = CompiledStation.all(
      of: scenario, grids: grids, countyOfFacility: index.ofFacility, beats: beatsOfCounty)
    return index.all.indices.map { county in
      let share = total > 0 ? weights[county] / total : 0
      return CompiledCounty(
        county: index.all[county], departments: departments[county],
        beats: beatsOfCounty[county],
        visitorHoursPerYear: visits * share,
        mediationHoursPerYear: scenario.community.mediationHoursPerYear * share, stations: stations[county],
        demandShare: demand[county], isWhole: false,
        expectedDepartmentHours: zip(departments[county], expected.caseHours).map {
          $0.fixedHoursPerYear + $1 * demand[county]
        })
    }
  }

  /// Its officers of a tier who are all of the county.
  func officers(of tier: DepartmentTier) -> Int { departments.reduce(0) { $0 + $1.officers(of: tier) } }

  /// The one county of a study without counties.
  static func whole(_ scenario: Scenario, grids: [CompiledGrid] = []) -> CompiledCounty {
    let beats = Double(max(scenario.community.beats, 1))
    let stations = CompiledStation.all(
      of: scenario, grids: grids, countyOfFacility: scenario.facilities.map { _ in 0 }, beats: [beats])
    return CompiledCounty(
      county: CountyIndex.whole(scenario), departments: scenario.departments, beats: beats,
      visitorHoursPerYear: ExpectedDemand.visitorHoursPerYear(scenario),
      mediationHoursPerYear: scenario.community.mediationHoursPerYear, stations: stations[0], demandShare: 1,
      isWhole: true,
      expectedDepartmentHours: ExpectedDemand(scenario).departmentHours)
  }

  private static func departments(_ departments: [Department], weights: [Double]) -> [[Department]] {
    let total = weights.reduce(0, +)
    var shared = weights.map { _ in departments }
    for (number, department) in departments.enumerated() {
      let agency = Apportionment.largestRemainder(of: department.agencyOfficers, weights: weights)
      let own = Apportionment.largestRemainder(of: department.countyOfficers, weights: weights)
      let province = Apportionment.largestRemainder(of: department.provinceOfficers, weights: weights)
      let agencyFloor = floors(of: department.agencyFloor, among: department.agencyOfficers, agency)
      let countyFloor = floors(of: department.countyFloor, among: department.countyOfficers, own)
      for county in weights.indices {
        shared[county][number].agencyOfficers = agency[county]
        shared[county][number].provinceOfficers = min(province[county], agency[county])
        shared[county][number].countyOfficers = own[county]
        // The last officer stays where the department as a whole has a floor.
        let least = own[county] == 0 && department.agencyFloor > 0 ? 1 : 0
        shared[county][number].agencyFloor = max(agencyFloor[county], min(least, agency[county]))
        shared[county][number].countyFloor = countyFloor[county]
        shared[county][number].fixedHoursPerYear *= total > 0 ? weights[county] / total : 0
      }
    }
    return shared
  }

  /// Shares out who may leave, so that the floors of the counties add up to that of the department and none is above its
  /// officers.
  private static func floors(of floor: Int, among officers: Int, _ parts: [Int]) -> [Int] {
    let free = Apportionment.largestRemainder(of: max(0, officers - floor), weights: parts.map(Double.init))
    return zip(parts, free).map { max(0, $0 - $1) }
  }
}
