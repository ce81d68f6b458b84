import DunjingNumerics

/// The shifted coordinates of Chinese maps: GCJ-02 of most services, BD-09 of one of them.
///
/// GCJ-02 moves WGS-84 by a few hundred meters with trigonometric sums of the position; BD-09 turns and stretches GCJ-02 once
/// more. Neither is published officially; these are the formulas in general use, found from the public converter of 2010 and
/// repeated by many libraries, with the ellipsoid of Krasovsky (1940). Outside the box around China nothing is moved.
///
/// The inverse is found by iteration: w ← w + (target − shift(w)), a contraction, as the shift changes by less than a
/// hundredth of the way.
/// - Complexity: Constant; the inverse takes four or five steps for 1e-9 degrees, about 0.1 mm.
public enum ShiftedCoordinates: String, Sendable, CaseIterable {
  /// GCJ-02, 火星坐标.
  case gcj02 = "GCJ-02"
  /// BD-09, 百度坐标.
  case bd09 = "BD-09"

  private static let tolerance = 1e-9
  private static let (semiMajorAxis, eccentricitySquared) = (6_378_245.0, 0.006_693_421_622_965_943)

  /// Returns the shifted position of one in WGS-84, in degrees.
  public func shifted(longitude: Double, latitude: Double) -> (longitude: Double, latitude: Double) {
    let gcj = Self.gcj(longitude, latitude)
    return self == .gcj02 ? gcj : Self.bd(gcj.longitude, gcj.latitude)
  }

  /// Returns the position in WGS-84 of a shifted one, in degrees, to 1e-9 degrees.
  public func wgs84(longitude: Double, latitude: Double) -> (longitude: Double, latitude: Double) {
    guard Self.isAroundChina(longitude, latitude) else { return (longitude, latitude) }
    var place = (longitude: longitude, latitude: latitude)
    for _ in 0..<30 {
      let reached = shifted(longitude: place.longitude, latitude: place.latitude)
      let (east, north) = (longitude - reached.longitude, latitude - reached.latitude)
      place = (place.longitude + east, place.latitude + north)
      if abs(east) < Self.tolerance / 10 && abs(north) < Self.tolerance / 10 { break }
    }
    return place
  }

  /// Whether a position lies in the box in which positions are moved.
  static func isAroundChina(_ longitude: Double, _ latitude: Double) -> Bool {
    (72.004...137.8347).contains(longitude) && (0.8293...55.8271).contains(latitude)
  }

  private static func gcj(
    _ longitude: Double, _ latitude: Double
  ) -> (longitude: Double, latitude: Double) {
    guard isAroundChina(longitude, latitude) else { return (longitude, latitude) }
    let (x, y) = (longitude - 105, latitude - 35)
    let angle = latitude / 180 * .pi
    let sine = PortableMath.sine(angle)
    let flattening = 1 - eccentricitySquared * sine * sine
    let root = flattening.squareRoot()
    let meridian = semiMajorAxis * (1 - eccentricitySquared) / (flattening * root)
    let parallel = semiMajorAxis / root * PortableMath.cosine(angle)
    return (
      longitude + eastMeters(x, y) * 180 / (parallel * .pi),
      latitude + northMeters(x, y) * 180 / (meridian * .pi)
    )
  }

  /// The sum of sines in both formulas.
  private static func waves(_ x: Double) -> Double {
    20 * sine(6 * x) + 20 * sine(2 * x)
  }

  private static func northMeters(_ x: Double, _ y: Double) -> Double {
    let polynomial = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * abs(x).squareRoot()
    let sines =
      waves(x) + 20 * sine(y) + 40 * sine(y / 3) + 160 * sine(y / 12) + 320 * sine(y / 30)
    return polynomial + sines * 2 / 3
  }

  private static func eastMeters(_ x: Double, _ y: Double) -> Double {
    let polynomial = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * abs(x).squareRoot()
    let sines =
      waves(x) + 20 * sine(x) + 40 * sine(x / 3) + 150 * sine(x / 12) + 300 * sine(x / 30)
    return polynomial + sines * 2 / 3
  }

  /// The sine of so many half turns.
  private static func sine(_ halfTurns: Double) -> Double { PortableMath.sine(halfTurns * .pi) }

  /// BD-09 of a position in GCJ-02: the angle and the length from the origin of degrees grow a little. The turn by an angle is
  /// written out, which needs no arc tangent.
  private static func bd(_ x: Double, _ y: Double) -> (longitude: Double, latitude: Double) {
    guard isAroundChina(x, y) else { return (x, y) }
    let radius = (x * x + y * y).squareRoot()
    let length = radius + 0.000_02 * sine(y * 3000 / 180)
    let turn = 0.000_003 * PortableMath.cosine(x * .pi * 3000 / 180)
    let (cosine, sine) = (PortableMath.cosine(turn), PortableMath.sine(turn))
    return (
      length * (x * cosine - y * sine) / radius + 0.0065, length * (y * cosine + x * sine) / radius + 0.006
    )
  }
}
