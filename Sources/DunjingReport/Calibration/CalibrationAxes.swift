/// The frame of a panel with numbers in per cent upwards.
struct CalibrationAxes {
  /// A number of the horizontal axis with its label.
  struct Mark {
    var value: Double
    var label: String
  }

  let x: Scale
  let y: Scale
  let box: Box

  /// Draws lines across with their numbers, the marks below, and what the axes are.
  func draw(on canvas: inout Canvas, marks: [Mark], title: String, axis: String) {
    let step = y.step(about: 4)
    for tick in y.ticks(about: 4) {
      canvas.line(
        from: Point(x: box.x, y: y(tick)), to: Point(x: box.right, y: y(tick)),
        .init(color: tick == 0 ? Palette.gray : Palette.grid))
      canvas.text(
        NumberText.fixed(tick * 100, decimals: Scale.decimals(of: step * 100)) + "%",
        at: Point(x: box.x - 5, y: y(tick) + 3.5), style: "axis", anchor: .end)
    }
    for mark in marks {
      let column = x(mark.value)
      canvas.line(
        from: Point(x: column, y: box.bottom), to: Point(x: column, y: box.bottom + 3),
        .init(color: Palette.gray))
      canvas.text(mark.label, at: Point(x: column, y: box.bottom + 14), style: "axis", anchor: .middle)
    }
    canvas.text(title, at: Point(x: box.x - 40, y: box.y - 12), style: "title")
    canvas.text(axis, at: Point(x: box.right, y: box.bottom + 28), style: "axis", anchor: .end)
  }
}

/// Effective visits per mean incubation from none to infinitely many on an axis of finite length: x / (1 + x), which is the
/// share of hazards that visits close before they escalate where the incubation is exponential.
enum VisitAxis {
  /// Where a number of visits stands, from 0 to 1.
  static func position(_ visits: Double) -> Double { visits < .infinity ? visits / (1 + visits) : 1 }

  /// The number of visits that stands somewhere.
  static func visits(at position: Double) -> Double { position < 1 ? position / (1 - position) : .infinity }

  static let marks: [CalibrationAxes.Mark] =
    [(0, "0"), (0.25, "¼"), (0.5, "½"), (1, "1"), (2, "2"), (4, "4"), (10, "10")].map {
      CalibrationAxes.Mark(value: position($0.0), label: $0.1)
    } + [CalibrationAxes.Mark(value: 1, label: "∞")]
}

/// Panels side by side, two in a row.
enum CalibrationPanels {
  static let width = 730.0

  static func rows(_ count: Int) -> Int { (count + 1) / 2 }

  /// The room of a panel with its labels.
  static func room(_ index: Int, of count: Int, height: Double) -> Box {
    let span = count == 1 ? width : width / 2
    return Box(x: Double(index % 2) * span, y: Double(index / 2) * height, width: span, height: height)
  }

  /// Entries of a legend one after the other, in as many lines as they need; returns the lines.
  @discardableResult
  static func legend(
    _ entries: [(color: String, isLine: Bool, label: String)], at origin: Point, on canvas: inout Canvas
  ) -> Int {
    var (left, line) = (origin.x, 0)
    for entry in entries {
      let width = 18 + TextWidth.estimate(entry.label, size: 10) + 14
      if left > origin.x && left + width > Self.width { (left, line) = (origin.x, line + 1) }
      let y = origin.y + Double(line) * 15
      if entry.isLine {
        canvas.line(
          from: Point(x: left, y: y - 3), to: Point(x: left + 14, y: y - 3),
          .init(color: entry.color, width: 2))
      } else {
        canvas.circle(Point(x: left + 7, y: y - 3), radius: 3.2, fill: entry.color)
      }
      canvas.text(entry.label, at: Point(x: left + 18, y: y), style: "axis")
      left += width
    }
    return line + 1
  }
}
