import DunjingScenario

/// What a search may turn in a treatment: a share, or a choice among a few, whose number counts them from 0.
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
  /// A mechanism of the reform, off or on.
  case mechanism(Mechanism)
  /// A program, off or on, by its id.
  case program(String)
  /// Which departments give the officers, in the order of the rules.
  case sourceRule
  /// Which street shifts are staffed first, in the order of the rules.
  case destinationRule

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
    case .mechanism(let mechanism): "switches.\(mechanism.rawValue)"
    case .program(let id): "programs.\(id)"
    case .sourceRule: "sourceRule"
    case .destinationRule: "destinationRule"
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
    case .mechanism(let mechanism): mechanism.name
    case .program(let id): LocalizedText(id)
    case .sourceRule: LocalizedText(zh: "抽调规则", en: "rule of origin")
    case .destinationRule: LocalizedText(zh: "街面排班规则", en: "rule of street shifts")
    }
  }

  /// What people read for it in a study, whose counties and programs have names.
  public func name(in scenario: Scenario) -> LocalizedText {
    switch self {
    case .agencyCountyRatio(let id):
      Self.agencyCountyName(Self.county(id, in: scenario)?.name ?? LocalizedText(id))
    case .program(let id): scenario.programs.first { $0.id == id }?.name ?? name
    default: name
    }
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
    case .mechanism(let mechanism): treatment.switches[mechanism] ? 1 : 0
    case .program(let id): treatment.programs.contains(id) ? 1 : 0
    case .sourceRule: Double(treatment.sourceRule.number)
    case .destinationRule: Double(treatment.destinationRule.number)
    }
  }

  /// Turns the lever of a treatment; of choices the nearest is taken.
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
    case .mechanism(let mechanism): treatment.switches[mechanism] = value >= 0.5
    case .program(let id):
      treatment.programs.removeAll { $0 == id }
      if value >= 0.5 { treatment.programs = (treatment.programs + [id]).sorted() }
    case .sourceRule: treatment.sourceRule = .numbered(value)
    case .destinationRule: treatment.destinationRule = .numbered(value)
    }
  }
}
