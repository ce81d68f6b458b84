import DunjingExperiment
import DunjingScenario
import DunjingSimulation

/// The relative differences of some indicators between two runs: a dot and its interval in each row.
struct CompareChart: Chart {
  private let differences: [RunComparison.Difference]
  private let domain: ClosedRange<Double>

  private static let (rowHeight, top, labelWidth, valueWidth) = (24.0, 14.0, 226.0, 138.0)

  /// Whether there is nothing to draw.
  var isEmpty: Bool { differences.isEmpty }

  var width: Double { 730 }
  var height: Double { Self.top + Self.rowHeight * Double(differences.count) + 24 }

  init(_ differences: [RunComparison.Difference]) {
    self.differences = differences
    // Intervals longer than the rest are cut, so that one does not squeeze the others.
    let sizes = differences.map { abs($0.relative ?? 0) }
    let ends = differences.map { abs($0.relative ?? 0) + ($0.relativeHalfWidth ?? 0) }.sorted()
    let typical = ends.isEmpty ? 0 : ends[ends.count / 2]
    let reach = min(ends.last ?? 0, max((sizes.max() ?? 0) * 1.3, typical * 3))
    let limit = Scale.nice(0, max(reach, 0.001), about: 4, start: 0, end: 1).domain.upperBound
    domain = -limit...limit
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    let bottom = Self.top + Self.rowHeight * Double(differences.count)
    let scale = Scale(domain: domain, start: Self.labelWidth, end: width - Self.valueWidth)
    let ticks = scale.ticks(about: 6)
    let step = ticks.count > 1 ? (ticks[1] - ticks[0]) * 100 : 1
    for tick in ticks {
      canvas.line(
        from: Point(x: scale(tick), y: Self.top), to: Point(x: scale(tick), y: bottom),
        .init(color: abs(tick) < 1e-12 ? Palette.ink : Palette.grid))
      canvas.text(
        NumberText.signed(tick * 100, decimals: Scale.decimals(of: step)) + "%",
        at: Point(x: scale(tick), y: bottom + 15), style: "axis", anchor: .middle)
    }
    for (row, difference) in differences.enumerated() {
      draw(difference, scale, at: Self.top + Self.rowHeight * (Double(row) + 0.5), on: &canvas, language)
    }
  }

  private func draw(
    _ difference: RunComparison.Difference, _ scale: Scale, at y: Double, on canvas: inout Canvas,
    _ language: Language
  ) {
    let relative = difference.relative ?? 0
    let isTold = difference.verdict == .different
    let color = isTold ? (isWorse(difference) ? Palette.orange : Palette.blue) : Palette.gray
    canvas.text(
      difference.indicator.name.capitalized.text(in: language),
      at: Point(x: Self.labelWidth - 10, y: y + 3.5),
      anchor: .end)
    if let half = difference.relativeHalfWidth {
      canvas.line(
        from: Point(x: scale(max(relative - half, domain.lowerBound)), y: y),
        to: Point(x: scale(min(relative + half, domain.upperBound)), y: y), .init(color: color, width: 1.6))
    }
    canvas.circle(
      Point(x: scale(min(max(relative, domain.lowerBound), domain.upperBound)), y: y), radius: 4,
      fill: isTold ? color : "#fff", stroke: .init(color: color, width: 1.4))
    let half = difference.relativeHalfWidth.map { " ± " + NumberText.percent($0) } ?? ""
    canvas.text(
      NumberText.signedPercent(relative) + half, at: Point(x: width - 2, y: y + 3.5),
      style: isTold ? "strong" : "axis", anchor: .end)
  }

  private func isWorse(_ difference: RunComparison.Difference) -> Bool {
    switch difference.indicator.direction {
    case .higherIsBetter: difference.difference < 0
    case .lowerIsBetter: difference.difference > 0
    case .neutral: false
    }
  }
}
