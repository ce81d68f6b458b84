import DunjingRandom
import Foundation

extension ScenarioValidator {
  /// Demand has to be there, to be served by somebody, and to name kinds that exist.
  func checkDemand() {
    let kinds = scenario.incidentKinds.map(\.id)
    let noun = LocalizedText(zh: "警情类别", en: "incident kind")
    let departments = scenario.departments.map(\.id)
    if scenario.grids.allSatisfy({ $0.demandWeight == 0 }) && !scenario.grids.isEmpty {
      log.add(.noDemand, keyPath: "grids")
    }
    for (index, kind) in scenario.incidentKinds.enumerated() {
      let path = "incidentKinds[\(index)]"
      let served = scenario.units.contains { group in
        !group.isFirstResponderOnly && kind.skills.allSatisfy(group.skills.contains)
      }
      if !served && !log.refuses("units") && !log.refuses("facilities") {
        let place = log.node(at: path) == nil && log.node(at: "units") != nil ? "units" : path + ".skills"
        log.add(.noUnitFor(kind.id, skills: kind.skills), at: log.place(of: place), keyPath: path + ".skills")
      }
      if kind.urgentShare > 0 && kind.urgentPriority > kind.priority {
        log.add(.lessUrgent(kind.urgentPriority, than: kind.priority), keyPath: path + ".urgentPriority")
      }
      checkDistribution(kind.sceneMinutes, path, "sceneMinutes")
      for followUp in kind.followUps where !departments.isEmpty {
        known(
          followUp.department, path + ".followUps", in: departments, LocalizedText(zh: "部门", en: "department")
        )
      }
    }
    for (index, hazard) in scenario.hazardKinds.enumerated() {
      let path = "hazardKinds[\(index)]"
      let isDefault = log.root != nil && log.node(at: path) == nil
      for outcome in hazard.becomes where !isDefault {
        known(outcome.kind, path + ".becomes", in: kinds, noun)
      }
      if isDefault, let outcome = hazard.becomes.first(where: { !kinds.contains($0.kind) }) {
        log.add(
          .defaultHazard(hazard.id, becomes: outcome.kind), at: log.place(of: "incidentKinds"), keyPath: path)
      }
      let sum = hazard.becomes.map(\.share).reduce(0, +)
      if abs(sum - 1) > 1e-6 { log.add(.shareSum(sum), keyPath: path + ".becomes") }
      checkDistribution(hazard.incubationDays, path, "incubationDays")
    }
    for (index, climb) in scenario.climbs.enumerated() {
      known(climb.from, "climbs[\(index)].from", in: kinds, noun)
      known(climb.to, "climbs[\(index)].to", in: kinds, noun)
      if climb.from == climb.to { log.add(.climbsToItself(climb.from), keyPath: "climbs[\(index)].to") }
    }
  }

  func checkDistribution(_ distribution: Distribution, _ path: String, _ key: String) {
    if !distribution.isProper {
      log.add(.improper(key), keyPath: "\(path).\(key)")
    } else if distribution.leastValue < 0 {
      log.add(.outOfRange(found: distribution.leastValue.short, .nonnegative), keyPath: "\(path).\(key)")
    } else if !distribution.spread.range.contains(distribution.spread.value) {
      log.add(
        .outOfRange(found: distribution.spread.value.short, distribution.spread.range),
        keyPath: "\(path).\(key)")
    } else if !(distribution.mean <= 1e6) {
      log.add(.absurdMean(distribution.mean), keyPath: "\(path).\(key)")
    }
  }

  /// Treatments, baseline and visitors have to name what exists.
  func checkStudy() {
    if !scenario.treatments.isEmpty {
      known(
        scenario.experiment.baseline, "experiment.baseline", in: scenario.treatments.map(\.id),
        LocalizedText(zh: "方案", en: "treatment"))
    }
    let groups = scenario.units.map(\.id)
    let stations = scenario.facilities.filter { $0.kind == .station }.map(\.id)
    for (index, treatment) in scenario.treatments.enumerated() {
      for id in treatment.stationWeights.keys.sorted() {
        known(
          id, "treatments[\(index)].stationWeights.\(id)", in: stations,
          LocalizedText(zh: "派出所", en: "station"))
      }
      for count in treatment.unitsPerFacility {
        known(
          count.group, "treatments[\(index)].unitsPerFacility", in: groups,
          LocalizedText(zh: "处警单元组", en: "unit group"))
      }
    }
    let categories = scenario.force.categories.map(\.id)
    for (index, visitors) in scenario.community.visitors.enumerated() {
      known(
        visitors.category, "community.visitors[\(index)].category", in: categories,
        LocalizedText(zh: "警员类别", en: "category of officers"))
    }
    if TimeZone(identifier: scenario.time.zone) == nil {
      log.add(.unknownZone(scenario.time.zone), keyPath: "time.zone")
    }
    if !scenario.time.start.isReal { log.add(.unreal(scenario.time.start), keyPath: "time.start") }
  }

  /// Every node has to be reached from every other: searched forward and backward from the first one.
  func checkRoads() {
    guard let roads = scenario.roads, !roads.nodes.isEmpty, log.issues.isEmpty else { return }
    let index = Dictionary(
      roads.nodes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var forward = [[Int]](repeating: [], count: roads.nodes.count)
    var backward = forward
    for edge in roads.edges {
      guard let from = index[edge.from], let to = index[edge.to] else { continue }
      forward[from].append(to)
      backward[to].append(from)
      if !edge.isOneWay {
        forward[to].append(from)
        backward[from].append(to)
      }
    }
    for arcs in [forward, backward] {
      let isReached = reached(by: arcs)
      if let lost = isReached.firstIndex(of: false) {
        log.add(
          .unreachable(
            node: roads.nodes[lost].id, count: isReached.filter { !$0 }.count, total: roads.nodes.count),
          keyPath: "roads.nodes[\(lost)]")
        return
      }
    }
  }

  private func reached(by arcs: [[Int]]) -> [Bool] {
    var isReached = [Bool](repeating: false, count: arcs.count)
    var stack = [0]
    isReached[0] = true
    while let node = stack.popLast() {
      for next in arcs[node] where !isReached[next] {
        isReached[next] = true
        stack.append(next)
      }
    }
    return isReached
  }
}
