import DunjingNumerics

/// The probability of a count under a Poisson distribution.
enum PoissonTerm {
  static func value(_ mean: Double, _ count: Int) -> Double {
    PortableMath.exponential(
      Double(count) * PortableMath.logarithm(mean) - mean - SpecialFunctions.logGamma(Double(count) + 1))
  }
}
