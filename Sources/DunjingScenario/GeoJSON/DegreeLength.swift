import DunjingNumerics

/// How long a degree is on the ground: on a sphere of 6,371 km, good to half a per cent.
package enum DegreeLength {
  /// Kilometers of a degree to the north: 6,371 π / 180.
  package static let north = 111.194_93

  /// Kilometers of a degree to the east at a latitude in degrees.
  package static func east(atLatitude latitude: Double) -> Double {
    north * PortableMath.cosine(latitude * .pi / 180)
  }
}
