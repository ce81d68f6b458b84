import DunjingDecision
import DunjingScenario
import DunjingSimulation
import DunjingStatistics

/// The tables behind the answer to which plan is best.
struct PlanSearchTables {
  private let outcome: PlanSearchOutcome
  private let scenario: Scenario
  private let objective: ObjectiveText

  init(_ outcome: PlanSearchOutcome, _ scenario: Scenario) {
    (self.outcome, self.scenario) = (outcome, scenario)
    objective = ObjectiveText(outcome.goal)
  }

  /// The plan shown, the one of the least objective, the smallest that cannot be told apart, and the treatments of the study.
  var standing: DataTable {
    let named = outcome.plans.indices.filter { outcome.plans[$0].id != nil }
    let first = [outcome.shown, outcome.best, outcome.smallestOnPlateau].compactMap(\.self)
    let order = first + named
    let shown = order.indices.filter { !order[..<$0].contains(order[$0]) }.map { order[$0] }
    return DataTable(heads: heads(withHead: Labels.plan), rows: shown.map(row), layout: .compact)
  }

  var standingCaption: LocalizedText {
    let level = NumberText.percent(outcome.settings.confidence, decimals: 0)
    let (compared, before) = (outcome.comparedName, objective.level(outcome.baselineObjective))
    guard outcome.best != nil else {
      return LocalizedText(
        zh: "目标之差为与基线的配对差及其 \(level) 区间。基线目标值 \(before)。",
        en:
          "The objective is the paired difference to the baseline with its \(level) interval. Objective of the baseline: \(before)."
      )
    }
    return LocalizedText(
      zh: "目标之差为与基线的配对差及其 \(level) 区间；落后为与\(compared.zh)的差，区间同时成立。基线目标值 \(before)。",
      en:
        "The objective is the paired difference to the baseline with its \(level) interval; behind is the "
        + "difference to \(compared.en), with intervals that hold together. Objective of the baseline: \(before)."
    )
  }

  /// Every plan that was simulated.
  var allPlans: DataTable {
    DataTable(heads: heads(withHead: Labels.plan), rows: outcome.plans.indices.map(row), layout: .compact)
  }

  /// The decisions that have a column of their own: all where they are few, else the shares where these are.
  private var columns: [Int] {
    let all = Array(outcome.decisions.indices)
    let shares = all.filter { !outcome.decisions[$0].isChoice }
    let few = PlanSettingsText.fewShares
    return all.count <= few ? all : shares.count <= few ? shares : []
  }

  /// Whether a column says in which choices a plan differs from the best.
  private var hasChoiceColumn: Bool {
    outcome.hasChoices && columns.count < outcome.decisions.count
  }

  private func heads(withHead head: LocalizedText) -> [LocalizedText] {
    [head] + columns.map { outcome.decisions[$0].lever.shortName(in: scenario) }
      + (hasChoiceColumn ? [LocalizedText(zh: "不同的选项", en: "Other choices")] : [])
      + [
        LocalizedText(zh: "下沉\n名", en: "Sent down\nofficers"),
        LocalizedText(zh: "上街面\n名", en: "On street\nofficers"),
        LocalizedText(zh: "目标之差", en: "Objective") + objective.unitInHead
      ] + (outcome.best == nil ? [] : [behindHead]) + [LocalizedText(zh: "重复", en: "Replications")]
  }

  /// The cells about what a plan decides.
  private func decided(_ point: [Double]?) -> [DataTable.Cell] {
    let values = columns.map { column in
      point.map { DataTable.Cell(outcome.decisions[column].lever.valueText($0[column])) } ?? .missing
    }
    guard hasChoiceColumn else { return values }
    guard let point, let best = outcome.shownPoint else { return values + [.missing] }
    let text = PlanSettingsText(outcome: outcome, scenario: scenario).otherChoices(of: point, than: best)
    return values + [DataTable.Cell(text, isText: true)]
  }

  private func row(_ index: Int) -> DataTable.Row {
    let plan = outcome.plans[index]
    let cells =
      decided(plan.point) + [
        .init(NumberText.whole(plan.sunk)), .init(NumberText.whole(plan.toStreet)), interval(plan.difference)
      ] + (outcome.best == nil ? [] : [plan.behindBest.map(interval) ?? .missing]) + [
        .init(NumberText.whole(plan.replications))
      ]
    let tone: DataTable.Tone =
      index == outcome.shown ? .best : outcome.plateau.contains(index) ? .plateau : .plain
    return DataTable.Row(
      head: label(index), cells: cells, tone: tone, isGray: !plan.isFeasible && index != outcome.shown)
  }

  /// What a plan is called.
  private func label(_ index: Int) -> LocalizedText {
    let plan = outcome.plans[index]
    let name = scenario.planName(plan)
    let notes = [
      index == outcome.shown ? outcome.shownNote : nil,
      index == outcome.best && index != outcome.shown ? leastNote : nil,
      plan.isFeasible || index == outcome.leastRelaxation
        ? nil : LocalizedText(zh: "超限", en: "breaks a limit")
    ].compactMap(\.self)
    guard !notes.isEmpty else { return name }
    let list = LocalizedText.list(notes)
    return LocalizedText(zh: "\(name.zh)（\(list.zh)）", en: "\(name.en) (\(list.en))")
  }

  private var behindHead: LocalizedText {
    (outcome.isPreferredOther
      ? LocalizedText(zh: "落后于\(leastNote.zh)者", en: "Behind the \(leastNote.en)")
      : LocalizedText(zh: "落后于最优", en: "Behind the best")) + objective.unitInHead
  }

  private var leastNote: LocalizedText {
    outcome.goal.isMaximized
      ? LocalizedText(zh: "目标值最大", en: "greatest objective")
      : LocalizedText(zh: "目标值最小", en: "least objective")
  }

  private func interval(_ interval: ConfidenceInterval) -> DataTable.Cell {
    let (decimals, interval) = (self.decimals, objective.drawn(interval))
    return DataTable.Cell(
      NumberText.signed(interval.mean, decimals: decimals),
      note: "± " + NumberText.level(interval.halfWidth, decimals: decimals))
  }

  private var decimals: Int {
    objective.decimals(of: outcome.plans.map { objective.drawn($0.difference.mean) })
  }

  /// Indicators of the plan shown against the baseline.
  var changes: DataTable {
    DataTable(
      heads: [
        LocalizedText(zh: "指标", en: "Indicator"), LocalizedText(zh: "基线", en: "Baseline"),
        outcome.shownName.capitalized, LocalizedText(zh: "变化", en: "Change")
      ],
      rows: outcome.changes.map { change in
        let indicator = change.indicator
        let after = change.before + change.difference.mean
        let isSignificant = Change(change).isSignificant
        let bare = Change(change).bare
        return DataTable.Row(
          head: indicator.nameWithUnit.capitalized,
          cells: [
            .init(indicator.bareLevel(change.before)),
            .init(indicator.bareLevel(after, around: change.before)),
            .init(bare.difference, note: bare.halfWidth.map { "± " + $0 }, isGray: !isSignificant)
          ])
      })
  }

  var changesCaption: LocalizedText {
    LocalizedText(
      zh: "配对差，区间对全部指标同时成立；灰色为无法与零区分。",
      en: "Paired differences with intervals that hold for all indicators together; "
        + "gray ones cannot be told from none.")
  }
}

extension Scenario {
  /// What a plan is called: the name of the treatment, where the study names it.
  func planName(_ plan: PlanSearchOutcome.Standing) -> LocalizedText {
    treatments.first { $0.id == plan.id }?.name ?? LocalizedText(zh: "搜索所得", en: "found by the search")
  }
}

extension Labels {
  static let plan = LocalizedText(zh: "方案", en: "Plan")
}
