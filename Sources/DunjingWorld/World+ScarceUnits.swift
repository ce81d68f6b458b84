import DunjingRandom
import DunjingScenario

extension World {
  /// The load from which incidents that vary by the hour wait often, as travel comes on top of it.
  private static let scarce = 0.6

  /// Warns of kinds of incidents that keep the few units that may answer them busy most of the time, whoever is idle beside them;
  /// nil where none do.
  ///
  /// The load is that of the baseline by formula: time on scene and paperwork of all kinds that no other unit may answer, over
  /// the time these units are on duty and not away. Travel is left out, and places where units may not go, so that the
  /// load is at least this.
  var scarceUnitWarning: LocalizedText? {
    let demand = ExpectedDemand(scenario).incidentsPerYear
    let all = units.indices.filter { plans[baseline].duty[$0] != 0 && !units[$0].isFirstResponderOnly }
    let able = kinds.map { kind in Set(all.filter { answers(kind, $0) }) }
    let groups = able.enumerated().filter { !$1.isEmpty && $1.count < all.count && demand[$0] > 0 }
    let loads = groups.map { _, these in
      let own = kinds.indices.filter { able[$0].isSubset(of: these) && demand[$0] > 0 }
      return (own, these, own.map { hours(of: $0, demand[$0]) }.reduce(0, +) / hoursAvailable(these))
    }
    guard let worst = loads.max(by: { $0.2 < $1.2 }), worst.2 >= Self.scarce, worst.2.isFinite else {
      return nil
    }
    return scarcity(kinds: worst.0, units: worst.1, load: worst.2)
  }

  private func scarcity(kinds: [Int], units: Set<Int>, load: Double) -> LocalizedText {
    let named = kinds.map { scenario.incidentKinds[$0].name }
    let groups = Set(units.map { self.units[$0].group }).sorted().map { scenario.units[$0].name }
    let percent = "\(Int((load * 100).rounded())) %"
    let (zh, en) = (groups.map(\.zh).joined(separator: "、"), groups.map(\.en).joined(separator: ", "))
    let (kindsZh, kindsEn) = (named.map(\.zh).joined(separator: "、"), named.map(\.en).joined(separator: ", "))
    return LocalizedText(
      zh: "\(kindsZh)警情只有\(zh)（\(units.count) 个）能处，不计路途负荷已达 \(percent)，其他单元再闲也要等；请增加单元（unitsPerFacility），"
        + "或用 skills、mergedSkills、机制 mergeTrafficPatrol 让别的单元也能处。",
      en:
        "Incidents of \(kindsEn) can be answered by \(en) only (\(units.count)), which are busy \(percent) of the time "
        + "without travel: they wait, whoever else is idle. Add units (unitsPerFacility), or let others answer them "
        + "by skills, mergedSkills or the mechanism mergeTrafficPatrol.")
  }

  /// Whether a unit has under the baseline the skills that a kind of incidents needs.
  private func answers(_ kind: CompiledKind, _ unit: Int) -> Bool {
    plans[baseline].skills[unit] & kind.skills == kind.skills
  }

  /// Hours a year that units are busy with a kind on scene and after.
  private func hours(of kind: Int, _ perYear: Double) -> Double {
    let compiled = kinds[kind]
    let others = Double(compiled.units - 1) + compiled.secondUnitProbability
    let scene = compiled.sceneMinutes.mean / 60
    return perYear * (scene * (1 + others) + compiled.paperworkSeconds / 3_600)
  }

  /// Hours a year that units are on duty and not away.
  private func hoursAvailable(_ units: Set<Int>) -> Double {
    units.reduce(0) { sum, unit in
      let week = (0..<168).count { isOnDuty(unit, hourOfWeek: $0, in: plans[baseline]) }
      return sum + Double(week) * 365 / 7 * (1 - self.units[unit].unavailableShare)
    }
  }
}
