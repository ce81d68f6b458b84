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
    /// Whether the treatment also turns on further mechanisms.
    var isPackage: Bool
  }

  var series: [Series]

  var width: Double { 730 }
  var height: Double { max(220, Double(series.count) * 13 + 60) }

  func draw(on canvas: inout Canvas, in language: Language) {
    // Measured larger than they are, because one of them is bold.
    let labels = series.map { TextWidth.shortened($0.label.text(in: language), to: 225, size: 12) }
    let widest = labels.map { TextWidth.estimate($0, size: 12) }.max() ?? 0
    let box = Box(
      x: 52, y: 24, width: width - 52 - Self.leader - 6 - widest, height: height - 60)
    let values = series.flatMap(\.values)
    let y = Scale.nice(0, values.max() ?? 1, about: 5, start: box.bottom, end: box.y)
    let weeks = series.map(\.values.count).max() ?? 1
    let x = Scale(domain: 1...Double(max(2, weeks)), start: box.x, end: box.right)
    let title = LocalizedText(zh: "积压（人日）", en: "Backlog (officer-days)")
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
    for index in series.indices.sorted(by: { !series[$0].isBest && series[$1].isBest }) {
      let stroke = stroke(of: index)
      let points = series[index].values.enumerated().map {
        Point(x: x(Double($0.offset + 1)), y: y($0.element))
      }
      canvas.polyline(points, stroke)
      guard let last = points.last else { continue }
      let label = Point(x: box.right + Self.leader, y: places[index])
      drawLeader(from: last, to: label, edge: box.right, color: stroke.color, on: &canvas)
      canvas.text(
        labels[index], at: Point(x: label.x + 4, y: label.y + 3.5), style: series[index].isBest ? "best" : "")
    }
  }

  /// A dot at the end of a line, and from it a thin line of the same color to the label.
  private func drawLeader(
    from end: Point, to label: Point, edge: Double, color: String, on canvas: inout Canvas
  ) {
    canvas.circle(end, radius: 2, fill: color)
    canvas.polyline(
      [end, Point(x: edge + 7, y: end.y), Point(x: label.x - 5, y: label.y), label],
      .init(color: color, width: 0.7))
  }

  /// Orange for the best, gray dashes for the baseline, and blue that darkens in the order of the others.
  private func stroke(of index: Int) -> Canvas.Stroke {
    let one = series[index]
    if one.isBest { return .init(color: Palette.orange, width: 2.4) }
    if one.isBaseline { return .init(color: Palette.baseline, width: 1.6, dash: "5 3") }
    let others = series.indices.filter { !series[$0].isBest && !series[$0].isBaseline }
    let number = others.firstIndex(of: index) ?? 0
    return .init(
      color: Palette.shade(number, of: others.count), width: 1.4, dash: one.isPackage ? "1.5 2" : "")
  }

  /// The length of the line between the plot and the labels.
  private static let leader = 34.0
}
