import DunjingDecision
import DunjingScenario

/// What the plan is called of which changes, worth and counties speak.
extension PlanSearchOutcome {
  /// Whether later objectives prefer another plan than the one of the least objective.
  var isPreferredOther: Bool { preferred != nil && preferred != best }

  /// Whether some choice is made.
  var hasChoices: Bool { decisions.contains(where: \.isChoice) }

  /// The values of the decisions of the plan shown; nil where there is none, or where it lies outside of the space.
  var shownPoint: [Double]? { shown.flatMap { plans[$0].point } }

  /// Whether no share varies, so that the number of officers is not in question.
  var hasOnlyChoices: Bool { decisions.allSatisfy(\.isChoice) }

  /// The plan shown: 最优方案, best plan.
  var shownName: LocalizedText {
    if answer == nil { return LocalizedText(zh: "超限最少的方案", en: "plan that breaks the limits least") }
    return isPreferredOther
      ? LocalizedText(zh: "首选方案", en: "preferred plan") : LocalizedText(zh: "最优方案", en: "best plan")
  }

  /// The note beside the plan shown, in tables and charts.
  var shownNote: LocalizedText {
    if answer == nil { return LocalizedText(zh: "超限最少", en: "breaks limits least") }
    return isPreferredOther ? LocalizedText(zh: "首选", en: "preferred") : LocalizedText(zh: "最优", en: "best")
  }

  /// The plan with which all others were compared.
  var comparedName: LocalizedText {
    guard isPreferredOther else { return LocalizedText(zh: "最优方案", en: "the best plan") }
    return goal.isMaximized
      ? LocalizedText(zh: "目标值最大的方案", en: "the plan of the greatest objective")
      : LocalizedText(zh: "目标值最小的方案", en: "the plan of the least objective")
  }
}
