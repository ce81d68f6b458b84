import DunjingDecision
import DunjingScenario
import DunjingSimulation
import DunjingStatistics

/// The sentences that answer which plan is best.
struct PlanSearchAnswer {
  private let outcome: PlanSearchOutcome
  private let scenario: Scenario

  init(_ outcome: PlanSearchOutcome, _ scenario: Scenario) {
    (self.outcome, self.scenario) = (outcome, scenario)
  }

  /// All sentences, the most important first; at least one.
  var sentences: [LocalizedText] {
    guard let index = outcome.best else { return relaxation }
    let best = outcome.plans[index]
    return [self.best(best), gain(best)] + [price].compactMap(\.self) + [plateau(best)]
      + [certainty, preferred].compactMap(\.self)
      + references
      + [PlanWorthTables(outcome, scenario)?.sentence].compactMap(\.self)
      + [outcome.sensitivity.map { SensitivityAnswer($0).sentence }].compactMap(\.self)
  }

  private func best(_ plan: PlanSearchOutcome.Standing) -> LocalizedText {
    if plan.sunk == 0 {
      return LocalizedText(
        zh: "在给定目标下，**不下沉**最好。", en: "For the objective given it is best to **send nobody down**.")
    }
    let split = LocalizedText(
      zh: "\(plan.sunk - plan.toStreet) 名到社区，\(plan.toStreet) 名上街面",
      en: "\(plan.sunk - plan.toStreet) to the community, \(plan.toStreet) to the street")
    let (values, settings) = (settings(of: plan, .zh), settings(of: plan, .en))
    return LocalizedText(
      zh: "最优方案是**下沉 \(plan.sunk) 名民警**（\(split.zh)；\(values)）。",
      en: "The best plan **sends \(plan.sunk) officers down** (\(split.en); \(settings)).")
  }

  /// The values of the decisions; of many only how many there are.
  private func settings(of plan: PlanSearchOutcome.Standing, _ language: Language) -> String {
    guard let point = plan.point else { return "" }
    return PlanSettingsText(outcome: outcome, scenario: scenario).text(of: point, in: language)
  }

  private func gain(_ plan: PlanSearchOutcome.Standing) -> LocalizedText {
    let interval = self.interval(plan.difference)
    let share = plan.difference.mean / max(abs(outcome.baselineObjective), 1e-12)
    let isSignificant = plan.difference.upper < 0
    let goal = goalName
    if !isSignificant {
      return LocalizedText(
        zh: "与基线相比，\(goal.zh)的变化无法与零区分（\(interval.zh)）。",
        en: "Against the baseline the change of \(goal.en) cannot be told from none (\(interval.en)).")
    }
    let fall = NumberText.percent(abs(share), decimals: 1)
    return LocalizedText(
      zh: "与基线相比，\(goal.zh)下降 **\(fall)**（\(interval.zh)）。",
      en: "Against the baseline \(goal.en) falls by **\(fall)** (\(interval.en)).")
  }

  /// What the objective is called: its indicator, or a sum.
  private var goalName: LocalizedText {
    let terms = outcome.goal.objective
    guard terms.count == 1, terms[0].weight == 1 else {
      return LocalizedText(zh: "目标值", en: "the objective")
    }
    return LocalizedText(zh: terms[0].indicator.name.zh, en: "the " + terms[0].indicator.name.en)
  }

  private func interval(_ interval: ConfidenceInterval) -> LocalizedText {
    let text = IntervalText(interval)
    return LocalizedText(
      zh: "\(text.level) 区间 \(text.low) 至 \(text.high)",
      en: "\(text.level) interval \(text.low) to \(text.high)")
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
    return LocalizedText(zh: "代价：\(list.zh)。", en: "The price: \(list.en).")
  }

  private func plateau(_ best: PlanSearchOutcome.Standing) -> LocalizedText {
    let members = outcome.plateau.map { outcome.plans[$0] }
    let sunk = members.map(\.sunk)
    let zone = NumberText.percent(outcome.settings.indifference, decimals: 2)
    guard members.count > 1, let low = sunk.min(), let high = sunk.max() else {
      return LocalizedText(
        zh: "其余参加比较的方案都更差，差距超过基线目标值的 \(zone)\(outcome.goal.limits.isEmpty ? "" : "，或不满足限制")。",
        en: "All other plans that were compared are worse by more than \(zone) of the baseline's objective"
          + (outcome.goal.limits.isEmpty ? "." : ", or break a limit."))
    }
    let range =
      low == high
      ? LocalizedText(zh: "同样下沉 \(low) 名", en: "\(low) officers as well")
      : LocalizedText(zh: "下沉 **\(low) 至 \(high) 名**", en: "**\(low) to \(high) officers**")
    return LocalizedText(
      zh: "另有 \(members.count - 1) 个方案与它无法区分，或差距不超过基线目标值的 \(zone)（\(range.zh)）；其中下沉最少的为 \(low) 名。",
      en:
        "\(members.count - 1) other plans cannot be told apart from it, or differ by no more than \(zone) of the "
        + "baseline's objective (\(range.en)); the fewest that will do are \(low).")
  }

  /// What has to be said where the best plan was not selected with the probability asked for.
  private var certainty: LocalizedText? {
    guard !outcome.isSelected else { return nil }
    let level = NumberText.percent(outcome.settings.confidence, decimals: 0)
    return LocalizedText(
      zh: "重复次数用完时，仍未能以 \(level) 的把握认定它就是最优。",
      en: "The replications ran out before it could be called the best with \(level) probability.")
  }

  /// Which plan of the plateau the later objectives prefer.
  private var preferred: LocalizedText? {
    guard let index = outcome.preferred else { return nil }
    let plan = outcome.plans[index]
    let goals = LocalizedText.list(outcome.goal.later.map { LocalizedText(PlanGoal($0).formula) })
    return LocalizedText(
      zh: "其中按次要目标（\(goals.zh)）最可取的下沉 **\(plan.sunk) 名**（\(plan.toStreet) 名上街面；\(settings(of: plan, .zh))）。",
      en:
        "Among these the later objectives (\(goals.en)) prefer the plan with **\(plan.sunk) officers** (\(plan.toStreet) to "
        + "the street; \(settings(of: plan, .en))).")
  }

  /// Where the treatments of the study stand that send about a fifth down.
  private var references: [LocalizedText] {
    outcome.plans.enumerated().compactMap { index, plan in
      guard let id = plan.id, index != outcome.best, let behind = plan.behindBest,
        let treatment = scenario.treatments.first(where: { $0.id == id }),
        abs(treatment.sinkRatio.agency - 0.2) < 1e-9
      else { return nil }
      let name = treatment.name
      let lag = self.lag(behind)
      if !plan.isFeasible {
        return LocalizedText(zh: "“\(name.zh)”不满足限制。", en: "“\(name.en)” breaks a limit.")
      }
      return outcome.plateau.contains(index)
        ? LocalizedText(
          zh: "“\(name.zh)”也在其中（\(lag.zh)）。",
          en: "“\(name.en)” is one of them (\(lag.en)).")
        : LocalizedText(
          zh: "“\(name.zh)”显著差于最优方案（\(lag.zh)）。",
          en: "“\(name.en)” is significantly worse than the best plan (\(lag.en)).")
    }
  }

  /// How far a plan lies behind the best, with an interval that holds for all plans together.
  private func lag(_ behind: ConfidenceInterval) -> LocalizedText {
    let text = IntervalText(behind)
    let level = NumberText.percent(outcome.settings.confidence, decimals: 0)
    return LocalizedText(
      zh: "目标值相差 \(text.mean)，\(level) 同时区间 \(text.low) 至 \(text.high)",
      en: "objective \(text.mean), simultaneous \(level) interval \(text.low) to \(text.high)")
  }

  /// What to say where no plan keeps the limits.
  private var relaxation: [LocalizedText] {
    let head = LocalizedText(zh: "没有方案满足全部限制。", en: "**No plan keeps all limits.**")
    guard let index = outcome.leastRelaxation else { return [head] }
    let plan = outcome.plans[index]
    let broken = zip(outcome.goal.limits, plan.excesses).filter { $0.1.mean > 0 }.map { limit, excess in
      let amount = limit.indicator.level(excess.mean)
      return LocalizedText(
        zh: "“\(limit.name.zh)”放宽 \(amount.zh)", en: "“\(limit.name.en)” by \(amount.en)")
    }
    let list = LocalizedText.list(broken)
    return [
      head,
      LocalizedText(
        zh: "放宽最少的是：\(list.zh)；此时下沉 \(plan.sunk) 名，其中 \(plan.toStreet) 名上街面。",
        en:
          "The least relaxation found: \(list.en); then \(plan.sunk) officers are sent down, \(plan.toStreet) of them to "
          + "the street.")
    ]
  }
}

extension PlanGoal.Limit {
  /// The limit in words.
  var name: LocalizedText {
    let sign = side == .atMost ? "≤" : "≥"
    let value =
      isRelative
      ? LocalizedText(
        zh: "基线 \(NumberText.signedPercent(bound, decimals: 0))",
        en: "baseline \(NumberText.signedPercent(bound, decimals: 0))")
      : indicator.level(bound)
    return LocalizedText(
      zh: "\(indicator.name.zh) \(sign) \(value.zh)", en: "\(indicator.name.en) \(sign) \(value.en)")
  }
}
