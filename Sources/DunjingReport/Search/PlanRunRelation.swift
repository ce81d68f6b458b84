import DunjingDecision
import DunjingExperiment
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

  /// The relation, and what the report looks at that was not searched.
  var sentences: [LocalizedText] { [sentence, leftOut].compactMap(\.self) }

  private var sentence: LocalizedText {
    let (searched, goal, limits, weights) = (searched, goal, limits, weights)
    return LocalizedText(
      zh: "与运行报告（dunjing run）的关系：报告只按\(Self.harm.zh)比较研究所列的方案；这里搜索\(searched.zh)，求\(goal.zh)，\(limits.zh)。"
        + "所以两处给出的方案可以不同\(weights.zh)。基线用的重复也不同，数值可能略有出入。",
      en:
        "How this stands to the report of dunjing run: the report compares only what the study lists, by \(Self.harm.en); "
        + "here \(searched.en) \(isOne ? "was" : "were") searched to make \(goal.en), \(limits.en). So the two may come to different "
        + "answers\(weights.en). The baseline is played in other replications too, so its values may differ a little."
    )
  }

  /// The plans of the study that were not compared; nil where all were.
  private var leftOut: LocalizedText? {
    let names = outcome.outside.compactMap { id in
      scenario.treatments.first { $0.id == id }.map {
        LocalizedText(zh: "“\($0.name.zh)”", en: "“\($0.name.en)”")
      }
    }
    guard !names.isEmpty else { return nil }
    let (list, isOne) = (LocalizedText.names(names), names.count == 1)
    return LocalizedText(
      zh: "研究所列的\(list.zh)不在搜索范围内（机制开关等未搜索的设置不同，或超出搜索的上下限），没有参加比较，可能更好，也可能更差；"
        + "把搜索所得的方案写入研究后，dunjing run 会一并比较。",
      en:
        "Of the study's plans, \(list.en) \(isOne ? "lies" : "lie") outside of what was searched (by switches or other keys that were not "
        + "searched, or beyond the ends) and \(isOne ? "was" : "were") not compared: better or worse, the search does not say. dunjing run "
        + "compares \(isOne ? "it" : "them") with the plan found once that stands in the study.")
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
