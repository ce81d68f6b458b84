import Dunjing

extension StudySummary {
  /// What of a template may have been forgotten in a study of another place, and what of an older version of the study.
  static func leftovers(in valid: ValidScenario) -> [LocalizedText] {
    [templateText(in: valid.scenario), replacedSource(in: valid)].compactMap(\.self)
  }

  /// The name or summary of a template in a study of more or fewer residents.
  private static func templateText(in scenario: Scenario) -> LocalizedText? {
    for template in TemplateName.allCases {
      guard let origin = template.scenario(with: [scenario.name.zh, scenario.summary.zh]),
        abs(origin.residents - scenario.residents) > 0.01 * origin.residents
      else { continue }
      let keys =
        (scenario.name == origin.name ? ["name"] : [])
        + (scenario.summary == origin.summary ? ["summary"] : [])
      guard !keys.isEmpty else { continue }
      let (here, there) = (Int(scenario.residents.rounded()), Int(origin.residents.rounded()))
      return LocalizedText(
        zh: "\(keys.listed.zh) 还是模板 \(template.rawValue) 的文字，居民数已由 \(there) 改为 \(here)；报告开头会印出，请改成本地的。",
        en:
          "\(keys.joined(separator: " and ")) \(keys.count == 1 ? "is" : "are") still of the template \(template.rawValue), though the residents are "
          + "\(here) instead of \(there). The report begins with it: write your own."
      )
    }
    return nil
  }

  /// A row of the sources about one of two keys of which the study has the other.
  private static func replacedSource(in valid: ValidScenario) -> LocalizedText? {
    let keys = ["demand.incidentsPerDay", "demand.incidentsPerResidentYear"]
    for (key, other) in [(keys[0], keys[1]), (keys[1], keys[0])]
    where valid.valueText(at: key) != nil && valid.scenario.sources.contains(where: { $0.key == other }) {
      return LocalizedText(
        zh: "sources 中有 \(other) 的来源，研究写的却是 \(key)；请改写该行的 key 和说明，或删去该行。",
        en:
          "sources tell where \(other) comes from, but the study has \(key) in its place: rewrite that row, or leave it out."
      )
    }
    return nil
  }
}

extension TemplateName {
  /// The study that the template is, if it holds one of some texts.
  fileprivate func scenario(with texts: [String]) -> Scenario? {
    let template = template
    guard texts.contains(where: { !$0.isEmpty && template.scenario.contains($0) }) else { return nil }
    let files = template.files(in: .en).map { ($0.name, [UInt8]($0.text.utf8)) }
    return try? ScenarioBundle(files: Dictionary(files) { $1 }).load().scenario
  }
}
