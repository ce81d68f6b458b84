import Dunjing

// The parts of a summary, one after the other.

extension StudySummary.FacilitySummary {
  static func all(of scenario: Scenario) -> [Self] {
    FacilityKind.allCases.compactMap { kind in
      let count = scenario.facilities.count { $0.kind == kind }
      return count > 0 ? Self(kind: kind.rawValue, count: count) : nil
    }
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

extension StudySummary.GroupSummary {
  static func all(of world: World) -> [Self] {
    let duty = world.plans[world.baseline].duty
    return world.scenario.units.enumerated().map { number, group in
      let count = world.units.indices.count { world.units[$0].group == number && duty[$0] != 0 }
      return Self(id: group.id, name: group.name, count: count)
    }
  }
}

extension StudySummary {
  /// The units on the street under the baseline by name: groups that share one are added up.
  var unitsByName: [(name: LocalizedText, count: Int)] {
    unitGroups.reduce(into: []) { sums, group in
      if let place = sums.firstIndex(where: { $0.name == group.name }) {
        sums[place].count += group.count
      } else {
        sums.append((group.name, group.count))
      }
    }
  }
}

extension StudySummary.KindSummary {
  static func all(of scenario: Scenario, _ expected: ExpectedDemand) -> [Self] {
    zip(scenario.incidentKinds, expected.incidentsPerYear).map {
      Self(id: $0.id, name: $0.name, perDay: $1 / 365)
    }
  }
}

extension StudySummary.CategorySummary {
  static func all(of scenario: Scenario) -> [Self] {
    scenario.force.categories.map {
      Self(id: $0.id, name: $0.name, pool: $0.pool.rawValue, isSworn: $0.isSworn, count: $0.count)
    }
  }
}

extension StudySummary.StreetForceSummary {
  /// The share of the officers left over from which it is worth a warning.
  private static let large = 0.25
  /// The same of officers of stations, of whom some are at windows and desks.
  private static let largeOfStations = 0.5

  init(_ world: World, _ valid: ValidScenario) {
    let force = world.streetForce
    let categories = valid.valueText(at: "force.categories") ?? "default"
    self.init(
      officers: force.officers, units: force.units, needed: force.needed, spare: force.spare,
      isStriking: categories != "default" && Double(force.spare) > Self.large * Double(force.officers))
  }

  /// The officers on duty at stations where no other officers have crews; nil elsewhere.
  init?(ofStations world: World, _ valid: ValidScenario) {
    guard let force = world.stationForce else { return nil }
    let categories = valid.valueText(at: "force.categories") ?? "default"
    self.init(
      officers: force.officers, units: force.units, needed: force.needed, spare: force.spare,
      isStriking: categories != "default"
        && Double(force.spare) > Self.largeOfStations * Double(force.officers), ofStations: true)
  }

  /// What there is, what is needed and what is left over; nil where nobody is.
  var text: LocalizedText? {
    guard spare > 0 else { return nil }
    return LocalizedText(
      zh: "\(officers) 名，\(units) 个单元按勤务需 \(needed) 名，余 \(spare) 名未上路；见 unitsPerFacility",
      en:
        "\(officers); the rosters of \(EnglishCount.text(units, "unit", "units")) need \(needed), \(spare) stay off the road; see unitsPerFacility"
    )
  }

  /// The same where a good part of the officers is left over.
  var warning: LocalizedText? {
    guard isStriking, let text else { return nil }
    return ofStations
      ? LocalizedText(
        zh: "派出所值班民警（pool: stationDuty）\(text.zh)。", en: "Officers of pool stationDuty: \(text.en).")
      : LocalizedText(zh: "街面巡逻民警 \(text.zh)。", en: "Patrol officers: \(text.en).")
  }
}

extension StudySummary.DepartmentSummary {
  static func all(of scenario: Scenario, _ expected: ExpectedDemand) -> [Self] {
    zip(scenario.departments, expected.departmentHours).map { department, hours in
      Self(
        id: department.id, name: department.name, agencyOfficers: department.agencyOfficers,
        countyOfficers: department.countyOfficers,
        utilization: ExpectedDemand.load(of: department.officers, hours, in: scenario))
    }
  }

  var officers: Int { agencyOfficers + countyOfficers }
}

extension StudySummary {
  /// The places that no unit can reach in time by formula.
  static func beyond(_ coverage: PotentialCoverage, _ world: World) -> Int {
    world.geography.placesOfGrid.enumerated().map { grid, places in
      places.count { coverage.minutes[Int($0)] * 60 > world.grids[grid].targetSeconds }
    }.reduce(0, +)
  }
}

extension StudySummary.TreatmentSummary {
  static func all(of world: World, _ expected: ExpectedDemand) -> [Self] {
    let loads = TreatmentLoads(world, expected)
    return world.plans.map {
      Self(
        id: $0.treatment.id, name: $0.treatment.name, sunk: $0.sunk, toCommunity: $0.toCommunity,
        toStreet: $0.toStreet, unitShiftsPerWeek: $0.unitShiftsPerWeek, full: loads.full(under: $0))
    }
  }
}
