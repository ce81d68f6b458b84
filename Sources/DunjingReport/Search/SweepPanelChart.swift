import DunjingDecision
import DunjingScenario
import DunjingSimulation
import DunjingStatistics

/// Small multiples of a sweep: a panel for each indicator or key, every point with its interval; joined by a line where
/// one number varies.
struct SweepPanelChart: Chart {
  /// One panel.
  struct Panel: Sendable {
    var title: LocalizedText
    var unit: LocalizedText
    /// The name of the horizontal axis.
    var axis: String
    /// Where the points stand; words stand one after another.
    var positions: [Double]
    /// The words under the axis; nil for numbers.
    var words: [String]?
    var intervals: [ConfidenceInterval?]
    var isJoined: Bool
    /// Whether zero means no difference and is drawn.
    var hasZero: Bool
    var factor: Double
  }

  let panels: [Panel]

  private static let columns = 3
  private static let rowHeight = 212.0

  var width: Double { 730 }
  var height: Double {
    Self.rowHeight * Double((panels.count + Self.columns - 1) / Self.columns)
  }

  /// A panel for each indicator over the only key.
  init(_ series: SweepSeries) {
    panels = series.outcome.indicators.map { Self.panel(series, $0, factor: 0, title: $0.name.capitalized) }
  }

  /// A panel for each key with the values of an indicator.
  init(_ series: SweepSeries, _ indicator: Indicator) {
    panels = series.outcome.design.factors.indices.map {
      Self.panel(series, indicator, factor: $0, title: indicator.name.capitalized)
    }
  }

  private static func panel(
    _ series: SweepSeries, _ indicator: Indicator, factor: Int, title: LocalizedText
  ) -> Panel {
    let design = series.outcome.design
    let texts = design.points.map { $0[factor] }
    let numbers = texts.compactMap { Double($0) }
    let words = numbers.count == texts.count ? nil : design.factors[factor].values
    let positions = words.map { words in texts.map { Double(words.firstIndex(of: $0) ?? 0) } } ?? numbers
    return Panel(
      title: title, unit: series.unit(indicator), axis: design.factors[factor].key, positions: positions,
      words: words, intervals: series.intervals(indicator),
      isJoined: words == nil && design.factors.count == 1, hasZero: series.treatment != nil,
      factor: indicator.scaled(1))
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    let span = width / Double(min(Self.columns, max(1, panels.count)))
    for (index, panel) in panels.enumerated() {
      let (row, column) = (index / Self.columns, index % Self.columns)
      let top = Double(row) * Self.rowHeight
      let box = Box(x: Double(column) * span + 48, y: top + 38, width: span - 66, height: 118)
      draw(panel, in: box, on: &canvas, language)
    }
  }

  private func draw(_ panel: Panel, in box: Box, on canvas: inout Canvas, _ language: Language) {
    canvas.text(
      Self.shortened(panel.title.text(in: language), to: box.width + 54),
      at: Point(x: box.x - 44, y: box.y - 25),
      style: "title")
    canvas.text(panel.unit.text(in: language), at: Point(x: box.x - 44, y: box.y - 11), style: "axis")
    let known = panel.intervals.compactMap(\.self)
    let ends = known.flatMap { [$0.lower * panel.factor, $0.upper * panel.factor] }
    guard let low = ends.min(), let high = ends.max() else {
      canvas.text(NumberText.missing, at: box.center, style: "axis", anchor: .middle)
      return
    }
    let y = Scale.nice(
      panel.hasZero ? min(low, 0) : low, panel.hasZero ? max(high, 0) : high, about: 4, start: box.bottom,
      end: box.y)
    let x = horizontal(panel, box)
    drawAxes(panel, x, y, box, on: &canvas)
    drawPoints(panel, x, y, on: &canvas)
  }

  private func horizontal(_ panel: Panel, _ box: Box) -> Scale {
    if let words = panel.words {
      return Scale(domain: -0.5...(Double(max(words.count, 1)) - 0.5), start: box.x, end: box.right)
    }
    let (low, high) = (panel.positions.min() ?? 0, panel.positions.max() ?? 1)
    let margin = high > low ? 0 : 0.5
    return Scale(domain: (low - margin)...(high + margin), start: box.x + 6, end: box.right - 6)
  }

  private func drawAxes(_ panel: Panel, _ x: Scale, _ y: Scale, _ box: Box, on canvas: inout Canvas) {
    let ticks = y.ticks(about: 4)
    let step = ticks.count > 1 ? ticks[1] - ticks[0] : 1
    for tick in ticks {
      let isZero = panel.hasZero && abs(tick) < step * 1e-6
      canvas.line(
        from: Point(x: box.x, y: y(tick)), to: Point(x: box.right, y: y(tick)),
        .init(color: isZero ? Palette.gray : Palette.grid, dash: isZero ? "2 3" : ""))
      canvas.text(
        NumberText.fixed(tick, decimals: Scale.decimals(of: step)), at: Point(x: box.x - 5, y: y(tick) + 3.5),
        style: "axis", anchor: .end)
    }
    if let words = panel.words {
      let room = box.width / Double(max(words.count, 1)) - 4
      for (index, word) in words.enumerated() {
        canvas.text(
          Self.shortened(word, to: room), at: Point(x: x(Double(index)), y: box.bottom + 15), style: "axis",
          anchor: .middle)
      }
    } else {
      let marks = x.ticks(about: 4)
      let width = marks.count > 1 ? marks[1] - marks[0] : 1
      for tick in marks {
        canvas.text(
          NumberText.fixed(tick, decimals: Scale.decimals(of: width)),
          at: Point(x: x(tick), y: box.bottom + 15),
          style: "axis", anchor: .middle)
      }
    }
    canvas.text(
      Self.shortened(panel.axis, to: box.width + 54), at: Point(x: box.right, y: box.bottom + 30),
      style: "axis",
      anchor: .end)
  }

  private func drawPoints(_ panel: Panel, _ x: Scale, _ y: Scale, on canvas: inout Canvas) {
    let order = panel.positions.indices.sorted { panel.positions[$0] < panel.positions[$1] }
    let known = order.compactMap { index in panel.intervals[index].map { (panel.positions[index], $0) } }
    func at(_ position: Double, _ value: Double) -> Point {
      Point(x: x(position), y: y(value * panel.factor))
    }
    if panel.isJoined {
      let band = known.map { at($0, $1.upper) } + known.reversed().map { at($0, $1.lower) }
      canvas.polygon(band, fill: Palette.blue, opacity: 0.18)
      canvas.polyline(known.map { at($0, $1.mean) }, .init(color: Palette.blue, width: 1.8))
    }
    for (position, interval) in known {
      if !panel.isJoined {
        canvas.line(
          from: at(position, interval.lower), to: at(position, interval.upper),
          .init(color: Palette.lightBlue, width: 1.2))
      }
      canvas.circle(
        at(position, interval.mean), radius: 2.6, fill: Palette.blue, stroke: .init(color: "#fff", width: 0.8)
      )
    }
  }

  /// A text that fits a width, with its beginning left out if need be: the end of a key says most.
  static func shortened(_ text: String, to width: Double) -> String {
    guard TextWidth.estimate(text, size: 11) > width else { return text }
    var rest = text[...]
    while rest.count > 2, TextWidth.estimate("…" + String(rest), size: 11) > width { rest = rest.dropFirst() }
    return "…" + rest
  }
}
