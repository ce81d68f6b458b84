/// What two areas have in common.
struct AreaOverlap {
  /// The areas, in the order of the file.
  let first: Int
  let second: Int
  let squareKilometers: Double
  /// Whether it is less than a thousandth of the smaller area, as where two borders were drawn by hand.
  let isSliver: Bool

  /// The share of the smaller area below which an overlap is a sliver.
  static let sliverShare = 0.001
  /// Overlaps up to a ten-thousandth of a square meter are rounding.
  private static let rounding = 1e-10

  /// Returns all pairs of areas with inner positions in common.
  /// - Complexity: O(p n log n) for p pairs of areas whose boxes meet, of n edges each.
  static func pairs(of areas: [ImportedArea], _ index: AreaIndex) -> [AreaOverlap] {
    index.neighbors.compactMap { first, second in
      let (one, other) = (areas[first], areas[second])
      guard
        let measure = AreaMeasure(
          one.shape, other.shape, crossings: one.crossings + other.crossings, index.system),
        measure.squareKilometers > rounding
      else { return nil }
      let smaller = min(one.squareKilometers, other.squareKilometers)
      return AreaOverlap(
        first: first, second: second, squareKilometers: measure.squareKilometers,
        isSliver: measure.squareKilometers < sliverShare * smaller)
    }
  }
}
