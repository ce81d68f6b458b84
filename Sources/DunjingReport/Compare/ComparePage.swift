import DunjingExperiment
import DunjingScenario

/// A page about two runs: what they were asked for, and how their results differ, with intervals.
public struct ComparePage: Sendable {
  private let runs: ComparedRuns

  /// Creates the page.
  public init(_ runs: ComparedRuns) {
    self.runs = runs
  }

  /// What was found, in sentences.
  public var answer: [LocalizedText] { CompareAnswer(runs).sentences }

  /// Of the answer what comes first: the verdict, and what differs in the inputs.
  public var verdict: [LocalizedText] { CompareAnswer(runs).head }

  /// The rest of the answer: what is not compared, what changes under each treatment, and what to beware of.
  public var changes: [LocalizedText] { CompareAnswer(runs).rest }

  /// The whole page in one language.
  public func html(in language: Language) -> String {
    PageWriter(language: language).page(front: front, sections: sections)
  }

  /// The page as a Markdown summary.
  public func markdown(in language: Language) -> String {
    MarkdownWriter(language: language).text(front: front, sections: sections)
  }

  private var front: FrontMatter {
    let names = [runs.firstResult.name, runs.secondResult.name]
    let title =
      names[0] == names[1]
      ? LocalizedText(zh: "\(names[0].zh)：两次运行的对比", en: "\(names[0].en): two runs compared")
      : LocalizedText(
        zh: "\(names[0].zh)与\(names[1].zh)的对比", en: "\(names[0].en) and \(names[1].en) compared")
    var front = FrontMatter(
      title: title,
      summary: LocalizedText(
        zh: "甲为 \(runs.first.name)，乙为 \(runs.second.name)；差均为乙减甲。",
        en: "A is \(runs.first.name), B is \(runs.second.name); differences are B minus A."))
    front.meta = [
      LocalizedText(
        zh: "甲：种子 \(runs.firstResult.seed)，\(runs.firstResult.replications) 次重复",
        en: "A: seed \(runs.firstResult.seed), \(runs.firstResult.replications) replications"),
      LocalizedText(
        zh: "乙：种子 \(runs.secondResult.seed)，\(runs.secondResult.replications) 次重复",
        en: "B: seed \(runs.secondResult.seed), \(runs.secondResult.replications) replications"),
      runs.comparison.method == .paired
        ? LocalizedText(zh: "逐次重复配对", en: "paired by replication")
        : LocalizedText(zh: "独立样本（Welch）", en: "independent samples (Welch)")
    ]
    return front
  }

  private var sections: [Section] {
    let sentences = answer
    let answerSection = Section(
      id: "answer", title: LocalizedText(zh: "结论", en: "The answer"),
      blocks: [.answer(sentences[0])] + sentences.dropFirst().map(Block.paragraph))
    return [answerSection, CompareInputs(runs).section] + CompareTables(runs).sections + [method]
  }

  private var method: Section {
    let level = NumberText.percent(runs.comparison.confidence, decimals: 0)
    let pairing =
      runs.comparison.method == .paired
      ? LocalizedText(
        zh: "两次运行的种子相同：第 r 次重复使用相同的随机数流，两次运行都有的重复逐次配对后用 t 区间；两者共有的波动因此抵消。",
        en:
          "Both runs have the same seed: replication r of both draws from the same streams. Of the replications that both have, the "
          + "intervals are by the paired t method, in which what the runs share cancels out.")
      : LocalizedText(
        zh: "两次运行的种子不同，按独立样本处理：Welch 区间，允许两边方差不等。种子相同的两次运行可以配对，区间窄得多。",
        en:
          "The seeds differ, so the runs are independent samples: Welch's intervals, which allow two "
          + "variances. Runs of one seed could be paired, with much narrower intervals."
      )
    return Section(
      id: "method", title: LocalizedText(zh: "如何比较", en: "How it is compared"),
      blocks: [
        .list([
          pairing,
          LocalizedText(
            zh: "每个 \(level) 区间单独成立。“不同”一列对全部 \(runs.comparison.count) 个差同时成立（Holm）：出现任何误判的概率至多 "
              + "\(NumberText.percent(1 - runs.comparison.confidence, decimals: 0))。",
            en:
              "Each \(level) interval holds by itself. “different” holds for all \(runs.comparison.count) differences "
              + "together (Holm): the chance that any of them is wrongly called different is at most "
              + "\(NumberText.percent(1 - runs.comparison.confidence, decimals: 0))."),
          LocalizedText(
            zh: "“无法区分”是说在这些重复次数下看不出差别，不是说相等；区间给出差别可能有多大。",
            en:
              "“not distinguishable” says that so many replications show no difference, not that there is none; the "
              + "interval says how large it may be."),
          LocalizedText(
            zh: "在任一次运行中没有稳态的指标（待派警情持续增长）不作比较。",
            en:
              "An indicator without a steady value in a run, as incidents waiting grow without bound, is left out."
          )
        ])
      ])
  }
}
