import DunjingDecision
import DunjingScenario

/// What each assumption does at both ends of its range: the best number of officers, and the gain of the found plan; the
/// strongest assumption on top.
struct TornadoChart: Chart {
  private struct Bar {
    var low: Double
    var high: Double
  }

  private struct Panel {
    var title: LocalizedText
    var present: Double
    var bars: [Bar]
    var decimals: Int
    var suffix: String
  }

  private let labels: [(name: LocalizedText, range: String)]
  private let panels: [Panel]

  private static let rowHeight = 32.0
  private static let top = 44.0
  private static let labelWidth = 236.0
  /// Room for the numbers on either side of the bars.
  private static let margin = 44.0

  var width: Double { 730 }
  var height: Double { Self.top + Self.rowHeight * Double(labels.count) + 34 }

  init(_ outcome: SensitivityOutcome) {
    labels = outcome.rows.map { ($0.assumption.name, $0.assumption.rangeText) }
    panels = [
      Panel(
        title: LocalizedText(zh: "最优下沉民警数（名）", en: "Best number of officers"),
        present: Double(outcome.present.sunk),
        bars: outcome.rows.map { Bar(low: Double($0.low.sunk), high: Double($0.high.sunk)) }, decimals: 0,
        suffix: ""),
      Panel(
        title: LocalizedText(zh: "所选方案的收益（%）", en: "Gain of the plan found (%)"),
        present: outcome.present.foundGain * 100,
        bars: outcome.rows.map { Bar(low: $0.low.foundGain * 100, high: $0.high.foundGain * 100) },
        decimals: 1, suffix: "")
    ]
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    let bottom = Self.top + Self.rowHeight * Double(labels.count)
    for (row, label) in labels.enumerated() {
      let middle = Self.top + Self.rowHeight * (Double(row) + 0.5)
      canvas.text(
        Self.shortened(label.name.text(in: language), to: Self.labelWidth - 8),
        at: Point(x: 2, y: middle - 2), style: "axis")
      canvas.text(label.range, at: Point(x: 2, y: middle + 11), style: "axis")
    }
    let span = (width - Self.labelWidth) / Double(panels.count)
    for (number, panel) in panels.enumerated() {
      let box = Box(
        x: Self.labelWidth + Double(number) * span, y: Self.top, width: span - 10, height: bottom - Self.top)
      draw(panel, in: box, on: &canvas, language)
    }
    drawLegend(at: bottom + 22, on: &canvas, language)
  }

  private func draw(_ panel: Panel, in box: Box, on canvas: inout Canvas, _ language: Language) {
    canvas.text(panel.title.text(in: language), at: Point(x: box.x, y: 13), style: "title")
    let values = panel.bars.flatMap { [$0.low, $0.high] } + [panel.present]
    let scale = Scale(
      domain: (values.min() ?? 0)...(values.max() ?? 1), start: box.x + Self.margin,
      end: box.right - Self.margin)
    for (row, bar) in panel.bars.enumerated() {
      draw(bar, panel, scale, at: box.y + Self.rowHeight * (Double(row) + 0.5), on: &canvas)
    }
    let center = scale(panel.present)
    canvas.line(
      from: Point(x: center, y: box.y - 6), to: Point(x: center, y: box.bottom),
      .init(color: Palette.gray, dash: "2 3"))
    canvas.text(
      text(panel.present, panel), at: Point(x: center, y: box.y - 10), style: "axis", anchor: .middle)
  }

  private func draw(_ bar: Bar, _ panel: Panel, _ scale: Scale, at middle: Double, on canvas: inout Canvas) {
    let ends = [(bar.low, Palette.lightBlue), (bar.high, Palette.blue)].sorted {
      abs($0.0 - panel.present) > abs($1.0 - panel.present)
    }
    for (value, color) in ends {
      let (left, right) = (scale(min(value, panel.present)), scale(max(value, panel.present)))
      canvas.rect(Box(x: left, y: middle - 7, width: right - left, height: 14), fill: color)
    }
    // Equal to what is printed above the line, a number says nothing.
    let (least, greatest) = (min(bar.low, bar.high), max(bar.low, bar.high))
    if text(least, panel) != text(panel.present, panel) {
      canvas.text(
        text(least, panel), at: Point(x: scale(min(least, panel.present)) - 4, y: middle + 4), style: "axis",
        anchor: .end)
    }
    if text(greatest, panel) != text(panel.present, panel), text(greatest, panel) != text(least, panel) {
      canvas.text(
        text(greatest, panel), at: Point(x: scale(max(greatest, panel.present)) + 4, y: middle + 4),
        style: "axis")
    }
  }

  private func text(_ value: Double, _ panel: Panel) -> String {
    NumberText.fixed(value, decimals: panel.decimals) + panel.suffix
  }

  private func drawLegend(at y: Double, on canvas: inout Canvas, _ language: Language) {
    let entries = [
      (Palette.lightBlue, LocalizedText(zh: "假设取下端", en: "assumption at its lower end")),
      (Palette.blue, LocalizedText(zh: "假设取上端", en: "at its upper end")),
      (Palette.gray, LocalizedText(zh: "虚线：本方案的取值", en: "dashed: as in the study"))
    ]
    var left = Self.labelWidth
    for (color, label) in entries {
      canvas.rect(Box(x: left, y: y - 8, width: 9, height: 9), fill: color)
      let text = label.text(in: language)
      canvas.text(text, at: Point(x: left + 14, y: y), style: "axis")
      left += 14 + TextWidth.estimate(text, size: 11) + 16
    }
  }

  /// A text that fits a width, with its end left out if need be.
  private static func shortened(_ text: String, to width: Double) -> String {
    guard TextWidth.estimate(text, size: 11) > width else { return text }
    var rest = text[...]
    while rest.count > 2, TextWidth.estimate(String(rest) + "…", size: 11) > width { rest = rest.dropLast() }
    return rest + "…"
  }
}

extension Assumption {
  /// A value as it is read: multiples with a cross.
  func text(of value: Double) -> String {
    let size = abs(value)
    let decimals = size >= 1000 ? 0 : min(4, Scale.decimals(of: size))
    return (isFactor ? "×" : "") + NumberText.fixed(value, decimals: decimals)
  }

  /// The range as it is read.
  var rangeText: String { text(of: range.lowerBound) + " – " + text(of: range.upperBound) }
}
