extension ScenarioValidator {
  /// Numbers so small or so large that time would stand still, or never end.
  func checkMagnitudes() {
    let speed = NumberRange.between(0.1, 300)
    for mode in scenario.travel.modes {
      let path = "travel.modes.\(mode.id)"
      check(mode.speedKilometersPerHour, speed, path + ".speedKilometersPerHour")
      for roadClass in mode.classSpeeds {
        check(roadClass.kilometersPerHour, speed, "\(path).classSpeeds.\(roadClass.roadClass)")
      }
      for factor in mode.hourFactors { check(factor, .between(0.01, 100), path + ".hourFactors") }
      for factor in mode.monthFactors { check(factor, .between(0.01, 100), path + ".monthFactors") }
    }
    check(scenario.patrol.speedKilometersPerHour, speed, "patrol.speedKilometersPerHour")
    check(
      scenario.force.streetShift.officersPerUnitShift, .between(0.1, 1e6),
      "force.streetShift.officersPerUnitShift")
    check(
      scenario.headquarters.productiveHoursPerYear, .between(1, 8_784), "headquarters.productiveHoursPerYear")
    checkOrZero(scenario.headquarters.caseVariation, .between(0.01, 100), "headquarters.caseVariation")
    checkOrZero(
      scenario.headquarters.fixedLoadVariation, .between(0.01, 100), "headquarters.fixedLoadVariation")
    checkOrZero(
      scenario.community.mediationHoursPerYear, .between(0.001, 1e12), "community.mediationHoursPerYear")
    for (index, group) in scenario.units.enumerated() {
      checkOrZero(group.movingShare, .between(0.01, 1), "units[\(index)].movingShare")
      check(group.unavailableMeanMinutes, .between(0.1, 1e6), "units[\(index)].unavailableMeanMinutes")
    }
    checkClimbs()
  }

  private func check(_ value: Double, _ range: NumberRange, _ path: String) {
    if !range.contains(value) { log.add(.outOfRange(found: value.short, range), keyPath: path) }
  }

  private func checkOrZero(_ value: Double, _ range: NumberRange, _ path: String) {
    if value != 0 { check(value, range, path) }
  }

  /// One incident begets a finite number of others: followed over so many generations that any chain has died out.
  private func checkClimbs() {
    let kinds = scenario.incidentKinds.map(\.id)
    var begotten = [Double](repeating: 1, count: kinds.count)
    for _ in 0..<1_000 {
      var next = [Double](repeating: 0, count: kinds.count)
      for climb in scenario.climbs {
        guard let from = kinds.firstIndex(of: climb.from), let to = kinds.firstIndex(of: climb.to) else {
          continue
        }
        next[to] += begotten[from] * climb.probability
      }
      begotten = next
    }
    if begotten.contains(where: { $0 > 1e-3 }) { log.add(.climbsForever, keyPath: "climbs") }
  }
}
