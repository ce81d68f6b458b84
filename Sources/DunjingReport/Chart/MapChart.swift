import DunjingScenario

/// Two maps of the grids: mean response time under a treatment, and its change against the baseline.
///
/// Facilities are on the first map only: the second is about where something changes.
struct MapChart: Chart {
  /// A grid with its numbers.
  struct Cell: Sendable {
    var tile: MapGeometry.Tile
    var minutes: Double?
    var change: Double?
    /// The id of the grid, which a pointer at rest shows with its number; empty where it does not.
    var name = ""
  }

  /// A place units start from.
  struct Marker: Sendable {
    var center: Point
    var symbol: MapMarks.Symbol
  }

  var cells: [Cell]
  var markers: [Marker]
  /// The parts that are named and parted; nil where there are none.
  var regions: MapRegions?
  /// The part of the plane shown, in kilometers, `y` north.
  var bounds: Box
  /// Titles of the two maps.
  var title: LocalizedText
  var changeTitle: LocalizedText
  /// Whether there is a second map.
  var hasChange: Bool

  var width: Double { 730 }
  var height: Double { top + drawingHeight + 74 }

  private var top: Double { 24 }
  private var gap: Double { 24 }
  private var mapWidth: Double { hasChange ? (width - gap) / 2 : 560 }
  private var drawingHeight: Double { bounds.height * scale }

  /// Drawing units in a kilometer, the same in both maps.
  var scale: Double { min(mapWidth / bounds.width, 420 / bounds.height) }

  func draw(on canvas: inout Canvas, in language: Language) {
    canvas.hatch(id: "late", ground: "#f6d9c4", line: "#c2602c", spacing: 5)
    canvas.hatch(id: "latest", ground: "#dd9468", line: "#7d2a08", spacing: 3)
    canvas.hatch(id: "slower", ground: "#fbeadd", line: "#d98d5f", spacing: 6)
    let classes = MapClasses(cells.compactMap(\.minutes))
    drawMap(title, left: 0, legend: classes.responseLegend, on: &canvas, language: language) {
      classes.response($0.minutes)
    }
    if hasChange {
      drawMap(
        changeTitle, left: mapWidth + gap, legend: MapClasses.changeLegend, on: &canvas, language: language
      ) { MapClasses.change($0.change) }
    }
    drawSymbols(at: top + drawingHeight + 58, on: &canvas, language: language)
  }

  private func drawMap(
    _ title: LocalizedText, left: Double, legend: [MapClasses.Entry], on canvas: inout Canvas,
    language: Language, look: (Cell) -> MapClasses.Look
  ) {
    canvas.text(title.text(in: language), at: Point(x: left, y: 12), style: "title")
    let marks = MapMarks(scale: scale, isDotted: isDotted)
    let whole = cells.filter { $0.tile.shape == .cell }
    marks.drawCells(whole.map { (place($0.tile.box, left: left), look($0)) }, on: &canvas)
    let order: [MapGeometry.Shape] = [.cell, .dot, .mark]
    for shape in order {
      for cell in cells where cell.tile.shape == shape {
        marks.draw(cell.tile, in: place(cell.tile.box, left: left), look: look(cell), on: &canvas)
      }
    }
    drawRegions(left: left, on: &canvas, language: language)
    for marker in markers where left == 0 {
      let place = place(Box(center: marker.center, edge: 0), left: left)
      marks.draw(marker.symbol, at: place.center, on: &canvas)
    }
    drawTitles(left: left, on: &canvas, language: language)
    drawLegend(
      legend, at: Point(x: left, y: top + drawingHeight + 14), on: &canvas, language: language)
  }

  /// More cells than this show no numbers to a pointer: they would make a page of a province much larger.
  private static let titleLimit = 400

  /// The numbers that a pointer at rest shows.
  private func drawTitles(left: Double, on canvas: inout Canvas, language: Language) {
    guard cells.count <= Self.titleLimit else { return }
    let minutes = Labels.minutes.text(in: language)
    let places = cells.filter { !$0.name.isEmpty }.compactMap { cell -> (box: Box, text: String)? in
      let number =
        left == 0
        ? cell.minutes.map { NumberText.level($0, decimals: 2) }
        : cell.change.map { NumberText.signed($0, decimals: 2) }
      return number.map { (place(cell.tile.box, left: left), "\(cell.name): \($0) \(minutes)") }
    }
    canvas.titles(places)
  }

  /// Draws where regions meet, and their names where no other is in the way.
  private func drawRegions(left: Double, on canvas: inout Canvas, language: Language) {
    guard let regions else { return }
    canvas.rules(
      regions.borders.map { (place($0, left: left).corners) }, .init(color: Palette.ink, width: 0.9))
    let room = Box(x: left, y: top, width: mapWidth, height: drawingHeight)
    var placed: [Box] = []
    for region in regions.regions {
      let text = region.name.text(in: language)
      let wishes = region.places.map { point in
        let center = place(Box(center: point, edge: 0), left: left).center
        return Box(
          center: center, width: TextWidth.estimate(text, size: 10) + 4, height: 12
        ).moved(into: room)
      }
      guard let box = LabelPlacement.first(of: wishes, clearOf: placed) else { continue }
      placed.append(box)
      canvas.text(text, at: Point(x: box.center.x, y: box.bottom - 3), style: "strong halo", anchor: .middle)
    }
  }

  /// Whether grids are dots rather than cells.
  private var isDotted: Bool { cells.contains { $0.tile.shape == .dot } }

  /// The rectangle in the drawing of a rectangle in the plane.
  private func place(_ box: Box, left: Double) -> Box {
    Box(
      x: left + (box.x - bounds.x) * scale, y: top + (bounds.bottom - box.bottom) * scale,
      width: box.width * scale, height: box.height * scale)
  }

  private func drawLegend(
    _ entries: [MapClasses.Entry], at origin: Point, on canvas: inout Canvas, language: Language
  ) {
    var flow = LegendFlow(at: origin, width: mapWidth)
    for entry in entries {
      let text = entry.label.text(in: language)
      let place = flow.place(symbol: 11, text: text)
      canvas.rect(
        Box(x: place.symbol.x + 0.5, y: place.symbol.y - 5, width: 11, height: 11), fill: entry.look.fill,
        stroke: .init(color: entry.look.outline ?? "#b8c0c9", width: 0.5))
      canvas.text(text, at: Point(x: place.text.x, y: place.text.y + 4))
    }
  }

  private func drawSymbols(at y: Double, on canvas: inout Canvas, language: Language) {
    let bar = Self.barLength(in: mapWidth / scale)
    var flow = LegendFlow(at: Point(x: 0, y: y), width: width)
    let length = NumberText.fixed(bar < 1 ? bar * 1000 : bar, decimals: 0) + (bar < 1 ? " m" : " km")
    let place = flow.place(symbol: bar * scale, text: length)
    canvas.line(
      from: place.symbol, to: Point(x: place.symbol.x + bar * scale, y: y),
      .init(color: Palette.ink, width: 2)
    )
    canvas.text(length, at: Point(x: place.text.x, y: y + 4))
    let marks = MapMarks(scale: scale, isDotted: isDotted)
    for symbol in symbols {
      let text = symbol.label.text(in: language)
      let place = flow.place(symbol: 11, text: text)
      marks.draw(symbol, at: Point(x: place.symbol.x + 5.5, y: y), on: &canvas)
      canvas.text(text, at: Point(x: place.text.x, y: y + 4))
    }
  }

  /// The symbols that occur on the map.
  private var symbols: [MapMarks.Symbol] {
    MapMarks.Symbol.allCases.filter { symbol in
      switch symbol {
      case .station, .workstation, .fixedSite, .newSite: markers.contains { $0.symbol == symbol }
      case .core: cells.contains { $0.tile.areaClass == .core }
      case .key: cells.contains { $0.tile.areaClass == .key }
      }
    }
  }

  /// A round length of about a sixth of the map, in kilometers.
  private static func barLength(in width: Double) -> Double { Scale.step(width * 0.66, about: 6) }
}
