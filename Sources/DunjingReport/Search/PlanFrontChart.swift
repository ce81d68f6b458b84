import DunjingDecision
import DunjingScenario
import DunjingSimulation
import DunjingStatistics

/// Plans by the changes of two indicators, those of the front joined.
struct PlanFrontChart: Chart {
  private struct Mark {
    var x: Double
    var y: Double
    var isMember: Bool
    var isBest: Bool
    var sunk: Int
  }

  private let marks: [Mark]
  private let names: [LocalizedText]
  /// With a third indicator the front is a surface.
  private let isLine: Bool

  var width: Double { 730 }
  var height: Double { 320 }

  init(_ front: PlanFront, _ outcome: PlanSearchOutcome) {
    let members = Set(front.members.map(\.plan))
    isLine = front.terms.count == 2
    let indicators = front.terms.map(\.indicator)
    names = indicators.prefix(2).map(\.nameWithUnit)
    marks = front.others.map { other in
      Mark(
        x: indicators[0].scaled(other.changes[0].mean), y: indicators[1].scaled(other.changes[1].mean),
        isMember: members.contains(other.plan), isBest: other.plan == outcome.answer,
        sunk: outcome.plans[other.plan].sunk)
    }.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    let box = Box(x: 62, y: 34, width: width - 92, height: height - 84)
    let (xs, ys) = (marks.map(\.x), marks.map(\.y))
    guard let left = xs.min(), let right = xs.max(), let low = ys.min(), let high = ys.max() else { return }
    let x = Scale.nice(min(left, 0), max(right, 0), about: 6, start: box.x, end: box.right)
    let y = Scale.nice(min(low, 0), max(high, 0), about: 5, start: box.bottom, end: box.y)
    drawAxes(x, y, box, on: &canvas, language)
    let members = marks.filter(\.isMember)
    for (one, next) in zip(members, members.dropFirst()) where isLine {
      canvas.line(
        from: Point(x: x(one.x), y: y(one.y)), to: Point(x: x(next.x), y: y(next.y)),
        .init(color: Palette.blue, width: 1.2))
    }
    for mark in marks.sorted(by: { !$0.isMember && $1.isMember }) {
      canvas.circle(
        Point(x: x(mark.x), y: y(mark.y)), radius: mark.isMember ? 4 : 2.5,
        fill: mark.isBest ? Palette.orange : mark.isMember ? Palette.blue : Palette.lightBlue,
        stroke: .init(color: "#fff", width: 0.8))
    }
    drawLabels(members, x, y, box, on: &canvas)
  }

  /// The officers sent down, where a label has room beside its point.
  private func drawLabels(_ members: [Mark], _ x: Scale, _ y: Scale, _ box: Box, on canvas: inout Canvas) {
    let points = members.map { Point(x: x($0.x), y: y($0.y)) }
    let zero = [Point(x: box.x, y: y(0)), Point(x: box.right, y: y(0))]
    var taken = marks.map { Box(center: Point(x: x($0.x), y: y($0.y)), edge: 6) }
    for (mark, point) in zip(members, points).sorted(by: { $0.0.isBest && !$1.0.isBest }) {
      let text = NumberText.whole(mark.sunk)
      guard
        let place = LabelPlacement.freePlace(
          width: TextWidth.estimate(text, size: 11) + 2, beside: point, band: 2, reach: 24,
          clearOf: isLine ? [points, zero] : [zero], taken, in: box)
      else { continue }
      taken.append(place)
      canvas.text(
        text, at: Point(x: place.center.x, y: place.bottom - 2), style: mark.isBest ? "best halo" : "axis",
        anchor: .middle)
    }
  }

  private func drawAxes(_ x: Scale, _ y: Scale, _ box: Box, on canvas: inout Canvas, _ language: Language) {
    let title = LocalizedText(
      zh: "\(names[1].zh)与基线之差；点旁数字为下沉人数",
      en: "Change of \(names[1].en), against the baseline; numbers are officers sent down")
    canvas.text(title.text(in: language), at: Point(x: 4, y: 13), style: "title")
    let axes = ScatterAxes(x: x, y: y, box: box)
    axes.draw(on: &canvas) { NumberText.signed($0, decimals: Scale.decimals(of: x.step(about: 6))) }
    let name = LocalizedText(
      zh: "\(names[0].zh)与基线之差", en: "change of \(names[0].en), against the baseline")
    canvas.text(
      name.text(in: language), at: Point(x: box.right, y: box.bottom + 31), style: "axis", anchor: .end)
  }
}
