import DunjingNumerics

/// Distances between positions of a bundle: in the plane, or on the sphere by the equirectangular approximation at
/// the middle latitude of the two, good to a per mille over the length of a road.
struct GroundDistance {
  let system: CoordinateSystem

  /// Returns the distance in kilometers.
  func kilometers(_ a: Position, _ b: Position) -> Double {
    let north = northward(a, b)
    let east =
      system == .local
      ? b.x - a.x
      : (b.x - a.x) * DegreeLength.north * PortableMath.cosine((a.y + b.y) / 2 * .pi / 180)
    return (east * east + north * north).squareRoot()
  }

  /// Returns how many kilometers the second position lies north of the first.
  func northward(_ a: Position, _ b: Position) -> Double {
    (b.y - a.y) * (system == .local ? 1 : DegreeLength.north)
  }

  /// Returns the length of a line in meters.
  func meters(along line: [Position]) -> Double {
    1_000 * zip(line, line.dropFirst()).reduce(0) { $0 + kilometers($1.0, $1.1) }
  }
}
