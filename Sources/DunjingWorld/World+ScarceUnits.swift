import DunjingRandom
import DunjingScenario

/// Units that alone may answer some kinds of incidents, and how busy these keep them.
public struct UnitScarcity: Sendable, Equatable {
  /// The kinds of incidents that no other unit may answer, by index.
  public let kinds: [Int]
  /// The units, by index.
  public let units: [Int]
  /// Time on scene and paperwork over the time the units are on duty and not away.
  public let load: Double
}

extension World {
  /// The load from which incidents that vary by the hour wait often, as travel comes on top of it.
  private static let scarce = 0.6

  /// The kinds of incidents that keep the few units that may answer them busiest, whoever is idle beside them; nil where none keep
  /// them busy most of the time.
  ///
  /// The load is that of the baseline by formula: time on scene and paperwork of all kinds that no other unit may answer, over
  /// the time these units are on duty and not away. Travel is left out, and places where units may not go, so that the
  /// load is at least this.
  public var unitScarcity: UnitScarcity? {
    let demand = ExpectedDemand(scenario).incidentsPerYear
    let asked = kinds.indices.filter { demand[$0] > 0 }
    let all = units.indices.filter { plans[baseline].duty[$0] != 0 && !units[$0].isFirstResponderOnly }
    func able(_ skills: UInt64) -> [Int] { all.filter { plans[baseline].skills[$0] & skills == skills } }
    var seen: Set<UInt64> = []
    let crews = asked.map { kinds[$0].skills }.filter { seen.insert($0).inserted }.map(able)
    let loads = crews.filter { !$0.isEmpty && $0.count < all.count }.map { units in
      let own = asked.filter { Set(units).isSuperset(of: able(kinds[$0].skills)) }
      let work = own.map { hours(of: $0, demand[$0]) }.reduce(0, +)
      return UnitScarcity(kinds: own, units: units, load: work / hoursAvailable(units))
    }
    return loads.max { $0.load < $1.load }.flatMap {
      $0.load >= Self.scarce && $0.load.isFinite ? $0 : nil
    }
  }

  /// Warns of kinds of incidents for which units are scarce; nil where there are none.
  ///
  /// - Parameter namesKeys: whether the keys of what may be changed are told, for who edits the study.
  func scarceUnitWarning(namesKeys: Bool) -> LocalizedText? {
    unitScarcity.map { scarcity(kinds: $0.kinds, units: $0.units, load: $0.load, namesKeys: namesKeys) }
  }

  private func scarcity(kinds: [Int], units: [Int], load: Double, namesKeys: Bool) -> LocalizedText {
    let named = kinds.map { scenario.incidentKinds[$0].name }
    let groups = scenario.namedUnits(of: Array(Set(units.map { self.units[$0].group }))).map(\.name)
    let percent = "\(Int((load * 100).rounded())) %"
    let (zh, en) = (groups.map(\.zh).joined(separator: "、"), groups.map(\.en).joined(separator: ", "))
    let (kindsZh, kindsEn) = (named.map(\.zh).joined(separator: "、"), named.map(\.en).joined(separator: ", "))
    let remedy =
      namesKeys
      ? LocalizedText(
        zh: "请增加单元（unitsPerFacility），或用 skills、mergedSkills、机制 mergeTrafficPatrol 让别的单元也能处。",
        en:
          "Add units (unitsPerFacility), or let others answer them by skills, mergedSkills or the mechanism mergeTrafficPatrol."
      )
      : LocalizedText(zh: "请增加单元，或让别的单元也能处。", en: "Add units, or let others answer them.")
    return LocalizedText(
      zh: "\(kindsZh)警情只有\(zh)（\(units.count) 个）能处，不计路途负荷已达 \(percent)，其他单元再闲也要等；\(remedy.zh)",
      en:
        "Incidents of \(kindsEn) can be answered by \(en) only (\(units.count)), which are busy \(percent) of the time "
        + "without travel: they wait, whoever else is idle. \(remedy.en)")
  }

  /// Hours a year that units are busy with a kind on scene and after.
  package func hours(of kind: Int, _ perYear: Double) -> Double {
    let compiled = kinds[kind]
    return perYear
      * (compiled.sceneMinutes.mean / 60 * compiled.meanUnits + compiled.paperworkSeconds / 3_600)
  }

  /// Hours a year that units are on duty and not away.
  package func hoursAvailable(_ units: [Int]) -> Double {
    units.map { 8_760 * dutyShare(of: $0, in: plans[baseline]) * (1 - self.units[$0].unavailableShare) }
      .reduce(0, +)
  }
}
