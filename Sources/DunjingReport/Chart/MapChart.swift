import DunjingScenario

/// Maps of the grids side by side, on one scale: each shows one quantity in classes.
struct MapChart: Chart {
  /// One of the maps.
  struct Panel: Sendable {
    var title: LocalizedText
    var legend: [MapClasses.Entry]
    /// How each grid is filled, in the order of the tiles.
    var looks: [MapClasses.Look]
    /// Whether facilities and the names of regions are on it.
    var hasMarkers = true
    /// Whether the names of facilities are on it, where there is room.
    var hasNames = false
    /// Roads and places on it.
    var duties = MapDuties()
    /// What a pointer at rest shows of each grid, in the order of the tiles; empty where nothing.
    var titles: [LocalizedText?] = []
  }

  /// A place units start from.
  struct Marker: Sendable {
    var center: Point
    var symbol: MapMarks.Symbol
    /// Its name; empty without one.
    var name = LocalizedText("")
  }

  var tiles: [MapGeometry.Tile]
  var panels: [Panel]
  var markers: [Marker]
  /// The parts that are named and parted; nil where there are none.
  var regions: MapRegions?
  /// The part of the plane shown, in kilometers, `y` north.
  var bounds: Box
  /// Whether the hatches of the classes are defined here: once on a page.
  var definesHatches = true

  var width: Double { 730 }
  var height: Double { top + drawingHeight + 74 }

  private var top: Double { 24 }
  private var gap: Double { 24 }
  private var mapWidth: Double { panels.count > 1 ? (width - gap) / 2 : 560 }
  private var drawingHeight: Double { bounds.height * scale }

  /// Drawing units in a kilometer, the same in all maps.
  var scale: Double { min(mapWidth / bounds.width, 420 / bounds.height) }

  func draw(on canvas: inout Canvas, in language: Language) {
    if definesHatches { MapClasses.defineHatches(on: &canvas) }
    for (number, panel) in panels.enumerated() {
      draw(panel, left: Double(number) * (mapWidth + gap), on: &canvas, language: language)
    }
    drawSymbols(at: top + drawingHeight + 58, on: &canvas, language: language)
  }

  private func draw(_ panel: Panel, left: Double, on canvas: inout Canvas, language: Language) {
    canvas.text(panel.title.text(in: language), at: Point(x: left, y: 12), style: "title")
    let marks = MapMarks(scale: scale, isDotted: isDotted)
    let grids = zip(tiles, panel.looks).map { (tile: $0, box: place($0.box, left: left), look: $1) }
    let cells = grids.filter { $0.tile.shape == .cell }
    marks.drawCells(cells.map { ($0.box, $0.look) }, on: &canvas)
    marks.drawClasses(cells.map { ($0.tile.areaClass, $0.box) }, on: &canvas)
    for dot in grids where dot.tile.shape == .dot {
      marks.drawDot(dot.tile.areaClass, in: dot.box, look: dot.look, on: &canvas)
    }
    marks.drawMarks(
      grids.filter { $0.tile.shape == .mark }.map { ($0.tile.areaClass, $0.box, $0.look) }, on: &canvas)
    drawRegions(left: left, on: &canvas, language: language)
    for marker in markers where panel.hasMarkers {
      let place = place(Box(center: marker.center, edge: 0), left: left)
      marks.draw(marker.symbol, at: place.center, on: &canvas)
    }
    if panel.hasNames { drawNames(left: left, on: &canvas, language: language) }
    drawTitles(panel, left: left, on: &canvas, language: language)
    panel.duties.draw(on: &canvas) { place(Box(center: $0, edge: 0), left: left).center }
    let foot = Point(x: left, y: top + drawingHeight + 14)
    drawLegend(panel.legend, at: foot, on: &canvas, language: language)
    if !panel.duties.isEmpty {
      MapDuties.drawLegend(at: foot, width: mapWidth, on: &canvas, language: language)
    }
  }

  /// More cells than this show no numbers to a pointer: they would make a page of a province much larger.
  private static let titleLimit = 400

  /// What a pointer at rest shows.
  private func drawTitles(_ panel: Panel, left: Double, on canvas: inout Canvas, language: Language) {
    guard panel.titles.count == tiles.count, tiles.count <= Self.titleLimit else { return }
    canvas.titles(
      zip(tiles, panel.titles).compactMap { tile, title in
        title.map { (place(tile.box, left: left), $0.text(in: language)) }
      })
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

  /// More facilities than this have no names: they would cover the map.
  private static let nameLimit = 16

  /// Draws the names of facilities beside them, where they cover neither a facility nor another name.
  private func drawNames(left: Double, on canvas: inout Canvas, language: Language) {
    guard markers.count <= Self.nameLimit else { return }
    let room = Box(x: left, y: top, width: mapWidth, height: drawingHeight)
    let places = markers.map { place(Box(center: $0.center, edge: 0), left: left).center }
    var taken = places.map { Box(center: $0, edge: 10) }
    for (marker, place) in zip(markers, places) {
      let text = TextWidth.shortened(marker.name.text(in: language), to: 80, size: 10)
      let wishes = Self.besides(place, width: TextWidth.estimate(text, size: 10) + 2)
        .filter { $0.moved(into: room) == $0 }
      guard !text.isEmpty, let box = LabelPlacement.first(of: wishes, clearOf: taken) else { continue }
      taken.append(box)
      canvas.text(
        text, at: Point(x: box.center.x, y: box.bottom - 2), style: "halo", anchor: .middle)
    }
  }

  /// Rooms right, left, above and below of a symbol.
  private static func besides(_ center: Point, width: Double) -> [Box] {
    let (aside, over) = (width / 2 + 6.5, 11.5)
    return [(aside, 0), (-aside, 0), (0, -over), (0, over)].map { (x: Double, y: Double) in
      Box(center: Point(x: center.x + x, y: center.y + y), width: width, height: 11)
    }
  }

  /// Whether grids are dots rather than cells.
  private var isDotted: Bool { tiles.contains { $0.shape == .dot } }

  /// The rectangle in the drawing of a rectangle in the plane, to a tenth of a unit: nobody sees less, and every digit
  /// is there thousands of times.
  private func place(_ box: Box, left: Double) -> Box {
    func tenth(_ value: Double) -> Double { (value * 10).rounded() / 10 }
    return Box(
      x: tenth(left + (box.x - bounds.x) * scale), y: tenth(top + (bounds.bottom - box.bottom) * scale),
      width: tenth(box.width * scale), height: tenth(box.height * scale))
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
      case .station, .workstation, .reserveSite, .fixedSite, .newSite:
        markers.contains { $0.symbol == symbol }
      case .core: tiles.contains { $0.areaClass == .core }
      case .key: tiles.contains { $0.areaClass == .key }
      }
    }
  }

  /// A round length of about a sixth of the map, in kilometers.
  private static func barLength(in width: Double) -> Double { Scale.step(width * 0.66, about: 6) }
}
