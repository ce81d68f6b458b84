import Dunjing

/// The levers that a study has, by the keys of `--vary`.
struct LeverCatalog {
  private let world: World
  /// Levers with a key of their own only.
  private let single: [PlanLever]
  /// Levers of which one key names all.
  private let groups: [(key: String, levers: [PlanLever])]

  init(_ world: World) {
    self.world = world
    let scenario = world.scenario
    let hasSites = world.units.contains(where: \.isReserve)
    single =
      [.agencyRatio, .provinceRatio, .countyRatio, .stationRatio, .streetShare, .sourceRule]
      + (hasSites ? [.destinationRule] : [])
    let prefectures = scenario.counties.map(\.prefecture).filter { !$0.isEmpty }
    let unique = prefectures.indices.filter { !prefectures[..<$0].contains(prefectures[$0]) }.map {
      prefectures[$0]
    }
    // A county without agency officers has nothing to give.
    let giving = world.counties.filter { county in county.departments.contains { $0.agencyOfficers > 0 } }
    groups = [
      ("sinkRatio.byPrefecture", unique.map { .prefectureRatio($0) }),
      (
        "sinkRatio.agencyByCounty",
        scenario.counties.isEmpty ? [] : giving.map { .agencyCountyRatio($0.county.id) }
      ),
      ("sinkRatio.byCounty", scenario.counties.map { .ownRatio($0.id) }),
      (
        "switches",
        Mechanism.allCases.filter { world.canAct($0) && world.isPrepared(for: $0) }.map { .mechanism($0) }
      ),
      ("programs", scenario.hazardKinds.isEmpty ? [] : scenario.programs.map { .program($0.id) })
    ].filter { !$0.1.isEmpty }
  }

  /// The levers that a key names.
  func levers(_ key: String) throws -> [PlanLever] {
    if let group = groups.first(where: { $0.key == key }) { return group.levers }
    if let lever = (single + groups.flatMap(\.levers)).first(where: { $0.key == key }) { return [lever] }
    if let mechanism = Mechanism.allCases.first(where: { PlanLever.mechanism($0).key == key }) {
      throw fault(mechanism)
    }
    let all = single.map(\.key) + groups.map(\.key)
    if let near = all.first(where: { $0 == key.dropLast() || $0.lowercased() == key.lowercased() }) {
      throw CommandFault(
        zh: "--vary：\(key) 不能改变；是否想写 \(near)？", en: "--vary: \(key) cannot vary; did you mean \(near)?")
    }
    throw CommandFault(
      zh: "--vary：\(key) 不能改变；可写：\(all.listed.zh)\(Self.parts(groups).zh)。",
      en: "--vary: \(key) cannot vary; write some of \(all.listed.en)\(Self.parts(groups).en).")
  }

  /// How one lever of a group is named.
  private static func parts(_ groups: [(key: String, levers: [PlanLever])]) -> LocalizedText {
    guard let example = groups.first?.levers.first?.key, let group = groups.first?.key else {
      return LocalizedText("")
    }
    return LocalizedText(
      zh: "（\(group) 等代表一组，其中一个写成 \(example)）",
      en: " (\(group) and the like stand for several; one of them is written as \(example))")
  }

  /// Why a mechanism cannot be decided about.
  private func fault(_ mechanism: Mechanism) -> CommandFault {
    let name = mechanism.rawValue
    guard world.canAct(mechanism) else {
      return CommandFault(
        zh: "--vary：switches.\(name) 在本研究中没有作用对象，开关都一样。",
        en: "--vary: switches.\(name) has nothing to act on in this study: on or off is the same.")
    }
    return CommandFault(
      zh: "--vary：本研究没有为 switches.\(name) 备好数据；请在 treatments 中加一个打开它、一个不打开它的方案。",
      en:
        "--vary: this study has nothing prepared for switches.\(name); give it a treatment that turns it on and one that "
        + "does not.")
  }
}
