/// The square-root law of travel: how far the nearest of many units at random is.
///
/// Assumptions: units spread as a Poisson process in the plane, the incident anywhere, no edges. The probability that no
/// unit is within a distance r is exp(−density · a(r)), where a(r) is the area within r: πr² or, for the right-angle
/// metric, 2r². Source: P. Kolesar & E. H. Blum (1973), "Square root laws for fire engine response distances",
/// Management Science 19; R. C. Larson & A. R. Odoni (1981), Urban Operations Research, §3.7.
public enum SquareRootTravel {
  /// How distance is measured.
  public enum Metric: Sendable {
    /// As the crow flies.
    case euclidean
    /// Along two perpendicular directions (Manhattan).
    case rightAngle
  }

  /// Returns the mean distance to the nearest of the units: ½ √(A/n), or √(π/8) √(A/n) = 0.627 √(A/n).
  /// - Precondition: `area` ≥ 0 and `units` > 0.
  public static func meanDistance(area: Double, units: Double, metric: Metric) -> Double {
    precondition(area >= 0 && units > 0, "no law for \(units) units on an area of \(area)")
    let scale = (area / units).squareRoot()
    return switch metric {
    case .euclidean: scale / 2
    case .rightAngle: (Double.pi / 8).squareRoot() * scale
    }
  }
}
