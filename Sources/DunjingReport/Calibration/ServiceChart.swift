import DunjingScenario

/// Recorded and fitted cumulative times on scene, a panel for each kind.
struct ServiceChart: Chart {
  /// A kind.
  struct Panel: Sendable {
    var title: LocalizedText
    /// Points of the recorded cumulative share: minutes and share.
    var recorded: [Point]
    /// Points of the fitted one.
    var fitted: [Point]
    /// The end of the axis in minutes.
    var longest: Double
  }

  var panels: [Panel]

  private let columns = 2
  private let rowHeight = 176.0

  var width: Double { 730 }
  var height: Double { 30 + Double((panels.count + columns - 1) / columns) * rowHeight }

  func draw(on canvas: inout Canvas, in language: Language) {
    let recorded = language == .zh ? "记录" : "Recorded"
    canvas.line(
      from: Point(x: 40, y: 10), to: Point(x: 60, y: 10), .init(color: Palette.gray, width: 1.6, dash: "4 3"))
    canvas.text(recorded, at: Point(x: 65, y: 13.5))
    let x = 65 + TextWidth.estimate(recorded, size: 10) + 24
    canvas.line(from: Point(x: x, y: 10), to: Point(x: x + 20, y: 10), .init(color: Palette.blue, width: 2))
    canvas.text(language == .zh ? "拟合" : "Fitted", at: Point(x: x + 25, y: 13.5))
    let span = width / Double(columns)
    for (index, panel) in panels.enumerated() {
      let box = Box(
        x: Double(index % columns) * span + 40, y: 52 + Double(index / columns) * rowHeight, width: span - 60,
        height: rowHeight - 68)
      draw(panel, in: box, on: &canvas, in: language)
    }
  }

  private func draw(_ panel: Panel, in box: Box, on canvas: inout Canvas, in language: Language) {
    let x = Scale.nice(0, panel.longest, about: 5, start: box.x, end: box.right)
    let y = Scale(domain: 0...1, start: box.bottom, end: box.y)
    canvas.text(panel.title.text(in: language), at: Point(x: box.x, y: box.y - 9), style: "title")
    for tick in [0, 0.25, 0.5, 0.75, 1] {
      canvas.line(
        from: Point(x: box.x, y: y(tick)), to: Point(x: box.right, y: y(tick)), .init(color: Palette.grid))
      canvas.text(
        NumberText.fixed(tick * 100, decimals: 0) + "%", at: Point(x: box.x - 5, y: y(tick) + 3.5),
        style: "axis", anchor: .end)
    }
    for tick in x.ticks(about: 5) {
      canvas.text(
        NumberText.fixed(tick, decimals: 0), at: Point(x: x(tick), y: box.bottom + 13), style: "axis",
        anchor: .middle)
    }
    canvas.text(
      language == .zh ? "分钟" : "Minutes", at: Point(x: (box.x + box.right) / 2, y: box.bottom + 26),
      style: "axis", anchor: .middle)
    func place(_ point: Point) -> Point { Point(x: min(x(point.x), box.right), y: y(point.y)) }
    canvas.polyline(panel.fitted.map(place), .init(color: Palette.blue, width: 2))
    canvas.polyline(panel.recorded.map(place), .init(color: Palette.gray, width: 1.6, dash: "4 3"))
  }
}
