extension ScenarioValidator {
  private static let hazardNoun = LocalizedText(zh: "隐患类别", en: "hazard kind")
  private static let kindNoun = LocalizedText(zh: "警情类别", en: "incident kind")

  /// Programs, partners, shocks and the scorecard name what exists, and can do what they say.
  func checkMechanisms() {
    unique(scenario.programs.map(\.id), "programs", LocalizedText(zh: "源头举措", en: "program"))
    unique(
      scenario.community.partners.map(\.id), "community.partners", LocalizedText(zh: "部门", en: "partner"))
    unique(scenario.shocks.map(\.id), "shocks", LocalizedText(zh: "冲击", en: "shock"))
    checkPrograms()
    checkPartners()
    checkTiers()
    for (index, shock) in scenario.shocks.enumerated() { check(shock, "shocks[\(index)]") }
    checkRoadCuts()
    for (index, item) in scenario.assessment.enumerated() where item.full == item.zero {
      log.add(.emptyScale, keyPath: "assessment[\(index)].full")
    }
  }

  private func checkPrograms() {
    let hazards = scenario.hazardKinds.map(\.id)
    let isOwn = log.node(at: "programs") != nil
    for (index, program) in scenario.programs.enumerated() where isOwn {
      for id in program.hazardKinds {
        known(id, "programs[\(index)].hazardKinds", in: hazards, Self.hazardNoun)
      }
    }
    let programs = scenario.programs.map(\.id)
    for (index, treatment) in scenario.treatments.enumerated() {
      for id in treatment.programs {
        known(
          id, "treatments[\(index)].programs", in: programs, LocalizedText(zh: "源头举措", en: "program"))
      }
      let days = treatment.phases.map(\.afterDays)
      if zip(days, days.dropFirst()).contains(where: { $0 >= $1 }) {
        log.add(.phasesOutOfOrder, keyPath: "treatments[\(index)].phases")
      }
    }
  }

  private func checkPartners() {
    let partners = scenario.community.partners
    guard !partners.isEmpty, partners.allSatisfy({ $0.weight == 0 }) else { return }
    log.add(.weightsWithoutSum, keyPath: "community.partners")
  }

  /// Departments of the stations have no agency officers.
  private func checkTiers() {
    for (index, department) in scenario.departments.enumerated() {
      let path = "departments[\(index)]"
      if department.tier == .station && department.agencyOfficers > 0 {
        log.add(.agencyOfficersOfStation(department.agencyOfficers), keyPath: path + ".agencyOfficers")
      }
      if department.provinceOfficers > department.agencyOfficers {
        log.add(
          .moreOfProvince(department.provinceOfficers, thanAgency: department.agencyOfficers),
          keyPath: path + ".provinceOfficers")
      }
    }
  }

  private func check(_ shock: Shock, _ path: String) {
    if !shock.day.isReal { log.add(.unreal(shock.day), keyPath: path + ".day") }
    let first = shock.day.daysSinceEpoch - scenario.time.start.daysSinceEpoch
    if first < -scenario.time.warmUpDays || first >= scenario.time.settlingDays + scenario.time.horizonDays {
      log.add(.outsideStudy(shock.day), keyPath: path + ".day")
    }
    switch shock.effect {
    case .surge(let kinds, _):
      for id in kinds {
        known(id, path + ".incidentKinds", in: scenario.incidentKinds.map(\.id), Self.kindNoun)
      }
    case .massEvent(let kind, let grid, _):
      known(kind, path + ".incidentKind", in: scenario.incidentKinds.map(\.id), Self.kindNoun)
      known(grid, path + ".grid", in: scenario.grids.map(\.id), LocalizedText(zh: "网格", en: "grid"))
    case .facilityLoss(let facilities):
      for id in facilities {
        known(
          id, path + ".facilities", in: scenario.facilities.map(\.id), LocalizedText(zh: "设施", en: "facility")
        )
      }
    case .roadCut(let nodes): checkCut(nodes, path + ".nodes")
    }
  }

  private func checkCut(_ nodes: [String], _ path: String) {
    guard let roads = scenario.roads else { return log.add(.cutWithoutRoads, keyPath: path) }
    let ids = roads.nodes.map(\.id)
    let noun = LocalizedText(zh: "路网节点", en: "road node")
    for id in nodes { known(id, path, in: ids, noun) }
    for (from, to) in zip(nodes, nodes.dropFirst()) {
      let isRoad = roads.edges.contains {
        ($0.from == from && $0.to == to) || ($0.from == to && $0.to == from)
      }
      if !isRoad && ids.contains(from) && ids.contains(to) { log.add(.noRoad(from, to), keyPath: path) }
    }
    if nodes.count < 2 { log.add(.cutOfOneNode, keyPath: path) }
  }

  /// One road cut at a time: travel times are worked out for each alone.
  private func checkRoadCuts() {
    let cuts = scenario.shocks.enumerated().filter { $0.element.effect.name == .roadCut }.map {
      (index: $0.offset, id: $0.element.id, start: start(of: $0.element), hours: $0.element.hours)
    }.sorted { $0.start < $1.start }
    for (cut, next) in zip(cuts, cuts.dropFirst()) where next.start < cut.start + cut.hours {
      log.add(.overlappingCuts(cut.id, next.id), keyPath: "shocks[\(next.index)].day")
    }
  }

  private func start(of shock: Shock) -> Double {
    Double(shock.day.daysSinceEpoch * 24) + Double(shock.startMinute) / 60
  }
}
