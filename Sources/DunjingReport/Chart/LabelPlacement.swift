/// Keeps labels from covering each other.
enum LabelPlacement {
  /// The first of the places wished for where a label meets none of those that are taken; nil if there is none.
  static func first(of wishes: [Box], clearOf taken: [Box]) -> Box? {
    wishes.first { wish in !taken.contains { $0.meets(wish) } }
  }

  /// Moves positions apart by at least `spacing`, inside `range`, keeping their order and staying near.
  ///
  /// Labels that touch are merged into blocks centered on the mean of their wishes (pool adjacent violators).
  static func spread(_ wishes: [Double], spacing: Double, in range: ClosedRange<Double>) -> [Double] {
    let order = wishes.indices.sorted { (wishes[$0], $0) < (wishes[$1], $1) }
    var blocks: [(sum: Double, count: Int)] = []
    for (rank, index) in order.enumerated() {
      blocks.append((wishes[index] - Double(rank) * spacing, 1))
      while blocks.count > 1, let last = blocks.last,
        mean(blocks[blocks.count - 2]) > mean(last)
      {
        blocks.removeLast()
        blocks[blocks.count - 1].sum += last.sum
        blocks[blocks.count - 1].count += last.count
      }
    }
    let offsets = blocks.flatMap { block in Array(repeating: mean(block), count: block.count) }
    let highest = max(range.lowerBound, range.upperBound - Double(max(0, wishes.count - 1)) * spacing)
    var positions = wishes
    for (rank, index) in order.enumerated() {
      positions[index] = min(max(offsets[rank], range.lowerBound), highest) + Double(rank) * spacing
    }
    return positions
  }

  private static func mean(_ block: (sum: Double, count: Int)) -> Double { block.sum / Double(block.count) }

  /// The room of the label of a point: beyond its band or, where something is in the way, as near as nothing is.
  ///
  /// - Parameters:
  ///   - width: The width of the label.
  ///   - center: The point.
  ///   - band: Half the height of the band there.
  ///   - lines: What the label must not lie on.
  ///   - taken: Rooms that other labels and marks have.
  ///   - box: The panel.
  static func place(
    width: Double, beside center: Point, band: Double, clearOf lines: [[Point]], _ taken: [Box] = [],
    in box: Box
  ) -> Box {
    let wishes = wishes(width: width, beside: center, band: band, in: box)
    return wishes.first { isFree($0, of: lines, taken) } ?? wishes.first
      ?? Box(center: center, width: width, height: labelHeight).moved(into: box)
  }

  /// The same; nil where every room whose middle is within reach of the point has something in it.
  static func freePlace(
    width: Double, beside center: Point, band: Double, reach: Double, clearOf lines: [[Point]],
    _ taken: [Box],
    in box: Box
  ) -> Box? {
    wishes(width: width, beside: center, band: band, in: box).first { wish in
      let (x, y) = (wish.center.x - center.x, wish.center.y - center.y)
      return x * x + y * y <= reach * reach && isFree(wish, of: lines, taken)
    }
  }

  private static func isFree(_ wish: Box, of lines: [[Point]], _ taken: [Box]) -> Bool {
    let room = wish.inset(by: -2)
    return !taken.contains { $0.meets(room) }
      && !lines.contains { line in
        zip(line, line.dropFirst()).contains { room.meets(from: $0, to: $1) }
      }
  }

  /// Rooms for the label of a point inside a panel, the best first: beyond its band, then ever farther from the point.
  private static func wishes(width: Double, beside center: Point, band: Double, in box: Box) -> [Box] {
    func rooms(_ shifts: [Double], _ heights: [Double]) -> [Box] {
      heights.flatMap { height in
        shifts.map { shift in
          Box(
            center: Point(x: center.x + shift, y: center.y + height), width: width, height: labelHeight)
        }
      }
    }
    let far = band + 5 + labelHeight / 2
    let steps = (-12...12).map { Double($0) * 6 }
    func distance(_ box: Box) -> Double {
      let (x, y) = (box.center.x - center.x, box.center.y - center.y)
      return x * x / 4 + y * y
    }
    let near = rooms(steps, steps).filter { !$0.inset(by: -5).meets(Box(center: center, edge: 0)) }
    let all = rooms([0, -6, 6, -14, 14], [-far, far]) + near.sorted { distance($0) < distance($1) }
    return all.filter { wish in
      wish.x >= box.x && wish.right <= box.right + 8 && wish.y >= box.y - 4 && wish.bottom <= box.bottom
    }
  }

  private static let labelHeight = 11.0
}
