import DunjingDecision
import DunjingScenario
import DunjingStatistics

/// The choices of a search: what the best plan chose, and what each of its choices is worth by itself.
struct PlanChoiceTables {
  private let outcome: PlanSearchOutcome
  private let scenario: Scenario
  /// The point of the best plan.
  private let best: [Double]

  /// Creates the tables; nil where nothing was to be chosen, or no plan was found.
  init?(_ outcome: PlanSearchOutcome, _ scenario: Scenario) {
    guard let best = outcome.shownPoint, outcome.hasChoices else { return nil }
    (self.outcome, self.scenario, self.best) = (outcome, scenario, best)
  }

  /// Every choice, and the objective were it made otherwise, the greatest loss first.
  var choices: DataTable {
    let others = outcome.otherChoices.sorted {
      ($1.behindBest.mean, $0.decision, $0.number) < ($0.behindBest.mean, $1.decision, $1.number)
    }
    let objective = ObjectiveText(outcome.goal)
    let heads = [
      LocalizedText(zh: "选项", en: "Choice"), outcome.shownName.capitalized,
      LocalizedText(zh: "换成", en: "Instead"),
      LocalizedText(zh: "目标值变化", en: "Objective changes by") + objective.unitInHead
    ]
    let decimals = objective.decimals(of: others.map { objective.drawn($0.behindBest.mean) })
    let rows = others.map { other in
      let (lever, change) = (outcome.decisions[other.decision].lever, objective.drawn(other.behindBest))
      return DataTable.Row(
        head: lever.name(in: scenario),
        cells: [
          DataTable.Cell(lever.valueText(best[other.decision]), isText: true),
          DataTable.Cell(
            lever.valueText(other.number),
            note: other.isFeasible ? nil : LocalizedText(zh: "超出限制", en: "breaks a limit"), isText: true),
          DataTable.Cell(
            LocalizedText(NumberText.signed(change.mean, decimals: decimals)),
            note: LocalizedText("± " + NumberText.level(change.halfWidth, decimals: decimals)),
            isGray: change.lower <= 0 && change.upper >= 0)
        ])
    }
    return DataTable(heads: heads, rows: rows, layout: .compact)
  }

  var caption: LocalizedText {
    let level = NumberText.percent(outcome.settings.confidence, decimals: 0)
    return LocalizedText(
      zh: "其余与\(outcome.shownName.zh)相同、只换一项时目标值的变化：配对差及 \(level) 同时区间，出自新的重复；灰色的与零无法区分。"
        + "几项一起换，不等于逐项相加；除源头举措和联系卡占用的工时外，模型中机制本身不花钱，花费须另算。",
      en:
        "The objective with one choice changed and all else as in the \(outcome.shownName.en): paired differences with "
        + "\(level) intervals that hold together, on fresh replications; gray ones cannot be told from none. Changes do not add "
        + "up, and but for the hours of programs and contact cards mechanisms cost nothing in the model: what they cost has to be "
        + "weighed besides."
    )
  }
}
