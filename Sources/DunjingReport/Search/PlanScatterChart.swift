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
  /// What the plan shown is called.
  private let best: LocalizedText
  private let title: LocalizedText
  /// Whether later objectives prefer another plan than the one of the best objective.
  private let isPreferred: Bool

  var width: Double { 730 }
  var height: Double { 300 }

  init(_ outcome: PlanSearchOutcome, _ scenario: Scenario) {
    let objective = ObjectiveText(outcome.goal)
    let unit = objective.changeUnit.isEmpty ? nil : objective.changeUnit
    (best, isPreferred) = (outcome.shownName, outcome.isPreferredOther)
    let isMaximized = outcome.goal.isMaximized
    title = LocalizedText(
      zh: "目标值与基线之差（\(unit.map { $0.zh + "，" } ?? "")越\(isMaximized ? "高" : "低")越好）",
      en: "Objective less that of the baseline (\(unit.map { $0.en + ", " } ?? "")"
        + "\(isMaximized ? "higher" : "lower") is better)")
    marks = outcome.plans.enumerated().map { index, plan in
      let isBest = index == outcome.shown
      let difference = objective.drawn(plan.difference)
      let isOnPlateau = outcome.plateau.contains(index)
      return Mark(
        sunk: Double(plan.sunk), mean: difference.mean, low: difference.lower, high: difference.upper,
        color: isBest
          ? Palette.orange
          : isOnPlateau ? Palette.blue : plan.isFeasible ? Palette.lightBlue : Palette.broken,
        radius: isBest ? 4.5 : 3, label: isBest ? outcome.shownNote : nil)
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
    canvas.text(title.text(in: language), at: Point(x: 4, y: 13), style: "title")
    ScatterAxes(x: x, y: y, box: box).draw(on: &canvas) { NumberText.fixed($0, decimals: 0) }
    let name = LocalizedText(zh: "下沉民警（名）", en: "officers sent down")
    canvas.text(
      name.text(in: language), at: Point(x: box.right, y: box.bottom + 29), style: "axis", anchor: .end)
  }

  /// The name of the best plan, as near to its interval as no other and no line is in the way.
  private func drawLabel(_ x: Scale, _ y: Scale, _ box: Box, on canvas: inout Canvas, _ language: Language) {
    guard let best = marks.first(where: { $0.label != nil }), let label = best.label?.text(in: language)
    else {
      return
    }
    let intervals = marks.map { [Point(x: x($0.sunk), y: y($0.low)), Point(x: x($0.sunk), y: y($0.high))] }
    let zero = [Point(x: box.x, y: y(0)), Point(x: box.right, y: y(0))]
    let place = LabelPlacement.place(
      width: TextWidth.estimate(label, size: 11) + 2, beside: Point(x: x(best.sunk), y: y(best.mean)),
      band: 4,
      clearOf: intervals + [zero], in: box)
    canvas.text(label, at: Point(x: place.center.x, y: place.bottom - 2), style: "best halo", anchor: .middle)
  }

  private func drawLegend(below box: Box, on canvas: inout Canvas, _ language: Language) {
    let entries = [
      (Palette.orange, LocalizedText(zh: best.zh, en: "the " + best.en)),
      (
        Palette.blue,
        LocalizedText(
          zh: isPreferred ? "与目标值最好者无法区分或差距很小" : "与最优无法区分或差距很小",
          en: "not distinguishable, or too little worse to matter")
      ),
      (Palette.lightBlue, LocalizedText(zh: "其他方案", en: "other plans")),
      (Palette.broken, LocalizedText(zh: "不满足限制", en: "breaks a limit"))
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
