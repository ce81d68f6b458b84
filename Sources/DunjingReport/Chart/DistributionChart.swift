import DunjingScenario

/// Cumulative response times, one panel for each area class, baseline against one treatment.
struct DistributionChart: Chart {
  /// One area class.
  struct Panel: Sendable {
    var title: LocalizedText
    /// The target in minutes.
    var target: Double
    /// Share reached within each minute of ``minutes``, under the baseline.
    var baseline: [Double]
    /// The same under the treatment.
    var treatment: [Double]
  }

  /// The times of the points, in minutes.
  var minutes: [Double]
  var panels: [Panel]
  /// Label of the treatment.
  var shown: LocalizedText
  /// Whether that is the treatment with the least harm index.
  var isBest: Bool

  var width: Double { 730 }
  var height: Double { 226 }

  func draw(on canvas: inout Canvas, in language: Language) {
    drawLegend(on: &canvas, language: language)
    let span = width / Double(max(1, panels.count))
    for (index, panel) in panels.enumerated() {
      let box = Box(x: Double(index) * span + 36, y: 52, width: span - 48, height: 142)
      draw(panel, in: box, on: &canvas, language: language)
    }
    let axis = LocalizedText(zh: "自派警起的到场时间（分钟）", en: "Minutes from dispatch to arrival")
    canvas.text(
      axis.text(in: language), at: Point(x: width / 2, y: height - 3), style: "axis", anchor: .middle)
  }

  private func drawLegend(on canvas: inout Canvas, language: Language) {
    let shown = self.shown.text(in: language)
    let text = Labels.baseline.text(in: language)
    canvas.line(
      from: Point(x: 36, y: 11), to: Point(x: 56, y: 11), .init(color: Palette.line(isBest: isBest), width: 2)
    )
    canvas.text(shown, at: Point(x: 61, y: 14.5))
    let x = 61 + TextWidth.estimate(shown, size: 10) + 24
    canvas.line(
      from: Point(x: x, y: 11), to: Point(x: x + 20, y: 11),
      .init(color: Palette.baseline, width: 1.4, dash: "4 3"))
    canvas.text(text, at: Point(x: x + 25, y: 14.5))
  }

  private func draw(_ panel: Panel, in box: Box, on canvas: inout Canvas, language: Language) {
    let longest = minutes.last ?? 15
    let x = Scale(domain: 0...max(longest, 1), start: box.x, end: box.right)
    let y = Scale(domain: 0...1, start: box.bottom, end: box.y)
    canvas.text(panel.title.text(in: language), at: Point(x: box.x, y: 40), style: "title")
    for tick in [0, 0.25, 0.5, 0.75, 1] {
      canvas.line(
        from: Point(x: box.x, y: y(tick)), to: Point(x: box.right, y: y(tick)), .init(color: Palette.grid))
      canvas.text(
        NumberText.fixed(tick * 100, decimals: 0) + "%", at: Point(x: box.x - 5, y: y(tick) + 3.5),
        style: "axis", anchor: .end)
    }
    for mark in [1.0, 3, 5] where mark <= longest && mark != panel.target {
      canvas.line(
        from: Point(x: x(mark), y: box.y), to: Point(x: x(mark), y: box.bottom),
        .init(color: "#b8c0c9", dash: "1 2"))
    }
    canvas.line(
      from: Point(x: x(panel.target), y: box.y), to: Point(x: x(panel.target), y: box.bottom),
      .init(color: Palette.ink, width: 1.2))
    for tick in [0.0, 1, 3, 5, 10, 15] where tick <= longest {
      canvas.text(
        NumberText.fixed(tick, decimals: 0), at: Point(x: x(tick), y: box.bottom + 13),
        style: tick == panel.target ? "strong" : "axis", anchor: .middle)
    }
    canvas.polyline(
      points(panel.baseline, x: x, y: y), .init(color: Palette.baseline, width: 1.4, dash: "4 3"))
    canvas.polyline(points(panel.treatment, x: x, y: y), .init(color: Palette.line(isBest: isBest), width: 2))
    drawAttainment(panel, box: box, on: &canvas, language: language)
  }

  private func points(_ shares: [Double], x: Scale, y: Scale) -> [Point] {
    zip(minutes, shares).map { Point(x: x($0), y: y($1)) }
  }

  private func drawAttainment(_ panel: Panel, box: Box, on canvas: inout Canvas, language: Language) {
    let target = NumberText.fixed(panel.target, decimals: panel.target == panel.target.rounded() ? 0 : 1)
    guard let before = share(panel.baseline, at: panel.target),
      let after = share(panel.treatment, at: panel.target)
    else { return }
    let head = LocalizedText(zh: "\(target) 分钟内到场", en: "Within \(target) min")
    let change = "\(NumberText.percent(before)) → \(NumberText.percent(after))"
    canvas.text(
      head.text(in: language), at: Point(x: box.right - 4, y: box.bottom - 24), style: "halo", anchor: .end)
    canvas.text(change, at: Point(x: box.right - 4, y: box.bottom - 9), style: "strong halo", anchor: .end)
  }

  private func share(_ shares: [Double], at time: Double) -> Double? {
    guard let index = minutes.firstIndex(where: { $0 >= time - 1e-9 }), index < shares.count else {
      return nil
    }
    return shares[index]
  }
}
