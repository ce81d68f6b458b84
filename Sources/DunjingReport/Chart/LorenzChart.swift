import DunjingScenario

/// How evenly response is shared: the Lorenz curve (Lorenz, 1905), and the mean of each tenth of the incidents.
struct LorenzChart: Chart {
  /// One side of the comparison.
  struct Series: Sendable {
    var label: LocalizedText
    var distribution: ResponseEquity
    var isBaseline: Bool
  }

  var series: [Series]
  /// Whether the treatment is the one of least harm.
  var isBest: Bool

  var width: Double { 730 }
  var height: Double { 262 }

  func draw(on canvas: inout Canvas, in language: Language) {
    drawLorenz(in: Box(x: 40, y: 34, width: 188, height: 188), on: &canvas, language)
    drawDeciles(in: Box(x: 300, y: 34, width: width - 312, height: 188), on: &canvas, language)
  }

  private func stroke(_ series: Series) -> Canvas.Stroke {
    series.isBaseline
      ? .init(color: Palette.baseline, width: 1.4, dash: "4 3")
      : .init(color: Palette.line(isBest: isBest), width: 2)
  }

  private func drawLorenz(in box: Box, on canvas: inout Canvas, _ language: Language) {
    let title = LocalizedText(zh: "累计到场时间占比", en: "Share of all response time")
    canvas.text(title.text(in: language), at: Point(x: 4, y: 13), style: "title")
    let x = Scale(domain: 0...1, start: box.x, end: box.right)
    let y = Scale(domain: 0...1, start: box.bottom, end: box.y)
    for tick in [0, 0.25, 0.5, 0.75, 1] {
      canvas.line(
        from: Point(x: box.x, y: y(tick)), to: Point(x: box.right, y: y(tick)), .init(color: Palette.grid))
      let text = NumberText.fixed(tick * 100, decimals: 0) + "%"
      canvas.text(text, at: Point(x: box.x - 5, y: y(tick) + 3.5), style: "axis", anchor: .end)
      canvas.text(text, at: Point(x: x(tick), y: box.bottom + 14), style: "axis", anchor: .middle)
    }
    canvas.line(
      from: Point(x: x(0), y: y(0)), to: Point(x: x(1), y: y(1)), .init(color: Palette.broken, width: 1))
    for series in series {
      let points = series.distribution.lorenz.map { Point(x: x($0.incidents), y: y($0.time)) }
      canvas.polyline(points, stroke(series))
    }
    let axis = LocalizedText(zh: "警情累计占比（到场由快到慢）", en: "share of incidents, fastest grids first")
    canvas.text(
      axis.text(in: language), at: Point(x: box.center.x, y: box.bottom + 30), style: "axis", anchor: .middle)
  }

  private func drawDeciles(in box: Box, on canvas: inout Canvas, _ language: Language) {
    let title = LocalizedText(zh: "每十分之一警情的平均到场时间（分钟）", en: "Mean response time of each tenth, min")
    canvas.text(title.text(in: language), at: Point(x: box.x - 32, y: 13), style: "title")
    let greatest = series.flatMap(\.distribution.deciles).max() ?? 1
    let y = Scale.nice(0, greatest, about: 5, start: box.bottom, end: box.y)
    let step = box.width / 10
    for tick in y.ticks(about: 5) {
      canvas.line(
        from: Point(x: box.x, y: y(tick)), to: Point(x: box.right, y: y(tick)), .init(color: Palette.grid))
      canvas.text(
        NumberText.fixed(tick, decimals: Scale.decimals(of: y.step(about: 5))),
        at: Point(x: box.x - 5, y: y(tick) + 3.5), style: "axis", anchor: .end)
    }
    for (number, series) in series.enumerated() {
      for (tenth, value) in series.distribution.deciles.enumerated() {
        let center = Point(x: box.x + (Double(tenth) + 0.5) * step, y: y(value))
        canvas.circle(
          center, radius: series.isBaseline ? 4.2 : 3,
          fill: series.isBaseline ? "#fff" : stroke(series).color,
          stroke: .init(color: stroke(series).color, width: 1.2))
        guard number == 0 else { continue }
        canvas.text(
          "\(tenth + 1)", at: Point(x: center.x, y: box.bottom + 14), style: "axis", anchor: .middle)
      }
    }
    drawLegend(in: box, on: &canvas, language)
  }

  private func drawLegend(in box: Box, on canvas: inout Canvas, _ language: Language) {
    var flow = LegendFlow(at: Point(x: box.x + 8, y: box.y + 10), width: box.width * 0.6)
    for series in series {
      let text = series.label.text(in: language)
      let place = flow.place(symbol: 9, text: text)
      canvas.circle(
        Point(x: place.symbol.x + 4, y: place.symbol.y), radius: series.isBaseline ? 4.2 : 3,
        fill: series.isBaseline ? "#fff" : stroke(series).color,
        stroke: .init(color: stroke(series).color, width: 1.2))
      canvas.text(text, at: Point(x: place.text.x, y: place.text.y + 3.5), style: "halo")
    }
    let axis = LocalizedText(zh: "十分位（1 最快，10 最慢）", en: "tenth of the incidents: 1 fastest, 10 slowest")
    canvas.text(
      axis.text(in: language), at: Point(x: box.center.x, y: box.bottom + 30), style: "axis", anchor: .middle)
  }
}
