import DunjingScenario

extension World {
  /// A pool of officers and the groups of units whose crews are drawn from it.
  private struct CrewPool {
    var officers: Int
    /// What its officers are, after their number.
    var noun: LocalizedText
    /// Groups of units, by index.
    var groups: [Int]
  }

  /// What the crews of a pool need under a plan.
  private struct CrewDemand {
    var treatment: Treatment
    /// Units on duty of each name.
    var units: [(name: LocalizedText, count: Int)]
    /// Sworn officers by the rosters.
    var officers: Double
  }

  /// One warning for each pool of officers that has fewer than all crews drawn from it need together, with the largest need.
  func crewWarnings(_ plans: [TreatmentPlan]) -> [LocalizedText] {
    crewPools.compactMap { pool in
      let demands = plans.map { demand(on: pool, under: $0) }
      guard let most = demands.max(by: { $0.officers < $1.officers }),
        most.officers > 1.05 * Double(pool.officers) + 1
      else { return nil }
      return crewWarning(most, pool)
    }
  }

  /// The officers on the street, then those of stations.
  private var crewPools: [CrewPool] {
    let force = scenario.force
    let (patrol, traffic) = (force.sworn(in: .patrol), force.sworn(in: .traffic))
    let street =
      traffic > 0
      ? LocalizedText(zh: "街面巡逻民警和交警", en: "patrol and traffic officers")
      : LocalizedText(zh: "街面巡逻民警", en: "patrol officers")
    let isOfStations = { scenario.units[$0].facilityKind == .station }
    return [
      CrewPool(
        officers: patrol + traffic, noun: street, groups: scenario.units.indices.filter { !isOfStations($0) }),
      CrewPool(
        officers: force.sworn(in: .stationDuty),
        noun: LocalizedText(zh: "派出所值班民警", en: "officers on station duty"),
        groups: scenario.units.indices.filter(isOfStations))
    ]
  }

  private func demand(on pool: CrewPool, under plan: TreatmentPlan) -> CrewDemand {
    var officers = 0.0
    let units = scenario.namedUnits(of: pool.groups).map { named in
      let needs = named.groups.compactMap { crewNeed(of: $0, under: plan) }
      officers += needs.map(\.officers).reduce(0, +)
      return (name: named.name, count: needs.map(\.units).reduce(0, +))
    }
    return CrewDemand(
      treatment: plan.treatment, units: units.filter { $0.count > 0 }, officers: officers)
  }

  private func crewWarning(_ demand: CrewDemand, _ pool: CrewPool) -> LocalizedText {
    let plan = LocalizedText.treatment(
      demand.treatment.name, isBaseline: demand.treatment.id == plans[baseline].treatment.id)
    let (need, count) = (Int(demand.officers.rounded()), demand.units.map(\.count).reduce(0, +))
    let list = (
      zh: demand.units.map { "\($0.count) 个“\($0.name.zh)”" }.joined(separator: "、"),
      en: demand.units.map { "“\($0.name.en)”" + (demand.units.count > 1 ? " \($0.count)" : "") }
        .joined(separator: ", ")
    )
    let units =
      demand.units.count > 1
      ? LocalizedText(zh: "\(list.zh)按勤务共需", en: "\(EnglishCount.text(count, "unit", "units")) (\(list.en))")
      : LocalizedText(zh: "\(list.zh)按勤务需", en: "\(EnglishCount.text(count, "unit", "units")) of \(list.en)")
    return LocalizedText(
      zh: "\(plan.zh)中 \(units.zh) \(need) 名民警，\(pool.noun.zh)只有 \(pool.officers) 名；仿真不检查人数，多出的巡组没有计入代价。",
      en:
        "Under \(plan.en) \(units.en) \(count == 1 ? "needs" : "need") \(need) sworn officers by their roster; the force has \(pool.officers) "
        + "\(pool.noun.en). The simulation does not check headcount: the price of the additional crews is not counted."
    )
  }
}
