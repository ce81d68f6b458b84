import DunjingScenario

/// Backlog over the weeks, one line for each treatment, labeled at its end.
struct BacklogChart: Chart {
  /// A treatment.
  struct Series: Sendable {
    var label: LocalizedText
    /// Values at the end of weeks 1, 2, …
    var values: [Double]
    var isBest: Bool
    var isBaseline: Bool
  }

  var series: [Series]

  var width: Double { 730 }
  var height: Double { max(220, Double(series.count) * 13 + 60) }

  func draw(on canvas: inout Canvas, in language: Language) {
    let labels = series.map { $0.label.text(in: language) }
    let widest = labels.map { TextWidth.estimate($0, size: 11) }.max() ?? 0
    let box = Box(x: 52, y: 24, width: width - 52 - min(250, widest + 24), height: height - 60)
    let values = series.flatMap(\.values)
    let y = Scale.nice(0, values.max() ?? 1, about: 5, start: box.bottom, end: box.y)
    let weeks = series.map(\.values.count).max() ?? 1
    let x = Scale(domain: 1...Double(max(2, weeks)), start: box.x, end: box.right)
    let title = LocalizedText(zh: "期末积压（人日）", en: "Backlog (officer-days)")
    canvas.text(title.text(in: language), at: Point(x: 4, y: 11), style: "title")
    drawAxes(x, y, box: box, weeks: weeks, on: &canvas, language: language)
    drawLines(x, y, labels: labels, box: box, on: &canvas)
  }

  private func drawAxes(
    _ x: Scale, _ y: Scale, box: Box, weeks: Int, on canvas: inout Canvas, language: Language
  ) {
    let ticks = y.ticks(about: 5)
    let step = ticks.count > 1 ? ticks[1] - ticks[0] : 1
    for tick in ticks {
      canvas.line(
        from: Point(x: box.x, y: y(tick)), to: Point(x: box.right, y: y(tick)), .init(color: Palette.grid))
      canvas.text(
        NumberText.fixed(tick, decimals: Scale.decimals(of: step)), at: Point(x: box.x - 6, y: y(tick) + 3.5),
        style: "axis", anchor: .end)
    }
    let stepWeeks = max(1, (weeks + 51) / 52) * (weeks > 13 ? 13 : 2)
    for week in [1] + Array(stride(from: stepWeeks, through: weeks, by: stepWeeks)) where week <= weeks {
      canvas.text(
        "\(week)", at: Point(x: x(Double(week)), y: box.bottom + 14), style: "axis", anchor: .middle)
    }
    let axis = LocalizedText(zh: "实施后第几周（测量期）", en: "Week of the measured period")
    canvas.text(
      axis.text(in: language), at: Point(x: (box.x + box.right) / 2, y: box.bottom + 29), style: "axis",
      anchor: .middle)
  }

  private func drawLines(_ x: Scale, _ y: Scale, labels: [String], box: Box, on canvas: inout Canvas) {
    let ends = series.map { y($0.values.last ?? 0) }
    let places = LabelPlacement.spread(ends, spacing: 13, in: box.y...box.bottom)
    let order = series.indices.sorted { !series[$0].isBest && series[$1].isBest }
    for index in order {
      let one = series[index]
      let points = one.values.enumerated().map { Point(x: x(Double($0.offset + 1)), y: y($0.element)) }
      let stroke: Canvas.Stroke =
        one.isBest
        ? .init(color: Palette.orange, width: 2.4)
        : one.isBaseline
          ? .init(color: Palette.baseline, width: 1.6, dash: "5 3") : .init(color: Palette.blue, width: 1.2)
      canvas.polyline(points, stroke)
      guard let last = points.last else { continue }
      canvas.line(
        from: last, to: Point(x: box.right + 13, y: places[index]), .init(color: "#b8c0c9", width: 0.8))
      canvas.text(
        labels[index], at: Point(x: box.right + 16, y: places[index] + 3.5), style: one.isBest ? "best" : "")
    }
  }
}
