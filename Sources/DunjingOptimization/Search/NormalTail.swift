import DunjingNumerics

/// Logarithms of normal probabilities, accurate where the probabilities are too small for numbers.
enum NormalTail {
  /// log Φ(z).
  static func logCumulative(_ z: Double) -> Double {
    if z > -10 { return PortableMath.logarithm(SpecialFunctions.normalCumulative(z)) }
    let inverse = 1 / (z * z)
    let series = 1 - inverse * (1 - inverse * (3 - inverse * (15 - inverse * 105)))
    return logDensity(z) + PortableMath.logarithm(series / -z)
  }

  /// log of φ(z) + z Φ(z), the expected positive part of a normal variable with mean z.
  ///
  /// Source: S. Ament et al. (2023), "Unexpected improvements to expected improvement for Bayesian optimization", for the
  /// logarithm; below −10 the asymptotic series of Mills' ratio.
  static func logPositivePart(_ z: Double) -> Double {
    if z > -10 {
      let density = PortableMath.exponential(logDensity(z))
      return PortableMath.logarithm(max(density + z * SpecialFunctions.normalCumulative(z), 1e-300))
    }
    let inverse = 1 / (z * z)
    let series = 1 - inverse * (3 - inverse * (15 - inverse * (105 - inverse * 945)))
    return logDensity(z) + PortableMath.logarithm(series * inverse)
  }

  private static func logDensity(_ z: Double) -> Double { -0.5 * z * z - 0.9189385332046727 }
}
