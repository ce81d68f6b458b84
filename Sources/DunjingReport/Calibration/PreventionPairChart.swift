import DunjingCalibration
import DunjingScenario

/// The sets of values that fit, two parameters at a time: those that fitting narrows most.
struct PreventionPairChart: Chart {
  private static let mostParameters = 5
  private static let mostPoints = 600

  private let parameters: [(parameter: PreventionParameter, values: [Double])]

  var width: Double { CalibrationPanels.width }
  var height: Double { Double(max(0, parameters.count - 1)) * edge + 58 }

  private var edge: Double {
    min(150, (CalibrationPanels.width - 112) / Double(max(1, parameters.count - 1)))
  }

  /// - Parameter fits: the samples that fit; at least two.
  init?(_ outcome: PreventionOutcome, _ fits: [PreventionSample]) {
    guard fits.count > 1, outcome.parameters.count > 1 else { return nil }
    let narrowed = outcome.parameters.indices.map { index -> (width: Double, index: Int) in
      let range = outcome.parameters[index].range
      let middle = FittingRange(fits.map { $0.values[index] })?.middle ?? range
      return (
        (middle.upperBound - middle.lowerBound) / max(range.upperBound - range.lowerBound, 1e-12), index
      )
    }.sorted { $0 < $1 }
    let chosen = narrowed.prefix(Self.mostParameters).map(\.index).sorted()
    parameters = chosen.map { index in
      (outcome.parameters[index], fits.prefix(Self.mostPoints).map { $0.values[index] })
    }
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    for row in 1..<parameters.count {
      for column in 0..<row {
        let box = Box(
          x: 108 + Double(column) * edge, y: 8 + Double(row - 1) * edge, width: edge - 10, height: edge - 10)
        draw(row, column, in: box, on: &canvas, language)
      }
    }
  }

  private func draw(
    _ row: Int, _ column: Int, in box: Box, on canvas: inout Canvas, _ language: Language
  ) {
    let (vertical, horizontal) = (parameters[row], parameters[column])
    let y = Scale(domain: vertical.parameter.range, start: box.bottom - 4, end: box.y + 4)
    let x = Scale(domain: horizontal.parameter.range, start: box.x + 4, end: box.right - 4)
    canvas.rect(box, fill: "#fff", stroke: .init(color: Palette.grid))
    canvas.stamps(
      zip(horizontal.values, vertical.values).map { Point(x: x($0), y: y($1)) }, corners: [], radius: 1.5,
      fill: Palette.orange)
    if column == 0 {
      let name = TextWidth.wrapped(
        vertical.parameter.name.text(in: language), to: 96, size: 12, lines: 4)
      for (line, text) in name.enumerated() {
        canvas.text(
          text, at: Point(x: 100, y: box.center.y - 4 + Double(line) * 13), style: "title", anchor: .end)
      }
      canvas.text(
        vertical.parameter.text(of: vertical.parameter.range.upperBound), at: Point(x: 100, y: box.y + 10),
        style: "axis", anchor: .end)
      canvas.text(
        vertical.parameter.text(of: vertical.parameter.range.lowerBound), at: Point(x: 100, y: box.bottom),
        style: "axis", anchor: .end)
    }
    guard row == parameters.count - 1 else { return }
    let range = horizontal.parameter.range
    canvas.text(
      horizontal.parameter.text(of: range.lowerBound), at: Point(x: box.x, y: box.bottom + 13), style: "axis")
    canvas.text(
      horizontal.parameter.text(of: range.upperBound), at: Point(x: box.right, y: box.bottom + 13),
      style: "axis", anchor: .end)
    let name = TextWidth.wrapped(
      horizontal.parameter.name.text(in: language), to: box.width, size: 12, lines: 2)
    for (line, text) in name.enumerated() {
      canvas.text(
        text, at: Point(x: box.center.x, y: box.bottom + 28 + Double(line) * 13), style: "title",
        anchor: .middle)
    }
  }
}

extension PreventionParameter {
  /// A value as it is read: multiples with a cross.
  func text(of value: Double) -> String {
    let size = abs(value)
    let decimals = size >= 100 ? 0 : min(2, Scale.decimals(of: (size * 100).rounded() / 100))
    return (isFactor ? "×" : "") + NumberText.fixed(value, decimals: decimals)
  }

  /// A range as it is read.
  func text(of range: ClosedRange<Double>) -> String {
    text(of: range.lowerBound) + " – " + text(of: range.upperBound)
  }
}
