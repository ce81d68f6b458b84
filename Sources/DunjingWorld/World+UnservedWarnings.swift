import DunjingScenario

extension World {
  /// Warnings of incidents that no unit may ever be sent to, one for all treatments with the same ones, with what to write.
  package func unservedWarnings(about treatments: [Int]) -> [LocalizedText] {
    var found: [(incidents: UnservedIncidents, names: [LocalizedText])] = []
    for plan in treatments.map({ plans[$0] }) {
      guard let incidents = unserved(under: plan) else { continue }
      if let known = found.firstIndex(where: { $0.incidents == incidents }) {
        found[known].names.append(plan.treatment.name)
      } else {
        found.append((incidents, [plan.treatment.name]))
      }
    }
    return found.map { warning(of: $0.incidents, under: $0.names.count == treatments.count ? [] : $0.names) }
  }

  /// - Parameter names: the treatments, where others do not have these incidents.
  private func warning(of incidents: UnservedIncidents, under names: [LocalizedText]) -> LocalizedText {
    let (share, perDay) = ("\((incidents.share * 100).tenths) %", incidents.perDay.tenths)
    let plans = (zh: names.map { "“\($0.zh)”" }, en: names.map { "“\($0.en)”" })
    let scope =
      names.isEmpty
      ? (zh: "", en: "No unit")
      : (
        zh: "方案\(plans.zh.joined(separator: "、"))下，", en: "Under \(plans.en.joined(separator: ", ")) no unit"
      )
    let reason = unservedReason(incidents)
    let (end, remedy) = (consequence, remedy(incidents))
    return LocalizedText(
      zh: "\(scope.zh)\(share) 的警情（日均 \(perDay) 起）任何单元都不能去：\(reason.zh)。\(end.zh)\(remedy.zh)",
      en:
        "\(scope.en) may ever go to \(share) of incidents (\(perDay) a day): \(reason.en). \(end.en) \(remedy.en)"
    )
  }

  /// Where nobody may go, and which incidents nobody may answer elsewhere.
  package func unservedReason(_ incidents: UnservedIncidents) -> LocalizedText {
    var parts: [LocalizedText] = []
    if !incidents.grids.isEmpty {
      let (count, all, names) = (incidents.grids.count, grids.count, districtNames(of: incidents.grids))
      parts.append(
        LocalizedText(
          zh: "\(all) 个网格中的 \(count) 个没有单元可去（辖区：\(names.zh)）",
          en:
            "\(count) of \(EnglishCount.text(all, "grid", "grids")) are out of the area of all units (districts: \(names.en))"
        ))
    }
    if !incidents.kinds.isEmpty {
      let names = incidents.kinds.map { scenario.incidentKinds[$0].name }
      let (zh, en) = (names.map(\.zh).joined(separator: "、"), names.map(\.en).joined(separator: ", "))
      let (count, districts) = (incidents.gridsOfKinds.count, districtNames(of: incidents.gridsOfKinds))
      parts.append(
        LocalizedText(
          zh: "\(count) 个网格（辖区：\(districts.zh)）的\(zh)警情，可去的单元都没有所需的技能",
          en:
            "in \(EnglishCount.text(count, "grid", "grids")) (districts: \(districts.en)) none of the units that may go has the "
            + "skills for \(en)"))
    }
    return LocalizedText(
      zh: parts.map(\.zh).joined(separator: "；"), en: parts.map(\.en).joined(separator: "; "))
  }

  /// What becomes of incidents that nobody may go to.
  private var consequence: LocalizedText {
    scenario.dispatch.waitingLimit == nil
      ? LocalizedText(
        zh: "这些警情一直等待，待派警情无界增长。", en: "They wait for ever, and the queue grows without bound.")
      : LocalizedText(
        zh: "超出 dispatch.waitingLimit 的都要移交。",
        en: "Beyond dispatch.waitingLimit they are handed over to others.")
  }

  private func remedy(_ incidents: UnservedIncidents) -> LocalizedText {
    let places = LocalizedText(
      zh: "请把可去各处的单元写作 area: city，或给这些派出所设单元（units），或在网格表 station 列写有单元的派出所。",
      en:
        "Write area: city for units that may go everywhere, give these stations units, or name a station with units in the "
        + "column station of these grids.")
    let skills = LocalizedText(
      zh: "请给可去那里的单元补上技能（skills）。", en: "Give units that may go there the skills (skills).")
    let parts = (incidents.grids.isEmpty ? [] : [places]) + (incidents.kinds.isEmpty ? [] : [skills])
    return LocalizedText(zh: parts.map(\.zh).joined(), en: parts.map(\.en).joined(separator: " "))
  }

  /// How many stations are named at most.
  private static let namedDistricts = 5

  /// The stations of some grids, in the order of the study, at most a few of them.
  package func districtNames(of grids: [Int]) -> LocalizedText {
    let stations = Set(grids.map { self.grids[$0].station }).sorted()
    let names = stations.prefix(Self.namedDistricts).map { station in
      station < 0 ? LocalizedText(zh: "不属派出所", en: "of no station") : scenario.facilities[station].name
    }
    let more = stations.count - names.count
    return LocalizedText(
      zh: names.map(\.zh).joined(separator: "、") + (more > 0 ? " 等 \(stations.count) 个" : ""),
      en: names.map(\.en).joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""))
  }
}

extension Double {
  /// A number above zero to a tenth; one that is less, as such.
  package var tenths: String {
    let rounded = (self * 10).rounded() / 10
    return rounded > 0 ? "\(rounded)" : "< 0.1"
  }
}
