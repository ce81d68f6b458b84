import DunjingScenario

/// Shares of incidents by grid: circles whose areas are shares, shrunk and recorded.
struct GridRateChart: Chart {
  /// A grid.
  struct Cell: Sendable {
    /// Kilometers east and north.
    var place: Point
    /// The share after shrinkage, in units of an even share.
    var weight: Double
    /// The recorded share, in the same unit.
    var recorded: Double
    /// What a pointer at rest shows.
    var title: String
  }

  var cells: [Cell]

  var width: Double { 730 }
  var height: Double { 30 + drawing.height + 26 }

  private var bounds: Box {
    let boxes = cells.map { Box(center: $0.place, edge: 0.01) }
    let all = Box(around: boxes)
    let margin = 0.06 * max(all.width, all.height, 0.1)
    return Box(
      x: all.x - margin, y: all.y - margin, width: all.width + 2 * margin, height: all.height + 2 * margin)
  }

  private var scale: Double { min(640 / bounds.width, 430 / bounds.height) }
  private var drawing: (width: Double, height: Double) { (bounds.width * scale, bounds.height * scale) }

  func draw(on canvas: inout Canvas, in language: Language) {
    canvas.circle(Point(x: 41, y: 10), radius: 5, fill: Palette.lightBlue)
    let shrunk = language == .zh ? "收缩后的份额（面积）" : "Share after shrinkage (area)"
    canvas.text(shrunk, at: Point(x: 51, y: 13.5))
    let x = 51 + TextWidth.estimate(shrunk, size: 10) + 26
    canvas.circle(Point(x: x, y: 10), radius: 5, fill: "none", stroke: .init(color: Palette.orange, width: 1))
    canvas.text(language == .zh ? "记录的份额" : "Recorded share", at: Point(x: x + 10, y: 13.5))
    let most = cells.map { max($0.weight, $0.recorded) }.max() ?? 1
    let edge = typicalGap * scale
    let largest = min(26, max(4, 0.75 * edge))
    func radius(_ share: Double) -> Double { largest * (max(0, share) / most).squareRoot() }
    for cell in cells {
      canvas.circle(place(cell.place), radius: radius(cell.weight), fill: Palette.lightBlue)
      if cell.recorded > 0 {
        canvas.circle(
          place(cell.place), radius: radius(cell.recorded), fill: "none",
          stroke: .init(color: Palette.orange, width: 1))
      }
    }
    canvas.titles(cells.map { (Box(center: place($0.place), edge: max(6, edge * 0.8)), $0.title) })
    drawRuler(on: &canvas)
  }

  /// The side of a square with as much room as a grid has.
  private var typicalGap: Double {
    (bounds.width * bounds.height / Double(max(cells.count, 1))).squareRoot()
  }

  private func place(_ point: Point) -> Point {
    Point(x: 40 + (point.x - bounds.x) * scale, y: 28 + drawing.height - (point.y - bounds.y) * scale)
  }

  private func drawRuler(on canvas: inout Canvas) {
    let length = Scale.step(bounds.width, about: 6)
    let bottom = height - 8
    canvas.line(
      from: Point(x: 40, y: bottom), to: Point(x: 40 + length * scale, y: bottom),
      .init(color: Palette.ink, width: 1.4))
    canvas.text(
      NumberText.fixed(length, decimals: Scale.decimals(of: length)) + " km",
      at: Point(x: 46 + length * scale, y: bottom + 3.5), style: "axis")
  }
}
