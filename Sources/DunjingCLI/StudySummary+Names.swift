import Dunjing

extension StudySummary {
  /// What has a Chinese name only, with how many there are of it; nil where everything has an English one.
  static func chineseOnly(in scenario: Scenario) -> LocalizedText? {
    let lists: [(names: [LocalizedText], noun: LocalizedText)] = [
      (scenario.departments.map(\.name), LocalizedText(zh: "部门", en: "departments")),
      (scenario.facilities.map(\.name), LocalizedText(zh: "设施", en: "facilities")),
      (scenario.counties.map(\.name), LocalizedText(zh: "县区", en: "counties")),
      (scenario.force.categories.map(\.name), LocalizedText(zh: "警员类别", en: "categories of officers")),
      (scenario.units.map(\.name), LocalizedText(zh: "处警单元组", en: "unit groups")),
      (scenario.treatments.map(\.name), LocalizedText(zh: "方案", en: "treatments")),
      (scenario.incidentKinds.map(\.name), LocalizedText(zh: "警情类别", en: "incident kinds")),
      (scenario.hazardKinds.map(\.name), LocalizedText(zh: "隐患类别", en: "hazard kinds"))
    ]
    let counted = lists.map { ($0.names.count { $0.en.hasChinese }, $0.noun) }.filter { $0.0 > 0 }
    guard !counted.isEmpty else { return nil }
    return LocalizedText(
      zh: counted.map { "\($1.zh) \($0)" }.listed.zh, en: counted.map { "\($1.en) \($0)" }.listed.en)
  }
}

extension String {
  /// Whether it holds a Chinese character.
  fileprivate var hasChinese: Bool { unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }
}
