import DunjingDecision
import DunjingScenario
import DunjingSimulation
import DunjingStatistics

/// The sentences that answer which plan is best.
struct PlanSearchAnswer {
  private let outcome: PlanSearchOutcome
  private let scenario: Scenario
  private let objective: ObjectiveText

  init(_ outcome: PlanSearchOutcome, _ scenario: Scenario) {
    (self.outcome, self.scenario) = (outcome, scenario)
    objective = ObjectiveText(outcome.goal)
  }

  /// All sentences, the most important first; at least one.
  var sentences: [LocalizedText] {
    let head = outcome.answer == nil ? relaxation : []
    guard let index = outcome.shown else { return head }
    let plan = outcome.plans[index]
    let effect = [gain(plan), isBaseline(plan) ? nil : price, overload].compactMap(\.self)
    let tables = PlanWorthTables(outcome, scenario)
    let worth = [tables?.sentence, tables?.comparison].compactMap(\.self)
    let relation = PlanRunRelation(outcome, scenario, objective).sentences
    if outcome.answer == nil { return head + effect + worth + relation }
    return [best(plan)] + effect + PlanChoiceAnswer(outcome, scenario, objective).sentences + worth
      + sensitivity + relation
  }

  private func best(_ plan: PlanSearchOutcome.Standing) -> LocalizedText {
    let name = outcome.shownName
    let settings = PlanSettingsText(outcome: outcome, scenario: scenario)
    if outcome.hasOnlyChoices, let point = plan.point {
      return LocalizedText(
        zh: "\(name.zh)是**\(settings.text(of: point, in: .zh))**（下沉 \(plan.sunk) 名民警，不在搜索之内）。",
        en:
          "The \(name.en) is **\(settings.text(of: point, in: .en))** (\(plan.sunk) officers sent down, not searched)."
      )
    }
    if plan.sunk == 0 {
      let choices = LocalizedText(
        zh: plan.point.map { settings.choices(of: $0, in: .zh) }.map { $0.isEmpty ? "" : "（\($0)）" } ?? "",
        en: plan.point.map { settings.choices(of: $0, in: .en) }.map { $0.isEmpty ? "" : " (\($0))" } ?? "")
      return outcome.isPreferredOther
        ? LocalizedText(
          zh: "首选方案是**不下沉**\(choices.zh)。", en: "The preferred plan is to **send nobody down**\(choices.en).")
        : LocalizedText(
          zh: "在给定目标下，**不下沉**最好\(choices.zh)。",
          en: "For the objective given it is best to **send nobody down**\(choices.en).")
    }
    let split = self.split(plan)
    return LocalizedText(
      zh: "\(name.zh)是**下沉 \(plan.sunk) 名民警**（\(split.zh)）。",
      en: "The \(name.en) **sends \(plan.sunk) officers down** (\(split.en)).")
  }

  /// Where a plan sends its officers, and by which decisions.
  private func split(_ plan: PlanSearchOutcome.Standing) -> LocalizedText {
    let (values, settings) = (settings(of: plan, .zh), settings(of: plan, .en))
    return LocalizedText(
      zh: "\(plan.sunk - plan.toStreet) 名到社区，\(plan.toStreet) 名上街面" + (values.isEmpty ? "" : "；\(values)"),
      en: "\(plan.sunk - plan.toStreet) to the community, \(plan.toStreet) to the street"
        + (settings.isEmpty ? "" : "; \(settings)"))
  }

  /// The values of the decisions; of many only how many there are.
  private func settings(of plan: PlanSearchOutcome.Standing, _ language: Language) -> String {
    guard let point = plan.point else { return "" }
    return PlanSettingsText(outcome: outcome, scenario: scenario).text(
      of: point, hasStreet: plan.toStreet > 0, in: language)
  }

  /// Whether a plan does what the baseline does, replication by replication.
  private func isBaseline(_ plan: PlanSearchOutcome.Standing) -> Bool {
    plan.difference.mean == 0 && plan.difference.halfWidth == 0
      && outcome.changes.allSatisfy { $0.difference.mean == 0 && $0.difference.halfWidth == 0 }
  }

  private func gain(_ plan: PlanSearchOutcome.Standing) -> LocalizedText {
    let (difference, name) = (plan.difference, objective.name)
    if isBaseline(plan) {
      return LocalizedText(zh: "这与基线相同。", en: "That is what the baseline does.")
    }
    let words = objective.intervalInWords(difference, level: difference.level)
    let isTold =
      !objective.isInPercent(difference.mean, baseline: outcome.baselineObjective)
      && (difference.lower > 0 || difference.upper < 0)
    let interval = isTold ? words : words + objective.unitAfter
    guard difference.lower > 0 || difference.upper < 0 else {
      return LocalizedText(
        zh: "与基线相比，\(name.zh)的变化无法与零区分（\(interval.zh)）。",
        en: "Against the baseline the change of \(name.en) cannot be told from none (\(interval.en)).")
    }
    let size = objective.size(of: difference.mean, baseline: outcome.baselineObjective).strong
    // In per cent it is told in the unit of the interval too.
    let same = isTold ? "" : objective.interval(difference).size
    let inUnit = isTold ? LocalizedText("") : LocalizedText(zh: "即 \(same)；", en: "by \(same); ")
    let verb = objective.verb(difference.mean)
    let worse =
      difference.lower > 0 ? LocalizedText(zh: "，比基线差", en: ", for the worse") : LocalizedText("")
    return LocalizedText(
      zh: "与基线相比，\(name.zh)\(verb.zh) \(size.zh)\(worse.zh)（\(inUnit.zh)\(interval.zh)）。",
      en: "Against the baseline \(name.en) \(verb.en) by \(size.en)\(worse.en) (\(inUnit.en)\(interval.en)).")
  }

  /// Which assumption moves the answer most, and that simulation counts where the formulas behind that differ from it.
  private var sensitivity: [LocalizedText] {
    guard let sensitivity = outcome.sensitivity else { return [] }
    let sentence = SensitivityAnswer(sensitivity, of: outcome).sentence
    guard outcome.isForecastFar else { return [sentence] }
    return [
      sentence,
      LocalizedText(
        zh: "公式推算的收益与仿真相差较大（见“方法与来源”）：下沉多少以仿真为准，敏感性只说明哪个假设要紧。",
        en:
          "The gain by formulas is far from that of the simulation (see “Method and provenance”): how many to send down is for the simulation "
          + "to say, and the sensitivity tells only which assumption matters.")
    ]
  }

  /// What to say where departments get more work than their officers can do.
  private var overload: LocalizedText? { overloadOfAll ?? overloadOfSome }

  /// That more departments are overloaded than in the baseline.
  private var overloadOfSome: LocalizedText? {
    guard let change = outcome.changes.first(where: { $0.indicator == .departmentsOverloaded }),
      change.difference.lower > 0
    else { return nil }
    let after = change.before + change.difference.mean
    let numbers = [change.before, after].map { NumberText.level($0, decimals: 1) }
    return LocalizedText(
      zh: "**会使更多部门超负荷**（平均 \(numbers[0]) 个增至 \(numbers[1]) 个）：照此实施前应先为其增补警力或少抽调；是哪些部门，"
        + "用 `dunjing run` 比较此方案时逐一列出。",
      en:
        "**It overloads more departments** (\(numbers[0]) before, \(numbers[1]) after, on average): give them officers or take "
        + "fewer there before it is done; a run that compares this plan names them.")
  }

  /// That headquarters gets more work than all its officers can do.
  private var overloadOfAll: LocalizedText? {
    guard let change = outcome.changes.first(where: { $0.indicator == .departmentUtilization }),
      change.before + change.difference.mean >= 1
    else { return nil }
    let load = NumberText.percent(change.before + change.difference.mean, decimals: 0)
    return LocalizedText(
      zh: "**机关超负荷**：工作量为其能力的 \(load)，没有稳态，积压随考察期增长，延误和积压只对这一时段成立。",
      en:
        "**Headquarters is overloaded**: it works at \(load) of its capacity, without a steady state; its backlog grows with "
        + "the horizon, and delay and backlog hold for this period only.")
  }

  /// The worst of the indicators of headquarters.
  private var price: LocalizedText? {
    let headquarters: [Indicator] = [.weightedDelay, .backlogEnd, .departmentUtilization]
    let changes = headquarters.compactMap { indicator in outcome.changes.first { $0.indicator == indicator } }
      .prefix(2)
    guard !changes.isEmpty else { return nil }
    let clauses = changes.map {
      ChangeText(change: Change($0), confidence: outcome.settings.confidence).clauseWithBaseline
    }
    let list = LocalizedText.list(clauses)
    return changes.contains { $0.difference.lower > 0 }
      ? LocalizedText(zh: "代价：\(list.zh)。", en: "The price: \(list.en).")
      : LocalizedText(zh: "机关方面：\(list.zh)。", en: "At headquarters: \(list.en).")
  }

  /// What to say where no plan keeps the limits: the one that breaks them least, and which limits it would keep.
  private var relaxation: [LocalizedText] {
    let head = LocalizedText(zh: "没有方案满足全部限制。", en: "**No plan keeps all limits.**")
    guard let index = outcome.leastRelaxation, let relaxation = LimitRelaxation(outcome) else {
      return [head]
    }
    let plan = outcome.plans[index]
    let broken = relaxation.rows.filter { $0.excess.mean > 0 }.map { row in
      let amount = row.limit.amount(of: row.excess.mean)
      return LocalizedText(
        zh: "“\(row.limit.name.zh)”放宽 \(amount.zh)", en: "“\(row.limit.name.en)” by \(amount.en)")
    }
    let list = LocalizedText.list(broken)
    let options = relaxation.expressions.map { "--limit \"\($0)\"" }.joined(separator: " ")
    let split = self.split(plan)
    return [
      head,
      LocalizedText(
        zh: "放宽最少的是：\(list.zh)，即 \(options)；此时下沉 **\(plan.sunk) 名**（\(split.zh)）。",
        en:
          "The least relaxation found: \(list.en), which is \(options); then **\(plan.sunk) officers** are sent down "
          + "(\(split.en)).")
    ]
  }
}

extension PlanGoal.Limit {
  /// A difference of the indicator with its unit; shares in percentage points.
  func amount(of difference: Double) -> LocalizedText {
    let scaled = indicator.scaled(difference)
    let text = NumberText.fixed(scaled, decimals: NumberText.decimals(forSpread: scaled))
    let unit = indicator.changeUnit
    return unit.isEmpty
      ? LocalizedText(text) : LocalizedText(zh: "\(text) \(unit.zh)", en: "\(text) \(unit.en)")
  }

  /// The limit in words.
  var name: LocalizedText {
    let sign = side == .atMost ? "≤" : "≥"
    let value =
      isRelative && bound == 0
      ? LocalizedText(zh: "基线", en: "baseline")
      : isRelative
        ? LocalizedText(
          zh: "基线 \(NumberText.signedPercent(bound, decimals: 0))",
          en: "baseline \(NumberText.signedPercent(bound, decimals: 0))")
        : indicator.level(bound)
    return LocalizedText(
      zh: "\(indicator.name.zh) \(sign) \(value.zh)", en: "\(indicator.name.en) \(sign) \(value.en)")
  }
}
