import DunjingDecision
import DunjingScenario
import DunjingSimulation
import DunjingStatistics

/// An indicator over the grid of two keys: a field for each pair of values, the darker, the more.
struct SweepHeatChart: Chart {
  private struct Field {
    var column: Int
    var row: Int
    var text: String
    var note: String
    /// From 0, the least of all, to 1, the greatest; nil without a value.
    var share: Double?
  }

  private let fields: [Field]
  private let columns: SweepFactor
  private let rows: SweepFactor

  /// Creates the chart of two factors.
  /// - Precondition: the design is a grid of two factors.
  init(_ series: SweepSeries, _ indicator: Indicator) {
    let factors = series.outcome.design.factors
    precondition(factors.count == 2, "a heat chart has two keys")
    (rows, columns) = (factors[0], factors[1])
    let intervals = series.intervals(indicator)
    let means = intervals.compactMap { $0?.mean }
    let (low, high) = (means.min() ?? 0, means.max() ?? 0)
    fields = series.outcome.design.points.enumerated().map { point, values in
      let interval = intervals[point]
      return Field(
        column: factors[1].values.firstIndex(of: values[1]) ?? 0,
        row: factors[0].values.firstIndex(of: values[0]) ?? 0,
        text: interval.map { series.text($0, indicator) } ?? NumberText.missing,
        note: interval.map {
          let half = indicator.scaled($0.halfWidth)
          return "± " + NumberText.fixed(half, decimals: NumberText.decimals(for: indicator.scaled($0.mean)))
        } ?? "", share: interval.map { high > low ? ($0.mean - low) / (high - low) : 0.5 })
    }
  }

  private static let edge = 104.0
  private static let rowHeight = 34.0

  var width: Double { 730 }
  var height: Double { 48 + Self.rowHeight * Double(rows.values.count) }

  private var span: Double { min(Self.edge, (width - 124) / Double(max(columns.values.count, 1))) }

  func draw(on canvas: inout Canvas, in language: Language) {
    let left = 120.0
    canvas.text(columns.shortKey + " →", at: Point(x: left, y: 12), style: "axis")
    canvas.text(
      SweepPanelChart.shortened(rows.shortKey + " ↓", to: 114), at: Point(x: left - 8, y: 32), style: "axis",
      anchor: .end)
    for (index, value) in columns.values.enumerated() {
      canvas.text(
        SweepPanelChart.shortened(value, to: span - 4),
        at: Point(x: left + (Double(index) + 0.5) * span, y: 32),
        style: "title", anchor: .middle)
    }
    for (index, value) in rows.values.enumerated() {
      canvas.text(
        SweepPanelChart.shortened(value, to: 108),
        at: Point(x: left - 8, y: 42 + (Double(index) + 0.5) * Self.rowHeight + 4), style: "title",
        anchor: .end)
    }
    for field in fields { draw(field, left: left, on: &canvas) }
  }

  private func draw(_ field: Field, left: Double, on canvas: inout Canvas) {
    let box = Box(
      x: left + Double(field.column) * span + 1, y: 42 + Double(field.row) * Self.rowHeight + 1,
      width: span - 2,
      height: Self.rowHeight - 2)
    canvas.rect(box, fill: field.share.map(Self.color) ?? "#fff", stroke: .init(color: Palette.grid))
    canvas.text(
      field.text, at: Point(x: box.center.x, y: box.center.y - (field.note.isEmpty ? -4 : 1)), style: "title",
      anchor: .middle)
    if span >= 56 {
      canvas.text(
        field.note, at: Point(x: box.center.x, y: box.center.y + 12), anchor: .middle)
    }
  }

  /// From white to a blue on which dark letters stay readable.
  private static func color(_ share: Double) -> String {
    func part(_ from: Double, _ to: Double) -> String {
      let digits = Array("0123456789abcdef")
      let value = Int((from + share * (to - from)).rounded())
      return String([digits[value / 16], digits[value % 16]])
    }
    return "#" + part(250, 160) + part(252, 201) + part(253, 224)
  }
}

extension SweepFactor {
  /// The last part of the key, for narrow places.
  var shortKey: String { key.split(separator: ".").last.map(String.init) ?? key }
}
