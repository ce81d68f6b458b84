import DunjingRecords
import DunjingScenario

/// Bars of equal width with their names below: calls by hour of the day, or by day of the week.
struct AuditProfile: Chart {
  /// The name of each bar; empty for none.
  var names: [LocalizedText]
  /// The height of each bar.
  var values: [Double]
  /// What the heights are.
  var title: LocalizedText

  var width: Double { 730 }
  var height: Double { 190 }

  func draw(on canvas: inout Canvas, in language: Language) {
    let box = Box(x: 48, y: 26, width: width - 60, height: 136)
    let y = Scale.nice(0, values.max() ?? 1, about: 4, start: box.bottom, end: box.y)
    let ticks = y.ticks(about: 4)
    let decimals = Scale.decimals(of: ticks.count > 1 ? ticks[1] - ticks[0] : 1)
    canvas.text(title.text(in: language), at: Point(x: box.x, y: 13), style: "strong")
    for tick in ticks {
      canvas.line(
        from: Point(x: box.x, y: y(tick)), to: Point(x: box.right, y: y(tick)), .init(color: Palette.grid))
      canvas.text(
        NumberText.fixed(tick, decimals: decimals), at: Point(x: box.x - 6, y: y(tick) + 3.5), style: "axis",
        anchor: .end)
    }
    let step = box.width / Double(max(1, values.count))
    for (index, value) in values.enumerated() {
      let left = box.x + Double(index) * step
      canvas.rect(
        Box(x: left + step * 0.1, y: y(value), width: step * 0.8, height: box.bottom - y(value)),
        fill: Palette.blue)
      canvas.text(
        names[index].text(in: language), at: Point(x: left + step / 2, y: box.bottom + 15), style: "axis",
        anchor: .middle)
    }
  }

  /// The chart of the hours of the day.
  static func hours(_ audit: IncidentAudit) -> Figure {
    let title = LocalizedText(zh: "一天之内各小时的警情（行数）", en: "Incidents by hour of the day (rows)")
    let names = (0..<24).map { LocalizedText("\($0)") }
    return Figure(
      label: LocalizedText(zh: "一天之内各小时的警情", en: "Incidents by hour of the day"),
      chart: AuditProfile(names: names, values: audit.hours.map(Double.init), title: title),
      table: counts(LocalizedText(zh: "小时", en: "Hour"), names, audit.hours))
  }

  /// The chart of the months; only so many are named as there is room for.
  static func months(_ period: IncidentAudit.Period) -> Figure {
    let every = (period.months.count + 11) / 12
    let counts = period.months.map(\.rows)
    let names = period.months.map { LocalizedText($0.month) }
    return Figure(
      label: LocalizedText(zh: "逐月的警情", en: "Incidents by month"),
      chart: AuditProfile(
        names: names.enumerated().map { $0 % every == 0 ? $1 : LocalizedText("") },
        values: counts.map(Double.init),
        title: LocalizedText(
          zh: "逐月的警情（行数；没有警情的月份不列）", en: "Incidents by month (rows; months without any are left out)")),
      table: Self.counts(LocalizedText(zh: "月份", en: "Month"), names, counts))
  }

  private static func counts(
    _ head: LocalizedText, _ names: [LocalizedText], _ counts: [Int]
  ) -> DataTable {
    DataTable(
      heads: [head, LocalizedText(zh: "行数", en: "Rows")],
      rows: zip(names, counts).map {
        DataTable.Row(head: $0, cells: [DataTable.Cell(NumberText.whole($1))])
      })
  }

  /// The chart of the days of the week.
  static func weekdays(_ audit: IncidentAudit) -> Figure {
    let days = number(ofEachWeekday: audit)
    let values = zip(audit.weekdays, days).map { $1 > 0 ? Double($0) / Double($1) : 0 }
    let title = LocalizedText(zh: "一周各天的警情（起/天）", en: "Incidents a day, by day of the week")
    let names = [
      LocalizedText(zh: "周一", en: "Mon"), LocalizedText(zh: "周二", en: "Tue"),
      LocalizedText(zh: "周三", en: "Wed"),
      LocalizedText(zh: "周四", en: "Thu"), LocalizedText(zh: "周五", en: "Fri"),
      LocalizedText(zh: "周六", en: "Sat"),
      LocalizedText(zh: "周日", en: "Sun")
    ]
    return Figure(
      label: LocalizedText(zh: "一周各天的警情", en: "Incidents by day of the week"),
      chart: AuditProfile(names: names, values: values, title: title),
      table: table(LocalizedText(zh: "星期", en: "Day"), names, audit.weekdays, values, title))
  }

  /// How many Mondays, Tuesdays and so on the period has.
  private static func number(ofEachWeekday audit: IncidentAudit) -> [Int] {
    var days = [Int](repeating: 0, count: 7)
    guard let period = audit.period else { return days }
    for offset in 0..<7 {
      let weekday = (period.first.weekday + offset) % 7
      days[weekday] = period.days > offset ? (period.days - offset + 6) / 7 : 0
    }
    return days
  }

  private static func table(
    _ head: LocalizedText, _ names: [LocalizedText], _ counts: [Int], _ values: [Double],
    _ title: LocalizedText
  ) -> DataTable {
    let decimals = NumberText.decimals(forColumn: values)
    return DataTable(
      heads: [head, LocalizedText(zh: "行数", en: "Rows"), title],
      rows: names.indices.map { index in
        DataTable.Row(
          head: names[index],
          cells: [
            DataTable.Cell(NumberText.whole(counts[index])),
            DataTable.Cell(NumberText.fixed(values[index], decimals: decimals))
          ])
      })
  }
}
