import DunjingDecision
import DunjingScenario

extension PlanLever {
  /// The head of a column.
  func shortName(in scenario: Scenario) -> LocalizedText {
    switch self {
    case .agencyRatio: LocalizedText(zh: "省市下沉", en: "Agencies")
    case .provinceRatio: LocalizedText(zh: "省级下沉", en: "Province")
    case .countyRatio: LocalizedText(zh: "县级下沉", en: "Counties")
    case .stationRatio: LocalizedText(zh: "派出所前置", en: "Stations")
    case .prefectureRatio(let name): LocalizedText(name)
    case .agencyCountyRatio(let id):
      scenario.counties.first { $0.id == id }?.name ?? LocalizedText(id)
    case .ownRatio(let id): LocalizedText(id)
    case .streetShare: LocalizedText(zh: "街面份额", en: "Street share")
    case .mechanism, .program, .sourceRule, .destinationRule: name(in: scenario)
    }
  }

  /// What a value is: a share in per cent, or the name of a choice.
  func valueText(_ value: Double) -> LocalizedText {
    choice(at: value)?.name ?? LocalizedText(NumberText.ratio(value))
  }
}
