import DunjingScenario

/// Observed and fitted relative rates by hour, a panel for each kind.
struct ProfileChart: Chart {
  /// A kind.
  struct Panel: Sendable {
    var title: LocalizedText
    /// 24 observed relative rates.
    var observed: [Double]
    /// 24 fitted ones.
    var fitted: [Double]
    /// The ends of their intervals.
    var lower: [Double]
    var upper: [Double]
  }

  var panels: [Panel]

  private let columns = 2
  private let rowHeight = 150.0

  var width: Double { 730 }
  var height: Double { 26 + Double((panels.count + columns - 1) / columns) * rowHeight }

  func draw(on canvas: inout Canvas, in language: Language) {
    drawLegend(on: &canvas, in: language)
    let span = width / Double(columns)
    for (index, panel) in panels.enumerated() {
      let box = Box(
        x: Double(index % columns) * span + 34, y: 52 + Double(index / columns) * rowHeight, width: span - 52,
        height: rowHeight - 56)
      draw(panel, in: box, on: &canvas, in: language)
    }
  }

  private func drawLegend(on canvas: inout Canvas, in language: Language) {
    canvas.rect(Box(x: 34, y: 5, width: 12, height: 9), fill: Palette.lightBlue)
    let observed = language == .zh ? "记录（均值为 1）" : "Recorded (mean 1)"
    canvas.text(observed, at: Point(x: 51, y: 13.5))
    let x = 51 + TextWidth.estimate(observed, size: 10) + 24
    canvas.line(from: Point(x: x, y: 10), to: Point(x: x + 20, y: 10), .init(color: Palette.blue, width: 2))
    canvas.text(
      language == .zh ? "拟合及 95% 区间" : "Fitted, with its 95% interval", at: Point(x: x + 25, y: 13.5))
  }

  private func draw(_ panel: Panel, in box: Box, on canvas: inout Canvas, in language: Language) {
    let most = (panel.observed + panel.upper).max() ?? 1
    let y = Scale.nice(0, most, about: 3, start: box.bottom, end: box.y)
    let x = Scale(domain: 0...24, start: box.x, end: box.right)
    canvas.text(panel.title.text(in: language), at: Point(x: box.x, y: box.y - 9), style: "title")
    let ticks = y.ticks(about: 3)
    let decimals = ticks.count > 1 ? Scale.decimals(of: ticks[1] - ticks[0]) : 0
    for tick in ticks {
      canvas.line(
        from: Point(x: box.x, y: y(tick)), to: Point(x: box.right, y: y(tick)), .init(color: Palette.grid))
      canvas.text(
        NumberText.fixed(tick, decimals: decimals), at: Point(x: box.x - 5, y: y(tick) + 3.5), style: "axis",
        anchor: .end)
    }
    for hour in panel.observed.indices {
      let (left, right) = (x(Double(hour)), x(Double(hour + 1)))
      let top = y(panel.observed[hour])
      canvas.rect(
        Box(x: left + 1, y: top, width: right - left - 2, height: box.bottom - top), fill: Palette.lightBlue)
      let middle = (left + right) / 2
      canvas.line(
        from: Point(x: middle, y: y(panel.lower[hour])), to: Point(x: middle, y: y(panel.upper[hour])),
        .init(color: Palette.blue, width: 1))
    }
    let points = panel.fitted.enumerated().flatMap { hour, value in
      [Point(x: x(Double(hour)), y: y(value)), Point(x: x(Double(hour + 1)), y: y(value))]
    }
    canvas.polyline(points, .init(color: Palette.blue, width: 2))
    for hour in stride(from: 0, through: 24, by: 6) {
      canvas.text(
        "\(hour)", at: Point(x: x(Double(hour)), y: box.bottom + 13), style: "axis", anchor: .middle)
    }
  }
}
