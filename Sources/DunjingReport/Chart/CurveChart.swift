import DunjingScenario

/// Small multiples: one quantity over the sink ratio in each panel, with its simultaneous band.
struct CurveChart: Chart {
  /// One panel.
  struct Panel: Sendable {
    var title: LocalizedText
    var subtitle: LocalizedText
    /// The points of the line, by ratio.
    var points: [CurvePoint]
    /// Whether values are shares, to be written in per cent.
    var isShare: Bool
  }

  /// A treatment on a curve.
  struct CurvePoint: Sendable {
    var ratio: Double
    var value: Double
    var halfWidth: Double?
    var isBest: Bool
  }

  var panels: [Panel]
  /// The ratios between which treatments are not distinguishable from the best.
  var plateau: ClosedRange<Double>?

  var width: Double { 730 }
  var height: Double { 196 }

  func draw(on canvas: inout Canvas, in language: Language) {
    let span = width / Double(max(1, panels.count))
    for (index, panel) in panels.enumerated() {
      let box = Box(x: Double(index) * span + 42, y: 36, width: span - 56, height: 138)
      draw(panel, in: box, on: &canvas, language: language)
    }
  }

  private func draw(_ panel: Panel, in box: Box, on canvas: inout Canvas, language: Language) {
    canvas.text(panel.title.text(in: language), at: Point(x: box.x - 38, y: 11), style: "title")
    canvas.text(panel.subtitle.text(in: language), at: Point(x: box.x - 38, y: 24), style: "axis")
    let all = panel.points
    let lows = all.map { $0.value - ($0.halfWidth ?? 0) }
    let highs = all.map { $0.value + ($0.halfWidth ?? 0) }
    guard let low = lows.min(), let high = highs.max() else { return }
    let y = Scale.nice(low, high, about: 4, start: box.bottom, end: box.y)
    let largest = all.map(\.ratio).max() ?? 0
    let x = Scale(domain: 0...max(largest, 0.05), start: box.x, end: box.right)
    drawAxes(panel, x: x, y: y, box: box, on: &canvas)
    drawCurve(panel, x: x, y: y, on: &canvas)
    drawLabel(panel, x: x, y: y, box: box, on: &canvas)
    drawTitles(panel, x: x, y: y, on: &canvas)
  }

  private func drawAxes(_ panel: Panel, x: Scale, y: Scale, box: Box, on canvas: inout Canvas) {
    if let plateau {
      let left = x(plateau.lowerBound)
      canvas.rect(
        Box(x: left, y: box.y, width: x(plateau.upperBound) - left, height: box.height), fill: Palette.plateau
      )
    }
    let factor = panel.isShare ? 100.0 : 1
    let ticks = y.ticks(about: 4)
    let step = ticks.count > 1 ? (ticks[1] - ticks[0]) * factor : 1
    for tick in ticks {
      let height = y(tick)
      canvas.line(
        from: Point(x: box.x, y: height), to: Point(x: box.right, y: height), .init(color: Palette.grid))
      let text =
        NumberText.fixed(tick * factor, decimals: Scale.decimals(of: step)) + (panel.isShare ? "%" : "")
      canvas.text(text, at: Point(x: box.x - 5, y: height + 3.5), style: "axis", anchor: .end)
    }
    for tick in x.ticks(about: 4) {
      canvas.text(
        NumberText.ratio(tick), at: Point(x: x(tick), y: box.bottom + 15), style: "axis", anchor: .middle)
    }
  }

  private func drawCurve(_ panel: Panel, x: Scale, y: Scale, on canvas: inout Canvas) {
    let upper = panel.points.map { Point(x: x($0.ratio), y: y($0.value + ($0.halfWidth ?? 0))) }
    let lower = panel.points.map { Point(x: x($0.ratio), y: y($0.value - ($0.halfWidth ?? 0))) }
    canvas.polygon(upper + lower.reversed(), fill: Palette.blue, opacity: 0.18)
    if let base = panel.points.first {
      canvas.line(
        from: Point(x: x.start, y: y(base.value)), to: Point(x: x.end, y: y(base.value)),
        .init(color: Palette.gray, width: 0.8, dash: "2 3"))
    }
    canvas.polyline(
      panel.points.map { Point(x: x($0.ratio), y: y($0.value)) }, .init(color: Palette.blue, width: 1.8))
    for point in panel.points where !point.isBest {
      canvas.circle(
        Point(x: x(point.ratio), y: y(point.value)), radius: 2.3, fill: Palette.blue,
        stroke: .init(color: "#fff"))
    }
  }

  /// The numbers that a pointer at rest shows.
  private func drawTitles(_ panel: Panel, x: Scale, y: Scale, on canvas: inout Canvas) {
    let decimals = NumberText.decimals(forColumn: panel.points.map(\.value))
    func text(_ value: Double) -> String {
      panel.isShare ? NumberText.percent(value) : NumberText.level(value, decimals: decimals)
    }
    canvas.titles(
      panel.points.map { point in
        let half = point.halfWidth.map { " ± " + text($0) } ?? ""
        return (
          Box(center: Point(x: x(point.ratio), y: y(point.value)), edge: 12),
          "\(NumberText.ratio(point.ratio)): \(text(point.value))\(half)"
        )
      })
  }

  private func drawLabel(_ panel: Panel, x: Scale, y: Scale, box: Box, on canvas: inout Canvas) {
    guard let best = panel.points.first(where: \.isBest) else { return }
    let center = Point(x: x(best.ratio), y: y(best.value))
    canvas.circle(center, radius: 3.8, fill: Palette.orange, stroke: .init(color: "#fff"))
    let value =
      panel.isShare
      ? NumberText.percent(best.value)
      : NumberText.level(best.value, decimals: NumberText.decimals(for: best.value))
    let line = panel.points.map { Point(x: x($0.ratio), y: y($0.value)) }
    let base = panel.points.first.map { y($0.value) } ?? box.bottom
    let dashes = [Point(x: x.start, y: base), Point(x: x.end, y: base)]
    let half = (best.halfWidth ?? 0) * abs(y(1) - y(0))
    let place = LabelPlacement.place(
      width: TextWidth.estimate(value, size: 11) + 2, beside: center, band: half, clearOf: [line, dashes],
      in: box)
    canvas.text(value, at: Point(x: place.center.x, y: place.bottom - 2), style: "best halo", anchor: .middle)
  }
}
