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
  let incidentKinds: [KindSummary]
  let officers: [CategorySummary]
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
  }

  init(_ world: World, _ valid: ValidScenario) {
    let scenario = world.scenario
    let demand = ExpectedDemand(scenario)
    let coverage = PotentialCoverage(world, plan: world.plans[world.baseline])
    let duty = world.plans[world.baseline].duty
    (name, scenarioHash) = (scenario.name, valid.bundleHash)
    residents = scenario.residents
    (counties, grids) = (scenario.counties.count, scenario.grids.count)
    places = world.geography.placesOfGrid.joined().count
    facilities = FacilityKind.allCases.compactMap { kind in
      let count = scenario.facilities.count { $0.kind == kind }
      return count > 0 ? FacilitySummary(kind: kind.rawValue, count: count) : nil
    }
    farthestFacility = ShiftSummary(world)
    units = duty.filter { $0 != 0 }.count
    unitGroups = scenario.units.indices.map { group in
      let count = world.units.indices.count { world.units[$0].group == group && duty[$0] != 0 }
      return GroupSummary(id: scenario.units[group].id, name: scenario.units[group].name, count: count)
    }
    incidentsPerDay = demand.incidentsPerYear.reduce(0, +) / 365
    self.demand = DemandSummary(valid, demand)
    incidentKinds = zip(scenario.incidentKinds, demand.incidentsPerYear).map {
      KindSummary(id: $0.id, name: $0.name, perDay: $1 / 365)
    }
    officers = scenario.force.categories.map {
      CategorySummary(
        id: $0.id, name: $0.name, pool: $0.pool.rawValue, isSworn: $0.isSworn, count: $0.count)
    }
    departments = zip(scenario.departments, demand.departmentHours).map {
      DepartmentSummary($0, hours: $1, productive: scenario.headquarters.productiveHoursPerYear)
    }
    departmentOfficers = departments.map { $0.agencyOfficers + $0.countyOfficers }.reduce(0, +)
    let capacity = Double(departmentOfficers) * scenario.headquarters.productiveHoursPerYear
    departmentUtilization = capacity > 0 ? demand.departmentHours.reduce(0, +) / capacity : nil
    potentialCoverage = coverage.weightedShare
    placesBeyondTarget = world.geography.placesOfGrid.enumerated().reduce(0) { sum, grid in
      sum + grid.element.count { coverage.minutes[Int($0)] * 60 > world.grids[grid.offset].targetSeconds }
    }
    rosters = scenario.rosters.map { RosterSummary(id: $0.id, reliefFactor: $0.reliefFactor) }
    treatments = world.plans.map {
      TreatmentSummary(
        id: $0.treatment.id, name: $0.treatment.name, sunk: $0.sunk, toCommunity: $0.toCommunity,
        toStreet: $0.toStreet, unitShiftsPerWeek: $0.unitShiftsPerWeek)
    }
    let overload = Self.overload(in: scenario, demand).map { [$0] } ?? []
    warnings = world.warnings(about: Array(world.plans.indices)) + overload + Self.leftovers(in: valid)
    chineseOnly = Self.chineseOnly(in: scenario)
    implausible = Plausibility.findings(in: scenario).map(\.text)
  }
}

extension StudySummary.ShiftSummary {
  /// The facility that is moved farthest; nil where none is moved by more than a house or two.
  init?(_ world: World) {
    let shifts = world.geography.kilometersToPlaceOfFacility
    guard let most = shifts.indices.max(by: { shifts[$0] < shifts[$1] }), shifts[most] >= 0.05 else {
      return nil
    }
    let facility = world.scenario.facilities[most]
    self.init(
      id: facility.id, name: facility.name, kilometers: shifts[most],
      isOnRoads: world.scenario.roads?.nodes.isEmpty == false)
  }
}

extension StudySummary {
  /// The load, as a share of what officers can do, from which queues that vary become long.
  private static let full = 0.95

  /// Departments that by formula have about as much work as they can do, or more, before anybody is sent down.
  private static func overload(in scenario: Scenario, _ demand: ExpectedDemand) -> LocalizedText? {
    let productive = scenario.headquarters.productiveHoursPerYear
    let over = zip(scenario.departments, demand.caseHours).compactMap { department, cases -> LocalizedText? in
      let fixed = department.fixedHoursPerYear
      let capacity = Double(department.agencyOfficers + department.countyOfficers) * productive
      guard capacity > 0, (fixed + cases) / capacity >= full else { return nil }
      let percent = Int(((fixed + cases) / capacity * 100).rounded())
      let hours = [fixed, cases, capacity].map { Int($0.rounded()) }
      return LocalizedText(
        zh: "\(department.name.zh) \(percent) %（固定 \(hours[0]) + 警情带来 \(hours[1])，能力 \(hours[2]) 小时/年）",
        en:
          "\(department.name.en) \(percent) % (\(hours[0]) h fixed + \(hours[1]) h from incidents, of \(hours[2]) h a year)"
      )
    }
    guard !over.isEmpty else { return nil }
    return LocalizedText(
      zh: "不下沉时工作量已接近或超过能力的部门：\(over.map(\.zh).joined(separator: "；"))。接近能力时延误很长，超过能力时积压不断增长；"
        + "fixedHoursPerYear 若含警情带来的工作，请减去，否则请核对人数。",
      en: "Departments with about as much work as they can do, or more, before anybody is sent down: "
        + "\(over.map(\.en).joined(separator: "; ")). Near that waits are long, above it backlogs grow. If fixedHoursPerYear holds work that incidents bring, "
        + "subtract it; otherwise check the officers.")
  }
}

extension StudySummary.DepartmentSummary {
  init(_ department: Department, hours: Double, productive: Double) {
    let officers = department.agencyOfficers + department.countyOfficers
    self.init(
      id: department.id, name: department.name, agencyOfficers: department.agencyOfficers,
      countyOfficers: department.countyOfficers,
      utilization: officers > 0 ? hours / (Double(officers) * productive) : nil)
  }
}
