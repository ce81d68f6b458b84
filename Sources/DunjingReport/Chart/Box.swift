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

  /// The least rectangle that holds all of these; empty at the origin without any.
  init(around boxes: [Box]) {
    let left = boxes.map(\.x).min() ?? 0
    let top = boxes.map(\.y).min() ?? 0
    self.init(
      x: left, y: top, width: (boxes.map(\.right).max() ?? 0) - left,
      height: (boxes.map(\.bottom).max() ?? 0) - top)
  }

  /// The rectangle made smaller by the same amount on every side.
  func inset(by amount: Double) -> Box {
    Box(
      x: x + amount, y: y + amount, width: max(0, width - 2 * amount), height: max(0, height - 2 * amount))
  }
}
