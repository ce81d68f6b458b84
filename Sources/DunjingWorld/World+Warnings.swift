import DunjingScenario

extension World {
  /// What a planner should know about some treatments before any simulation: first incidents that no unit may go to,
  /// then ratios that the floors do not allow, and crews for which the force has no officers.
  ///
  /// - Parameters:
  ///   - treatments: the treatments, by index.
  ///   - namesKeys: whether numbers are told with their keys, for who edits the study; a report tells what they are called.
  public func warnings(about treatments: [Int], namesKeys: Bool = true) -> [LocalizedText] {
    let plans = treatments.map { self.plans[$0] }
    let ofStudy = [
      noAgencyWarning(plans), visitWarning, deterrenceWarning, relocationWarning, standbyWarning,
      emptyDeskWarning, rangeWarning(namesKeys: namesKeys), scarceUnitWarning(namesKeys: namesKeys),
      straySourceWarning
    ]
    return unservedWarnings(about: treatments) + plans.compactMap(capWarning)
      + plans.compactMap(addedUnitWarning) + crewWarnings(plans)
      + ofStudy.compactMap { $0 }
      + switchWarnings(plans.map(\.treatment))
  }

  /// Small counties may get no officer of a small department, whose work then waits for ever.
  private var emptyDeskWarning: LocalizedText? {
    let empty = counties.flatMap { county in
      county.departments.filter {
        $0.officers == 0
          && county.expectedDepartmentHours[indexOfDepartment($0)] > 0
      }.map { (county: county.county.name, department: $0.name) }
    }
    guard !counties[0].isWhole, let first = empty.first else { return nil }
    return LocalizedText(
      zh: "按 forceWeight 分配后，\(empty.count) 个县区部门有工作却没有民警（如\(first.county.zh)的\(first.department.zh)），"
        + "其积压只增不减；请增加该部门的民警或合并部门。",
      en:
        "By forceWeight some departments of counties (\(empty.count)) have work and no officer (\(first.department.en) in "
        + "\(first.county.en), for example): their backlog only grows. Give these departments more officers, or merge some."
    )
  }

  private func indexOfDepartment(_ department: Department) -> Int {
    scenario.departments.firstIndex { $0.id == department.id } ?? 0
  }

  /// Relocation moves units that may go anywhere; without any it does nothing.
  /// Facilities of the order of standby at which no unit could stand by.
  private var standbyWarning: LocalizedText? {
    let rules = scenario.dispatch
    guard [.complianceTable, .priorityList].contains(rules.relocation) else { return nil }
    let named = rules.standby.order + rules.standby.table.flatMap(\.posts)
    let posts = Set(
      posts.filter { scenario.units[$0.group].area == .city }.map { scenario.facilities[$0.facility].id })
    var idle: [String] = []
    for id in named where !posts.contains(id) && !idle.contains(id) { idle.append(id) }
    guard !idle.isEmpty else { return nil }
    let list = idle.joined(separator: ", ")
    return LocalizedText(
      zh: "dispatch.standby 所列的 \(list) 不是 area 为 city 的单元组的驻点，没有单元会去那里待命。",
      en:
        "dispatch.standby names \(list), where no group of units with the area `city` has a post: nobody stands by there."
    )
  }

  private var relocationWarning: LocalizedText? {
    guard scenario.dispatch.relocation != .homePost, !units.contains(where: { $0.area == .city }) else {
      return nil
    }
    return LocalizedText(
      zh: "dispatch.relocation 只调动 area 为 city 的单元；这里没有这样的单元，待命规则不起作用。",
      en: "dispatch.relocation moves units with the area `city` only; there are none, so it does nothing.")
  }

  /// Hazards that nobody visits under the baseline all become incidents.
  private var visitWarning: LocalizedText? {
    let visits = plans[baseline].counties.map { $0.visitsPerBeatDay + $0.sentDownVisitsPerBeatDay }
    guard scenario.hazardKinds.contains(where: { $0.arrivalsPerYear > 0 }), visits.allSatisfy({ $0 <= 0 })
    else { return nil }
    return LocalizedText(
      zh: "设有 hazardKinds，但基线下没有人走访，隐患都会变成警情；请在 force.categories 中加社区民警（pool: community），"
        + "或在 community.visitors 中写明由谁走访。",
      en:
        "There are hazardKinds, and nobody visits under the baseline: all hazards become incidents. Add community officers to "
        + "force.categories (pool: community), or say who visits in community.visitors.")
  }

  /// Deterrence without any route deters nothing.
  private var deterrenceWarning: LocalizedText? {
    guard let presence, presence.gridsOfRoute.allSatisfy(\.isEmpty) else { return nil }
    return LocalizedText(
      zh: "incidentKinds 设有 deterrence，但没有单元巡逻（movingShare 均为 0 或没有路线），威慑不起作用。",
      en:
        "incidentKinds has a deterrence, but no unit goes on patrol (movingShare is 0, or routes are empty): "
        + "it deters nothing.")
  }

  /// A plain ratio where all officers are of counties: nobody goes.
  private func noAgencyWarning(_ plans: [TreatmentPlan]) -> LocalizedText? {
    let departments = scenario.departments
    guard departments.allSatisfy({ $0.agencyOfficers == 0 }),
      departments.contains(where: { $0.countyOfficers > 0 }),
      let plan = plans.first(where: { $0.treatment.sinkRatio.agency > 0 })
    else { return nil }
    let name = plan.treatment.name
    let ratio = "{county: \(plan.treatment.sinkRatio.agency)}"
    return LocalizedText(
      zh: "方案“\(name.zh)”的 sinkRatio 以省、市级机关为基数，这里没有这样的民警；抽县级民警请写 sinkRatio: \(ratio)，"
        + "并使 countyFloor 小于 countyOfficers。",
      en:
        "The sinkRatio of “\(name.en)” counts officers of province and prefecture agencies, and there are none; for officers of "
        + "counties write sinkRatio: \(ratio), with a countyFloor below countyOfficers.")
  }

  private func capWarning(_ plan: TreatmentPlan) -> LocalizedText? {
    guard plan.sunk < plan.wanted else { return nil }
    let name = plan.treatment.name
    return LocalizedText(
      zh: "方案“\(name.zh)”要下沉 \(plan.wanted) 名，各部门的最低留守人数只允许 \(plan.sunk) 名；结果按 \(plan.sunk) 名计算。",
      en:
        "“\(name.en)” asks for \(EnglishCount.text(plan.wanted, "officer", "officers")); the floors of the departments leave "
        + "only \(plan.sunk), and results are for these.")
  }

  /// A treatment with more units than the baseline, other than those that sunk officers staff: nobody pays for them.
  private func addedUnitWarning(_ plan: TreatmentPlan) -> LocalizedText? {
    func count(_ plan: TreatmentPlan) -> Int {
      units.indices.count { !units[$0].isReserve && plan.duty[$0] != 0 }
    }
    let added = count(plan) - count(plans[baseline])
    guard added > 0 else { return nil }
    let name = plan.treatment.name
    return LocalizedText(
      zh: "方案“\(name.zh)”比基线多 \(added) 个处警单元，其警力不是下沉来的，没有计入代价。",
      en:
        "“\(name.en)” has \(added) response units more than the baseline; their officers are not sunk from anywhere, and "
        + "their price is not counted.")
  }
}
