/// Checks every rule that types cannot express; names key paths, and the log finds the lines.
struct ScenarioValidator {
  let scenario: Scenario
  let log: IssueLog

  init(_ scenario: Scenario, log: IssueLog) {
    (self.scenario, self.log) = (scenario, log)
  }

  /// Adds an issue for everything that is wrong.
  func check() {
    guard !log.isBroken else { return }
    checkLists()
    checkReferences()
    checkCounties()
    checkForce()
    checkDemand()
    checkMagnitudes()
    checkSwaps()
    checkSize()
    checkDegrees()
    checkStudy()
    checkPrecision()
    checkEstimates()
    checkRoads()
    checkMechanisms()
    checkWindows()
    checkStandby()
  }

  private func checkLists() {
    unique(scenario.grids.map(\.id), "grids", LocalizedText(zh: "网格", en: "grid"))
    unique(scenario.facilities.map(\.id), "facilities", LocalizedText(zh: "设施", en: "facility"))
    unique(scenario.units.map(\.id), "units", LocalizedText(zh: "处警单元组", en: "unit group"))
    unique(scenario.rosters.map(\.id), "rosters", LocalizedText(zh: "勤务", en: "roster"))
    unique(scenario.incidentKinds.map(\.id), "incidentKinds", LocalizedText(zh: "警情类别", en: "incident kind"))
    unique(scenario.hazardKinds.map(\.id), "hazardKinds", LocalizedText(zh: "隐患类别", en: "hazard kind"))
    unique(scenario.departments.map(\.id), "departments", LocalizedText(zh: "部门", en: "department"))
    unique(scenario.treatments.map(\.id), "treatments", LocalizedText(zh: "方案", en: "treatment"))
    unique(scenario.force.categories.map(\.id), "force.categories", LocalizedText(zh: "警员类别", en: "category"))
    unique(scenario.travel.modes.map(\.id), "travel.modes", LocalizedText(zh: "出行方式", en: "mode"))
    unique(
      scenario.patrol.points.map(\.id), "patrol.points", LocalizedText(zh: "必到点", en: "must-visit point"))
    unique(scenario.patrol.lines.map(\.id), "patrol.lines", LocalizedText(zh: "必巡线", en: "must-patrol line"))
    if let roads = scenario.roads {
      unique(roads.nodes.map(\.id), "roads.nodes", LocalizedText(zh: "路网节点", en: "road node"))
    }
    if let roads = scenario.roads {
      filled(roads.nodes.isEmpty, "roads.nodes", LocalizedText(zh: "路网节点", en: "road nodes"))
    }
    filled(scenario.grids.isEmpty, "grids", LocalizedText(zh: "网格", en: "grids"))
    filled(scenario.facilities.isEmpty, "facilities", LocalizedText(zh: "设施", en: "facilities"))
    filled(scenario.units.isEmpty, "units", LocalizedText(zh: "处警单元", en: "units"))
    filled(scenario.treatments.isEmpty, "treatments", LocalizedText(zh: "方案", en: "treatments"))
    filled(scenario.travel.modes.isEmpty, "travel.modes", LocalizedText(zh: "出行方式", en: "modes"))
  }

  /// Adds an issue for every id that is empty or comes a second time.
  func unique(_ ids: [String], _ path: String, _ noun: LocalizedText) {
    var firsts: [String: Int] = [:]
    for (index, id) in ids.enumerated() {
      let place = "\(path)[\(index)].id"
      if id.isEmpty {
        // Where the whole column is missing, that says it.
        if !log.refuses("\(path).id") { log.add(.emptyID, keyPath: place) }
      } else if let first = firsts[id] {
        let line = log.place(of: "\(path)[\(first)].id")?.line
        log.add(.duplicateID(id, noun, firstLine: line), keyPath: place)
      } else {
        firsts[id] = index
      }
    }
  }

  private func filled(_ isEmpty: Bool, _ path: String, _ noun: LocalizedText) {
    if isEmpty { log.add(.emptyList(noun), keyPath: path) }
  }

  /// Adds an issue when an id is not among the known ones.
  func known(_ id: String?, _ path: String, in ids: [String], _ noun: LocalizedText) {
    guard let id, !ids.contains(id) else { return }
    log.add(.dangling(id, noun, known: ids), keyPath: path)
  }
}
