import DunjingScenario

/// Changes with their intervals, a row for each treatment or county and a panel for each quantity (Cleveland, 1984).
///
/// A filled dot is a change whose interval leaves out zero, a ring is one that cannot be told from none.
struct DotPlotChart: Chart {
  /// One quantity.
  struct Panel: Sendable {
    var title: LocalizedText
    /// The unit of the axis.
    var unit: LocalizedText
    /// The changes, in the order of the rows; nil where there is none.
    var values: [Value?]
  }

  /// A change and the ends of its interval.
  struct Value: Sendable {
    var mean: Double
    var low: Double
    var high: Double

    var isSignificant: Bool { low > 0 || high < 0 }
  }

  /// A row.
  struct Row: Sendable {
    var label: LocalizedText
    var isBest = false
  }

  var rows: [Row]
  var panels: [Panel]
  /// The height of a row.
  var pitch = 17.0
  /// The width of the labels.
  var labelWidth = 118.0

  var width: Double { 730 }
  var height: Double { top + Double(rows.count) * pitch + 24 }

  private var top: Double { 48 }

  func draw(on canvas: inout Canvas, in language: Language) {
    for (number, row) in rows.enumerated() {
      let text = TextWidth.shortened(row.label.text(in: language), to: labelWidth - 8, size: 10)
      canvas.text(text, at: Point(x: 0, y: y(number) + 3.5), style: row.isBest ? "best" : "")
    }
    let span = (width - labelWidth) / Double(max(1, panels.count))
    for (number, panel) in panels.enumerated() {
      let box = Box(
        x: labelWidth + Double(number) * span + 8, y: top, width: span - 22,
        height: Double(rows.count) * pitch)
      draw(panel, in: box, on: &canvas, language: language)
    }
  }

  private func y(_ row: Int) -> Double { top + (Double(row) + 0.5) * pitch }

  private func draw(_ panel: Panel, in box: Box, on canvas: inout Canvas, language: Language) {
    let lines = TextWidth.wrapped(panel.title.text(in: language), to: box.width + 14, size: 11, lines: 2)
    for (number, line) in lines.enumerated() {
      canvas.text(
        line, at: Point(x: box.x - 6, y: 24 - 13 * Double(lines.count - 1 - number)), style: "strong")
    }
    canvas.text(panel.unit.text(in: language), at: Point(x: box.x - 6, y: 37), style: "axis")
    let all = panel.values.compactMap { $0 }
    guard let low = all.map(\.low).min(), let high = all.map(\.high).max() else { return }
    let margin = max(1e-9, max(high, 0) - min(low, 0)) * 0.06
    let x = Scale(
      domain: (min(low, 0) - margin)...(max(high, 0) + margin), start: box.x, end: box.right)
    drawAxis(x, max(2, Int(box.width / 40)), box, on: &canvas)
    for (number, value) in panel.values.enumerated() {
      guard let value else { continue }
      let color = Palette.line(isBest: rows[number].isBest)
      let place = Point(x: x(value.mean), y: y(number))
      canvas.line(
        from: Point(x: x(value.low), y: place.y), to: Point(x: x(value.high), y: place.y),
        .init(color: color, width: 1.4))
      canvas.circle(
        place, radius: pitch < 14 ? 2.4 : 3.2, fill: value.isSignificant ? color : "#fff",
        stroke: .init(color: value.isSignificant ? "#fff" : color, width: 1))
    }
  }

  private func drawAxis(_ x: Scale, _ parts: Int, _ box: Box, on canvas: inout Canvas) {
    let ticks = x.ticks(about: parts)
    let decimals = Scale.decimals(of: x.step(about: parts))
    var last = -Double.infinity
    for tick in ticks {
      let isZero = abs(tick) < 1e-9
      canvas.line(
        from: Point(x: x(tick), y: box.y), to: Point(x: x(tick), y: box.bottom),
        .init(color: isZero ? Palette.gray : Palette.grid, dash: isZero ? "2 3" : ""))
      let text = NumberText.signed(tick, decimals: decimals)
      let half = TextWidth.estimate(text, size: 10) / 2
      guard x(tick) - half > last + 4 else { continue }
      last = x(tick) + half
      canvas.text(text, at: Point(x: x(tick), y: box.bottom + 14), style: "axis", anchor: .middle)
    }
  }
}
