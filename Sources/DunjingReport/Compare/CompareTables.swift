import DunjingExperiment
import DunjingScenario
import DunjingSimulation

/// The differences of two runs, treatment by treatment.
struct CompareTables {
  private let runs: ComparedRuns

  init(_ runs: ComparedRuns) { self.runs = runs }

  /// A section for each treatment: a chart of the key indicators, and the table of all.
  var sections: [Section] {
    runs.comparison.treatments.enumerated().map { number, treatment in
      let chart = CompareChart(differences(of: treatment).filter { RelativeChange.told($0.relative) != nil })
      let caption = LocalizedText(
        zh: "主要指标之差占甲的百分比，横线为区间；实心为显著，空心为无法区分或只是迹象。",
        en:
          "Differences of key indicators in per cent of A; lines are intervals. Filled: significant; hollow: a hint, or "
          + "not distinguishable.")
      let blocks: [Block] =
        (chart.isEmpty
          ? []
          : [
            .caption(caption),
            .figure(
              Figure(
                label: LocalizedText(
                  zh: "主要指标的相对差及区间", en: "Relative differences of key indicators with intervals"),
                chart: chart, table: nil))
          ]) + [.caption(tableCaption), .table(table(treatment))]
      return Section(id: "treatment-\(number + 1)", title: Self.name(of: treatment), blocks: blocks)
    }
  }

  /// What a pair of treatments is called.
  static func name(of treatment: RunComparison.Treatment) -> LocalizedText {
    let (first, second) = (treatment.first.name, treatment.second.name)
    guard first != second else { return first }
    return LocalizedText(zh: "\(first.zh) → \(second.zh)", en: "\(first.en) → \(second.en)")
  }

  private func differences(of treatment: RunComparison.Treatment) -> [RunComparison.Difference] {
    CompareAnswer.key.compactMap { indicator in
      treatment.differences.first { $0.indicator == indicator }
    }
  }

  private var tableCaption: LocalizedText {
    let level = NumberText.percent(runs.comparison.confidence, decimals: 0)
    return LocalizedText(
      zh: "差为乙减甲，± 为单独的 \(level) 区间半宽；比率的差以百分点计。",
      en:
        "Differences are B minus A; ± is the half width of the \(level) interval by itself; those of shares are in percentage points."
    )
  }

  private func table(_ treatment: RunComparison.Treatment) -> DataTable {
    var rows: [DataTable.Row] = []
    for channel in Channel.allCases {
      let differences = treatment.differences.filter { $0.indicator.channel == channel }
      guard !differences.isEmpty else { continue }
      rows.append(DataTable.Row(head: channel.label, cells: [], tone: .group))
      rows += differences.map(row)
    }
    return DataTable(
      heads: [
        LocalizedText(zh: "指标", en: "Indicator"), CompareInputs.a, CompareInputs.b,
        LocalizedText(zh: "差", en: "Difference"), LocalizedText(zh: "相对", en: "Relative"),
        LocalizedText(zh: "判断", en: "Verdict")
      ], rows: rows, layout: .compact)
  }

  private func row(_ difference: RunComparison.Difference) -> DataTable.Row {
    let indicator = difference.indicator
    let around = max(abs(difference.first), abs(difference.second))
    let isTold = difference.verdict == .different
    let unit = indicator.unit == .share ? LocalizedText("") : indicator.levelUnit
    let change = indicator.bareChange(
      difference.difference, halfWidth: difference.halfWidth, around: around, isTold: isTold)
    return DataTable.Row(
      head: unit.isEmpty
        ? indicator.name.capitalized
        : LocalizedText(
          zh: "\(indicator.name.zh)（\(unit.zh)）", en: "\(indicator.name.capitalized.en) (\(unit.en))"),
      cells: [
        DataTable.Cell(indicator.bareLevel(difference.first, around: around)),
        DataTable.Cell(indicator.bareLevel(difference.second, around: around)),
        DataTable.Cell(change.difference, note: change.halfWidth.map { "± " + $0 }, isGray: !isTold),
        RelativeChange.told(difference.relative).map {
          DataTable.Cell(NumberText.signedPercent($0), isGray: !isTold)
        } ?? .missing,
        DataTable.Cell(Self.words(difference), isGray: !isTold, isText: true)
      ], tone: isTold ? .plateau : .plain)
  }

  /// A verdict in words.
  static func words(_ difference: RunComparison.Difference) -> LocalizedText {
    switch difference.verdict {
    case .different: LocalizedText(zh: "不同", en: "different")
    case .hint: LocalizedText(zh: "迹象，可能出于偶然", en: "a hint, may be chance")
    case .notDistinguishable: LocalizedText(zh: "无法区分", en: "not distinguishable")
    case .unknown: LocalizedText(zh: "重复太少", en: "too few replications")
    }
  }
}
