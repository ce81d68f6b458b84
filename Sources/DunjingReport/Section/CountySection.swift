import DunjingExperiment
import DunjingScenario
import DunjingSimulation

/// What each county gains and pays.
enum CountySection {
  /// The section; nil in a study of one county.
  static func section(_ findings: Findings) -> Section? {
    guard let shown = findings.shown ?? findings.baseline, !shown.counties.isEmpty else { return nil }
    let title = LocalizedText(zh: "各县（市、区）得失", en: "What each county gains and pays")
    return Section(
      id: "counties", title: title,
      blocks: [.caption(caption(shown, findings))] + [extremes(shown)].compactMap { $0 }.map(Block.paragraph)
        + [CountyRanking.figure(shown)].compactMap { $0 }.map(Block.figure)
        + [.table(table(shown))] + CountyTreatmentTable.blocks(findings))
  }

  private static func caption(_ shown: TreatmentResult, _ findings: Findings) -> LocalizedText {
    let label = findings.label(of: shown)
    let percent = NumberText.fixed(findings.result.confidence * 100, decimals: 0)
    return .sentences([
      LocalizedText(
        zh: "各县（市、区）在 \(label.zh) 下的情况；小字为与基线之差及其单独的 \(percent)% 区间，° 表示区间含零。",
        en: "The counties under \(label.en); small type is the difference to the baseline with its own "
          + "\(percent)% interval, ° where that holds zero."),
      LocalizedText(
        zh: "区间未按多重比较放宽：县数多时，个别县的“变化”可能只是偶然，排名不宜用于考核。",
        en:
          "These intervals are not widened for many comparisons: among many counties some changes are chance, "
          + "and a ranking should not decide about anybody.")
    ])
  }

  /// The counties that gain most and least in incidents reached in time.
  private static func extremes(_ shown: TreatmentResult) -> LocalizedText? {
    let changes = shown.counties.compactMap {
      county -> (id: String, name: LocalizedText, value: CountyValue)? in
      county[.withinTarget].map { (county.id, county.name, $0) }
    }.filter { $0.value.difference != nil }.sorted { $0.value.difference ?? 0 > $1.value.difference ?? 0 }
    guard changes.count > 5, let most = changes.first, let least = changes.last else { return nil }
    let high = change(most.value, "\(most.id) withinTarget", under: shown) ?? ""
    let low = change(least.value, "\(least.id) withinTarget", under: shown) ?? ""
    return LocalizedText(
      zh: "到场达标率的变化从\(least.name.zh)的 \(low) 到\(most.name.zh)的 \(high) 个百分点。",
      en:
        "The change in the share of incidents reached in time goes from \(low) points in \(least.name.en) to "
        + "\(high) in \(most.name.en).")
  }

  /// A change in percentage points and half the width of its own interval, such as `+2.8 ± 0.5`; nil without a change.
  private static func change(_ value: CountyValue, _ name: String, under treatment: TreatmentResult)
    -> String?
  {
    func mark(_ text: String, _ quantity: NumberMark.Quantity) -> String {
      NumberMark.number(text, "\(name) \(quantity.rawValue)", under: treatment.id)
    }
    return value.difference.map { difference in
      mark(NumberText.signed(difference * 100, decimals: 1), .difference)
        + (value.halfWidth.map { " ± " + mark(NumberText.fixed($0 * 100, decimals: 1), .halfWidth) } ?? "")
    }
  }

  private static let heads = [
    LocalizedText(zh: "县（市、区）", en: "County"), LocalizedText(zh: "下沉\n名", en: "Sunk"),
    LocalizedText(zh: "警情\n起/年", en: "Incidents\na year"), LocalizedText(zh: "到场达标率", en: "Within\ntarget"),
    LocalizedText(zh: "平均到场\n分钟", en: "Mean arrival\nmin"),
    LocalizedText(zh: "升级隐患\n个/年", en: "Escalated\nhazards"),
    LocalizedText(zh: "机关负荷", en: "Work/\ncapacity"),
    LocalizedText(zh: "期末积压\n人日", en: "Backlog\nofficer-days")
  ]

  private static func table(_ shown: TreatmentResult) -> DataTable {
    DataTable(
      heads: heads, rows: rows(shown.counties, columns: heads.count) { row($0, under: shown) },
      layout: .compact)
  }

  /// The counties by prefecture, each prefecture under its name.
  static func rows(
    _ counties: [CountyOutcome], columns: Int, row: (CountyOutcome) -> DataTable.Row
  ) -> [DataTable.Row] {
    var prefectures: [LocalizedText] = []
    for county in counties where !prefectures.contains(county.prefecture) {
      prefectures.append(county.prefecture)
    }
    return prefectures.flatMap { prefecture -> [DataTable.Row] in
      let head = DataTable.Row(
        head: prefecture, cells: (1..<columns).map { _ in DataTable.Cell("") }, tone: .group)
      return (prefecture.isEmpty ? [] : [head]) + counties.filter { $0.prefecture == prefecture }.map(row)
    }
  }

  private static func row(_ county: CountyOutcome, under treatment: TreatmentResult) -> DataTable.Row {
    func cell(
      _ measure: CountyMeasure, decimals: Int, percent: Bool = false, isCompared: Bool = true
    ) -> DataTable.Cell {
      guard let value = county[measure] else { return .missing }
      return self.cell(value, decimals: decimals, percent: percent, isCompared: isCompared) {
        text, quantity in
        NumberMark.number(
          text, "\(county.id) \(measure.rawValue) \(quantity.rawValue)", under: treatment.id)
      }
    }
    return DataTable.Row(
      head: county.name,
      cells: [
        DataTable.Cell(NumberText.whole(county.sunk)), cell(.incidents, decimals: 0, isCompared: false),
        cell(.withinTarget, decimals: 1, percent: true), cell(.responseMean, decimals: 2),
        cell(.hazardsEscalated, decimals: 0), cell(.departmentUtilization, decimals: 1, percent: true),
        cell(.backlogEnd, decimals: 0, isCompared: false)
      ])
  }

  private static func cell(
    _ value: CountyValue, decimals: Int, percent: Bool, isCompared: Bool,
    mark: (String, NumberMark.Quantity) -> String
  ) -> DataTable.Cell {
    let factor = percent ? 100.0 : 1
    let level =
      percent
      ? NumberText.percent(value.mean, decimals: decimals) : NumberText.level(value.mean, decimals: decimals)
    let note = value.difference.map { difference in
      mark(NumberText.signed(difference * factor, decimals: decimals), .difference)
        + (abs(difference) <= value.halfWidth ?? 0 ? "°" : "")
        + (value.halfWidth.map {
          " ± " + mark(NumberText.fixed($0 * factor, decimals: decimals), .halfWidth)
        } ?? "")
    }
    return DataTable.Cell(mark(level, .level), note: isCompared ? note : nil)
  }
}
