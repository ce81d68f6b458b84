import DunjingScenario

/// A number of a treatment that a search may turn.
public enum PlanLever: Sendable, Hashable {
  /// Share of the officers of province and prefecture agencies who are sent down.
  case agencyRatio
  /// Share of the officers of province agencies.
  case provinceRatio
  /// Share of the officers of county departments.
  case countyRatio
  /// Share of the officers of station departments who move to the community.
  case stationRatio
  /// Share of the agency officers in the counties of a prefecture, by its name.
  case prefectureRatio(String)
  /// Share of the agency officers who work for a county, by its id.
  case agencyCountyRatio(String)
  /// Share of the officers of the departments of a county, by its id.
  case ownRatio(String)
  /// Share of the sunk officers who staff street shifts.
  case streetShare

  /// What it is called: the key of a treatment.
  public var key: String {
    switch self {
    case .agencyRatio: "sinkRatio"
    case .provinceRatio: "sinkRatio.province"
    case .countyRatio: "sinkRatio.county"
    case .stationRatio: "sinkRatio.station"
    case .prefectureRatio(let name): "sinkRatio.byPrefecture.\(name)"
    case .agencyCountyRatio(let id): "sinkRatio.agencyByCounty.\(id)"
    case .ownRatio(let id): "sinkRatio.byCounty.\(id)"
    case .streetShare: "streetShare"
    }
  }

  /// What people read for it.
  public var name: LocalizedText {
    switch self {
    case .agencyRatio: LocalizedText(zh: "省市机关下沉比例", en: "share of agency officers sent down")
    case .provinceRatio: LocalizedText(zh: "省级机关下沉比例", en: "share of province officers sent down")
    case .countyRatio: LocalizedText(zh: "县级机关下沉比例", en: "share of county officers sent down")
    case .stationRatio: LocalizedText(zh: "派出所警力前置比例", en: "share of station officers moved to the community")
    case .prefectureRatio(let name):
      LocalizedText(zh: "\(name)市州机关下沉比例", en: "share of agency officers sent down in \(name)")
    case .agencyCountyRatio(let id): Self.agencyCountyName(LocalizedText(id))
    case .ownRatio(let id):
      LocalizedText(zh: "\(id)县级下沉比例", en: "share of county officers sent down in \(id)")
    case .streetShare: LocalizedText(zh: "下沉警力用于街面的份额", en: "share of sunk officers on the street")
    }
  }

  /// What people read for it in a study, whose counties have names.
  public func name(in scenario: Scenario) -> LocalizedText {
    guard case .agencyCountyRatio(let id) = self else { return name }
    return Self.agencyCountyName(Self.county(id, in: scenario)?.name ?? LocalizedText(id))
  }

  private static func agencyCountyName(_ county: LocalizedText) -> LocalizedText {
    LocalizedText(
      zh: "\(county.zh)机关下沉比例", en: "share of agency officers sent down in \(county.en)")
  }

  private static func county(_ id: String, in scenario: Scenario) -> County? {
    scenario.counties.first { $0.id == id }
  }

  /// The lever's value in a treatment of a study.
  public func value(in treatment: Treatment, of scenario: Scenario) -> Double {
    let ratio = treatment.sinkRatio
    return switch self {
    case .agencyRatio: ratio.agency
    case .provinceRatio: ratio.province ?? ratio.agency
    case .countyRatio: ratio.county
    case .stationRatio: ratio.station
    case .prefectureRatio(let name): ratio.byPrefecture[name] ?? ratio.agency
    case .agencyCountyRatio(let id):
      Self.county(id, in: scenario).map(ratio.ofAgencies) ?? ratio.agencyByCounty[id] ?? ratio.agency
    case .ownRatio(let id): ratio.byCounty[id] ?? ratio.county
    case .streetShare: treatment.streetShare
    }
  }

  /// Turns the lever of a treatment.
  public func set(_ value: Double, in treatment: inout Treatment) {
    switch self {
    case .agencyRatio: treatment.sinkRatio.agency = value
    case .provinceRatio: treatment.sinkRatio.province = value
    case .countyRatio: treatment.sinkRatio.county = value
    case .stationRatio: treatment.sinkRatio.station = value
    case .prefectureRatio(let name): treatment.sinkRatio.byPrefecture[name] = value
    case .agencyCountyRatio(let id): treatment.sinkRatio.agencyByCounty[id] = value
    case .ownRatio(let id): treatment.sinkRatio.byCounty[id] = value
    case .streetShare: treatment.streetShare = value
    }
  }
}
