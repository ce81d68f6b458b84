import DunjingDecision
import DunjingScenario

/// The blocks that measure on what the best plan depends.
struct SensitivitySection {
  private let outcome: SensitivityOutcome
  private let tables: SensitivityTables
  private let search: PlanSearchOutcome

  init(_ outcome: SensitivityOutcome, _ scenario: Scenario, of search: PlanSearchOutcome) {
    (self.outcome, self.search) = (outcome, search)
    tables = SensitivityTables(outcome, scenario, ObjectiveText(search.goal))
  }

  /// All blocks, in order.
  var blocks: [Block] {
    [
      .paragraph(SensitivityAnswer(outcome, of: search).sentence), .figure(figure),
      .caption(figureCaption)
    ]
      + [.heading(LocalizedText(zh: "逐个改变假设", en: "One assumption at a time")), .table(tables.oneAtATime)]
      + leftOut + joint + regret + confirmation
  }

  private var figure: Figure {
    Figure(
      label: LocalizedText(
        zh: "各假设取范围两端时的最优下沉数和所选方案的收益",
        en: "The best number of officers and the gain of the found plan at both ends of each assumption"),
      chart: TornadoChart(outcome), table: nil)
  }

  private var figureCaption: LocalizedText {
    LocalizedText(
      zh: "每次只改变一个假设，其余不变；收益为目标值比基线好多少，占基线目标值的百分比。各值由解析模型推算，不是仿真；"
        + "目标值在最优点附近很平，最优下沉数的小变动没有意义。范围取自 sources.csv，由人给定；没有给范围的数未变动。",
      en:
        "One assumption changes, all others stay. The gain is by how much the objective is better than that of the "
        + "baseline, in per cent of the latter. The numbers come from formulas, not from simulation; the objective is "
        + "flat about its best, so that small moves of the best number say nothing. Ranges are those that sources.csv "
        + "gives, by judgment; numbers without one were not varied.")
  }

  private var leftOut: [Block] {
    guard !outcome.leftOut.isEmpty else { return [] }
    let names = LocalizedText.list(outcome.leftOut.map(\.name))
    return [
      .caption(
        LocalizedText(
          zh: "未计入（取范围一端时场景不成立，或目标没有数值）：\(names.zh)。",
          en:
            "Left out, as the scenario is wrong at an end of the range, or the objective has no value there: \(names.en)."
        ))
    ]
  }

  private var joint: [Block] {
    var blocks: [Block] = []
    if let range = outcome.officerRange, let gains = outcome.gainRange {
      let low = NumberText.signedPercent(gains.lowerBound)
      let high = NumberText.signedPercent(gains.upperBound)
      blocks.append(
        .paragraph(
          LocalizedText(
            zh: "假设在各自范围内逐个或同时变动，已试算的取值中最优下沉数在 \(range.lowerBound) 至 \(range.upperBound) 名之间，"
              + "所选方案的收益在 \(low) 至 \(high) 之间（共 \(outcome.pointCount) 组取值）。",
            en:
              "With assumptions varied in their ranges, one by one and together, the best number of officers lies between "
              + "\(range.lowerBound) and \(range.upperBound) in the sets tried, and the gain of the found plan between \(low) and \(high) "
              + "(\(outcome.pointCount) sets of values).")))
    }
    blocks.insert(.heading(LocalizedText(zh: "同时改变假设", en: "All assumptions together")), at: 0)
    if let indices = tables.indices {
      blocks += [.table(indices), .caption(indexCaption)]
    }
    if let effects = tables.effects {
      blocks += [
        .table(effects),
        .caption(
          LocalizedText(
            zh: "Morris 筛选：μ* 为平均效应的大小（范围的一端到另一端），σ 大表示效应随其他假设而变。",
            en:
              "Morris's screening: μ* is the mean size of the effect from one end of the range to the other; a large σ "
              + "says that it changes with the other assumptions."))
      ]
    } else {
      blocks.append(.caption(outcome.settings.trajectories == 0 ? Self.tooMany : Self.noEffects))
    }
    return blocks
  }

  private static let tooMany = LocalizedText(
    zh: "本研究县区众多，未作筛选和 Sobol 指数（费时过长）。",
    en:
      "The study has many counties: screening and Sobol's indices were left out, as they would take too long."
  )

  private static let noEffects = LocalizedText(
    zh: "有的假设组合使场景不成立，未作筛选和 Sobol 指数。",
    en:
      "Some sets of assumptions make a wrong scenario together: there is no screening and there are no Sobol's indices."
  )

  private var indexCaption: LocalizedText {
    let level = NumberText.percent(outcome.settings.confidence, decimals: 0)
    return LocalizedText(
      zh: "Sobol 指数：方差中由该假设单独引起的份额，和含其与其他假设交互的份额；括号内为 \(level) 区间（自助法），灰色为无法与零区分。"
        + "假设视为独立，在范围内均匀分布；只计筛选出的最重要的几个。",
      en:
        "Sobol's indices: the share of the variance that the assumption causes alone, and with its interactions; in "
        + "parentheses the \(level) interval (bootstrap), gray where it cannot be told from none. Assumptions are taken as "
        + "independent and uniform on their ranges; only those that the screening puts first are varied.")
  }

  private var regret: [Block] {
    let heading = Block.heading(LocalizedText(zh: "后悔值：选错的代价", en: "Regret: the price of a wrong choice"))
    guard let table = tables.regrets else { return [] }
    return [
      heading, .table(table),
      .caption(
        LocalizedText(
          zh: "后悔值为该方案的目标值与同一组假设下最优方案之差，占基线目标值的百分比；在 \(outcome.settings.regretPoints) 组假设取值上求最大和平均。",
          en:
            "Regret is by how much the objective of the plan stays behind that of the best plan under the same assumptions, "
            + "in per cent of the baseline's; greatest and mean over \(outcome.settings.regretPoints) sets of assumptions."
        ))
    ]
  }

  private var confirmation: [Block] {
    guard let table = tables.confirmations else { return [] }
    let level = NumberText.percent(outcome.settings.confidence, decimals: 0)
    return [
      .heading(LocalizedText(zh: "用仿真核对", en: "Checked by simulation")), .table(table),
      .caption(
        LocalizedText(
          zh: "最强的假设取范围两端时，所选方案与基线的目标之差：仿真的配对差及其 \(level) 区间，与解析值并列。",
          en:
            "The strongest assumptions at both ends: the objective of the found plan less that of the baseline, as a paired "
            + "difference with its \(level) interval, beside what the outlook says."))
    ]
  }
}
