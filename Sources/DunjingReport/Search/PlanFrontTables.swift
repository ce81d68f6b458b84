import DunjingDecision
import DunjingScenario
import DunjingSimulation
import DunjingStatistics

/// The plans of a Pareto front, in words and as a table.
struct PlanFrontTables {
  private let front: PlanFront
  private let outcome: PlanSearchOutcome
  private let scenario: Scenario

  init(_ front: PlanFront, _ outcome: PlanSearchOutcome, _ scenario: Scenario) {
    (self.front, self.outcome, self.scenario) = (front, outcome, scenario)
  }

  var introduction: LocalizedText {
    let names = LocalizedText.list(front.terms.map(\.indicator.name))
    return LocalizedText(
      zh:
        "对\(names.zh)而言，下列 \(front.members.count) 个方案（共仿真 \(front.others.count) 个满足限制的方案）没有一个在各项上都被别的方案超过：选哪一个是取舍，不是计算。",
      en:
        "For \(names.en), no other plan does better than these \(front.members.count) (of \(front.others.count) simulated that "
        + "keep the limits) in everything: which of them to take is a choice, not a computation.")
  }

  var members: DataTable {
    let heads =
      [
        Labels.plan, LocalizedText(zh: "下沉\n名", en: "Sent down\nofficers"),
        LocalizedText(zh: "上街面\n名", en: "On street\nofficers")
      ] + (outcome.hasChoices ? [LocalizedText(zh: "选项", en: "Choices")] : [])
      + front.terms.map { term in
        let unit = term.indicator.levelUnit
        return unit.isEmpty
          ? term.indicator.name.capitalized
          : LocalizedText(
            zh: "\(term.indicator.name.zh)\n\(unit.zh)",
            en: "\(term.indicator.name.capitalized.en)\n\(unit.en)")
      }
    return DataTable(heads: heads, rows: front.members.map(row), layout: .compact)
  }

  private func choices(of plan: PlanSearchOutcome.Standing) -> DataTable.Cell {
    guard let point = plan.point else { return .missing }
    let settings = PlanSettingsText(outcome: outcome, scenario: scenario)
    return DataTable.Cell(
      LocalizedText(zh: settings.choices(of: point, in: .zh), en: settings.choices(of: point, in: .en)),
      isText: true)
  }

  private func row(_ member: PlanFront.Member) -> DataTable.Row {
    let plan = outcome.plans[member.plan]
    let changes = zip(front.terms, member.changes).map { term, change in
      DataTable.Cell(
        term.indicator.bareDifference(change.mean, around: change.mean),
        note: "± " + term.indicator.bareHalfWidth(change.halfWidth, around: change.mean))
    }
    return DataTable.Row(
      head: scenario.planName(plan),
      cells: [.init(NumberText.whole(plan.sunk)), .init(NumberText.whole(plan.toStreet))]
        + (outcome.hasChoices ? [choices(of: plan)] : []) + changes,
      tone: member.plan == outcome.answer ? .best : .plain)
  }
}
