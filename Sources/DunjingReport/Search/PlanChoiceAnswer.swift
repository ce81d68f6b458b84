import DunjingDecision
import DunjingExperiment
import DunjingScenario
import DunjingStatistics

/// The sentences that set the answer among other plans: which cannot be told apart from it, why it was preferred to them, and
/// where the treatments of the study stand.
struct PlanChoiceAnswer {
  private let outcome: PlanSearchOutcome
  private let scenario: Scenario
  private let objective: ObjectiveText

  init(_ outcome: PlanSearchOutcome, _ scenario: Scenario, _ objective: ObjectiveText) {
    (self.outcome, self.scenario, self.objective) = (outcome, scenario, objective)
  }

  /// All sentences, in order.
  var sentences: [LocalizedText] {
    [preference, plateau, agreement, certainty].compactMap(\.self) + references
      + [breakers].compactMap(\.self)
  }

  private var zone: String { NumberText.percent(outcome.settings.indifference, decimals: 2) }

  /// Why another plan than the one of the least objective is the answer.
  private var preference: LocalizedText? {
    guard outcome.isPreferredOther, let answer = outcome.answer, let best = outcome.best else { return nil }
    let (behind, compared) = (outcome.plans[answer].behindBest, outcome.comparedName)
    let (sunk, lag) = (outcome.plans[best].sunk, behind.map(lag))
    let isEqual = behind.map { $0.lower <= 0 } ?? true
    let reason = self.reason
    return LocalizedText(
      zh: "它与\(compared.zh)（下沉 \(sunk) 名\(lag.map { "；\($0.zh)" } ?? "")）"
        + (isEqual ? "无法区分" : "相差不超过基线目标值的 \(zone)") + "，\(reason.zh)。",
      en: (isEqual
        ? "It cannot be told apart from \(compared.en)"
        : "It is not shown to be worse by more than \(zone) of the baseline's objective than \(compared.en)")
        + " (\(sunk) officers\(lag.map { "; \($0.en)" } ?? "")), and \(reason.en).")
  }

  /// By which later sum the answer was preferred, and by how much.
  private var reason: LocalizedText {
    guard let preference = outcome.preference else {
      let goals = LocalizedText.list(outcome.goal.later.map { ObjectiveText(PlanGoal($0)).nameOrFormula })
      return LocalizedText(
        zh: "按次要目标（\(goals.zh)）更可取", en: "is preferred by the later objective (\(goals.en))")
    }
    let later = ObjectiveText(PlanGoal(outcome.goal.later[preference.sum]))
    let difference = later.interval(preference.difference).mean
    let (name, unit) = (later.nameOrFormula, later.unitAfter)
    let words = later.intervalInWords(preference.difference, level: preference.difference.level)
    let chance =
      preference.difference.upper < 0
      ? LocalizedText("") : LocalizedText(zh: "，也可能出于偶然", en: ", which may be chance")
    // Officers sent down are the same in every replication.
    let interval =
      preference.difference.halfWidth > 0
      ? LocalizedText(zh: "，\(words.zh)", en: ", \(words.en)") : LocalizedText("")
    return LocalizedText(
      zh: "按次要目标“\(name.zh)”更可取（相差 \(difference)\(unit.zh)\(interval.zh)\(chance.zh)）",
      en:
        "is preferred by the later objective, \(name.en) (\(difference)\(unit.en)\(interval.en)\(chance.en))")
  }

  /// Which other plans would do as well.
  private var plateau: LocalizedText? {
    let members = outcome.plateau.map { outcome.plans[$0] }
    let sunk = members.map(\.sunk)
    let others = members.count - (outcome.isPreferredOther ? 2 : 1)
    guard others > 0, let low = sunk.min(), let high = sunk.max() else {
      return outcome.isPreferredOther ? nil : alone
    }
    if outcome.isPreferredOther {
      let compared = outcome.comparedName
      return LocalizedText(
        zh: "还有 \(others) 个方案也与\(compared.zh)无法区分，或未证实差距超过基线目标值的 \(zone)（连同这两个，下沉 \(low) 至 \(high) 名）。",
        en:
          "\(others) further \(others == 1 ? "plan" : "plans") cannot be told apart from \(compared.en) either, or "
          + "\(others == 1 ? "is" : "are") not shown to be worse by more than \(zone) of the baseline's objective "
          + "(with these two, \(low) to \(high) officers).")
    }
    let isOneNumber = low == high
    let range =
      isOneNumber
      ? LocalizedText(zh: "同样下沉 \(low) 名", en: "\(low) officers as well")
      : LocalizedText(zh: "下沉 **\(low) 至 \(high) 名**", en: "**\(low) to \(high) officers**")
    let isFewest = outcome.answer.map { outcome.plans[$0].sunk == low } ?? false
    return LocalizedText(
      zh: "另有 \(others) 个方案与它无法区分，或未证实差距超过基线目标值的 \(zone)（\(range.zh)）"
        + (isOneNumber ? "。" : isFewest ? "；它下沉最少。" : "；其中下沉最少的为 \(low) 名。"),
      en:
        "\(others) other \(others == 1 ? "plan" : "plans") cannot be told apart from it, or "
        + "\(others == 1 ? "is" : "are") not shown to be worse by more than \(zone) of the baseline's objective (\(range.en))"
        + (isOneNumber ? "." : isFewest ? "; it sends the fewest." : "; the fewest that will do are \(low)."))
  }

  /// What to say where all other plans are worse.
  private var alone: LocalizedText? {
    guard outcome.plans.contains(where: { $0.behindBest != nil }) else { return nil }
    return LocalizedText(
      zh: "其余参加比较的方案都更差，差距超过基线目标值的 \(zone)\(outcome.goal.limits.isEmpty ? "" : "，或不满足限制")。",
      en: "All other plans that were compared are worse by more than \(zone) of the baseline's objective"
        + (outcome.goal.limits.isEmpty ? "." : ", or break a limit."))
  }

  /// What the later objectives say where they prefer no other plan.
  private var agreement: LocalizedText? {
    guard !outcome.goal.later.isEmpty, !outcome.isPreferredOther else { return nil }
    let goals = LocalizedText.list(outcome.goal.later.map { ObjectiveText(PlanGoal($0)).nameOrFormula })
    guard outcome.preferred != nil else {
      return LocalizedText(
        zh: "次要目标（\(goals.zh)）在本研究中没有数值，未起作用。",
        en: "The later objective (\(goals.en)) has no value in this study and decided nothing.")
    }
    guard outcome.plateau.count > 1 else { return nil }
    return LocalizedText(
      zh: "按次要目标（\(goals.zh)），其中也以它最可取。",
      en: "By the later objective (\(goals.en)) none of these is preferred to it.")
  }

  /// What has to be said where the best plan was not selected with the probability asked for.
  private var certainty: LocalizedText? {
    guard !outcome.isSelected else { return nil }
    let level = NumberText.percent(outcome.settings.confidence, decimals: 0)
    guard outcome.isPreferredOther else {
      return LocalizedText(
        zh: "重复次数用完时，仍未能以 \(level) 的把握认定它就是最优。",
        en: "The replications ran out before it could be called the best with \(level) probability.")
    }
    let compared = outcome.comparedName
    return LocalizedText(
      zh: "重复次数用完时，仍未能以 \(level) 的把握认定哪个是\(compared.zh)。",
      en: "The replications ran out before \(compared.en) was known with \(level) probability.")
  }

  /// Where treatments of the study stand: the best of them, and those that send about a fifth down.
  private var references: [LocalizedText] {
    let hasAgencies = scenario.departments.contains { $0.agencyOfficers > 0 }
    let own = bestOwn
    return outcome.plans.indices.compactMap { index in
      let plan = outcome.plans[index]
      guard index != outcome.answer, plan.isFeasible, let behind = plan.behindBest,
        let treatment = treatment(of: plan)
      else { return nil }
      let ratio = hasAgencies ? treatment.sinkRatio.agency : treatment.sinkRatio.county
      guard index == own || abs(ratio - 0.2) < 1e-9 else { return nil }
      return standing(plan, index, treatment.name, behind, isBestOwn: index == own)
    }
  }

  /// The treatments of the study that break a limit; nil where none does.
  private var breakers: LocalizedText? {
    let names = outcome.plans.indices.filter { $0 != outcome.answer && !outcome.plans[$0].isFeasible }
      .compactMap { treatment(of: outcome.plans[$0])?.name }
      .map { LocalizedText(zh: "“\($0.zh)”", en: "“\($0.en)”") }
    guard !names.isEmpty else { return nil }
    let list = LocalizedText.names(names)
    // Of so many only some are named.
    let isPart = names.count > 4
    let place =
      isPart
      ? LocalizedText(zh: "（见“各方案的位置”）", en: " (see “Where the plans stand”)") : LocalizedText("")
    return LocalizedText(
      zh: "\(list.zh)\(names.count > 1 && !isPart ? "都" : "")不满足限制\(place.zh)。",
      en: "\(list.en) \(names.count == 1 ? "breaks" : "break") a limit\(place.en).")
  }

  /// The best of the study's plans that lie within what was searched, by place; nil where that is the answer.
  private var bestOwn: Int? {
    let own = outcome.plans.indices.filter { index in
      let plan = outcome.plans[index]
      return plan.isFeasible && plan.point != nil && treatment(of: plan) != nil
        && (plan.behindBest != nil || index == outcome.best)
    }
    let best = own.min { outcome.plans[$0].difference.mean < outcome.plans[$1].difference.mean }
    return best == outcome.answer ? nil : best
  }

  private func treatment(of plan: PlanSearchOutcome.Standing) -> Treatment? {
    scenario.treatments.first { $0.id == plan.id }
  }

  /// How a treatment of the study stands to the best plan.
  private func standing(
    _ plan: PlanSearchOutcome.Standing, _ index: Int, _ name: LocalizedText, _ behind: ConfidenceInterval,
    isBestOwn: Bool
  ) -> LocalizedText {
    let (lag, compared) = (self.lag(behind), outcome.comparedName)
    let subject =
      isBestOwn
      ? LocalizedText(
        zh: "研究所列方案中在搜索范围内的，最好的是“\(name.zh)”（下沉 \(plan.sunk) 名），",
        en:
          "The best of the study's plans that lie within what was searched, “\(name.en)” (\(plan.sunk) officers),"
      )
      : LocalizedText(zh: "“\(name.zh)”", en: "“\(name.en)”")
    return outcome.plateau.contains(index)
      ? LocalizedText(
        zh: "\(subject.zh)也在这些方案之中（\(lag.zh)）。", en: "\(subject.en) is among these plans (\(lag.en)).")
      : LocalizedText(
        zh: "\(subject.zh)显著差于\(compared.zh)（\(lag.zh)）。",
        en: "\(subject.en) is significantly worse than \(compared.en) (\(lag.en)).")
  }

  /// How far a plan lies behind the best, with an interval that holds for all plans together.
  private func lag(_ behind: ConfidenceInterval) -> LocalizedText {
    let text = objective.interval(behind)
    let interval = objective.intervalInWords(
      behind, isSimultaneous: true, level: outcome.settings.confidence)
    let unit = objective.unitAfter
    return LocalizedText(
      zh: "目标值相差 \(text.mean)\(unit.zh)，\(interval.zh)",
      en: "objective \(text.mean)\(unit.en), \(interval.en)")
  }
}
