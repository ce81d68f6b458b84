import DunjingCalibration
import DunjingScenario

/// The analytic picture: the fall of each target against effective visits, for several shares that grow from hazards, with
/// the fall that is to be explained and the bounds.
struct PreventionFallChart: Chart {
  private struct Curve {
    var points: [(position: Double, fall: Double)]
    var label: String
    var isOwn: Bool
  }

  private struct Panel {
    var name: LocalizedText
    var target: Double
    var curves: [Curve]
    var own: (position: Double, fall: Double)
  }

  private let panels: [Panel]
  private static let panelHeight = 268.0

  var width: Double { CalibrationPanels.width }
  var height: Double { Self.panelHeight * Double(CalibrationPanels.rows(panels.count)) + 34 }

  init(_ outcome: PreventionOutcome) {
    panels = outcome.subjects.indices.map { index in
      let present = outcome.hours.present
      let own = present.shares[index]
      let shares = ([0.4, 0.6, 0.8, 1].filter { ($0 - own).magnitude > 0.08 } + [own]).sorted()
      let curves = shares.map { share in
        let gain = outcome.visitGain(index, share: share)
        let points = (0...80).map { step -> (position: Double, fall: Double) in
          let position = Double(step) / 80
          let visits = VisitAxis.visits(at: position)
          return (position, visits < .infinity ? gain.fall(at: visits) : gain.bound)
        }
        return Curve(
          points: points,
          label: NumberText.percent(share, decimals: 0) + " < " + NumberText.percent(gain.bound),
          isOwn: share == own)
      }
      return Panel(
        name: outcome.subjects[index].kind, target: outcome.subjects[index].target.fall, curves: curves,
        own: (
          VisitAxis.position(present.visits[index]), outcome.visitGain(index).fall(at: present.visits[index])
        ))
    }
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    for (index, panel) in panels.enumerated() {
      let room = CalibrationPanels.room(index, of: panels.count, height: Self.panelHeight)
      let box = Box(x: room.x + 42, y: room.y + 30, width: room.width - 138, height: 190)
      draw(panel, in: box, on: &canvas, language)
    }
    let entries = [
      (Palette.orange, true, LocalizedText(zh: "研究中的份额", en: "the share in the study")),
      (Palette.blue, true, LocalizedText(zh: "其他份额", en: "other shares")),
      (Palette.orange, false, LocalizedText(zh: "研究中的走访次数", en: "the visits of the study")),
      (Palette.gray, true, LocalizedText(zh: "要解释的降幅及其一半", en: "the fall to be explained, and half of it"))
    ].map { ($0.0, $0.1, $0.2.text(in: language)) }
    CalibrationPanels.legend(entries, at: Point(x: 42, y: height - 22), on: &canvas)
  }

  private func draw(_ panel: Panel, in box: Box, on canvas: inout Canvas, _ language: Language) {
    let highest = max(panel.target, panel.curves.flatMap(\.points).map(\.fall).max() ?? 0) * 1.04
    let y = Scale.nice(0, highest, about: 4, start: box.bottom, end: box.y)
    let x = Scale(domain: 0...1, start: box.x, end: box.right)
    let name = panel.name.text(in: language)
    CalibrationAxes(x: x, y: y, box: box).draw(
      on: &canvas, marks: VisitAxis.marks,
      title: language == .zh ? "\(name)的降幅" : "Fall: \(name)",
      axis: language == .zh ? "每个平均潜伏期的有效走访 x" : "effective visits per mean incubation, x")
    for fall in [panel.target, panel.target / 2] {
      canvas.line(
        from: Point(x: box.x, y: y(fall)), to: Point(x: box.right, y: y(fall)),
        .init(color: Palette.gray, width: 1.3, dash: "5 3"))
      canvas.text(
        NumberText.percent(fall), at: Point(x: box.x + 4, y: y(fall) - 4), style: "strong halo")
    }
    for curve in panel.curves {
      canvas.polyline(
        curve.points.map { Point(x: x($0.position), y: y($0.fall)) },
        .init(color: curve.isOwn ? Palette.orange : Palette.blue, width: curve.isOwn ? 2.4 : 1.3))
    }
    canvas.circle(
      Point(x: x(panel.own.position), y: y(panel.own.fall)), radius: 4, fill: Palette.orange,
      stroke: .init(color: "#fff", width: 0.8))
    drawLabels(panel, y, box, on: &canvas, language)
  }

  private func drawLabels(
    _ panel: Panel, _ y: Scale, _ box: Box, on canvas: inout Canvas, _ language: Language
  ) {
    let wishes = panel.curves.map { y($0.points.last?.fall ?? 0) }
    let rows = LabelPlacement.spread(wishes, spacing: 13, in: (box.y + 6)...box.bottom)
    for (curve, row) in zip(panel.curves, rows) {
      canvas.text(
        curve.label, at: Point(x: box.right + 5, y: row + 3.5), style: curve.isOwn ? "best" : "axis")
    }
    canvas.text(
      language == .zh ? "份额 < 上限" : "share < bound", at: Point(x: box.right + 5, y: box.y - 6), style: "axis")
  }
}
