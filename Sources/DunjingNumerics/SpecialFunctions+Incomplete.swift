extension SpecialFunctions {
  /// Returns the regularized lower incomplete gamma function P(shape, x): the cumulative probability at `x`
  /// of a gamma distribution of that shape and unit scale.
  ///
  /// Series below shape + 1, continued fraction above (Press et al., 2007, §6.2).
  public static func regularizedGammaLower(shape: Double, at x: Double) -> Double {
    guard shape > 0, !x.isNaN else { return .nan }
    guard x > 0 else { return 0 }
    guard x < .infinity else { return 1 }
    return x < shape + 1
      ? gammaSeries(shape, x) : 1 - gammaFraction(shape, x)
  }

  /// Returns the regularized upper incomplete gamma function Q(shape, x) = 1 − P(shape, x),
  /// without cancellation in the tail.
  public static func regularizedGammaUpper(shape: Double, at x: Double) -> Double {
    guard shape > 0, !x.isNaN else { return .nan }
    guard x > 0 else { return 1 }
    guard x < .infinity else { return 0 }
    return x < shape + 1
      ? 1 - gammaSeries(shape, x) : gammaFraction(shape, x)
  }

  /// Returns the regularized incomplete beta function I(x; a, b): the cumulative probability at `x`
  /// of a beta distribution.
  ///
  /// Continued fraction evaluated by Lentz's method (Press et al., 2007, eq. 6.4.5).
  public static func regularizedBeta(_ a: Double, _ b: Double, at x: Double) -> Double {
    guard a > 0, b > 0, !x.isNaN else { return .nan }
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    let logFactor =
      logGamma(a + b) - logGamma(a) - logGamma(b) + a * PortableMath.logarithm(x)
      + b * PortableMath.logarithmOfOnePlus(-x)
    let factor = PortableMath.exponential(logFactor)
    if x < (a + 1) / (a + b + 2) { return factor * betaFraction(a, b, x) / a }
    return 1 - factor * betaFraction(b, a, 1 - x) / b
  }

  private static let smallest = 1e-300
  private static let mostTerms = 200_000

  /// xᵃ e⁻ˣ / Γ(a).
  private static func gammaFactor(_ a: Double, _ x: Double) -> Double {
    PortableMath.exponential(a * PortableMath.logarithm(x) - x - logGamma(a))
  }

  private static func gammaSeries(_ a: Double, _ x: Double) -> Double {
    var denominator = a
    var term = 1 / a
    var sum = term
    for _ in 0..<mostTerms {
      denominator += 1
      term *= x / denominator
      sum += term
      if term < sum * 0x1p-54 { break }
    }
    return min(1, sum * gammaFactor(a, x))
  }

  private static func gammaFraction(_ a: Double, _ x: Double) -> Double {
    var b = x + 1 - a
    var c = 1 / smallest
    var d = 1 / b
    var value = d
    for term in 1...mostTerms {
      let numerator = -Double(term) * (Double(term) - a)
      b += 2
      d = 1 / nonzero(numerator * d + b)
      c = nonzero(b + numerator / c)
      let factor = d * c
      value *= factor
      if (factor - 1).magnitude < 0x1p-52 { break }
    }
    return min(1, value * gammaFactor(a, x))
  }

  private static func betaFraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    var c = 1.0
    var d = 1 / nonzero(1 - (a + b) * x / (a + 1))
    var value = d
    for term in 1...mostTerms {
      let m = Double(term)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / nonzero(1 + even * d)
      c = nonzero(1 + even / c)
      value *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / nonzero(1 + odd * d)
      c = nonzero(1 + odd / c)
      let factor = d * c
      value *= factor
      if (factor - 1).magnitude < 0x1p-52 { break }
    }
    return value
  }

  private static func nonzero(_ x: Double) -> Double {
    x.magnitude < smallest ? smallest : x
  }
}
