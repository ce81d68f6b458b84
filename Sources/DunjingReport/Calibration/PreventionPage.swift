import DunjingCalibration
import DunjingQueueing
import DunjingScenario

/// A page about which hazards and visits make known falls come out: the answer, the analytic picture, what can be reached,
/// the set that fits, and what it rests on.
public struct PreventionPage: Sendable {
  private let outcome: PreventionOutcome
  private let scenario: Scenario
  private let scenarioHash: String
  private let provenance: Provenance
  private var tables: PreventionTables { PreventionTables(outcome) }

  /// Creates the page.
  /// - Parameters:
  ///   - outcome: what the calibration found.
  ///   - scenario: the study as its files say.
  ///   - scenarioHash: the hash of the bundle.
  ///   - provenance: the build and the settings that made it, which are printed.
  public init(
    _ outcome: PreventionOutcome, scenario: Scenario, scenarioHash: String, provenance: Provenance
  ) {
    (self.outcome, self.scenario) = (outcome, scenario)
    (self.scenarioHash, self.provenance) = (scenarioHash, provenance)
  }

  /// What was found, in sentences with their conditions; the first is the answer. Emphasis stands between `**`.
  public var answer: [LocalizedText] { PreventionAnswer(outcome).sentences }

  /// The whole page in one language.
  public func html(in language: Language) -> String {
    let front = FrontMatter(
      title: LocalizedText(zh: "\(scenario.name.zh)：预防校准", en: "\(scenario.name.en): calibrating prevention"),
      summary: LocalizedText(
        zh: "已知降幅能由哪些取值解释，哪些降幅没有找到能解释的取值。用解析公式推算，不是仿真，也不是因果证据。",
        en:
          "Which values explain known falls, and for which falls none was found. By formulas, not by simulation, and no "
          + "evidence of causes."))
    return PageWriter(language: language).page(
      front: front, sections: [answerSection, theorySection, reachSection, fitSection, methodSection])
  }

  private var answerSection: Section {
    let sentences = answer
    return Section(
      id: "answer", title: LocalizedText(zh: "结论", en: "The answer"),
      blocks: [.answer(sentences[0]), .list(Array(sentences[1...]))])
  }

  private var theorySection: Section {
    let figure = Figure(
      label: LocalizedText(
        zh: "不同隐患份额下，降幅随有效走访的变化及其上限",
        en: "The fall against effective visits for several shares that grow from hazards, with its bounds"),
      chart: PreventionFallChart(outcome), table: nil)
    let caption = LocalizedText(
      zh: "延迟时间模型：隐患在被发现前升级的比例为 (1 + x/k)⁻ᵏ，x = v·p·q·τ（每日走访 × 发现概率 × 化解概率 × 平均潜伏期），k 为潜伏期形状；"
        + "某类警情的降幅为 s(1 − E(x(1+g))/E(x))，小于 s(1 − (1+g)⁻ᵏ)。横轴按 x/(1+x) 展开。",
      en:
        "The delay-time model: of hazards, (1 + x/k)⁻ᵏ escalate before they are found and closed, with x = v·p·q·τ: visits a day, "
        + "chance to find, chance to close, mean incubation; k is the shape of incubation. A kind falls by s(1 − E(x(1+g))/E(x)), "
        + "less than s(1 − (1+g)⁻ᵏ). The horizontal axis is drawn as x/(1+x).")
    let blocks = outcome.subjects.indices.flatMap { index -> [Block] in
      [.heading(theoryHeading(index)), .table(tables.analytic(index))]
    }
    return Section(
      id: "theory", title: LocalizedText(zh: "公式：走访能做到什么", en: "By theory: what visits can do"),
      blocks: [.figure(figure), .caption(caption)] + blocks + [.caption(theoryNote)])
  }

  private func theoryHeading(_ index: Int) -> LocalizedText {
    let range = outcome.settings.attribution
    let target = outcome.subjects[index].target.fall
    let ends = [range.lowerBound, range.upperBound].map { NumberText.percent($0 * target) }
    let text = range.lowerBound == range.upperBound ? ends[0] : ends.joined(separator: "–")
    let kind = outcome.subjects[index].kind
    return LocalizedText(
      zh: "\(kind.zh)：降幅为 \(text) 时所需的走访 x", en: "\(kind.en): the visits x at which the fall is \(text)")
  }

  private var theoryNote: LocalizedText {
    let points = NumberText.fixed(outcome.settings.tolerance * 100, decimals: 1)
    let detections = outcome.subjects.map { subject -> LocalizedText in
      LocalizedText(
        zh:
          "\(subject.hazard.zh) p = \(NumberText.fixed(subject.detection, decimals: 2))，q = \(NumberText.fixed(subject.closure, decimals: 2))，τ = \(NumberText.fixed(subject.incubation.mean, decimals: 0)) 天",
        en:
          "\(subject.hazard.en) p = \(NumberText.fixed(subject.detection, decimals: 2)), q = \(NumberText.fixed(subject.closure, decimals: 2)), τ = \(NumberText.fixed(subject.incubation.mean, decimals: 0)) d"
      )
    }
    return LocalizedText(
      zh: "容差 ±\(points) 个百分点；“无”表示任何走访次数都不行，括号旁为上限。研究取值：" + detections.map(\.zh).joined(separator: "；")
        + "。走访 x 加倍，可由走访、排查、化解或潜伏期中任一项加倍得到（概率不超过 1）。",
      en:
        "Within ±\(points) percentage points; “none” says that no number of visits does it; beside it stands the bound. The study has: "
        + detections.map(\.en).joined(separator: "; ")
        + ". Twice the visits x may be twice as many visits, twice the chance to find or to close (never above 1), or twice the incubation."
    )
  }

  private var reachSection: Section {
    let figure = Figure(
      label: LocalizedText(
        zh: "按归因份额应有的降幅，与能达到的最大降幅",
        en: "The fall to be explained by attribution share, and the largest that can be reached"),
      chart: PreventionReachChart(outcome), table: nil)
    return Section(
      id: "reach", title: LocalizedText(zh: "最多能解释多少", en: "How much can be explained"),
      blocks: [
        .figure(figure),
        .caption(
          LocalizedText(
            zh: "圆点为各水平线所能解释的归因份额；灰带为容差。",
            en: "Dots mark the attribution share that each level explains; the gray band is the tolerance. ")
            + source)
      ] + outcome.subjects.indices.flatMap(reachBlocks))
  }

  /// Where the largest falls come from.
  private var source: LocalizedText {
    outcome.settings.isSearching
      ? LocalizedText(
        zh: "最大值由搜索得到，不只是抽样；真正的最大值不会更小。",
        en: "Largest falls are found by search, not only by sampling; the true ones are not smaller.")
      : LocalizedText(
        zh: "最大值只取自已试算的取值，未作搜索；真正的最大值不会更小。",
        en: "Largest falls are those of the values tried, without a search; the true ones are not smaller.")
  }

  private func reachBlocks(_ index: Int) -> [Block] {
    let kind = outcome.subjects[index].kind
    let limit = NumberText.percent(outcome.settings.mediationLimit, decimals: 0)
    return [
      .heading(
        LocalizedText(
          zh: "\(kind.zh)：工时与机制能解释多少", en: "\(kind.en): what hours and mechanisms explain")),
      .table(tables.bundles(index)),
      .caption(
        LocalizedText(
          zh: "括号内为占目标降幅的比例；s、k 不变指隐患份额与潜伏期形状如研究所设。“化解不缺工时”指基线下化解用时不超过其上限的 \(limit)。",
          en:
            "In parentheses the part of the target. Mediation has time where it uses at most \(limit) of its room under the "
            + "baseline.")),
      .heading(
        LocalizedText(
          zh: "\(kind.zh)：仅凭工时的最大降幅在何处", en: "\(kind.en): where the largest falls of the hours alone lie")),
      .table(tables.reach(index))
    ]
  }

  private var fitSection: Section {
    let asked = outcome.settings.attribution
    let isEmpty = outcome.fitting(asked).isEmpty
    let largest = outcome.largestAttribution()
    let shown = isEmpty ? largest.map { $0...$0 } ?? asked : asked
    let fits = outcome.fitting(shown)
    let text = { (range: ClosedRange<Double>) in
      range.lowerBound == range.upperBound
        ? NumberText.percent(range.lowerBound, decimals: 0)
        : NumberText.percent(range.lowerBound, decimals: 0) + "–"
          + NumberText.percent(range.upperBound, decimals: 0)
    }
    let note =
      isEmpty
      ? LocalizedText(
        zh: "归因份额 \(text(asked)) 没有任何取值相符；以下为能同时相符的最大归因份额 \(text(shown))。",
        en:
          "Nothing fits an attribution of \(text(asked)); what follows is for the largest one that anything fits, \(text(shown))."
      )
      : LocalizedText(zh: "归因份额 \(text(shown))。", en: "For an attribution of \(text(shown)).")
    let figure = Figure(
      label: LocalizedText(zh: "有效走访与隐患份额平面上的相符区域", en: "Where values fit, by effective visits and share"),
      chart: PreventionFitChart(outcome, attribution: shown), table: nil)
    var blocks: [Block] = [
      .caption(note), .figure(figure),
      .caption(
        LocalizedText(
          zh: "每点一组取值（最多画 1500 组），颜色为单个目标被解释的比例，空心为化解缺工时的取值；公式区域按研究中的 g 和 k 绘制、化解不耗时，其他取值会越出。",
          en:
            "Each point is a set of values (1500 at most are drawn), shaded by the part of that target it explains; hollow ones fit only as "
            + "mediation is short of hours. The region by theory is for the gain and shape of the study and mediation that takes no "
            + "time; other sets leave it.")),
      .heading(LocalizedText(zh: "各归因份额下的相符集合", en: "What fits each attribution share")),
      .table(tables.attributions),
      .heading(LocalizedText(zh: "相符的取值范围", en: "The values that fit")), .table(tables.ranges(of: fits))
    ]
    if let chart = PreventionPairChart(outcome, fits) {
      blocks += [
        .figure(
          Figure(
            label: LocalizedText(zh: "相符的取值，两两成图", en: "The values that fit, two parameters at a time"),
            chart: chart,
            table: nil)),
        .caption(
          LocalizedText(
            zh: "最受限的参数两两成图，坐标为可信范围：空白处没有相符的取值。",
            en:
              "The parameters that fitting narrows most, each over its plausible range: nothing fits where a panel is empty."
          ))
      ]
    }
    return Section(id: "fit", title: LocalizedText(zh: "相符的集合", en: "The set that fits"), blocks: blocks)
  }

  private var methodSection: Section {
    let row = MethodSection.row
    let settings = outcome.settings
    let stated = outcome.parameters.filter(\.isStated).count
    let rows = [
      row("方案", "Plan", outcome.treatment.name),
      row(
        "目标", "Targets",
        LocalizedText.list(
          outcome.subjects.map {
            LocalizedText(
              zh: "\($0.kind.zh) −\(NumberText.percent($0.target.fall))",
              en: "\($0.kind.en) −\(NumberText.percent($0.target.fall))")
          })),
      row(
        "取值", "Sets of values",
        LocalizedText(
          zh: "Sobol 序列 \(settings.samples) 组，种子 \(settings.seed)；\(outcome.leftOut) 组不成立",
          en:
            "\(settings.samples) of Sobol's sequence, seed \(settings.seed); \(outcome.leftOut) are no study")
      ),
      row(
        "参数", "Parameters",
        LocalizedText(
          zh:
            "\(outcome.parameters.count) 个，其中 \(stated) 个的范围取自 sources.csv，其余为一般范围；视为独立、均匀。同一行的 * 使各隐患类别一起变动",
          en:
            "\(outcome.parameters.count), \(stated) with a range of sources.csv and the others with a usual one; independent and uniform. "
            + "A row with * moves all kinds of hazards together")),
      row(
        "警情总数", "Number of incidents",
        LocalizedText(
          zh: "保持研究中的基线数量：隐患份额改变时，其余警情补足",
          en: "that of the baseline stays: the rest makes up for another share of hazards")),
      row(
        "不可信度", "Implausibility",
        LocalizedText(
          zh: "各目标偏差的最大值，以容差的三分之一为单位，不超过 3 为相符（Craig 等 1997；Vernon 等 2010）",
          en:
            "the largest departure in thirds of the tolerance; 3 at most fits (Craig et al. 1997; Vernon et al. 2010)"
        ))
    ]
    return MethodSection(scenario: scenario, scenarioHash: scenarioHash, provenance: provenance).section(rows)
  }
}
