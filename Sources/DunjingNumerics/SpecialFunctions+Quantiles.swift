extension SpecialFunctions {
  /// Returns the cumulative probability at `x` of Student's t distribution.
  public static func studentTCumulative(_ x: Double, degreesOfFreedom: Double) -> Double {
    guard degreesOfFreedom > 0, !x.isNaN else { return .nan }
    guard x.isFinite else { return x < 0 ? 0 : 1 }
    let square = x * x
    let half = 0.5 * degreesOfFreedom
    if square < degreesOfFreedom {
      let center = 0.5 * regularizedBeta(0.5, half, at: square / (degreesOfFreedom + square))
      return x < 0 ? 0.5 - center : 0.5 + center
    }
    let tail = 0.5 * regularizedBeta(half, 0.5, at: degreesOfFreedom / (degreesOfFreedom + square))
    return x < 0 ? tail : 1 - tail
  }

  /// Returns the quantile of Student's t distribution; infinite at 0 and 1, NaN outside [0, 1].
  public static func studentTQuantile(_ probability: Double, degreesOfFreedom: Double) -> Double {
    guard degreesOfFreedom > 0, probability >= 0, probability <= 1 else { return .nan }
    if probability == 0.5 { return 0 }
    if probability > 0.5 {
      // The lower tail keeps its relative accuracy.
      return -studentTQuantile(1 - probability, degreesOfFreedom: degreesOfFreedom)
    }
    if probability == 0 { return -.infinity }
    var lower = min(-1, normalQuantile(probability))
    while lower > -1e300 && studentTCumulative(lower, degreesOfFreedom: degreesOfFreedom) > probability {
      lower *= 2
    }
    return MonotoneRoot.find(between: lower, and: 0) {
      studentTCumulative($0, degreesOfFreedom: degreesOfFreedom) - probability
    }
  }

  /// Returns the cumulative probability at `x` of the chi-square distribution.
  public static func chiSquareCumulative(_ x: Double, degreesOfFreedom: Double) -> Double {
    regularizedGammaLower(shape: 0.5 * degreesOfFreedom, at: 0.5 * x)
  }

  /// Returns the quantile of the chi-square distribution; NaN outside [0, 1].
  public static func chiSquareQuantile(_ probability: Double, degreesOfFreedom: Double) -> Double {
    2 * gammaQuantile(probability, shape: 0.5 * degreesOfFreedom)
  }

  /// Returns the quantile of the gamma distribution of the given shape and unit scale.
  public static func gammaQuantile(_ probability: Double, shape: Double) -> Double {
    guard shape > 0, probability >= 0, probability <= 1 else { return .nan }
    if probability == 0 { return 0 }
    if probability == 1 { return .infinity }
    // The tail that is smaller than one half is the one computed without cancellation.
    let excess: (Double) -> Double =
      probability <= 0.5
      ? { regularizedGammaLower(shape: shape, at: $0) - probability }
      : { (1 - probability) - regularizedGammaUpper(shape: shape, at: $0) }
    var upper = shape + 1
    while upper < 1e300 && excess(upper) < 0 { upper *= 2 }
    var lower = upper
    while lower > 1e-300 && excess(lower) > 0 { lower *= 0.5 }
    return MonotoneRoot.find(between: lower, and: upper, of: excess)
  }
}
