import DunjingCalibration
import DunjingScenario
import DunjingWorld

/// A page that sets simulated beside recorded response.
public struct BacktestPage: Sendable {
  private let test: Backtest
  private let result: BacktestResult

  /// Creates the page.
  public init(_ test: Backtest, _ result: BacktestResult) {
    (self.test, self.result) = (test, result)
  }

  /// What makes the answer doubtful, in sentences.
  public var warnings: [LocalizedText] { BacktestAnswer(test, result).warnings }

  /// What was found, in sentences.
  public var answer: [LocalizedText] { BacktestAnswer(test, result).sentences }

  /// The whole page in one language.
  public func html(in language: Language) -> String {
    PageWriter(language: language).page(front: front, sections: sections)
  }

  private var front: FrontMatter {
    let name = test.world.scenario.name
    let day = { (day: CalendarDay) in
      "\(day.year)-\(day.month < 10 ? "0" : "")\(day.month)-\(day.day < 10 ? "0" : "")\(day.day)"
    }
    let last = CalendarDay(daysSinceEpoch: test.firstDay.daysSinceEpoch + test.days - 1)
    var front = FrontMatter(
      title: LocalizedText(zh: "\(name.zh)：真实警情回放检验", en: "\(name.en): recorded incidents played again"),
      summary: LocalizedText(
        zh: "把记录在案的警情按原来的时间、地点和用时放进仿真，看仿真的到场时间与记录是否一致。",
        en:
          "Incidents on record are played with their own times, places and lengths of service, to see whether simulated units "
          + "arrive when the real ones did."))
    front.meta = [
      LocalizedText(zh: "\(day(test.firstDay)) 至 \(day(last))", en: "\(day(test.firstDay)) to \(day(last))"),
      LocalizedText(
        zh: "\(result.incidents) 起警情", en: EnglishCount.text(result.incidents, "incident", "incidents")),
      LocalizedText(
        zh: "\(result.replications) 次重复",
        en: EnglishCount.text(result.replications, "replication", "replications")),
      LocalizedText(zh: "种子 \(test.seed)", en: "seed \(test.seed)"),
      test.world.scenario.treatments[test.treatment].name
    ]
    return front
  }

  private var sections: [Section] {
    let sentences = answer
    var sections = [
      Section(
        id: "answer", title: LocalizedText(zh: "结论", en: "The answer"),
        blocks: warnings.map { .paragraph(LocalizedText(zh: "注意：", en: "Warning: ") + $0) }
          + [.answer(sentences[0])] + sentences.dropFirst().map(Block.paragraph))
    ]
    if !result.comparisons.isEmpty { sections.append(comparison) }
    return sections + [stations] + (test.leftOut.isEmpty ? [] : [leftOut]) + [method]
  }

  private static let distributionCaption = LocalizedText(
    zh: "在各分钟数之内的警情份额：仿真与记录", en: "Share of incidents within so many minutes, simulated and recorded")

  private var comparison: Section {
    var blocks: [Block] = [
      .caption(Self.distributionCaption),
      .figure(
        Figure(
          label: Self.distributionCaption, chart: BacktestChart(comparisons: result.comparisons), table: nil))
    ]
    blocks.append(.table(BacktestTables.comparisons(result)))
    if result.comparisons.contains(where: { $0.measure == .response }) {
      blocks.append(
        .figure(
          Figure(
            label: BacktestWords.hourTitle, chart: BacktestHourChart(hours: result.responseByHour), table: nil
          )))
    }
    return Section(
      id: "comparison", title: LocalizedText(zh: "仿真与记录", en: "Simulated and recorded"), blocks: blocks)
  }

  private var stations: Section {
    Section(
      id: "stations", title: LocalizedText(zh: "谁先到场", en: "Who came first"),
      blocks: [.table(BacktestTables.facilities(test, result))])
  }

  private var leftOut: Section {
    Section(
      id: "left-out", title: LocalizedText(zh: "没有回放的记录", en: "Records that were not played"),
      blocks: [.table(BacktestTables.leftOut(test))])
  }

  private var method: Section {
    Section(
      id: "method", title: LocalizedText(zh: "方法", en: "Method"),
      blocks: [
        .list([
          LocalizedText(
            zh: "警情的时间、位置、优先级和现场用时取自记录；记录没有的按其类别的分布抽取，各次重复只在这里不同。",
            en:
              "Times, positions, priorities and lengths of service are those on record; what is not on record is drawn as its "
              + "kind's, which is all in which replications differ."),
          LocalizedText(
            zh: "派警、路程和到场不取自记录：它们由研究的单元、值班、道路和派警规则得出，再与记录相比。",
            en:
              "Dispatch, travel and arrival are not taken from the records: they follow from the units, rosters, roads and rules of "
              + "the study, and are compared with what is on record."),
          LocalizedText(
            zh: "只知钟点的警情，在该小时内按文件顺序均匀分开；第一天零点所有单元空闲。",
            en:
              "Calls of which only the hour is known are spread evenly over it in the order of the file. All units are idle at the "
              + "first midnight."),
          BacktestWords.snap(test.snapMeters),
          LocalizedText(
            zh: "差是同一起警情的仿真减记录，区间为配对 t 区间（视各起警情相互独立，排队时略偏窄）；距离是两条分布曲线的最大差（Kolmogorov–Smirnov）。",
            en:
              "The difference is simulated less recorded for the same incident, with a paired t interval that takes incidents as "
              + "independent, and so is somewhat narrow where many wait at once; the distance is the greatest between the two distribution functions (Kolmogorov–Smirnov)."
          )
        ])
      ])
  }
}
