import DunjingScenario

/// A share over the hours of the day, the baseline dashed.
struct HourCurveChart: Chart {
  /// One curve.
  struct Series: Sendable {
    var label: LocalizedText
    /// 24 shares.
    var values: [Double]
    var isBaseline: Bool
  }

  var title: LocalizedText
  var series: [Series]
  /// Whether the treatment is the one of least harm.
  var isBest: Bool

  var width: Double { 730 }
  var height: Double { 168 }

  func draw(on canvas: inout Canvas, in language: Language) {
    let box = Box(x: 40, y: 34, width: width - 60, height: 106)
    canvas.text(title.text(in: language), at: Point(x: 4, y: 13), style: "title")
    let all = series.flatMap(\.values)
    guard let low = all.min(), let high = all.max() else { return }
    let y = Scale.nice(low, high, about: 4, start: box.bottom, end: box.y)
    let x = Scale(domain: 0...24, start: box.x, end: box.right)
    let decimals = Scale.decimals(of: y.step(about: 4) * 100)
    for tick in y.ticks(about: 4) {
      canvas.line(
        from: Point(x: box.x, y: y(tick)), to: Point(x: box.right, y: y(tick)), .init(color: Palette.grid))
      canvas.text(
        NumberText.fixed(tick * 100, decimals: decimals) + "%", at: Point(x: box.x - 5, y: y(tick) + 3.5),
        style: "axis", anchor: .end)
    }
    for hour in stride(from: 0, through: 24, by: 3) {
      canvas.text(
        "\(hour)", at: Point(x: x(Double(hour)), y: box.bottom + 14), style: "axis", anchor: .middle)
    }
    for series in series {
      // A step for each hour.
      let points = series.values.enumerated().flatMap { hour, value in
        [Point(x: x(Double(hour)), y: y(value)), Point(x: x(Double(hour + 1)), y: y(value))]
      }
      canvas.polyline(points, stroke(series))
    }
    drawLegend(on: &canvas, language)
  }

  private func stroke(_ series: Series) -> Canvas.Stroke {
    series.isBaseline
      ? .init(color: Palette.baseline, width: 1.4, dash: "4 3")
      : .init(color: Palette.line(isBest: isBest), width: 1.8)
  }

  private func drawLegend(on canvas: inout Canvas, _ language: Language) {
    var flow = LegendFlow(at: Point(x: 300, y: 12), width: width - 310)
    for series in series {
      let text = series.label.text(in: language)
      let place = flow.place(symbol: 20, text: text)
      canvas.line(
        from: Point(x: place.symbol.x, y: place.symbol.y),
        to: Point(x: place.symbol.x + 20, y: place.symbol.y),
        stroke(series))
      canvas.text(text, at: Point(x: place.text.x, y: place.text.y + 3.5))
    }
  }
}
