import DunjingScenario

/// A chart of fixed size.
protocol Chart: Sendable {
  /// Width in user units; the page scales it to the column.
  var width: Double { get }
  /// Height in user units.
  var height: Double { get }
  /// Draws the chart with its labels in one language.
  func draw(on canvas: inout Canvas, in language: Language)
}

/// Collects the elements of a drawing. Positions are in user units, downward from the upper left corner.
struct Canvas {
  /// The elements drawn so far.
  var children: [Markup] = []

  /// Where a text is anchored.
  enum Anchor: String {
    case start
    case middle
    case end
  }

  /// How a line looks.
  struct Stroke {
    var color: String
    var width = 1.0
    var dash = ""
  }

  mutating func line(from start: Point, to end: Point, _ stroke: Stroke) {
    add(
      "line",
      [("x1", start.x), ("y1", start.y), ("x2", end.x), ("y2", end.y)].map { ($0.0, Self.number($0.1)) }
        + attributes(stroke))
  }

  mutating func polyline(_ points: [Point], _ stroke: Stroke) {
    guard points.count > 1 else { return }
    add(
      "polyline",
      [("points", Self.list(points)), ("fill", "none"), ("stroke-linejoin", "round")] + attributes(stroke))
  }

  mutating func polygon(_ points: [Point], fill: String, opacity: Double = 1, stroke: Stroke? = nil) {
    guard points.count > 2 else { return }
    add(
      "polygon",
      [("points", Self.list(points)), ("fill", fill)]
        + (opacity < 1 ? [("opacity", Self.number(opacity))] : [])
        + (stroke.map(attributes) ?? []))
  }

  mutating func rect(_ box: Box, fill: String, stroke: Stroke? = nil, radius: Double = 0) {
    let size = [("x", box.x), ("y", box.y), ("width", max(0, box.width)), ("height", max(0, box.height))]
    add(
      "rect",
      size.map { ($0.0, Self.number($0.1)) } + [("fill", fill)]
        + (radius > 0 ? [("rx", Self.number(radius))] : []) + (stroke.map(attributes) ?? []))
  }

  /// Draws many straight lines of one look as one path.
  mutating func rules(_ lines: [(Point, Point)], _ stroke: Stroke) {
    guard !lines.isEmpty else { return }
    let path = lines.map { start, end in
      "M\(Self.number(start.x)) \(Self.number(start.y))L\(Self.number(end.x)) \(Self.number(end.y))"
    }
    add("path", [("d", path.joined()), ("fill", "none"), ("stroke-linecap", "round")] + attributes(stroke))
  }

  /// Draws many closed shapes of one look as one path.
  mutating func shapes(_ shapes: [[Point]], fill: String, stroke: Stroke? = nil) {
    guard !shapes.isEmpty else { return }
    let path = shapes.map { corners in
      "M" + corners.map { "\(Self.number($0.x)) \(Self.number($0.y))" }.joined(separator: "L") + "z"
    }
    add("path", [("d", path.joined()), ("fill", fill)] + (stroke.map(attributes) ?? []))
  }

  /// Draws many rectangles of one look as one path: a hatch is then one pattern of a printed page, not one for each.
  mutating func rects(_ boxes: [Box], fill: String, stroke: Stroke? = nil) {
    guard !boxes.isEmpty else { return }
    let path = boxes.map { box in
      let width = Self.number(box.width)
      return "M\(Self.number(box.x)) \(Self.number(box.y))h\(width)v\(Self.number(box.height))h-\(width)z"
    }
    add("path", [("d", path.joined()), ("fill", fill)] + (stroke.map(attributes) ?? []))
  }

  /// Draws one symbol at many points, as one path: a polygon with these corners around the point, or without any a circle.
  mutating func stamps(
    _ centers: [Point], corners: [Point], radius: Double, fill: String, stroke: Stroke? = nil
  ) {
    guard !centers.isEmpty else { return }
    let size = Self.number(radius)
    let width = Self.number(2 * radius)
    let circle = "m-\(size) 0a\(size) \(size) 0 1 0 \(width) 0a\(size) \(size) 0 1 0-\(width) 0"
    let polygon = zip(corners, corners.dropFirst()).reduce(
      corners.first.map { "m\(Self.number($0.x)) \(Self.number($0.y))" } ?? circle
    ) { path, side in
      path + "l\(Self.number(side.1.x - side.0.x)) \(Self.number(side.1.y - side.0.y))"
    }
    let path = centers.map { "M\(Self.number($0.x)) \(Self.number($0.y))\(polygon)z" }
    add("path", [("d", path.joined()), ("fill", fill)] + (stroke.map(attributes) ?? []))
  }

  /// Lays rectangles that are not seen over what is drawn, each with a text that a pointer at rest shows.
  mutating func titles(_ places: [(box: Box, text: String)]) {
    guard !places.isEmpty else { return }
    let children = places.map { box, text in
      let width = Self.number(box.width)
      let path =
        "M\(Self.number(box.x)) \(Self.number(box.y))h\(width)v\(Self.number(box.height))h-\(width)z"
      return Markup.tag("path", ["d": path], [.tag("title", [:], [.text(text)])])
    }
    self.children.append(.tag("g", ["fill": "none", "pointer-events": "all"], children))
  }

  mutating func circle(_ center: Point, radius: Double, fill: String, stroke: Stroke? = nil) {
    add(
      "circle",
      [("cx", center.x), ("cy", center.y), ("r", radius)].map { ($0.0, Self.number($0.1)) }
        + [("fill", fill)] + (stroke.map(attributes) ?? []))
  }

  mutating func text(_ text: String, at point: Point, style: String = "", anchor: Anchor = .start) {
    var list = [("x", Self.number(point.x)), ("y", Self.number(point.y))]
    if !style.isEmpty { list.append(("class", style)) }
    if anchor != .start { list.append(("text-anchor", anchor.rawValue)) }
    children.append(
      .element("text", list.map { Markup.Attribute(name: $0.0, value: $0.1) }, [.text(text)]))
  }

  /// Defines a hatch pattern: a light ground with diagonal lines, told apart also in gray.
  mutating func hatch(id: String, ground: String, line: String, spacing: Double) {
    let size = Self.number(spacing)
    let middle = Self.number(spacing / 2)
    children.append(
      .tag(
        "defs", [:],
        [
          .tag(
            "pattern",
            [
              "id": id, "width": size, "height": size, "patternUnits": "userSpaceOnUse",
              "patternTransform": "rotate(45)"
            ],
            [
              .tag("rect", ["width": size, "height": size, "fill": ground]),
              .tag(
                "line",
                ["x1": middle, "y1": "0", "x2": middle, "y2": size, "stroke": line, "stroke-width": "1"])
            ])
        ]))
  }

  /// Writes a coordinate with at most two decimals, the same in every language.
  static func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "0" }
    let hundredths = Int((value * 100).rounded())
    let size = abs(hundredths)
    var text = "\(size / 100)"
    let fraction = size % 100
    if fraction > 0 {
      text += fraction % 10 == 0 ? ".\(fraction / 10)" : (fraction < 10 ? ".0\(fraction)" : ".\(fraction)")
    }
    return hundredths < 0 ? "-" + text : text
  }

  private mutating func add(_ name: String, _ list: [(String, String)]) {
    children.append(.element(name, list.map { Markup.Attribute(name: $0.0, value: $0.1) }, []))
  }

  private func attributes(_ stroke: Stroke) -> [(String, String)] {
    [("stroke", stroke.color), ("stroke-width", Self.number(stroke.width))]
      + (stroke.dash.isEmpty ? [] : [("stroke-dasharray", stroke.dash)])
  }

  private static func list(_ points: [Point]) -> String {
    points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
  }
}
