import DunjingExperiment
import DunjingScenario

/// How busy the units of each group are, and how evenly the work is shared among them.
enum WorkloadTable {
  /// Heading, chart and table; empty without units on duty.
  static func blocks(_ findings: Findings) -> [Block] {
    guard let shown = findings.shown ?? findings.baseline, !shown.workloads.isEmpty else { return [] }
    let isSame = shown.id == findings.result.baseline
    let before = isSame ? [] : findings.baseline?.workloads ?? []
    let label = findings.label(of: shown)
    let figure = Figure(
      label: LocalizedText(zh: "各类单元的占用率", en: "Utilization of the units of each group"),
      chart: WorkloadChart(
        groups: shown.workloads.map { own in
          WorkloadChart.Group(own: own, before: before.first { $0.id == own.id })
        }, shown: label, isBest: shown.id == findings.best?.id), table: nil)
    return [
      .heading(LocalizedText(zh: "单元忙闲是否均衡", en: "How evenly the work is shared")),
      .caption(.sentences([caption, added(shown.workloads, before)])),
      .figure(figure),
      .table(table(shown.workloads, before, label: label))
    ]
  }

  private static let caption = LocalizedText(
    zh: "占用率为处警（含路途和文书）时间占在岗时间的比例，每个单元取各次重复的平均；盒子为中间一半的单元，竖线为中位数，两端细线到最闲和最忙的单元为止。",
    en:
      "Utilization is time on incidents, travel and paperwork included, as a share of time on duty; each unit counts with its "
      + "mean. The box holds the middle half of the units, its bar is the median, whiskers end at the least and the most "
      + "busy unit.")

  /// Why a plan has another number of units than the baseline; empty where it has not.
  private static func added(_ own: [GroupWorkload], _ before: [GroupWorkload]) -> LocalizedText {
    guard own.contains(where: { isChanged($0, before) }) else { return LocalizedText("") }
    return LocalizedText(
      zh: "数量为方案下排了班的单元，括号内为基线；备用点上的单元由下沉警力值班，只排了部分班次的也算一个。",
      en:
        "The number is that of the units with duty under the plan, the baseline in brackets; a unit at a reserve site, which "
        + "sent-down officers staff, counts as one though it may have a part of the shifts only.")
  }

  /// Whether a group has another number of units on duty than under the baseline.
  private static func isChanged(_ group: GroupWorkload, _ before: [GroupWorkload]) -> Bool {
    !before.isEmpty && before.first { $0.id == group.id }?.units != group.units
  }

  private static func table(
    _ own: [GroupWorkload], _ before: [GroupWorkload], label: LocalizedText
  ) -> DataTable {
    let heads = [
      LocalizedText(zh: "单元", en: "Units"), LocalizedText(zh: "数量\n个", en: "Number"),
      Labels.baseline + LocalizedText(zh: "\n平均", en: "\nmean"),
      label + LocalizedText(zh: "\n平均", en: "\nmean"), LocalizedText(zh: "最闲", en: "Least"),
      LocalizedText(zh: "中位", en: "Median"), LocalizedText(zh: "最忙", en: "Most")
    ]
    func cell(_ share: Double?) -> DataTable.Cell {
      share.map { DataTable.Cell(NumberText.percent($0)) } ?? .missing
    }
    return DataTable(
      heads: heads,
      rows: own.map { group in
        let base = before.isEmpty ? group : before.first { $0.id == group.id }
        let number = DataTable.Cell(
          NumberText.whole(group.units),
          note: isChanged(group, before) ? "(\(NumberText.whole(base?.units ?? 0)))" : nil)
        return DataTable.Row(
          head: group.name,
          cells: [number, cell(base?.mean), cell(group.mean)] + [0, 2, 4].map { cell(group.quartiles[$0]) })
      }, layout: .compact)
  }
}
