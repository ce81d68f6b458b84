import DunjingExperiment
import DunjingScenario
import DunjingSimulation

/// What two runs say of each other, in sentences.
struct CompareAnswer {
  private let runs: ComparedRuns

  init(_ runs: ComparedRuns) { self.runs = runs }

  /// Indicators that the answer speaks of, the most wanted first.
  static let key: [Indicator] = [
    .withinTarget, .responseMeanFromCall, .incidents, .incidentsOrder, .weightedDelay, .backlogEnd, .harmIndex
  ]

  /// The sentences, the answer first.
  var sentences: [LocalizedText] { head + rest }

  /// The verdict, and what differs in the inputs.
  var head: [LocalizedText] { [verdict, inputs] }

  /// What is not compared, what changes under each treatment, and what to beware of.
  var rest: [LocalizedText] {
    leftOut + runs.comparison.treatments.prefix(Self.most).compactMap(changes) + beyond + fewReplications
      + cautions
  }

  /// The most treatments that have a sentence of their own.
  private static let most = 8

  /// Where the treatments stand that have no sentence.
  private var beyond: [LocalizedText] {
    let count = runs.comparison.treatments.count - Self.most
    guard count > 0, !runs.told.isEmpty else { return [] }
    return [
      LocalizedText(
        zh: "另有 \(count) 个方案不在此一一列出，见页面中各方案的表（--out）。",
        en:
          "\(count) more \(count == 1 ? "treatment is" : "treatments are") not told here: see the tables of the page (--out)."
      )
    ]
  }

  private var verdict: LocalizedText {
    let (told, count) = (runs.told.count, runs.comparison.count)
    if runs.haveSameResults {
      return LocalizedText(
        zh: "两次运行的结果**完全相同**：所比的指标逐次重复无差别，无法区分（\(basis.zh)）。",
        en: "The results of the two runs are **the same**: no indicator differs in any replication; they are "
          + "not distinguishable (\(basis.en)).")
    }
    guard count > 0 else {
      return LocalizedText(
        zh: "重复太少，没有置信区间：两次运行有无差别**无法判断**。",
        en: "With so few replications there are no intervals: whether the runs differ **cannot be told**.")
    }
    guard told > 0 else {
      return LocalizedText(
        zh: "两次运行**无法区分**：\(count) 个差中，没有一个在合并考虑后显著（\(basis.zh)）。",
        en:
          "The runs are **not distinguishable**: of \(count) differences, none is significant, all taken together "
          + "(\(basis.en))."
      )
    }
    return LocalizedText(
      zh: "\(count) 个差中有 **\(told) 个显著**（合并考虑），其余无法区分（\(basis.zh)）。",
      en:
        "Of \(count) differences **\(told) \(told == 1 ? "is" : "are") significant**, all taken together; the others "
        + "are not distinguishable from none (\(basis.en)).")
  }

  /// On how many replications the verdict rests, and whether they are pairs.
  private var basis: LocalizedText {
    let basis = runs.comparison.basis
    let noun =
      basis.replicationsEach > 1
      ? LocalizedText(zh: "参数抽取", en: "draws of estimated numbers")
      : LocalizedText(zh: "重复", en: "replications")
    guard runs.comparison.method == .paired else {
      return LocalizedText(
        zh: "依据甲 \(basis.first) 次、乙 \(basis.second) 次\(noun.zh)，种子不同，不能配对",
        en: "\(basis.first) \(noun.en) of A and \(basis.second) of B, not paired, as the seeds differ")
    }
    return LocalizedText(
      zh: "依据 \(basis.first) 对\(noun.zh)",
      en: "\(basis.first) pair\(basis.first == 1 ? "" : "s") of \(noun.en)")
  }

  /// That so few replications do not show that the runs are alike.
  private var fewReplications: [LocalizedText] {
    let basis = runs.comparison.basis
    guard basis.isSmall, runs.comparison.count > 0, !runs.haveSameResults else { return [] }
    let least = RunComparison.Basis.few * basis.replicationsEach
    return [
      LocalizedText(
        zh: "**重复太少**，不能据此断定两次运行没有差别：每次运行请至少重复 \(least) 次。",
        en:
          "Replications are **too few** to conclude that the runs are alike: play at least \(least) in each.")
    ]
  }

  /// The treatments that only one run has.
  private var leftOut: [LocalizedText] {
    let sides = [(runs.onlyInFirst, CompareInputs.a), (runs.onlyInSecond, CompareInputs.b)]
      .filter { !$0.0.isEmpty }
    guard !sides.isEmpty else { return [] }
    let zh = sides.map { "\($1.zh)的 \($0.listed.zh)" }.joined(separator: "；")
    let en = sides.map { "\($0.listed.en) of \($1.en)" }.joined(separator: "; ")
    return [
      LocalizedText(
        zh: "**未作比较**的方案，因为只有一次运行有：\(zh)。不同 id 的方案用 --pair 比较。",
        en:
          "**Not compared**, as only one run has them: \(en). Treatments of different ids are compared with --pair."
      )
    ]
  }

  /// What makes numbers of the two runs hard to compare.
  private var cautions: [LocalizedText] {
    let (a, b) = (runs.firstResult, runs.secondResult)
    let horizon =
      a.horizonDays == b.horizonDays
      ? nil
      : LocalizedText(
        zh: "**测量天数不同**（\(a.horizonDays) 与 \(b.horizonDays)）：期末积压等与时长有关的指标不可比。",
        en:
          "**The measured days differ** (\(a.horizonDays) and \(b.horizonDays)): what depends on them, such as the backlog at "
          + "the end, cannot be compared.")
    let growing =
      (a.warnings + b.warnings).isEmpty
      ? nil
      : LocalizedText(
        zh: "两次运行各自的报告中有须注意之处（如越积越多的工作），引用前请先看。",
        en:
          "The reports of the runs have warnings, such as of backlogs that keep growing: read them before quoting."
      )
    return [horizon, growing].compactMap { $0 }
  }

  private var inputs: LocalizedText {
    let parts = CompareInputs(runs).differing
    guard !parts.isEmpty else {
      return LocalizedText(
        zh: "两次运行的输入相同：场景、种子、重复次数、方案和程序都一样。",
        en: "The two inputs are identical: study, seed, replications, treatments and program are the same.")
    }
    let list = LocalizedText.list(parts)
    return LocalizedText(zh: "输入的不同之处：\(list.zh)。", en: "Their inputs differ in \(list.en).")
  }

  /// What changes under a treatment: key indicators told from none; that none does.
  private func changes(_ treatment: RunComparison.Treatment) -> LocalizedText? {
    guard !runs.told.isEmpty else { return nil }
    let name = CompareTables.name(of: treatment)
    let clauses = Self.key.compactMap { indicator in
      treatment.differences.first { $0.indicator == indicator && $0.verdict == .different }.map(clause)
    }
    guard !clauses.isEmpty else {
      return LocalizedText(
        zh: "“\(name.zh)”：主要指标均无法区分。", en: "“\(name.en)”: no key indicator is distinguishable.")
    }
    return LocalizedText(
      zh: "“\(name.zh)”：\(clauses.map(\.zh).joined(separator: "；"))。",
      en: "“\(name.en)”: \(clauses.map(\.en).joined(separator: "; ")).")
  }

  private func clause(_ difference: RunComparison.Difference) -> LocalizedText {
    let indicator = difference.indicator
    let around = max(abs(difference.first), abs(difference.second))
    let text = indicator.bareDifference(difference.difference, around: around)
    let half = difference.halfWidth.map { " ± " + indicator.bareHalfWidth($0, around: around) } ?? ""
    let unit = indicator.changeUnit
    return LocalizedText(
      zh: "\(indicator.name.zh) \(text)\(half)\(unit.isEmpty ? "" : " ")\(unit.zh)",
      en: "\(indicator.name.en) \(text)\(half)\(unit.isEmpty ? "" : " ")\(unit.en)")
  }
}
