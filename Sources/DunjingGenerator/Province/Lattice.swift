import DunjingRandom

/// Points spread evenly over a disk.
enum Lattice {
  /// Returns the points of a square lattice that lie nearest to the middle, each moved a little.
  ///
  /// - Parameters:
  ///   - count: how many points.
  ///   - area: the area of the disk, which sets how far they lie apart.
  ///   - shift: how far the lattice is moved, as a share of the distance between its points.
  ///   - roughness: how far each point is moved at most, as a share of that distance.
  ///   - hole: the radius around the middle that stays empty.
  static func points(
    _ count: Int, area: Double, around middle: (x: Double, y: Double), shift: Double = 0,
    roughness: Double = 0, hole: Double = 0, using stream: inout RandomStream
  ) -> [(x: Double, y: Double)] {
    guard count > 0 else { return [] }
    let side = (area / Double(count)).squareRoot()
    let reach = Int((Double(count) * 2).squareRoot()) + Int(hole / side) + 3
    var places: [(square: Double, x: Double, y: Double)] = []
    for row in -reach...reach {
      for column in -reach...reach {
        let (east, north) = ((Double(column) + shift) * side, (Double(row) + shift) * side)
        let square = east * east + north * north
        if square >= hole * hole { places.append((square, east, north)) }
      }
    }
    let order = places.indices.sorted { (places[$0].square, $0) < (places[$1].square, $1) }
    return order.prefix(count).map { index in
      let east = (stream.nextUnit() * 2 - 1) * roughness * side
      let north = (stream.nextUnit() * 2 - 1) * roughness * side
      return (middle.x + places[index].x + east, middle.y + places[index].y + north)
    }
  }
}
