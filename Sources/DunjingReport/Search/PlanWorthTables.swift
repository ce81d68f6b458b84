import DunjingDecision
import DunjingScenario

/// What officers are worth, and what the plan does county by county.
struct PlanWorthTables {
  private let outcome: PlanSearchOutcome
  private let scenario: Scenario
  private let worth: OfficerWorth
  private let objective: ObjectiveText

  /// Creates the tables; nil where nothing is known of it.
  init?(_ outcome: PlanSearchOutcome, _ scenario: Scenario) {
    guard let worth = outcome.worth else { return nil }
    (self.outcome, self.scenario, self.worth) = (outcome, scenario, worth)
    objective = ObjectiveText(outcome.goal)
  }

  private var hasCounties: Bool { worth.community.count > 1 }

  /// One more officer in each department and in the community: by how much the objective would become better.
  var officers: DataTable {
    let heads =
      hasCounties
      ? [
        LocalizedText(zh: "岗位", en: "Where"), LocalizedText(zh: "中位数", en: "Median county"),
        LocalizedText(zh: "最小", en: "Least"), LocalizedText(zh: "最大", en: "Greatest"),
        LocalizedText(zh: "最大的县（市、区）", en: "Where it is greatest")
      ] : [LocalizedText(zh: "岗位", en: "Where"), improvement]
    let departments = scenario.departments.indices.map { department in
      row(scenario.departments[department].name, worth.departments.map { $0[department] })
    }
    let community = row(LocalizedText(zh: "社区（下沉民警）", en: "Community, sent down"), worth.community)
    return DataTable(heads: heads, rows: [community] + departments, layout: .compact)
  }

  /// The head of a column of worths.
  private var improvement: LocalizedText {
    let improvement = objective.improvement.capitalized
    return LocalizedText(zh: "目标值\(improvement.zh)", en: "\(improvement.en) of the objective")
      + objective.unitInHead
  }

  private func row(_ name: LocalizedText, _ worths: [Double]) -> DataTable.Row {
    guard hasCounties else { return DataTable.Row(head: name, cells: [.init(number(worths[0]))]) }
    let order = worths.indices.sorted { (worths[$0], $0) < (worths[$1], $1) }
    let (least, greatest) = (order[0], order[order.count - 1])
    return DataTable.Row(
      head: name,
      cells: [
        .init(number(worths[order[order.count / 2]])), .init(number(worths[least])),
        .init(number(worths[greatest])),
        .init(scenario.countyName(greatest), isText: true)
      ])
  }

  var officersCaption: LocalizedText {
    let (name, verb) = (outcome.shownName, objective.improving)
    let unit =
      hasCounties && !objective.changeUnit.isEmpty
      ? LocalizedText(zh: "（\(objective.changeUnit.zh)）", en: ", in \(objective.changeUnit.en)")
      : LocalizedText("")
    let relief =
      outcome.goal.limits.isEmpty
      ? LocalizedText("")
      : LocalizedText(
        zh: "由此少超出限制的部分按限制的影子价格计入。", en: " What this relieves of a limit counts at the limit's shadow price.")
    return LocalizedText(
      zh: "在\(name.zh)下，凭空多一名民警可使一年的目标值\(verb.zh)多少\(unit.zh)（影子价格），按公式推算。社区按下沉民警计，仍须学习。\(relief.zh)",
      en:
        "By how much one more officer, taken from nobody, would \(verb.en) the objective of a year under the \(name.en)\(unit.en) "
        + "(shadow price), by formulas. In the community a sent-down officer, who still has to learn.\(relief.en)"
    )
  }

  /// Every county: officers, how many are sent down, and what one more is worth.
  var counties: DataTable? {
    guard hasCounties, outcome.counties.count == scenario.counties.count else { return nil }
    let rows = scenario.counties.indices.map { index in
      let share = outcome.counties[index]
      let best = worth.departments[index].indices.max {
        worth.departments[index][$0] < worth.departments[index][$1]
      }
      return DataTable.Row(
        head: scenario.countyName(index),
        cells: [
          .init(NumberText.whole(share.officers)), .init(NumberText.whole(share.sunk)),
          .init(share.officers > 0 ? NumberText.ratio(Double(share.sunk) / Double(share.officers)) : "–"),
          .init(NumberText.whole(share.toStreet)), .init(number(worth.community[index])),
          best.map { .init(number(worth.departments[index][$0])) } ?? .missing,
          best.map { .init(scenario.departments[$0].name, isText: true) } ?? .missing
        ])
    }
    return DataTable(heads: countyHeads, rows: rows, layout: .compact)
  }

  private var countyHeads: [LocalizedText] {
    let verb = objective.improvement.zh
    return [
      LocalizedText(zh: "县（市、区）", en: "County"),
      LocalizedText(zh: "机关警力\n名", en: "At headquarters\nofficers"),
      LocalizedText(zh: "下沉\n名", en: "Sent down\nofficers"), LocalizedText(zh: "比例", en: "Share"),
      LocalizedText(zh: "上街面\n名", en: "On street\nofficers"),
      LocalizedText(zh: "社区多一名\n目标值\(verb)", en: "One more in\nthe community"),
      LocalizedText(zh: "机关多一名\n目标值\(verb)", en: "One more at\nheadquarters"),
      LocalizedText(zh: "最缺人的部门", en: "Department in need")
    ]
  }

  private func number(_ value: Double) -> String {
    NumberText.fixed(objective.gain(value), decimals: decimals)
  }

  private var decimals: Int {
    let worths = worth.community + worth.departments.map { $0.max() ?? 0 }
    return NumberText.decimals(forSpreadOf: worths.map(objective.gain))
  }

  /// What one more officer is worth in each department, on average over the counties.
  private var means: [Double] {
    scenario.departments.indices.map { department in
      worth.departments.reduce(0) { $0 + $1[department] } / Double(worth.departments.count)
    }
  }

  private var communityMean: Double { worth.community.reduce(0, +) / Double(worth.community.count) }

  /// What one more officer is worth, in a sentence.
  var sentence: LocalizedText {
    let community = LocalizedText(
      zh: "再多一名民警，放在社区可使目标值再\(objective.improving.zh) \(number(communityMean))\(objective.unitAfter.zh)",
      en:
        "\(objective.improving.en) the objective by \(number(communityMean))\(objective.unitAfter.en) in the community"
    )
    guard let headquarters else {
      return LocalizedText(
        zh: "\(under.zh)\(community.zh)。",
        en: (under + LocalizedText("one more officer would \(community.en).")).capitalized.en)
    }
    let (zh, en) = hasCounties ? ("各县平均，", ", on average over the counties,") : ("", "")
    return LocalizedText(
      zh: "\(under.zh)\(zh)\(community.zh)，\(headquarters.zh)（按公式推算）。",
      en: "\(under.en)one more officer would\(en) \(community.en) and \(headquarters.en) (by formulas)."
    ).capitalized
  }

  /// Under which plan, where that is not the answer.
  private var under: LocalizedText {
    outcome.answer == nil
      ? LocalizedText(zh: "在\(outcome.shownName.zh)下，", en: "under the \(outcome.shownName.en), ")
      : LocalizedText("")
  }

  /// What one more officer is worth in the department where that is most; nil without departments.
  private var headquarters: LocalizedText? {
    let means = means
    return means.indices.max { means[$0] < means[$1] }.map { best in
      let (name, worth) = (scenario.departments[best].name, number(means[best]))
      let (verb, unit) = (objective.improving, objective.unitAfter)
      return means[best] > 0
        ? LocalizedText(
          zh: "放在\(name.zh)可再\(verb.zh) \(worth)\(unit.zh)", en: "by \(worth)\(unit.en) at \(name.en)")
        : LocalizedText(zh: "放在机关则没有改善", en: "by nothing at headquarters")
    }
  }

  /// From which departments another officer costs more than the community gains; nil without departments.
  var comparison: LocalizedText? {
    let (means, community) = (means, communityMean)
    let dear = means.indices.filter { means[$0] > community }.sorted { (means[$1], $0) < (means[$0], $1) }
    guard !means.isEmpty else { return nil }
    let (worth, isOne) = (number(community), dear.count == 1)
    let average =
      hasCounties ? LocalizedText(zh: "各县平均，", en: "on average over the counties, ") : LocalizedText("")
    let opening = (under + average + LocalizedText(zh: "", en: "one more officer")).capitalized
    guard !dear.isEmpty else {
      return LocalizedText(
        zh: "\(opening.zh)没有一个部门再多一名民警的所得大于社区（\(worth)）。",
        en: "\(opening.en) is worth no more in any department than in the community (\(worth)).")
    }
    let (named, others) = worths(of: dear, means)
    return LocalizedText(
      zh: "\(opening.zh)同样多一名民警，放在\(named.zh)，\(isOne ? "" : "都")大于放在社区（\(worth)）\(others?.zh ?? "")："
        + "再从\(isOne ? "该部门" : "这些部门")抽人，代价大于社区所得；从哪里抽由抽调规则（sourceRule）和人员底线决定。",
      en:
        "\(opening.en) is worth more than in the community (\(worth)) at \(named.en): to take another from "
        + "\(isOne ? "it" : "these") costs more than the community gains; sourceRule and the floors say who gives."
    )
  }

  /// Departments with what one more officer is worth there: the first by name, of the others how many they are, in Chinese apart.
  private func worths(
    of departments: [Int], _ means: [Double]
  ) -> (named: LocalizedText, others: LocalizedText?) {
    let most = 5
    let named = departments.prefix(most).enumerated().map { place, index in
      let (name, worth) = (scenario.departments[index].name, number(means[index]))
      return LocalizedText(zh: "\(name.zh)\(place == 0 ? "的所得" : "")为 \(worth)", en: "\(name.en) (\(worth))")
    }
    let more = departments.count - named.count
    let chinese = named.map(\.zh).joined(separator: "、")
    guard more > 0 else { return (LocalizedText(zh: chinese, en: LocalizedText.list(named).en), nil) }
    let others = EnglishCount.text(more, "other department", "other departments")
    return (
      LocalizedText(zh: chinese, en: LocalizedText.list(named + [LocalizedText(others)]).en),
      LocalizedText(zh: "，另有 \(more) 个部门也是如此", en: others)
    )
  }
}
