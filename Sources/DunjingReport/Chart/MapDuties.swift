import DunjingScenario

/// Must-visit points and must-patrol lines on a map, told apart by how far their duty is fulfilled: full, partly open,
/// open marks; thick, thin, dashed lines.
struct MapDuties: Sendable {
  /// A place, in kilometers.
  struct Spot: Sendable {
    var center: Point
    /// Visits made as a share of those required.
    var rate: Double
  }

  /// A way, in kilometers.
  struct Route: Sendable {
    var points: [Point]
    /// Passes made as a share of those required.
    var rate: Double
  }

  var spots: [Spot] = []
  var routes: [Route] = []

  /// The least rates of duties that are fulfilled, and of those that are so in part.
  static let (fullRate, partialRate) = (0.95, 0.6)

  /// How far a duty is fulfilled.
  enum Grade: CaseIterable {
    case full
    case partial
    case poor

    init(_ rate: Double) { self = rate >= fullRate ? .full : rate >= partialRate ? .partial : .poor }

    /// What the grade means.
    var label: LocalizedText {
      let (full, partial) = (
        NumberText.percent(fullRate, decimals: 0), NumberText.percent(partialRate, decimals: 0)
      )
      return switch self {
      case .full: LocalizedText("≥ " + full)
      case .partial: LocalizedText("\(partial)–\(full)")
      case .poor: LocalizedText("< " + partial)
      }
    }

    var stroke: Canvas.Stroke {
      switch self {
      case .full: .init(color: Palette.blue, width: 2.6)
      case .partial: .init(color: Palette.blue, width: 1.3)
      case .poor: .init(color: Palette.orange, width: 1.8, dash: "3 2")
      }
    }
  }

  /// Draws routes, then spots.
  /// - Parameter place: The position in the drawing of a position in kilometers.
  func draw(on canvas: inout Canvas, place: (Point) -> Point) {
    for route in routes { canvas.polyline(route.points.map(place), Grade(route.rate).stroke) }
    for spot in spots { Self.draw(Grade(spot.rate), at: place(spot.center), on: &canvas) }
  }

  /// Whether there is anything to draw.
  var isEmpty: Bool { spots.isEmpty && routes.isEmpty }

  /// Draws the legend: the mark of a point and a piece of a line for each grade.
  static func drawLegend(at origin: Point, width: Double, on canvas: inout Canvas, language: Language) {
    var flow = LegendFlow(at: origin, width: width)
    for grade in Grade.allCases {
      let text = grade.label.text(in: language)
      let place = flow.place(symbol: 34, text: text)
      draw(grade, at: Point(x: place.symbol.x + 6, y: place.symbol.y), on: &canvas)
      canvas.line(
        from: Point(x: place.symbol.x + 15, y: place.symbol.y),
        to: Point(x: place.symbol.x + 33, y: place.symbol.y),
        grade.stroke)
      canvas.text(text, at: Point(x: place.text.x, y: place.text.y + 4))
    }
  }

  /// Draws the mark of a spot.
  static func draw(_ grade: Grade, at center: Point, on canvas: inout Canvas) {
    let corners = [
      Point(x: center.x, y: center.y - 5), Point(x: center.x + 4.6, y: center.y + 3.6),
      Point(x: center.x - 4.6, y: center.y + 3.6)
    ]
    switch grade {
    case .full: canvas.polygon(corners, fill: Palette.blue, stroke: .init(color: "#fff", width: 0.8))
    case .partial:
      canvas.polygon(corners, fill: Palette.lightBlue, stroke: .init(color: Palette.blue, width: 1.1))
    case .poor: canvas.polygon(corners, fill: "#fff", stroke: .init(color: Palette.orange, width: 1.6))
    }
  }
}
