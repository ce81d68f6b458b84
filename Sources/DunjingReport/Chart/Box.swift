/// A position in a drawing.
struct Point: Sendable, Equatable {
  var x: Double
  var y: Double
}

/// An upright rectangle in a drawing.
struct Box: Sendable, Equatable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  var right: Double { x + width }
  var bottom: Double { y + height }
  var center: Point { Point(x: x + width / 2, y: y + height / 2) }

  init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// A square around a point.
  init(center: Point, edge: Double) {
    self.init(x: center.x - edge / 2, y: center.y - edge / 2, width: edge, height: edge)
  }

  /// A rectangle around a point.
  init(center: Point, width: Double, height: Double) {
    self.init(x: center.x - width / 2, y: center.y - height / 2, width: width, height: height)
  }

  /// The least rectangle that holds all of these; empty at the origin without any.
  init(around boxes: [Box]) {
    let left = boxes.map(\.x).min() ?? 0
    let top = boxes.map(\.y).min() ?? 0
    self.init(
      x: left, y: top, width: (boxes.map(\.right).max() ?? 0) - left,
      height: (boxes.map(\.bottom).max() ?? 0) - top)
  }

  /// The upper left and the lower right corner: the ends of a rectangle that is a line.
  var corners: (Point, Point) { (Point(x: x, y: y), Point(x: right, y: bottom)) }

  /// Whether two rectangles have a point in common.
  func meets(_ other: Box) -> Bool {
    x <= other.right && other.x <= right && y <= other.bottom && other.y <= bottom
  }

  /// Whether a straight line from one point to another has a point in the rectangle (Liang and Barsky, 1984).
  func meets(from start: Point, to end: Point) -> Bool {
    var (first, last) = (0.0, 1.0)
    let axes = [
      (start.x, end.x - start.x, x, right), (start.y, end.y - start.y, y, bottom)
    ]
    for (origin, slope, low, high) in axes {
      if slope == 0 {
        if origin < low || origin > high { return false }
        continue
      }
      let ends = [(low - origin) / slope, (high - origin) / slope].sorted()
      (first, last) = (max(first, ends[0]), min(last, ends[1]))
    }
    return first <= last
  }

  /// The rectangle moved by as little as brings it inside a room; to its upper left where it is too large.
  func moved(into room: Box) -> Box {
    Box(
      x: max(room.x, min(x, room.right - width)), y: max(room.y, min(y, room.bottom - height)),
      width: width, height: height)
  }

  /// The rectangle made smaller by the same amount on every side.
  func inset(by amount: Double) -> Box {
    Box(
      x: x + amount, y: y + amount, width: max(0, width - 2 * amount), height: max(0, height - 2 * amount))
  }
}
