import DunjingScenario

/// Two maps of the grids: mean response time under a treatment, and its change against the baseline.
struct MapChart: Chart {
  /// A grid with its numbers.
  struct Cell: Sendable {
    var center: Point
    var isCore: Bool
    var minutes: Double?
    var change: Double?
  }

  /// A place units start from.
  struct Marker: Sendable {
    var center: Point
    var isStation: Bool
  }

  var cells: [Cell]
  var markers: [Marker]
  /// Edge of a cell in kilometers.
  var cellSize: Double
  /// The part of the plane shown, in kilometers, `y` north.
  var bounds: Box
  /// Titles of the two maps.
  var title: LocalizedText
  var changeTitle: LocalizedText
  /// Whether there is a second map.
  var hasChange: Bool

  var width: Double { 730 }
  var height: Double { top + drawingHeight + legendHeight }

  private var top: Double { 24 }
  private var legendHeight: Double { 66 }
  private var leftWidth: Double { hasChange ? 430 : 560 }
  private var rightWidth: Double { 276 }

  private var leftScale: Double { min(leftWidth / bounds.width, 420 / bounds.height) }
  private var rightScale: Double { min(rightWidth / bounds.width, 420 / bounds.height) }
  private var drawingHeight: Double { max(120, bounds.height * leftScale) }

  func draw(on canvas: inout Canvas, in language: Language) {
    canvas.hatch(id: "late", ground: "#f6d9c4", line: "#c2602c", spacing: 5)
    canvas.hatch(id: "slower", ground: "#fbeadd", line: "#d98d5f", spacing: 6)
    canvas.text(title.text(in: language), at: Point(x: 0, y: 12), style: "title")
    drawMap(at: Point(x: 0, y: top), scale: leftScale, on: &canvas) { MapClasses.response($0.minutes) }
    drawMarkers(at: Point(x: 0, y: top), scale: leftScale, on: &canvas)
    let legend = top + drawingHeight + 12
    drawLegend(
      MapClasses.responseLegend, at: Point(x: 0, y: legend), columns: 6, on: &canvas, language: language)
    drawMarkerLegend(at: legend + 34, on: &canvas, language: language)
    guard hasChange else { return }
    let left = leftWidth + 24
    canvas.text(changeTitle.text(in: language), at: Point(x: left, y: 12), style: "title")
    drawMap(at: Point(x: left, y: top), scale: rightScale, on: &canvas) { MapClasses.change($0.change) }
    drawLegend(
      MapClasses.changeLegend, at: Point(x: left, y: top + bounds.height * rightScale + 12), columns: 3,
      on: &canvas, language: language)
  }

  private func place(_ point: Point, origin: Point, scale: Double) -> Point {
    Point(
      x: origin.x + (point.x - bounds.x) * scale,
      y: origin.y + (bounds.y + bounds.height - point.y) * scale)
  }

  private func drawMap(
    at origin: Point, scale: Double, on canvas: inout Canvas, fill: (Cell) -> MapClasses.Look
  ) {
    for cell in cells.filter({ !$0.isCore }) + cells.filter(\.isCore) {
      let edge = max(2, cellSize * scale * (cell.isCore ? 0.42 : 1) - (cell.isCore ? 0 : 0.8))
      let center = place(cell.center, origin: origin, scale: scale)
      let look = fill(cell)
      let stroke: Canvas.Stroke? =
        cell.isCore
        ? .init(color: Palette.ink, width: 0.8) : look.outline.map { .init(color: $0, width: 0.5) }
      canvas.rect(
        Box(x: center.x - edge / 2, y: center.y - edge / 2, width: edge, height: edge), fill: look.fill,
        stroke: stroke, radius: cell.isCore ? 0 : 1)
    }
  }

  private func drawMarkers(at origin: Point, scale: Double, on canvas: inout Canvas) {
    for marker in markers {
      let center = place(marker.center, origin: origin, scale: scale)
      Self.drawMarker(isStation: marker.isStation, at: center, on: &canvas)
    }
  }

  private static func drawMarker(isStation: Bool, at center: Point, on canvas: inout Canvas) {
    let stroke = Canvas.Stroke(color: Palette.ink, width: 1.3)
    if isStation {
      canvas.circle(center, radius: 3.6, fill: "#fff", stroke: stroke)
    } else {
      let corners = [(0.0, -4.6), (4.4, 3.2), (-4.4, 3.2)].map {
        Point(x: center.x + $0.0, y: center.y + $0.1)
      }
      canvas.polygon(corners, fill: "#fff", stroke: stroke)
    }
  }

  private func drawLegend(
    _ entries: [MapClasses.Entry], at origin: Point, columns: Int, on canvas: inout Canvas, language: Language
  ) {
    let step = columns > 3 ? 74.0 : 94
    for (index, entry) in entries.enumerated() {
      let x = origin.x + Double(index % columns) * step
      let y = origin.y + Double(index / columns) * 17
      canvas.rect(
        Box(x: x, y: y, width: 11, height: 11), fill: entry.look.fill,
        stroke: .init(color: entry.look.outline ?? "#b8c0c9", width: 0.5))
      canvas.text(entry.label.text(in: language), at: Point(x: x + 15, y: y + 9.5))
    }
  }

  private func drawMarkerLegend(at y: Double, on canvas: inout Canvas, language: Language) {
    let kilometer = leftScale
    canvas.line(
      from: Point(x: 1, y: y - 2), to: Point(x: 1 + kilometer, y: y - 2), .init(color: Palette.ink, width: 2))
    var x = kilometer + 6
    x += write("1 km", at: Point(x: x, y: y + 1.5), on: &canvas) + 20
    if markers.contains(where: \.isStation) {
      Self.drawMarker(isStation: true, at: Point(x: x + 4, y: y - 2), on: &canvas)
      let label = LocalizedText(zh: "派出所", en: "station").text(in: language)
      x += 12 + write(label, at: Point(x: x + 12, y: y + 1.5), on: &canvas) + 18
    }
    if markers.contains(where: { !$0.isStation }) {
      Self.drawMarker(isStation: false, at: Point(x: x + 5, y: y - 2), on: &canvas)
      let label = LocalizedText(zh: "街面警务工作站", en: "street workstation").text(in: language)
      x += 13 + write(label, at: Point(x: x + 13, y: y + 1.5), on: &canvas) + 18
    }
    guard cells.contains(where: \.isCore) else { return }
    canvas.rect(
      Box(x: x, y: y - 6, width: 8, height: 8), fill: "#fff", stroke: .init(color: Palette.ink, width: 0.8))
    write(
      LocalizedText(zh: "核心区域", en: "core area").text(in: language), at: Point(x: x + 12, y: y + 1.5),
      on: &canvas)
  }

  @discardableResult
  private func write(_ text: String, at point: Point, on canvas: inout Canvas) -> Double {
    canvas.text(text, at: point)
    return TextWidth.estimate(text, size: 10)
  }
}
