import DunjingDecision
import DunjingScenario
import DunjingSimulation

/// How the answer of a search relates to the report of a run: what was wanted, what was searched and what was kept, none of which
/// the report looks at.
struct PlanRunRelation {
  private let outcome: PlanSearchOutcome
  private let scenario: Scenario
  private let objective: ObjectiveText

  init(_ outcome: PlanSearchOutcome, _ scenario: Scenario, _ objective: ObjectiveText) {
    (self.outcome, self.scenario, self.objective) = (outcome, scenario, objective)
  }

  var sentence: LocalizedText {
    let (searched, goal, limits, weights) = (searched, goal, limits, weights)
    return LocalizedText(
      zh: "与运行报告（dunjing run）的关系：报告只按\(Self.harm.zh)比较研究所列的方案；这里搜索\(searched.zh)，求\(goal.zh)，\(limits.zh)。"
        + "所以两处给出的方案可以不同\(weights.zh)。",
      en:
        "How this stands to the report of dunjing run: the report compares only what the study lists, by \(Self.harm.en); "
        + "here \(searched.en) \(isOne ? "was" : "were") searched to make \(goal.en), \(limits.en). So the two may come to different "
        + "answers\(weights.en).")
  }

  private static let harm = LocalizedText(
    zh: Indicator.harmIndex.name.zh, en: "the " + Indicator.harmIndex.name.en)

  private var shares: [PlanSpace.Decision] { outcome.decisions.filter { !$0.isChoice } }
  private var choices: Int { outcome.decisions.count - shares.count }
  private var isOne: Bool { outcome.decisions.count == 1 }

  /// What varied: shares with their ends, of many only how many, and how many choices.
  private var searched: LocalizedText {
    let named = shares.map { share in
      let (name, ends) = (share.lever.name(in: scenario), share.range)
      let (low, high) = (NumberText.ratio(ends.lowerBound), NumberText.ratio(ends.upperBound))
      return LocalizedText(zh: "\(name.zh) \(low) 至 \(high)", en: "the \(name.en) from \(low) to \(high)")
    }
    let ratios =
      shares.count > PlanSettingsText.fewShares
      ? [LocalizedText(zh: " \(shares.count) 个比例", en: "\(shares.count) ratios")] : named
    let made =
      choices == 0
      ? [] : [LocalizedText(zh: " \(choices) 项选择", en: EnglishCount.text(choices, "choice", "choices"))]
    return .list(ratios + made)
  }

  private var goal: LocalizedText {
    let name = objective.nameOrFormula
    return outcome.goal.isMaximized
      ? LocalizedText(zh: "\(name.zh)最大", en: "\(name.en) great")
      : LocalizedText(zh: "\(name.zh)最小", en: "\(name.en) small")
  }

  /// What had to be kept: the floors of departments in any case.
  private var limits: LocalizedText {
    let names = LocalizedText.list(outcome.goal.limits.map(\.name))
    return outcome.goal.limits.isEmpty
      ? LocalizedText(zh: "除各部门的人员底线外不设限制", en: "without limits but the floors of departments")
      : LocalizedText(zh: "限制是各部门的人员底线和\(names.zh)", en: "within the floors of departments and \(names.en)")
  }

  /// On what both rest where the search is for the least harm.
  private var weights: LocalizedText {
    outcome.goal.objective.contains { $0.indicator == .harmIndex }
      ? LocalizedText(zh: "；二者都随研究所写的权重而变", en: "; both follow the weights that the study gives")
      : LocalizedText("")
  }
}
