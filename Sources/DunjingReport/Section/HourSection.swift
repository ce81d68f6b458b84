import DunjingExperiment
import DunjingScenario

/// Whether the units are on duty when the incidents come.
enum HourSection {
  static func section(_ findings: Findings) -> Section {
    let title = LocalizedText(zh: "警情与警力的时段匹配", en: "Demand and force by hour")
    guard let shown = findings.shown ?? findings.baseline, shown.weekHours.count == 168 else {
      let note = LocalizedText(zh: "没有分时段的数据。", en: "There are no data by hour of the week.")
      return Section(id: "hours", title: title, blocks: [.paragraph(note)])
    }
    let base = findings.baseline?.weekHours ?? []
    let reference = base.count == 168 ? base : shown.weekHours
    let panels = [
      panel(
        LocalizedText(zh: "工作日（周一至周五平均）", en: "Weekdays (mean of Monday to Friday)"), 0..<5, shown.weekHours,
        reference),
      panel(
        LocalizedText(zh: "周末（周六、周日平均）", en: "Weekend (mean of Saturday and Sunday)"), 5..<7, shown.weekHours,
        reference)
    ]
    let figure = Figure(
      label: LocalizedText(
        zh: "各小时的可用单元、占用单元与警情", en: "Available units, busy units and incidents by hour of the day"),
      chart: HourChart(
        panels: panels, shown: findings.label(of: shown), isBest: shown.id == findings.best?.id),
      table: table(panels))
    return Section(
      id: "hours", title: title,
      blocks: [.caption(caption(shown.weekHours)), .figure(figure)] + WorkloadTable.blocks(findings))
  }

  private static func panel(
    _ title: LocalizedText, _ days: Range<Int>, _ hours: [WeekHour], _ baseline: [WeekHour]
  ) -> HourChart.Panel {
    func mean(_ source: [WeekHour], _ value: (WeekHour) -> Double) -> [Double] {
      (0..<24).map { hour in
        let values = days.map { value(source[$0 * 24 + hour]) }.filter(\.isFinite)
        return values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
      }
    }
    return HourChart.Panel(
      title: title, available: mean(hours, \.unitsAvailable),
      baselineAvailable: mean(baseline, \.unitsAvailable), busy: mean(hours, \.busyUnits),
      incidents: mean(hours, \.incidents))
  }

  /// The days of the week, from Monday.
  static let weekdays: [LocalizedText] = [
    LocalizedText(zh: "周一", en: "Monday"), LocalizedText(zh: "周二", en: "Tuesday"),
    LocalizedText(zh: "周三", en: "Wednesday"), LocalizedText(zh: "周四", en: "Thursday"),
    LocalizedText(zh: "周五", en: "Friday"), LocalizedText(zh: "周六", en: "Saturday"),
    LocalizedText(zh: "周日", en: "Sunday")
  ]

  private static func caption(_ hours: [WeekHour]) -> LocalizedText {
    let lead = LocalizedText(
      zh: "占用越接近可用，越容易出现无警力可派。",
      en: "Where busy units come close to those available, incidents start to wait.")
    let usable = hours.enumerated().filter { $0.element.unitsAvailable > 0 && $0.element.busyUnits.isFinite }
    let loads = usable.map { (hour: $0.offset, load: $0.element.busyUnits / $0.element.unitsAvailable) }
    guard let peak = loads.max(by: { $0.load < $1.load }) else { return .sentences([lead, away(hours)]) }
    let day = weekdays[peak.hour / 24]
    let load = NumberText.percent(peak.load)
    return .sentences([
      lead, away(hours),
      LocalizedText(
        zh: "最紧张的是\(day.zh) \(peak.hour % 24) 时，占用 \(load)。",
        en: "The tightest hour is \(day.en), \(peak.hour % 24):00, with \(load) busy.")
    ])
  }

  /// How many units on duty are away on other work; empty where none is.
  private static func away(_ hours: [WeekHour]) -> LocalizedText {
    func mean(_ value: (WeekHour) -> Double) -> Double { hours.map(value).reduce(0, +) / Double(hours.count) }
    let (duty, available) = (mean(\.unitsOnDuty), mean(\.unitsAvailable))
    guard duty - available > 1e-9 else { return LocalizedText("") }
    let decimals = NumberText.decimals(for: duty)
    let all = NumberText.fixed(duty, decimals: decimals)
    let gone = NumberText.fixed(duty - available, decimals: decimals)
    return LocalizedText(
      zh: "可用单元不含在办其他事的车组：平均在岗 \(all) 个，其中 \(gone) 个在办其他事。",
      en:
        "Available units are those on duty less those away on other work: of \(all) on duty on average, \(gone) are "
        + "away.")
  }

  private static func table(_ panels: [HourChart.Panel]) -> DataTable {
    let columns: [(LocalizedText, KeyPath<HourChart.Panel, [Double]>)] = [
      (LocalizedText(zh: "警情", en: "incidents"), \.incidents), (LocalizedText(zh: "占用", en: "busy"), \.busy),
      (LocalizedText(zh: "可用", en: "available"), \.available),
      (LocalizedText(zh: "可用（基线）", en: "available (baseline)"), \.baselineAvailable)
    ]
    let names = [LocalizedText(zh: "工作日", en: "Weekday"), LocalizedText(zh: "周末", en: "Weekend")]
    let heads = names.flatMap { name in
      columns.map { LocalizedText(zh: name.zh + $0.0.zh, en: "\(name.en) \($0.0.en)") }
    }
    return DataTable(
      heads: [Labels.hour] + heads,
      rows: (0..<24).map { hour in
        DataTable.Row(
          head: LocalizedText("\(hour)"),
          cells: panels.flatMap { panel in
            columns.map { DataTable.Cell(NumberText.level(panel[keyPath: $0.1][hour], decimals: 2)) }
          })
      }, layout: .dense)
  }
}
