import Dunjing

/// What was understood of a study, before any simulation.
struct StudySummary: Encodable {
  let name: LocalizedText
  let scenarioHash: String
  let residents: Double
  let counties: Int
  let grids: Int
  let places: Int
  let facilities: [FacilitySummary]
  let farthestFacility: ShiftSummary?
  let units: Int
  let unitGroups: [GroupSummary]
  let incidentsPerDay: Double
  let demand: DemandSummary?
  let measured: MeasuredSummary
  let incidentKinds: [KindSummary]
  let officers: [CategorySummary]
  let streetForce: StreetForceSummary
  let stationForce: StreetForceSummary?
  let departments: [DepartmentSummary]
  let departmentOfficers: Int
  let departmentUtilization: Double?
  let potentialCoverage: Double
  let placesBeyondTarget: Int
  let rosters: [RosterSummary]
  let treatments: [TreatmentSummary]
  let chineseOnly: LocalizedText?
  let warnings: [LocalizedText]
  let implausible: [LocalizedText]

  struct FacilitySummary: Encodable {
    let kind: String
    let count: Int
  }

  /// A facility that the model has somewhere else than the study.
  struct ShiftSummary: Encodable {
    let id: String
    let name: LocalizedText
    /// From the position written to where the model has it: the nearest node of the roads, without roads the middle of the
    /// nearest grid.
    let kilometers: Double
    let isOnRoads: Bool
  }

  struct GroupSummary: Encodable {
    let id: String
    let name: LocalizedText
    /// Units on the street under the baseline.
    let count: Int
  }

  struct KindSummary: Encodable {
    let id: String
    let name: LocalizedText
    /// By formula, without any sinking.
    let perDay: Double
  }

  struct CategorySummary: Encodable {
    let id: String
    let name: LocalizedText
    let pool: String
    let isSworn: Bool
    let count: Int
  }

  /// The officers of patrol, or of stations where these have all crews, and how many of them the crews of the baseline need.
  struct StreetForceSummary: Encodable {
    let officers: Int
    let units: Int
    let needed: Int
    let spare: Int
    /// Whether the study says so itself, and a good part of its officers is left over.
    let isStriking: Bool
    /// Whether they are officers of stations.
    var ofStations = false
  }

  struct DepartmentSummary: Encodable {
    let id: String
    let name: LocalizedText
    /// Of province and prefecture agencies.
    let agencyOfficers: Int
    let countyOfficers: Int
    /// Hours of work in a year by formula, over those that its officers have; nil without officers.
    let utilization: Double?
  }

  struct RosterSummary: Encodable {
    let id: String
    /// Officers to be employed for one on duty around the clock.
    let reliefFactor: Double
  }

  struct TreatmentSummary: Encodable {
    let id: String
    let name: LocalizedText
    let sunk: Int
    let toCommunity: Int
    let toStreet: Int
    let unitShiftsPerWeek: Int
    /// Departments that have about as much work as they can do, or more, once officers have left; the fullest first.
    let full: [DepartmentLoad]
  }

  init(_ world: World, _ valid: ValidScenario) {
    let scenario = world.scenario
    let expected = ExpectedDemand(scenario)
    (name, scenarioHash) = (scenario.name, valid.bundleHash)
    (residents, counties, grids) = (scenario.residents, scenario.counties.count, scenario.grids.count)
    places = world.geography.placesOfGrid.joined().count
    (facilities, farthestFacility) = (FacilitySummary.all(of: scenario), ShiftSummary(world))
    unitGroups = GroupSummary.all(of: world)
    units = unitGroups.map(\.count).reduce(0, +)
    incidentsPerDay = expected.incidentsPerYear.reduce(0, +) / 365
    (demand, measured) = (DemandSummary(valid, expected), MeasuredSummary(world, expected))
    incidentKinds = KindSummary.all(of: scenario, expected)
    (officers, streetForce) = (CategorySummary.all(of: scenario), StreetForceSummary(world, valid))
    stationForce = StreetForceSummary(ofStations: world, valid)
    departments = DepartmentSummary.all(of: scenario, expected)
    departmentOfficers = departments.map(\.officers).reduce(0, +)
    departmentUtilization = ExpectedDemand.load(
      of: departmentOfficers, expected.departmentHours.reduce(0, +), in: scenario)
    let coverage = PotentialCoverage(world, plan: world.plans[world.baseline])
    (potentialCoverage, placesBeyondTarget) = (coverage.weightedShare, Self.beyond(coverage, world))
    rosters = scenario.rosters.map { RosterSummary(id: $0.id, reliefFactor: $0.reliefFactor) }
    treatments = TreatmentSummary.all(of: world, expected)
    warnings =
      world.warnings(about: Array(world.plans.indices))
      + [
        Self.unitLoad(world, valid, coverage), streetForce.warning, stationForce?.warning,
        Self.overload(in: scenario, expected)
      ].compactMap(\.self)
      + Self.leftovers(in: valid)
    chineseOnly = Self.chineseOnly(in: scenario)
    implausible = Plausibility.findings(in: scenario, demandKey: valid.demandKey).map(\.text)
  }
}
