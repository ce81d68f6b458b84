import DunjingCalibration
import DunjingScenario

/// Distribution functions of recorded and of simulated minutes, a panel for each measure.
struct BacktestChart: Chart {
  var comparisons: [BacktestComparison]

  var width: Double { 730 }
  var height: Double { 226 }

  func draw(on canvas: inout Canvas, in language: Language) {
    drawLegend(on: &canvas, language)
    let span = width / Double(max(1, comparisons.count))
    for (index, comparison) in comparisons.enumerated() {
      let box = Box(x: Double(index) * span + 36, y: 52, width: min(span, 420) - 48, height: 142)
      draw(comparison, in: box, on: &canvas, language)
    }
  }

  private func drawLegend(on canvas: inout Canvas, _ language: Language) {
    var flow = LegendFlow(at: Point(x: 36, y: 11), width: width - 40)
    for (label, stroke) in [
      (BacktestWords.simulated, Self.simulatedStroke), (BacktestWords.recorded, Self.recordedStroke)
    ] {
      let text = label.text(in: language)
      let place = flow.place(symbol: 20, text: text)
      canvas.line(
        from: Point(x: place.symbol.x, y: place.symbol.y),
        to: Point(x: place.symbol.x + 20, y: place.symbol.y), stroke)
      canvas.text(text, at: Point(x: place.text.x, y: place.text.y + 3.5))
    }
  }

  static let simulatedStroke = Canvas.Stroke(color: Palette.blue, width: 2)
  static let recordedStroke = Canvas.Stroke(color: Palette.baseline, width: 1.4, dash: "4 3")

  private func draw(
    _ comparison: BacktestComparison, in box: Box, on canvas: inout Canvas, _ language: Language
  ) {
    canvas.text(comparison.measure.name.text(in: language), at: Point(x: box.x, y: 40), style: "title")
    // The longest 3 % would press all others together.
    let longest = [comparison.recorded, comparison.simulated].map {
      $0[min($0.count - 1, $0.count * 97 / 100)]
    }
    let x = Scale.nice(0, max(longest.max() ?? 1, 0.5), about: 4, start: box.x, end: box.right)
    let y = Scale(domain: 0...1, start: box.bottom, end: box.y)
    for tick in [0, 0.25, 0.5, 0.75, 1] {
      canvas.line(
        from: Point(x: box.x, y: y(tick)), to: Point(x: box.right, y: y(tick)), .init(color: Palette.grid))
      canvas.text(
        NumberText.fixed(tick * 100, decimals: 0) + "%", at: Point(x: box.x - 5, y: y(tick) + 3.5),
        style: "axis", anchor: .end)
    }
    let decimals = Scale.decimals(of: x.step(about: 4))
    for tick in x.ticks(about: 4) {
      canvas.text(
        NumberText.fixed(tick, decimals: decimals), at: Point(x: x(tick), y: box.bottom + 13), style: "axis",
        anchor: .middle)
    }
    canvas.polyline(points(comparison.recorded, x, y), Self.recordedStroke)
    canvas.polyline(points(comparison.simulated, x, y), Self.simulatedStroke)
    canvas.text(
      BacktestWords.minutes.text(in: language), at: Point(x: (box.x + box.right) / 2, y: box.bottom + 27),
      style: "axis", anchor: .middle)
  }

  /// The share of a sorted sample at 101 times.
  private func points(_ sorted: [Double], _ x: Scale, _ y: Scale) -> [Point] {
    let (low, high) = (x.domain.lowerBound, x.domain.upperBound)
    var index = 0
    return (0...100).map { step in
      let time = low + (high - low) * Double(step) / 100
      while index < sorted.count && sorted[index] <= time { index += 1 }
      return Point(x: x(time), y: y(Double(index) / Double(sorted.count)))
    }
  }
}

/// Mean response by the hour of the day of the call.
struct BacktestHourChart: Chart {
  var hours: [(recorded: Double, simulated: Double, count: Int)?]

  var width: Double { 730 }
  var height: Double { 168 }

  func draw(on canvas: inout Canvas, in language: Language) {
    let box = Box(x: 40, y: 34, width: width - 60, height: 106)
    canvas.text(BacktestWords.hourTitle.text(in: language), at: Point(x: 4, y: 13), style: "title")
    let highest = hours.compactMap { $0 }.map { max($0.recorded, $0.simulated) }.max() ?? 1
    let y = Scale.nice(0, highest, about: 4, start: box.bottom, end: box.y)
    let x = Scale(domain: 0...24, start: box.x, end: box.right)
    for tick in y.ticks(about: 4) {
      canvas.line(
        from: Point(x: box.x, y: y(tick)), to: Point(x: box.right, y: y(tick)), .init(color: Palette.grid))
      canvas.text(
        NumberText.fixed(tick, decimals: Scale.decimals(of: y.step(about: 4))),
        at: Point(x: box.x - 5, y: y(tick) + 3.5), style: "axis", anchor: .end)
    }
    for hour in stride(from: 0, through: 24, by: 3) {
      canvas.text(
        "\(hour)", at: Point(x: x(Double(hour)), y: box.bottom + 14), style: "axis", anchor: .middle)
    }
    draw({ $0.recorded }, BacktestChart.recordedStroke, x, y, on: &canvas)
    draw({ $0.simulated }, BacktestChart.simulatedStroke, x, y, on: &canvas)
  }

  /// A step for each hour; a line ends where an hour has no calls.
  private func draw(
    _ value: ((recorded: Double, simulated: Double, count: Int)) -> Double, _ stroke: Canvas.Stroke,
    _ x: Scale,
    _ y: Scale, on canvas: inout Canvas
  ) {
    var points: [Point] = []
    for (hour, entry) in hours.enumerated() {
      if let entry {
        points += [
          Point(x: x(Double(hour)), y: y(value(entry))), Point(x: x(Double(hour + 1)), y: y(value(entry)))
        ]
      }
      if (entry == nil || hour == 23) && !points.isEmpty {
        canvas.polyline(points, stroke)
        points = []
      }
    }
  }
}
