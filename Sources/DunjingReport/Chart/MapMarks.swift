import DunjingScenario

/// How grids and facilities look on a map.
struct MapMarks {
  /// A symbol that a legend explains.
  enum Symbol: CaseIterable {
    case station
    case workstation
    case reserveSite
    case fixedSite
    case newSite
    case core
    case key

    /// What the symbol stands for.
    var label: LocalizedText {
      switch self {
      case .station: LocalizedText(zh: "派出所", en: "station")
      case .workstation: LocalizedText(zh: "街面警务工作站", en: "street workstation")
      case .reserveSite: LocalizedText(zh: "备用点", en: "reserve site")
      case .fixedSite: LocalizedText(zh: "既有站点", en: "existing site")
      case .newSite: LocalizedText(zh: "选中站点", en: "chosen site")
      case .core: LocalizedText(zh: "核心区域", en: "core area")
      case .key: LocalizedText(zh: "重点区域", en: "key area")
      }
    }
  }

  /// Drawing units in a kilometer.
  var scale: Double
  /// Whether grids are dots; facilities are then rings, so that they do not hide the dot they stand on.
  var isDotted: Bool

  private static let outline = Canvas.Stroke(color: Palette.ink, width: 1.1)
  private static let halo = Canvas.Stroke(color: "#fff", width: 2.6)

  /// Draws whole cells, those of one look at once; thin white lines part them.
  func drawCells(_ cells: [(box: Box, look: MapClasses.Look)], on canvas: inout Canvas) {
    var looks: [MapClasses.Look] = []
    for cell in cells where !looks.contains(cell.look) { looks.append(cell.look) }
    for look in looks {
      let boxes = cells.filter { $0.look == look }.map { $0.box.inset(by: min(0.35, $0.box.width / 20)) }
      canvas.rects(boxes, fill: look.fill, stroke: look.outline.map { .init(color: $0, width: 0.5) })
    }
  }

  /// Draws what marks whole cells as core or key areas.
  func drawClasses(_ cells: [(area: AreaClass, box: Box)], on canvas: inout Canvas) {
    let keys = cells.filter { $0.area == .key }.map { $0.box.inset(by: min($0.box.width * 0.1, 4)) }
    canvas.rects(keys, fill: "none", stroke: .init(color: "#fff", width: 1.8))
    canvas.rects(keys, fill: "none", stroke: .init(color: Palette.ink, width: 0.8))
    let cores = cells.filter { $0.area == .core }.map { cell in
      Self.diamond(Box(center: cell.box.center, edge: min(min(cell.box.width, cell.box.height) * 0.7, 18)))
    }
    canvas.shapes(cores, fill: "none", stroke: Self.halo)
    canvas.shapes(cores, fill: "none", stroke: Self.outline)
  }

  /// Draws grids that are marks in the cells of others, those of one look at once.
  func drawMarks(
    _ marks: [(area: AreaClass, box: Box, look: MapClasses.Look)], on canvas: inout Canvas
  ) {
    let shapes = marks.map { mark in
      mark.area == .core
        ? Self.diamond(mark.box.inset(by: -mark.box.width * 0.25))
        : Self.corners(mark.box.inset(by: mark.box.width * 0.1))
    }
    canvas.shapes(shapes, fill: "none", stroke: Self.halo)
    var looks: [MapClasses.Look] = []
    for mark in marks where !looks.contains(mark.look) { looks.append(mark.look) }
    for look in looks {
      let alike = zip(marks, shapes).filter { $0.0.look == look }.map(\.1)
      canvas.shapes(alike, fill: look.fill, stroke: Self.outline)
    }
  }

  /// Draws a grid that is a dot.
  func drawDot(_ area: AreaClass, in box: Box, look: MapClasses.Look, on canvas: inout Canvas) {
    let radius = min(max(box.width * 0.5, 2.7), 7)
    switch area {
    case .core: drawDiamond(Box(center: box.center, edge: radius * 3), fill: look.fill, on: &canvas)
    case .key:
      canvas.circle(box.center, radius: radius * 1.3, fill: look.fill, stroke: Self.outline)
    case .general:
      canvas.circle(
        box.center, radius: radius, fill: look.fill,
        stroke: .init(color: look.outline ?? "#8796a3", width: 0.5))
    }
  }

  private func drawFrame(in box: Box, on canvas: inout Canvas) {
    canvas.rect(box, fill: "none", stroke: .init(color: "#fff", width: 1.8))
    canvas.rect(box, fill: "none", stroke: .init(color: Palette.ink, width: 0.8))
  }

  private static func diamond(_ box: Box) -> [Point] {
    [
      Point(x: box.center.x, y: box.y), Point(x: box.right, y: box.center.y),
      Point(x: box.center.x, y: box.bottom), Point(x: box.x, y: box.center.y)
    ]
  }

  private static func corners(_ box: Box) -> [Point] {
    [
      Point(x: box.x, y: box.y), Point(x: box.right, y: box.y), Point(x: box.right, y: box.bottom),
      Point(x: box.x, y: box.bottom)
    ]
  }

  private func drawDiamond(_ box: Box, fill: String, on canvas: inout Canvas) {
    let corners = Self.diamond(box)
    canvas.polygon(corners, fill: fill, stroke: Self.halo)
    canvas.polygon(corners, fill: fill, stroke: Self.outline)
  }

  /// Draws a facility: a circle for a station, a square for a street workstation.
  func drawFacility(isStation: Bool, at center: Point, on canvas: inout Canvas) {
    let edge = min(6.4, max(4.6, scale * 0.4))
    let fill = isDotted ? "none" : "#fff"
    let stroke = Canvas.Stroke(color: Palette.ink, width: 1.3)
    if isStation {
      canvas.circle(center, radius: edge / 2 + 0.4, fill: fill, stroke: stroke)
    } else {
      canvas.rect(Box(center: center, edge: edge), fill: fill, stroke: stroke)
    }
  }

  /// Draws a triangle for a place where a street shift bought with sunk officers may stand.
  private func drawReserveSite(at center: Point, on canvas: inout Canvas) {
    let half = min(3.8, max(2.9, scale * 0.24))
    let corners = [
      Point(x: center.x, y: center.y - half), Point(x: center.x + half, y: center.y + half),
      Point(x: center.x - half, y: center.y + half)
    ]
    canvas.polygon(
      corners, fill: isDotted ? "none" : "#fff", stroke: Canvas.Stroke(color: Palette.ink, width: 1.3))
  }

  /// Draws a symbol.
  func draw(_ symbol: Symbol, at center: Point, on canvas: inout Canvas) {
    switch symbol {
    case .station: drawFacility(isStation: true, at: center, on: &canvas)
    case .workstation: drawFacility(isStation: false, at: center, on: &canvas)
    case .reserveSite: drawReserveSite(at: center, on: &canvas)
    case .fixedSite: canvas.circle(center, radius: 3.6, fill: "#fff", stroke: Self.outline)
    case .newSite:
      canvas.rect(Box(center: center, edge: 8), fill: Palette.ink, stroke: .init(color: "#fff", width: 1.4))
    case .core: drawDiamond(Box(center: center, edge: 10), fill: "#fff", on: &canvas)
    case .key where isDotted: canvas.circle(center, radius: 4, fill: "#9cc5db", stroke: Self.outline)
    case .key:
      canvas.rect(Box(center: center, edge: 11), fill: "#9cc5db")
      drawFrame(in: Box(center: center, edge: 7), on: &canvas)
    }
  }
}
