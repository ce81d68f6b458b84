import DunjingDecision
import DunjingScenario
import DunjingSimulation
import DunjingStatistics

/// A page about a search for the best plan: the answer, where other plans stand, the price, and what it rests on.
public struct PlanSearchPage: Sendable {
  private let scenario: Scenario
  private let base: Treatment
  private let outcome: PlanSearchOutcome
  private let provenance: Provenance
  private let scenarioHash: String

  /// Creates the page.
  /// - Parameters:
  ///   - outcome: what the search found.
  ///   - scenario: the study as its files say.
  ///   - base: the treatment that gives all that does not vary.
  ///   - scenarioHash: the hash of the bundle.
  ///   - provenance: the build and the settings that made it, which are printed.
  public init(
    _ outcome: PlanSearchOutcome, scenario: Scenario, base: Treatment, scenarioHash: String,
    provenance: Provenance
  ) {
    (self.outcome, self.scenario, self.base) = (outcome, scenario, base)
    (self.scenarioHash, self.provenance) = (scenarioHash, provenance)
  }

  /// The whole page in one language.
  public func html(in language: Language) -> String {
    let front = FrontMatter(
      title: LocalizedText(zh: "\(scenario.name.zh)：最优方案", en: "\(scenario.name.en): the best plan"),
      summary: LocalizedText(
        zh: "用仿真优选方案的结果，为基线对照，不是对真实地区的预测。",
        en: "Found by simulation, against the baseline; not a forecast about a real place."))
    return PageWriter(language: language).page(
      front: front,
      sections: [answerSection, planSection, changeSection]
        + [choiceSection, frontSection, worthSection].compactMap(\.self)
        + [dependenceSection, methodSection])
  }

  private var answerSection: Section {
    let sentences = PlanSearchAnswer(outcome, scenario).sentences
    return Section(
      id: "answer", title: LocalizedText(zh: "结论", en: "The answer"),
      blocks: [.answer(sentences[0])]
        + (sentences.count > 1 ? [.paragraph(.sentences(Array(sentences[1...])))] : []))
  }

  private var planSection: Section {
    let tables = PlanSearchTables(outcome, scenario)
    let chart = PlanScatterChart(outcome, scenario)
    let figure = Figure(
      label: LocalizedText(
        zh: "各方案的目标值与下沉警力", en: "The objective of each plan against the officers sent down"),
      chart: chart, table: tables.allPlans)
    return Section(
      id: "plans", title: LocalizedText(zh: "各方案的位置", en: "Where the plans stand"),
      blocks: [.table(tables.standing), .caption(tables.standingCaption)]
        + (outcome.hasOnlyChoices ? [.table(tables.allPlans)] : [.figure(figure)]))
  }

  private var changeSection: Section {
    let title = LocalizedText(zh: "得与失", en: "What it gains and what it costs")
    guard !outcome.changes.isEmpty else {
      return Section(
        id: "changes", title: title,
        blocks: [.paragraph(LocalizedText(zh: "没有可列出的指标。", en: "No indicator has a value."))])
    }
    let tables = PlanSearchTables(outcome, scenario)
    var blocks: [Block] = [.table(tables.changes), .caption(tables.changesCaption)]
    if let relaxation = LimitRelaxation(outcome) {
      let limits = PlanLimitTables(relaxation, outcome)
      blocks += [
        .heading(LocalizedText(zh: "限制", en: "Limits")), .table(limits.limits), .caption(limits.caption)
      ]
    }
    return Section(id: "changes", title: title, blocks: blocks)
  }

  private var choiceSection: Section? {
    guard let tables = PlanChoiceTables(outcome, scenario), !outcome.otherChoices.isEmpty else { return nil }
    return Section(
      id: "choices", title: LocalizedText(zh: "各项机制值多少", en: "What each mechanism is worth"),
      blocks: [.table(tables.choices), .caption(tables.caption)])
  }

  private var frontSection: Section? {
    guard let front = outcome.front, !front.members.isEmpty else { return nil }
    let tables = PlanFrontTables(front, outcome, scenario)
    let figure = Figure(
      label: LocalizedText(zh: "帕累托前沿", en: "The Pareto front"), chart: PlanFrontChart(front, outcome),
      table: tables.members)
    return Section(
      id: "front", title: LocalizedText(zh: "此消彼长：帕累托前沿", en: "What can be had for what: the Pareto front"),
      blocks: [.paragraph(tables.introduction), .figure(figure)])
  }

  private var worthSection: Section? {
    guard let tables = PlanWorthTables(outcome, scenario) else { return nil }
    var blocks: [Block] = [.table(tables.officers), .caption(tables.officersCaption)]
    if let counties = tables.counties {
      blocks += [
        .heading(LocalizedText(zh: "各县（市、区）的方案", en: "The plan county by county")), .table(counties)
      ]
    }
    if let stations = outcome.stations.map({ PlanStationTables($0, scenario, ObjectiveText(outcome.goal)) }) {
      blocks += [
        .heading(LocalizedText(zh: "派出所之间的分配", en: "Among the stations")), .paragraph(stations.sentence),
        .table(stations.stations), .caption(stations.caption)
      ]
    }
    return Section(
      id: "worth", title: LocalizedText(zh: "一名民警值多少", en: "What one more officer is worth"), blocks: blocks)
  }

  private var dependenceSection: Section {
    let measured =
      outcome.sensitivity.map {
        SensitivitySection($0, scenario, of: outcome).blocks
      } ?? []
    return Section(
      id: "dependence", title: LocalizedText(zh: "结论取决于什么", en: "What the answer rests on"),
      blocks: [
        .list(
          (hasWeights ? [Self.weights] : []) + [
            LocalizedText(
              zh: "预防效果由走访工时、排查概率和潜伏期推出；这些参数标记为假设（H），公告的降幅不能只由下沉工时解释。",
              en:
                "Prevention follows from visit hours, the probability of finding a hazard and its incubation; these are marked "
                + "as assumed (H), and the falls announced cannot be explained by the hours sent down alone."),
            unsearched
          ])
      ] + measured)
  }

  /// Whether the objective adds what no scale makes comparable.
  private var hasWeights: Bool {
    let indicators = outcome.goal.objective.map(\.indicator)
    return indicators.count > 1 || indicators.contains(.harmIndex) || indicators.contains(.weightedDelay)
  }

  private static let weights = LocalizedText(
    zh: "目标是各指标之和，其权重（如综合损失指数的权重、岗位延误的权重）是假设，不是测量值；权重变化，最优点随之移动。",
    en:
      "The objective is a sum of indicators whose weights (such as those of the harm index and of delay at "
      + "headquarters) are assumptions, not measurements; other weights move the best plan.")

  /// What was left as in the base.
  private var unsearched: LocalizedText {
    let levers = outcome.decisions.map(\.lever)
    let searched = Mechanism.allCases.count { levers.contains(.mechanism($0)) }
    let switches: LocalizedText? =
      searched == 0
      ? LocalizedText(zh: "机制开关", en: "switches")
      : searched < Mechanism.allCases.count ? LocalizedText(zh: "其余机制开关", en: "other switches") : nil
    let programs: LocalizedText? =
      scenario.programs.allSatisfy { levers.contains(.program($0.id)) }
      ? nil : LocalizedText(zh: "源头举措", en: "programs")
    let rules = [PlanLever.sourceRule, .destinationRule].filter { !levers.contains($0) }.map(\.name)
    let hasStreetShare =
      levers.contains(.streetShare) || !scenario.facilities.contains { $0.kind == .reserveSite }
    let street = hasStreetShare ? nil : PlanLever.streetShare.name
    let left =
      [street, switches, programs].compactMap(\.self) + rules
      + [LocalizedText(zh: "人员底线", en: "floors of departments")]
    return LocalizedText(
      zh: "其余条件取自方案“\(base.name.zh)”：\(left.map(\.zh).joined(separator: "、"))不在搜索之内。",
      en: "All else is as in “\(base.name.en)”; not searched: \(left.map(\.en).joined(separator: ", ")).")
  }

  private var methodSection: Section {
    let settings = outcome.settings
    let row = MethodSection.row
    let rows =
      [
        row("搜索变量", "What varied", decisions),
        outcome.goal.isMaximized
          ? row("目标（越大越好）", "Objective, made great", LocalizedText(outcome.goal.formula))
          : row("目标（越小越好）", "Objective, made small", LocalizedText(outcome.goal.formula))
      ] + outcome.goal.later.map { row("其次", "Then", LocalizedText(PlanGoal($0).formula)) } + [
        row(
          "方法", "Method",
          LocalizedText(
            zh: "公式求解（序列二次规划），贝叶斯搜索（高斯过程，以公式推算为先验均值），新重复上的 Kim–Nelson 比选，配对区间划定平台",
            en:
              "Sequential quadratic steps on formulas, Bayesian search (Gaussian process, with the formulas as prior mean), "
              + "Kim–Nelson selection on fresh replications, plateau by paired intervals"
          )),
        row("公式推算", "By formulas", forecast),
        row(
          "重复", "Replications",
          LocalizedText(
            zh:
              "搜索每方案 \(settings.replications) 次，复核每方案 \(settings.freshReplications) 至 \(settings.limit) 次，共 \(outcome.played) 次",
            en:
              "\(settings.replications) a plan in the search, \(settings.freshReplications) to \(settings.limit) fresh ones a "
              + "finalist, \(outcome.played) in all")),
        row(
          "正确选择的概率", "Probability of correct selection",
          outcome.isSelected
            ? LocalizedText(
              zh: "不低于 \(NumberText.percent(settings.confidence, decimals: 0))（差异至少为基线目标值的 "
                + "\(NumberText.percent(settings.indifference, decimals: 2)) 时）",
              en:
                "at least \(NumberText.percent(settings.confidence, decimals: 0)), for differences of at least "
                + "\(NumberText.percent(settings.indifference, decimals: 2)) of the baseline's objective")
            : outcome.best == nil
              ? LocalizedText(zh: "没有方案满足限制，未作比选", en: "no plan keeps the limits, so that none was selected")
              : LocalizedText(zh: "未达到：重复次数用完", en: "not reached: the replications ran out"))
      ]
    return MethodSection(scenario: scenario, scenarioHash: scenarioHash, provenance: provenance).section(rows)
  }

  /// What varied, and from where to where; of many only the first and the last.
  private var decisions: LocalizedText {
    let names = outcome.decisions.map { decision in
      let ends = [decision.range.lowerBound, decision.range.upperBound].map(NumberText.ratio)
      let among = decision.lever.choices.map { $0.map(\.id) } ?? ends
      return decision.lever.key + " " + among.joined(separator: decision.lever.choices == nil ? "–" : "/")
    }
    guard names.count > 4, let first = names.first, let last = names.last else {
      return LocalizedText(names.joined(separator: ", "))
    }
    let shares = outcome.decisions.count { !$0.isChoice }
    guard shares == names.count else {
      let list = names.joined(separator: ", ")
      return LocalizedText(
        zh: "\(shares) 个比例和 \(names.count - shares) 个选项：\(list)",
        en: "\(shares) \(shares == 1 ? "share" : "shares") and \(names.count - shares) choices: \(list)")
    }
    return LocalizedText(
      zh: "共 \(names.count) 个，自 \(first) 至 \(last)", en: "\(names.count) numbers, from \(first) to \(last)")
  }

  /// What the outlook expected of the plan that it thinks best, beside its simulation.
  private var forecast: LocalizedText {
    guard let analytic = outcome.analytic else {
      return LocalizedText(zh: "不涉及目标中的指标，未用", en: "not used, as they do not speak of the objective")
    }
    let objective = ObjectiveText(outcome.goal)
    func number(_ value: Double) -> LocalizedText {
      LocalizedText(objective.difference(value)) + objective.unitAfter
    }
    let expected = number(analytic.difference)
    guard let plan = outcome.plans.first(where: { $0.point == analytic.point }) else {
      return LocalizedText(
        zh: "推算的最优方案目标之差 \(expected.zh)", en: "objective of the best plan by formulas \(expected.en)")
    }
    let simulated = number(plan.difference.mean)
    return LocalizedText(
      zh: "推算的最优方案下沉 \(plan.sunk) 名，目标之差 \(expected.zh)；仿真为 \(simulated.zh)",
      en: "best plan by formulas: \(plan.sunk) officers, objective \(expected.en); simulated \(simulated.en)")
  }

  /// The answer in sentences: the best plan, its interval, its price, where the treatments of the study stand.
  public static func answer(_ outcome: PlanSearchOutcome, _ scenario: Scenario) -> [LocalizedText] {
    PlanSearchAnswer(outcome, scenario).sentences
  }
}

extension Change {
  init(_ change: PlanSearchOutcome.Change) {
    indicator = change.indicator
    (baseline, level) = (change.before, change.before + change.difference.mean)
    difference = change.difference.mean
    halfWidth = change.difference.halfWidth
    relative = RelativeChange.told(difference / change.before)
    relativeHalfWidth = relative.map { _ in change.difference.halfWidth / abs(change.before) }
    isSignificant = change.difference.lower > 0 || change.difference.upper < 0
  }
}
