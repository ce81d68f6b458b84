import DunjingCalibration
import DunjingScenario

/// How much of each target can be explained: the wanted fall by attribution share, and the largest falls that can be reached.
struct PreventionReachChart: Chart {
  private struct Level {
    var fall: Double
    var name: LocalizedText
    var color: String
    var dash: String
  }

  private struct Panel {
    var name: LocalizedText
    var target: Double
    var levels: [Level]
  }

  private static let panelHeight = 288.0
  private let panels: [Panel]
  private let tolerance: Double

  var width: Double { CalibrationPanels.width }
  var height: Double { Self.panelHeight * Double(panels.count) }

  init(_ outcome: PreventionOutcome) {
    tolerance = outcome.settings.tolerance
    panels = outcome.subjects.indices.map { index in
      let hours = outcome.hours
      let all = outcome.bundles.count > 1 ? outcome.bundles.last : nil
      let asStudied = LocalizedText(zh: "研究取值", en: "as in the study")
      let held = LocalizedText(zh: "最大，化解不缺工时", en: "largest, mediation has time")
      let short = LocalizedText(zh: "最大，化解可缺工时", en: "largest, mediation may be short")
      let free = LocalizedText(zh: "最大，所有范围", en: "largest, all ranges")
      let levels: [(PreventionSample?, LocalizedText, String, String)] = [
        (hours.present, LocalizedText(zh: "工时：", en: "hours: ") + asStudied, Palette.orange, ""),
        (hours.held[index], LocalizedText(zh: "工时：", en: "hours: ") + held, Palette.orange, "6 3"),
        (hours.short[index], LocalizedText(zh: "工时：", en: "hours: ") + short, Palette.orange, "2 3"),
        (hours.free[index], LocalizedText(zh: "工时：", en: "hours: ") + free, Palette.orange, "1 5"),
        (all?.present, LocalizedText(zh: "加机制：", en: "mechanisms: ") + asStudied, Palette.blue, ""),
        (all?.held[index], LocalizedText(zh: "加机制：", en: "mechanisms: ") + held, Palette.blue, "6 3")
      ]
      return Panel(
        name: outcome.subjects[index].kind, target: outcome.subjects[index].target.fall,
        levels: levels.compactMap { level in
          level.0.map { Level(fall: $0.falls[index], name: level.1, color: level.2, dash: level.3) }
        })
    }
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    for (index, panel) in panels.enumerated() {
      let box = Box(x: 46, y: Double(index) * Self.panelHeight + 30, width: 326, height: 206)
      draw(panel, in: box, on: &canvas, language)
    }
  }

  private func draw(_ panel: Panel, in box: Box, on canvas: inout Canvas, _ language: Language) {
    // What lies far above the target is only named.
    let highest = min(
      max(panel.target + tolerance, panel.levels.map(\.fall).max() ?? 0), 1.4 * panel.target + tolerance)
    let y = Scale.nice(0, highest, about: 5, start: box.bottom, end: box.y)
    let x = Scale(domain: 0...1, start: box.x, end: box.right)
    func wanted(_ change: Double) -> [Point] {
      (0...50).map { step in
        let share = Double(step) / 50
        return Point(x: x(share), y: y(max(0, share * panel.target + change)))
      }
    }
    canvas.polygon(wanted(tolerance) + wanted(-tolerance).reversed(), fill: Palette.plateau)
    let name = panel.name.text(in: language)
    CalibrationAxes(x: x, y: y, box: box).draw(
      on: &canvas,
      marks: stride(from: 0, through: 100, by: 20).map { .init(value: Double($0) / 100, label: "\($0)%") },
      title: language == .zh ? "\(name)的降幅" : "Fall: \(name)",
      axis: language == .zh ? "归因于下沉的份额" : "share of the fall attributed to the plan")
    canvas.polyline(wanted(0), .init(color: Palette.ink, width: 1.6))
    for level in panel.levels where level.fall <= y.domain.upperBound {
      canvas.line(
        from: Point(x: box.x, y: y(level.fall)), to: Point(x: box.right, y: y(level.fall)),
        .init(color: level.color, width: 1.6, dash: level.dash))
      guard level.fall <= panel.target else { continue }
      canvas.circle(
        Point(x: x(level.fall / panel.target), y: y(level.fall)), radius: 3.4, fill: level.color,
        stroke: .init(color: "#fff", width: 0.8))
    }
    drawLabels(panel, y, box, on: &canvas, language)
  }

  private func drawLabels(
    _ panel: Panel, _ y: Scale, _ box: Box, on canvas: inout Canvas, _ language: Language
  ) {
    let wanted = LocalizedText(zh: "要解释的降幅", en: "the fall to be explained").text(in: language)
    let labels =
      [(panel.target, wanted, Palette.ink, "")]
      + panel.levels.map { ($0.fall, $0.name.text(in: language), $0.color, $0.dash) }
    let rows = LabelPlacement.spread(
      labels.map { y(min($0.0, y.domain.upperBound)) }, spacing: 14, in: (box.y - 4)...(box.bottom))
    for ((fall, name, color, dash), row) in zip(labels, rows) {
      canvas.polyline(
        [Point(x: box.right + 2, y: y(min(fall, y.domain.upperBound))), Point(x: box.right + 14, y: row)],
        .init(color: color, width: 0.8))
      canvas.line(
        from: Point(x: box.right + 14, y: row), to: Point(x: box.right + 30, y: row),
        .init(color: color, width: 1.6, dash: dash))
      let part = NumberText.percent(fall / panel.target, decimals: 0)
      let text = NumberText.percent(fall) + (color == Palette.ink ? "" : " (\(part))")
      canvas.text(text + " " + name, at: Point(x: box.right + 34, y: row + 3.5), style: "axis")
    }
  }
}
