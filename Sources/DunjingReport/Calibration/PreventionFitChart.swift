import DunjingCalibration
import DunjingScenario

/// Where values fit: effective visits against the share that grows from hazards, each set of values a point, the darker, the
/// more of the fall it explains; those that fit all targets together stand out.
struct PreventionFitChart: Chart {
  private struct Panel {
    var name: LocalizedText
    var hazard: LocalizedText
    /// Points by the part they explain, in fifths, and those that fit.
    var classes: [[(position: Double, share: Double)]]
    var fitting: [(position: Double, share: Double)]
    /// Those that fit only as mediation is short of hours.
    var hollow: [(position: Double, share: Double)]
    /// The shares between which theory fits, by position.
    var band: [(position: Double, low: Double, high: Double)]
    var own: (position: Double, share: Double)
    var highest: Double
  }

  private static let shades = ["#dfe9ef", "#b9d3e1", "#82b0c9", "#3f7fa3", "#06324b"]
  private static let mostPoints = 1500
  private static let panelHeight = 268.0

  private let panels: [Panel]

  var width: Double { CalibrationPanels.width }
  var height: Double { Self.panelHeight * Double(CalibrationPanels.rows(panels.count)) + 38 }

  /// - Parameter attribution: the part of the targets that is to be fitted.
  init(_ outcome: PreventionOutcome, attribution: ClosedRange<Double>) {
    let shown = Array(outcome.samples.prefix(Self.mostPoints))
    let fits = Array(outcome.fitting(attribution).prefix(Self.mostPoints))
    panels = outcome.subjects.indices.map { index in
      let target = outcome.subjects[index].target.fall
      var classes = Self.shades.map { _ in [(position: Double, share: Double)]() }
      for sample in shown {
        let part = min(4, max(0, Int(sample.falls[index] / target * 5)))
        classes[part].append((VisitAxis.position(sample.visits[index]), sample.shares[index]))
      }
      let whole = outcome.visitGain(index, share: 1)
      let tolerance = outcome.settings.tolerance
      let ends = (
        max(0, attribution.lowerBound * target - tolerance), attribution.upperBound * target + tolerance
      )
      let band = (1...80).map { step -> (position: Double, low: Double, high: Double) in
        let position = Double(step) / 80
        let visits = VisitAxis.visits(at: position)
        let fall = visits < .infinity ? whole.fall(at: visits) : whole.bound
        return (position, min(1, ends.0 / max(fall, 1e-9)), min(1, ends.1 / max(fall, 1e-9)))
      }
      let greatest = max(shown.map { $0.shares[index] }.max() ?? 1, outcome.hours.present.shares[index])
      return Panel(
        name: outcome.subjects[index].kind, hazard: outcome.subjects[index].hazard, classes: classes,
        fitting: fits.filter(outcome.hasTimeToMediate).map {
          (VisitAxis.position($0.visits[index]), $0.shares[index])
        },
        hollow: fits.filter { !outcome.hasTimeToMediate($0) }.map {
          (VisitAxis.position($0.visits[index]), $0.shares[index])
        }, band: band,
        own: (
          VisitAxis.position(outcome.hours.present.visits[index]), outcome.hours.present.shares[index]
        ), highest: max(1, greatest))
    }
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    for (index, panel) in panels.enumerated() {
      let room = CalibrationPanels.room(index, of: panels.count, height: Self.panelHeight)
      let box = Box(x: room.x + 46, y: room.y + 30, width: room.width - 64, height: 190)
      draw(panel, in: box, on: &canvas, language)
    }
    let parts = ["0–20%", "20–40%", "40–60%", "60–80%", language == .zh ? "≥80%" : "80% or more"]
    let explains = language == .zh ? "解释降幅的 " : "explains "
    let entries =
      zip(Self.shades, parts).map { ($0, false, $1 == parts[0] ? explains + $1 : $1) } + [
        (Palette.orange, false, language == .zh ? "与全部目标相符" : "fits all targets together"),
        (Palette.lightOrange, true, language == .zh ? "公式：相符的区域" : "theory: where it fits"),
        (Palette.ink, false, language == .zh ? "研究中的取值" : "as in the study")
      ]
    CalibrationPanels.legend(entries, at: Point(x: 46, y: height - 24), on: &canvas)
  }

  private func draw(_ panel: Panel, in box: Box, on canvas: inout Canvas, _ language: Language) {
    let y = Scale(domain: 0...panel.highest, start: box.bottom, end: box.y)
    let x = Scale(domain: 0...1, start: box.x, end: box.right)
    let inside = panel.band.filter { $0.low < 1 }
    let upper = inside.map { Point(x: x($0.position), y: y($0.high)) }
    let lower = inside.reversed().map { Point(x: x($0.position), y: y($0.low)) }
    canvas.polygon(upper + lower, fill: Palette.lightOrange, opacity: 0.6)
    let (name, hazard) = (panel.name.text(in: language), panel.hazard.text(in: language))
    CalibrationAxes(x: x, y: y, box: box).draw(
      on: &canvas, marks: VisitAxis.marks,
      title: language == .zh ? "\(name)中由隐患产生的份额" : "Share from hazards: \(name)",
      axis: language == .zh
        ? "每个平均潜伏期的有效走访 x（\(hazard)）" : "effective visits x (\(hazard.lowercased()))")
    for (color, points) in zip(Self.shades, panel.classes) {
      canvas.stamps(
        points.map { Point(x: x($0.position), y: y($0.share)) }, corners: [], radius: 1.7, fill: color,
        stroke: .init(color: Palette.broken, width: 0.3))
    }
    canvas.stamps(
      panel.hollow.map { Point(x: x($0.position), y: y($0.share)) }, corners: [], radius: 2, fill: "#fff",
      stroke: .init(color: Palette.orange, width: 1))
    canvas.stamps(
      panel.fitting.map { Point(x: x($0.position), y: y($0.share)) }, corners: [], radius: 2,
      fill: Palette.orange, stroke: .init(color: "#fff", width: 0.4))
    canvas.circle(
      Point(x: x(panel.own.position), y: y(panel.own.share)), radius: 4, fill: Palette.ink,
      stroke: .init(color: "#fff", width: 1.2))
  }
}
