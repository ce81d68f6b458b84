/// Special functions of probability, built on ``PortableMath`` so that they too are the same on every
/// machine.
public enum SpecialFunctions {
  /// Returns the logarithm of the gamma function at `x` > 0; infinity at zero, NaN below.
  ///
  /// The argument is raised to at least 10 by the recurrence, then Stirling's series is summed
  /// (Abramowitz & Stegun, 1964, 6.1.41). The absolute error is about 1e-15 times max(1, |result|).
  public static func logGamma(_ x: Double) -> Double {
    guard x > 0 else { return x == 0 ? .infinity : .nan }
    guard x < .infinity else { return x }
    if x == 1 || x == 2 { return 0 }
    var shifted = x
    var product = 1.0
    while shifted < 10 {
      product *= shifted
      shifted += 1
    }
    return (shifted - 0.5) * PortableMath.logarithm(shifted) - shifted + 0.918938533204672741780329736406
      + stirlingCorrection(shifted) - (product == 1 ? 0 : PortableMath.logarithm(product))
  }

  /// The series of Stirling's formula, for x ≥ 10.
  private static func stirlingCorrection(_ x: Double) -> Double {
    let inverse = 1 / x
    let square = inverse * inverse
    let series =
      1.0 / 12 - square
      * (1.0 / 360 - square
        * (1.0 / 1260 - square
          * (1.0 / 1680 - square
            * (1.0 / 1188 - square * (691.0 / 360360 - square * (1.0 / 156 - square * (3617.0 / 122400)))))))
    return inverse * series
  }

  /// Returns the cumulative probability of the standard normal distribution at `x`.
  ///
  /// Φ(x) is ½ Q(½, x²/2) on the left, with Q the upper incomplete gamma function; small tail
  /// probabilities keep their relative accuracy.
  public static func normalCumulative(_ x: Double) -> Double {
    guard !x.isNaN else { return x }
    guard x.magnitude < 39 else { return x < 0 ? 0 : 1 }
    if x.magnitude < 1 {
      let half = 0.5 * regularizedGammaLower(shape: 0.5, at: 0.5 * x * x)
      return x < 0 ? 0.5 - half : 0.5 + half
    }
    let tail = 0.5 * regularizedGammaUpper(shape: 0.5, at: 0.5 * x * x)
    return x < 0 ? tail : 1 - tail
  }
}
