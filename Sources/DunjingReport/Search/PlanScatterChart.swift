import DunjingDecision
import DunjingScenario
import DunjingStatistics

/// Every plan as a point: officers sent down against the objective less that of the baseline, with intervals.
struct PlanScatterChart: Chart {
  private struct Mark {
    var sunk: Double
    var mean: Double
    var low: Double
    var high: Double
    var color: String
    var radius: Double
    var label: LocalizedText?
  }

  private let marks: [Mark]

  var width: Double { 730 }
  var height: Double { 300 }

  init(_ outcome: PlanSearchOutcome, _ scenario: Scenario) {
    marks = outcome.plans.enumerated().map { index, plan in
      let isBest = index == outcome.best
      let isOnPlateau = outcome.plateau.contains(index)
      return Mark(
        sunk: Double(plan.sunk), mean: plan.difference.mean, low: plan.difference.lower,
        high: plan.difference.upper,
        color: isBest
          ? Palette.orange : isOnPlateau ? Palette.blue : plan.isFeasible ? Palette.lightBlue : Palette.grid,
        radius: isBest ? 4.5 : 3, label: isBest ? LocalizedText(zh: "最优", en: "best") : nil)
    }
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    let box = Box(x: 62, y: 34, width: width - 82, height: height - 84)
    guard let low = marks.map(\.low).min(), let high = marks.map(\.high).max() else { return }
    let y = Scale.nice(min(low, 0), max(high, 0), about: 5, start: box.bottom, end: box.y)
    let x = Scale.nice(0, max(marks.map(\.sunk).max() ?? 1, 1), about: 6, start: box.x, end: box.right)
    drawAxes(x, y, box, on: &canvas, language)
    for mark in marks.sorted(by: { $0.radius < $1.radius }) {
      let column = x(mark.sunk)
      canvas.line(
        from: Point(x: column, y: y(mark.low)), to: Point(x: column, y: y(mark.high)),
        .init(color: mark.color, width: 1.2))
      canvas.circle(
        Point(x: column, y: y(mark.mean)), radius: mark.radius, fill: mark.color,
        stroke: .init(color: "#fff", width: 0.8))
    }
    drawLabel(x, y, box, on: &canvas, language)
    drawLegend(below: box, on: &canvas, language)
  }

  private func drawAxes(_ x: Scale, _ y: Scale, _ box: Box, on canvas: inout Canvas, _ language: Language) {
    let title = LocalizedText(
      zh: "目标值与基线之差（越低越好）", en: "Objective less that of the baseline (lower is better)")
    canvas.text(title.text(in: language), at: Point(x: 4, y: 13), style: "title")
    ScatterAxes(x: x, y: y, box: box).draw(on: &canvas) { NumberText.fixed($0, decimals: 0) }
    let name = LocalizedText(zh: "下沉民警（名）", en: "officers sent down")
    canvas.text(
      name.text(in: language), at: Point(x: box.right, y: box.bottom + 29), style: "axis", anchor: .end)
  }

  /// The name of the best plan, under its interval.
  private func drawLabel(_ x: Scale, _ y: Scale, _ box: Box, on canvas: inout Canvas, _ language: Language) {
    guard let best = marks.first(where: { $0.label != nil }), let label = best.label else { return }
    let below = y(best.low) + 14
    let place = below < box.bottom - 2 ? below : y(best.high) - 6
    canvas.text(
      label.text(in: language), at: Point(x: x(best.sunk), y: place), style: "best halo", anchor: .middle)
  }

  private func drawLegend(below box: Box, on canvas: inout Canvas, _ language: Language) {
    let entries = [
      (Palette.orange, LocalizedText(zh: "最优方案", en: "the best plan")),
      (
        Palette.blue,
        LocalizedText(zh: "与最优无法区分或差距很小", en: "not distinguishable, or too little worse to matter")
      ),
      (Palette.lightBlue, LocalizedText(zh: "其他方案", en: "other plans")),
      (Palette.grid, LocalizedText(zh: "不满足限制", en: "breaks a limit"))
    ].filter { entry in marks.contains { $0.color == entry.0 } }
    var left = box.x
    for (color, label) in entries {
      canvas.circle(Point(x: left + 4, y: box.bottom + 41), radius: 3.5, fill: color)
      let text = label.text(in: language)
      canvas.text(text, at: Point(x: left + 12, y: box.bottom + 44.5), style: "axis")
      left += 12 + TextWidth.estimate(text, size: 11) + 18
    }
  }
}
