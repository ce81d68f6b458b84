import DunjingScenario

/// How grids and facilities look on a map.
struct MapMarks {
  /// A symbol that a legend explains.
  enum Symbol: CaseIterable {
    case station
    case workstation
    case fixedSite
    case newSite
    case core
    case key

    /// What the symbol stands for.
    var label: LocalizedText {
      switch self {
      case .station: LocalizedText(zh: "派出所", en: "station")
      case .workstation: LocalizedText(zh: "街面警务工作站", en: "street workstation")
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

  /// Draws a grid in its room; of a whole cell only what marks its area class.
  func draw(_ tile: MapGeometry.Tile, in box: Box, look: MapClasses.Look, on canvas: inout Canvas) {
    switch tile.shape {
    case .cell: drawClass(tile.areaClass, in: box, on: &canvas)
    case .mark: drawMark(tile.areaClass, in: box, look: look, on: &canvas)
    case .dot: drawDot(tile.areaClass, in: box, look: look, on: &canvas)
    }
  }

  /// What marks a cell as a core or key area.
  private func drawClass(_ area: AreaClass, in box: Box, on canvas: inout Canvas) {
    switch area {
    case .general: break
    case .key: drawFrame(in: box.inset(by: min(box.width * 0.1, 4)), on: &canvas)
    case .core:
      let edge = min(min(box.width, box.height) * 0.7, 18)
      drawDiamond(Box(center: box.center, edge: edge), fill: "none", on: &canvas)
    }
  }

  private func drawMark(_ area: AreaClass, in box: Box, look: MapClasses.Look, on canvas: inout Canvas) {
    if area == .core { return drawDiamond(box.inset(by: -box.width * 0.25), fill: look.fill, on: &canvas) }
    let inner = box.inset(by: box.width * 0.1)
    canvas.rect(inner, fill: look.fill, stroke: Self.halo)
    canvas.rect(inner, fill: look.fill, stroke: Self.outline)
  }

  private func drawDot(_ area: AreaClass, in box: Box, look: MapClasses.Look, on canvas: inout Canvas) {
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

  private func drawDiamond(_ box: Box, fill: String, on canvas: inout Canvas) {
    let corners = [
      Point(x: box.center.x, y: box.y), Point(x: box.right, y: box.center.y),
      Point(x: box.center.x, y: box.bottom), Point(x: box.x, y: box.center.y)
    ]
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

  /// Draws a symbol for the legend.
  func draw(_ symbol: Symbol, at center: Point, on canvas: inout Canvas) {
    switch symbol {
    case .station: drawFacility(isStation: true, at: center, on: &canvas)
    case .workstation: drawFacility(isStation: false, at: center, on: &canvas)
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
