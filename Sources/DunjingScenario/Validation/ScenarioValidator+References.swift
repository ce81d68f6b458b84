extension ScenarioValidator {
  /// Every id named somewhere has to exist.
  func checkReferences() {
    let facilities = Set(scenario.facilities.map(\.id))
    let stations = Set(scenario.facilities.filter { $0.kind == .station }.map(\.id))
    let grids = Set(scenario.grids.map(\.id))
    let nodes = Set((scenario.roads?.nodes ?? []).map(\.id))
    let node = LocalizedText(zh: "路网节点", en: "road node")
    let grid = LocalizedText(zh: "网格", en: "grid")
    for (index, item) in scenario.grids.enumerated() {
      known(
        item.station, "grids[\(index)].station", among: stations, LocalizedText(zh: "派出所", en: "station"))
      known(item.node, "grids[\(index)].node", among: nodes, node)
    }
    for (index, item) in scenario.facilities.enumerated() {
      known(item.node, "facilities[\(index)].node", among: nodes, node)
      known(item.grid, "facilities[\(index)].grid", among: grids, grid)
    }
    for (index, item) in (scenario.roads?.nodes ?? []).enumerated() {
      known(item.grid, "roads.nodes[\(index)].grid", among: grids, grid)
    }
    for (index, edge) in (scenario.roads?.edges ?? []).enumerated() {
      known(edge.from, "roads.edges[\(index)].from", among: nodes, node)
      known(edge.to, "roads.edges[\(index)].to", among: nodes, node)
    }
    for (index, point) in scenario.patrol.points.enumerated() {
      known(point.node, "patrol.points[\(index)].node", among: nodes, node)
    }
    for (index, line) in scenario.patrol.lines.enumerated() {
      if scenario.roads == nil { log.add(.linesWithoutRoads, keyPath: "patrol.lines") }
      for id in line.nodes where scenario.roads != nil {
        known(id, "patrol.lines[\(index)].nodes", among: nodes, node)
      }
    }
    for (index, group) in scenario.units.enumerated() {
      for id in group.facilities {
        known(id, "units[\(index)].facilities", among: facilities, LocalizedText(zh: "设施", en: "facility"))
      }
    }
  }

  private func known(_ id: String?, _ path: String, among ids: Set<String>, _ noun: LocalizedText) {
    guard let id, !ids.contains(id) else { return }
    log.add(.dangling(id, noun, known: ids.sorted()), keyPath: path)
  }
}
