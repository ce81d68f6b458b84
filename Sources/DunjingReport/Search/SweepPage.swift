import DunjingDecision
import DunjingScenario
import DunjingSimulation
import DunjingStatistics

/// A page about a sweep: what the keys change, in charts and tables, response surfaces, and what it rests on.
public struct SweepPage: Sendable {
  private let outcome: SweepOutcome
  private let scenario: Scenario
  private let scenarioHash: String
  private let provenance: Provenance

  /// Creates the page.
  /// - Parameters:
  ///   - outcome: what the sweep found.
  ///   - scenario: the study as its files say.
  ///   - scenarioHash: the hash of the bundle.
  ///   - provenance: the build and the settings that made it, which are printed.
  public init(_ outcome: SweepOutcome, scenario: Scenario, scenarioHash: String, provenance: Provenance) {
    (self.outcome, self.scenario) = (outcome, scenario)
    (self.scenarioHash, self.provenance) = (scenarioHash, provenance)
  }

  /// What was found, in sentences; the first says what was played.
  public var answer: [LocalizedText] { SweepAnswer(outcome, scenario).sentences }

  /// The whole page in one language.
  public func html(in language: Language) -> String {
    let front = FrontMatter(
      title: LocalizedText(zh: "\(scenario.name.zh)：参数扫描", en: "\(scenario.name.en): a sweep"),
      summary: LocalizedText(
        zh: "同一研究在不同参数取值下的仿真结果，不是对真实地区的预测。",
        en: "The same study with other values of its keys, by simulation; not a forecast about a real place.")
    )
    let sections = [answerSection, chartSection] + [surfaceSection].compactMap(\.self) + [methodSection]
    return PageWriter(language: language).page(front: front, sections: sections)
  }

  private var answerSection: Section {
    let sentences = answer
    return Section(
      id: "answer", title: LocalizedText(zh: "结论", en: "The answer"),
      blocks: [.answer(sentences[0])] + (sentences.count > 1 ? [.list(Array(sentences[1...]))] : []))
  }

  private var chartSection: Section {
    let level = NumberText.percent(outcome.confidence, decimals: 0)
    let caption = LocalizedText(
      zh: "均值及其 \(level) 区间（各点单独成立）；与基线之差为同一组取值下的配对差。",
      en:
        "Means with \(level) intervals, each by itself; differences to the baseline are paired, at the same values."
    )
    let blocks = SweepSeries.all(outcome, scenario).flatMap { series -> [Block] in
      [.heading(series.subject.capitalized)] + charts(of: series)
    }
    return Section(
      id: "results", title: LocalizedText(zh: "参数改变什么", en: "What the keys change"),
      blocks: [.caption(caption)] + blocks)
  }

  private func charts(of series: SweepSeries) -> [Block] {
    let tables = SweepPageTables(outcome)
    let design = outcome.design
    if design.factors.count == 1 {
      return [
        .figure(
          Figure(label: series.subject, chart: SweepPanelChart(series), table: tables.points(of: series)))
      ]
    }
    return outcome.indicators.flatMap { indicator -> [Block] in
      let unit = series.unit(indicator)
      let title = LocalizedText(
        zh: indicator.name.zh + (unit.isEmpty ? "" : "（\(unit.zh)）"),
        en: indicator.name.capitalized.en + (unit.isEmpty ? "" : ", \(unit.en)"))
      let isHeat = design.kind == .grid && design.factors.count == 2 && design.factors[1].values.count <= 14
      let chart: any Chart =
        isHeat ? SweepHeatChart(series, indicator) : SweepPanelChart(series, indicator)
      return (isHeat ? [.caption(title.strong)] : []) + [
        .figure(Figure(label: title, chart: chart, table: tables.points(of: series, indicator)))
      ]
    }
  }

  private var surfaceSection: Section? {
    guard !outcome.surfaces.isEmpty else { return nil }
    let tables = SweepPageTables(outcome)
    let caption = LocalizedText(
      zh: "各键编码为 −1（最小取值）到 1（最大取值）。系数为最小二乘；因各点使用相同随机数，标准误（±）由各次重复的系数得出；"
        + "失拟检验以重复为区组，p 小表示多项式不足以描述结果。灰色系数无法与零区分（5%）。",
      en:
        "Keys are coded from −1, the least value, to 1, the greatest. Least squares; as all points have the same random "
        + "numbers, standard errors (±) come from the coefficients of each replication. The test of fit has replications as "
        + "blocks; a small p says that the polynomial misses the points. Gray coefficients cannot be told from zero (5%)."
    )
    let names = outcome.design.factors.enumerated().map {
      LocalizedText(zh: "x\($0 + 1) 为 \($1.key)", en: "x\($0 + 1) is \($1.key)")
    }
    let legend = LocalizedText(
      zh: names.map(\.zh).joined(separator: "；") + "。", en: names.map(\.en).joined(separator: "; ") + ".")
    let blocks = SweepPageTables.subjects(outcome).flatMap { subject -> [Block] in
      let series = SweepSeries(outcome: outcome, scenario: scenario, treatment: subject)
      return [.heading(series.subject.capitalized), .table(tables.surfaces(of: subject))]
    }
    return Section(
      id: "surface", title: LocalizedText(zh: "响应面", en: "Response surfaces"),
      blocks: [.caption(caption), .caption(legend)] + blocks)
  }

  private var methodSection: Section {
    let row = MethodSection.row
    let isGrid = outcome.design.kind == .grid
    let factors = outcome.design.factors.map { factor in
      factor.key + " = "
        + (isGrid ? factor.values.joined(separator: ", ") : factor.values.joined(separator: " – "))
    }
    let names = ([nil] + outcome.treatments.map(Optional.some)).map {
      SweepSeries(outcome: outcome, scenario: scenario, treatment: $0).name
    }
    let rows = [
      row("参数取值", "Values", LocalizedText(factors.joined(separator: "; "))),
      row(
        "设计", "Design",
        isGrid
          ? LocalizedText(
            zh: "网格，\(outcome.design.points.count) 点", en: "grid, \(outcome.design.points.count) points")
          : LocalizedText(
            zh: "拉丁超立方，\(outcome.design.points.count) 点",
            en: "Latin hypercube, \(outcome.design.points.count) points")),
      row("方案", "Treatments", LocalizedText.list(names)),
      row(
        "预热", "Warm-up",
        outcome.sharesWarmUp
          ? LocalizedText(
            zh: "各点共用（只有下沉方案不同）", en: "the same for all points, which differ in treatments only")
          : LocalizedText(zh: "各点各自编译和预热", en: "each point is compiled and warmed up by itself")),
      row("每方案重复次数", "Replications of each treatment", LocalizedText("\(outcome.replications)"))
    ]
    return MethodSection(scenario: scenario, scenarioHash: scenarioHash, provenance: provenance).section(rows)
  }
}
