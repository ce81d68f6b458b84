import DunjingExperiment
import DunjingScenario
import DunjingSimulation

/// What the departments that give officers pay.
enum HeadquartersSection {
  static func section(_ findings: Findings) -> Section {
    let title = LocalizedText(zh: "机关的代价", en: "The price at headquarters")
    let shown = findings.shown ?? findings.baseline
    var blocks: [Block] = []
    if let shown, !shown.departments.isEmpty {
      blocks += [.caption(caption(shown, findings)), .table(table(shown, findings))]
    }
    if let figure = backlog(findings) { blocks += [.caption(backlogCaption), .figure(figure)] }
    if blocks.isEmpty {
      blocks = [.paragraph(LocalizedText(zh: "场景没有设机关部门。", en: "The scenario has no departments."))]
    }
    return Section(id: "headquarters", title: title, blocks: blocks)
  }

  private static func caption(_ shown: TreatmentResult, _ findings: Findings) -> LocalizedText {
    let label = findings.label(of: shown)
    let crowded = shown.departments.filter { $0.fallsBehind(in: findings.result.replications) }
    let names = LocalizedText.names(crowded.map(\.name))
    let note =
      crowded.isEmpty
      ? LocalizedText("")
      : LocalizedText(
        zh: "工作量超过能力或积压持续增长（↑）的部门：\(names.zh)；其积压会越来越多，延误与积压只对测量期成立。",
        en:
          "More work than can be done, or a backlog that keeps growing (↑), at \(names.en): it grows on, and delay and "
          + "backlog hold for the measured period only.")
    return .sentences([
      LocalizedText(
        zh: "各部门在 \(label.zh) 下的情况，括号内为基线。延误以工作日计，积压为测量期末的人日。",
        en:
          "The departments under \(label.en), the baseline in brackets. Delay is in working days, backlog in "
          + "officer-days at the end of the measured period."), overloaded(shown, findings), note,
      deserted(shown)
    ])
  }

  /// Which departments have work and nobody left to do it; empty where there are none.
  private static func deserted(_ shown: TreatmentResult) -> LocalizedText {
    let departments = shown.departments.filter { $0.load == nil && $0.backlogEnd > 0 }
    guard !departments.isEmpty else { return LocalizedText("") }
    let names = LocalizedText.names(departments.map(\.name))
    return LocalizedText(
      zh: "\(names.zh)已无人留守，工作无人办理，没有工作量之比和延误（–）；机关加权延误按各留 1 人计，实际更长。",
      en:
        "Nobody is left to do the work of \(names.en), so that \(departments.count == 1 ? "it has" : "they have") no ratio "
        + "of work to capacity and no delay (–). The weighted delay counts it as if one officer were left, and is longer in truth."
    )
  }

  /// How many departments get more work than they can do, of how many; empty without departments.
  private static func overloaded(_ shown: TreatmentResult, _ findings: Findings) -> LocalizedText {
    guard let own = overloadedCount(shown, findings),
      let before = overloadedCount(findings.baseline, findings)
    else { return LocalizedText("") }
    let all = NumberText.whole(findings.departmentCount)
    let counties = findings.scenario.counties.count
    let apart =
      counties > 1
      ? LocalizedText(zh: "（\(counties) 个县分别计）", en: " (those of \(counties) counties counted apart)")
      : LocalizedText("")
    let base =
      shown.id == findings.result.baseline
      ? LocalizedText("") : LocalizedText(zh: "，基线 \(before) 个", en: ", \(before) under the baseline")
    return LocalizedText(
      zh: "工作量超过能力的部门平均 \(own) 个，共 \(all) 个\(apart.zh)\(base.zh)。",
      en: "On average \(own) of \(all) departments\(apart.en) get more work than they can do\(base.en).")
  }

  /// The mean number of departments that get more work than they can do; nil without departments.
  private static func overloadedCount(_ treatment: TreatmentResult?, _ findings: Findings) -> String? {
    findings.estimate(.departmentsOverloaded, of: treatment).map {
      NumberMark.number(
        NumberText.level($0.mean, decimals: $0.mean < 10 ? 1 : 0), .level, of: .departmentsOverloaded,
        under: treatment?.id)
    }
  }

  /// The number of departments that get more work than they can do, below their work.
  private static func overloadedRow(_ shown: TreatmentResult, _ findings: Findings) -> DataTable.Row? {
    overloadedCount(shown, findings).map { own in
      let base = shown.id == findings.result.baseline ? nil : findings.baseline
      let note = overloadedCount(base, findings).map { "(\($0))" }
      let empty = DataTable.Cell("")
      return DataTable.Row(
        head: LocalizedText(zh: "工作量超过能力的部门数", en: "Departments with more work than capacity"),
        cells: [empty, empty, DataTable.Cell(own, note: note), empty, empty], tone: .total)
    }
  }

  private static func table(_ shown: TreatmentResult, _ findings: Findings) -> DataTable {
    let before = findings.baseline?.departments ?? []
    let heads = [
      LocalizedText(zh: "部门", en: "Department"), LocalizedText(zh: "民警\n名", en: "Officers"),
      LocalizedText(zh: "下沉\n名", en: "Taken"), LocalizedText(zh: "工作量/能力", en: "Work/capacity"),
      LocalizedText(zh: "延误\n工作日", en: "Delay\nworking days"),
      LocalizedText(zh: "期末积压\n人日", en: "Backlog\nofficer-days")
    ]
    let base = shown.id == findings.result.baseline ? [] : before
    let all = shown.departments + base
    let delay = NumberText.decimals(forColumn: all.compactMap(\.delay))
    let backlog = NumberText.decimals(forColumn: all.map(\.backlogEnd))
    return DataTable(
      heads: heads,
      rows: shown.departments.map { department in
        let base = base.first { $0.id == department.id }
        return DataTable.Row(
          head: department.name,
          cells: [
            DataTable.Cell(NumberText.whole(department.officers)),
            DataTable.Cell(NumberText.whole(department.taken)),
            cell(department, base) { $0.load.map { NumberText.percent($0) } },
            cell(department, base) { $0.delay.map { NumberText.level($0, decimals: delay) } },
            backlogCell(department, base, decimals: backlog, findings)
          ])
      } + [overloadedRow(shown, findings)].compactMap { $0 })
  }

  private static func backlogCell(
    _ department: DepartmentOutcome, _ base: DepartmentOutcome?, decimals: Int, _ findings: Findings
  ) -> DataTable.Cell {
    func text(_ department: DepartmentOutcome) -> String {
      NumberText.level(department.backlogEnd, decimals: decimals)
        + (department.fallsBehind(in: findings.result.replications) ? "↑" : "")
    }
    return DataTable.Cell(text(department), note: base.map { "(\(text($0)))" })
  }

  private static func cell(
    _ department: DepartmentOutcome, _ base: DepartmentOutcome?, text: (DepartmentOutcome) -> String?
  ) -> DataTable.Cell {
    func shown(_ department: DepartmentOutcome) -> String { text(department) ?? NumberText.missing }
    return DataTable.Cell(shown(department), note: base.map { "(\(shown($0)))" })
  }

  private static let backlogCaption = LocalizedText(
    zh: "全部部门的积压，各方案自同一状态出发。一直上升的线没有稳态，期末数随测量期变长而变大。",
    en:
      "Backlog of all departments; every treatment starts from the same state. A line that keeps rising has no "
      + "steady state: its last value grows with the measured period.")

  private static func backlog(_ findings: Findings) -> Figure? {
    let all =
      findings.result.treatments.count <= 10 ? findings.sinkTreatments + findings.packages : findings.curve
    let treatments = all.filter { $0.weeklyBacklog.filter(\.isFinite).count > 1 }
    guard treatments.contains(where: { $0.weeklyBacklog.contains { $0 > 0 } }) else { return nil }
    let series = treatments.map { treatment in
      BacklogChart.Series(
        label: findings.rowLabel(of: treatment), values: treatment.weeklyBacklog.map { $0.isFinite ? $0 : 0 },
        isBest: treatment.id == findings.best?.id, isBaseline: treatment.id == findings.result.baseline,
        isPackage: findings.packages.contains { $0.id == treatment.id })
    }
    let weeks = series.map(\.values.count).max() ?? 0
    let step = weeks > 26 ? 4 : 1
    let decimals = NumberText.decimals(forColumn: series.flatMap(\.values))
    let table = DataTable(
      heads: [Labels.week] + series.map(\.label),
      rows: stride(from: step, through: weeks, by: step).map { week in
        DataTable.Row(
          head: LocalizedText("\(week)"),
          cells: series.map {
            week <= $0.values.count
              ? DataTable.Cell(NumberText.level($0.values[week - 1], decimals: decimals)) : .missing
          })
      }, layout: .dense)
    return Figure(
      label: LocalizedText(zh: "各方案的机关积压随周的变化", en: "Backlog of the departments by week and treatment"),
      chart: BacklogChart(series: series), table: table)
  }
}
