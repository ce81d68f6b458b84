import DunjingExperiment
import DunjingScenario

/// Box plots of the utilization of the units of each group (Tukey, 1977), the baseline above the treatment.
struct WorkloadChart: Chart {
  /// A group of units.
  struct Group: Sendable {
    var own: GroupWorkload
    var before: GroupWorkload?
  }

  var groups: [Group]
  /// Label of the treatment.
  var shown: LocalizedText
  /// Whether it is the one of least harm.
  var isBest: Bool

  var width: Double { 730 }
  var height: Double { 30 + Double(groups.count) * pitch + 24 }

  private var pitch: Double { 34 }
  private var labelWidth: Double { 150 }

  func draw(on canvas: inout Canvas, in language: Language) {
    let box = Box(x: labelWidth, y: 24, width: width - labelWidth - 20, height: Double(groups.count) * pitch)
    let greatest = groups.flatMap { ($0.own.quartiles + ($0.before?.quartiles ?? [])) }.max() ?? 1
    let x = Scale.nice(0, greatest, about: 6, start: box.x, end: box.right)
    let decimals = Scale.decimals(of: x.step(about: 6) * 100)
    for tick in x.ticks(about: 6) {
      canvas.line(
        from: Point(x: x(tick), y: box.y), to: Point(x: x(tick), y: box.bottom), .init(color: Palette.grid))
      canvas.text(
        NumberText.fixed(tick * 100, decimals: decimals) + "%", at: Point(x: x(tick), y: box.bottom + 14),
        style: "axis", anchor: .middle)
    }
    for (number, group) in groups.enumerated() {
      let middle = box.y + (Double(number) + 0.5) * pitch
      let name = TextWidth.shortened(group.own.name.text(in: language), to: labelWidth - 12, size: 10)
      canvas.text(name, at: Point(x: 0, y: middle + 3.5))
      let offset = group.before == nil ? 0.0 : 7
      if let before = group.before {
        draw(before, at: middle - offset, x, color: Palette.baseline, fill: "#fff", on: &canvas)
      }
      draw(
        group.own, at: middle + offset, x, color: Palette.line(isBest: isBest),
        fill: Palette.area(isBest: isBest),
        on: &canvas)
    }
    drawLegend(on: &canvas, language)
  }

  private func draw(
    _ workload: GroupWorkload, at y: Double, _ x: Scale, color: String, fill: String, on canvas: inout Canvas
  ) {
    let places = workload.quartiles.map { x($0) }
    canvas.line(
      from: Point(x: places[0], y: y), to: Point(x: places[4], y: y), .init(color: color, width: 1.2))
    canvas.rect(
      Box(x: places[1], y: y - 4.5, width: max(1, places[3] - places[1]), height: 9), fill: fill,
      stroke: .init(color: color, width: 1.2))
    canvas.line(
      from: Point(x: places[2], y: y - 4.5), to: Point(x: places[2], y: y + 4.5),
      .init(color: color, width: 2.2))
  }

  private func drawLegend(on canvas: inout Canvas, _ language: Language) {
    var entries = [(shown, Palette.area(isBest: isBest), Palette.line(isBest: isBest))]
    if groups.contains(where: { $0.before != nil }) {
      entries.insert((Labels.baseline, "#fff", Palette.baseline), at: 0)
    }
    var flow = LegendFlow(at: Point(x: labelWidth, y: 11), width: width - labelWidth)
    for (label, fill, color) in entries {
      let text = label.text(in: language)
      let place = flow.place(symbol: 16, text: text)
      canvas.rect(
        Box(x: place.symbol.x, y: place.symbol.y - 4.5, width: 16, height: 9), fill: fill,
        stroke: .init(color: color, width: 1.2))
      canvas.text(text, at: Point(x: place.text.x, y: place.text.y + 3.5))
    }
  }
}
