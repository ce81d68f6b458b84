import DunjingScenario

/// A day, by hour: units available and busy above, incidents below; one column for each kind of day.
struct HourChart: Chart {
  /// A kind of day.
  struct Panel: Sendable {
    var title: LocalizedText
    /// Units on duty and not away on other work, under the shown treatment, 24 values.
    var available: [Double]
    /// The same under the baseline, 24 values.
    var baselineAvailable: [Double]
    /// Busy units, 24 values.
    var busy: [Double]
    /// Incidents in the hour, 24 values.
    var incidents: [Double]
  }

  var panels: [Panel]
  /// Label of the shown treatment.
  var shown: LocalizedText
  /// Whether that is the treatment with the least harm index.
  var isBest: Bool

  var width: Double { 730 }
  var height: Double { 252 }

  func draw(on canvas: inout Canvas, in language: Language) {
    drawLegend(on: &canvas, language: language)
    let span = width / Double(max(1, panels.count))
    let units = panels.flatMap { $0.available + $0.baselineAvailable + $0.busy }.max() ?? 1
    let demand = panels.flatMap(\.incidents).max() ?? 1
    for (index, panel) in panels.enumerated() {
      let upper = Box(x: Double(index) * span + 34, y: 48, width: span - 46, height: 106)
      let lower = Box(x: upper.x, y: 182, width: upper.width, height: 50)
      canvas.text(panel.title.text(in: language), at: Point(x: upper.x, y: 39), style: "strong")
      drawForce(panel, largest: units, in: upper, on: &canvas)
      drawDemand(panel, largest: demand, in: lower, on: &canvas, language: language)
    }
  }

  private func drawLegend(on canvas: inout Canvas, language: Language) {
    let shown = self.shown.text(in: language)
    let texts: [LocalizedText] = [
      LocalizedText(zh: "可用单元（\(shown)）", en: "Units available (\(shown))"),
      LocalizedText(zh: "可用单元（基线）", en: "Units available (baseline)"),
      LocalizedText(zh: "占用单元（\(shown)）", en: "Busy units (\(shown))")
    ]
    var x = 34.0
    for (index, text) in texts.enumerated() {
      let label = text.text(in: language)
      if index == 2 {
        canvas.rect(Box(x: x, y: 6, width: 18, height: 9), fill: Palette.area(isBest: isBest))
      } else {
        canvas.line(
          from: Point(x: x, y: 11), to: Point(x: x + 18, y: 11),
          index == 0
            ? .init(color: Palette.line(isBest: isBest), width: 2)
            : .init(color: Palette.baseline, width: 1.2, dash: "4 3"))
      }
      canvas.text(label, at: Point(x: x + 23, y: 14.5))
      x += 23 + TextWidth.estimate(label, size: 10) + 24
    }
  }

  private func drawForce(_ panel: Panel, largest: Double, in box: Box, on canvas: inout Canvas) {
    let y = Scale.nice(0, largest, about: 4, start: box.bottom, end: box.y)
    let x = Scale(domain: 0...24, start: box.x, end: box.right)
    drawGrid(y, about: 4, box: box, on: &canvas)
    let floor = Point(x: box.x, y: box.bottom)
    canvas.polygon(
      [floor] + steps(panel.busy, x: x, y: y) + [Point(x: box.right, y: box.bottom)],
      fill: Palette.area(isBest: isBest))
    canvas.polyline(steps(panel.available, x: x, y: y), .init(color: Palette.line(isBest: isBest), width: 2))
    canvas.polyline(
      steps(panel.baselineAvailable, x: x, y: y), .init(color: Palette.baseline, width: 1.2, dash: "4 3"))
  }

  private func drawDemand(
    _ panel: Panel, largest: Double, in box: Box, on canvas: inout Canvas, language: Language
  ) {
    let y = Scale.nice(0, largest, about: 2, start: box.bottom, end: box.y)
    let x = Scale(domain: 0...24, start: box.x, end: box.right)
    drawGrid(y, about: 2, box: box, on: &canvas)
    for (hour, value) in panel.incidents.enumerated() {
      let left = x(Double(hour)) + 1
      canvas.rect(
        Box(x: left, y: y(value), width: x(Double(hour + 1)) - 1 - left, height: box.bottom - y(value)),
        fill: Palette.gray)
    }
    let title = LocalizedText(zh: "每小时警情（起）", en: "Incidents per hour")
    canvas.text(title.text(in: language), at: Point(x: box.x, y: box.y - 8), style: "strong")
    drawHours(x, y: box.bottom + 13, on: &canvas)
  }

  private func drawGrid(_ y: Scale, about count: Int, box: Box, on canvas: inout Canvas) {
    let ticks = y.ticks(about: count)
    let step = ticks.count > 1 ? ticks[1] - ticks[0] : 1
    for tick in ticks {
      canvas.line(
        from: Point(x: box.x, y: y(tick)), to: Point(x: box.right, y: y(tick)), .init(color: Palette.grid))
      canvas.text(
        NumberText.fixed(tick, decimals: Scale.decimals(of: step)), at: Point(x: box.x - 5, y: y(tick) + 3.5),
        style: "axis", anchor: .end)
    }
  }

  private func drawHours(_ x: Scale, y: Double, on canvas: inout Canvas) {
    for hour in stride(from: 0, through: 24, by: 6) {
      canvas.text("\(hour)", at: Point(x: x(Double(hour)), y: y), style: "axis", anchor: .middle)
    }
  }

  private func steps(_ values: [Double], x: Scale, y: Scale) -> [Point] {
    values.enumerated().flatMap { hour, value in
      [Point(x: x(Double(hour)), y: y(value)), Point(x: x(Double(hour + 1)), y: y(value))]
    }
  }
}
