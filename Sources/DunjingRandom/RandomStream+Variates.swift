import DunjingNumerics

extension RandomStream {
  /// Returns a number from the standard normal distribution, by inversion: one uniform number each.
  @inlinable
  public mutating func nextNormal() -> Double {
    SpecialFunctions.normalQuantile(nextUnit())
  }

  /// Returns a number from the gamma distribution of the given shape and unit scale.
  ///
  /// Source: G. Marsaglia & W. W. Tsang (2000), "A simple method for generating gamma variables", with their
  /// boost for shapes below one.
  /// - Precondition: `shape` > 0.
  @inlinable
  public mutating func nextGamma(shape: Double) -> Double {
    precondition(shape > 0, "a gamma shape must be positive, not \(shape)")
    if shape == 1 { return nextExponential() }
    if shape < 1 {
      // U^(1/shape) is exp(−E/shape) with E exponential.
      let boost = PortableMath.exponential(-nextExponential() / shape)
      return nextGammaAboveOne(shape: shape + 1) * boost
    }
    return nextGammaAboveOne(shape: shape)
  }

  @inlinable
  mutating func nextGammaAboveOne(shape: Double) -> Double {
    let d = shape - 0.3333333333333333
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = nextNormal()
      let root = 1 + c * x
      if root <= 0 { continue }
      let v = root * root * root
      let u = nextUnit()
      let square = x * x
      if u < 1 - 0.0331 * square * square { return d * v }
      if PortableMath.logarithm(u) < 0.5 * square + d * (1 - v + PortableMath.logarithm(v)) { return d * v }
    }
  }

  /// Returns a count from the Poisson distribution.
  ///
  /// Below a mean of 12 unit-rate arrivals are counted; above, W. Hörmann (1993), "The transformed rejection
  /// method for generating Poisson random variables", algorithm PTRS. Both are exact.
  /// - Precondition: 0 ≤ `mean` ≤ 1e15.
  @inlinable
  public mutating func nextPoisson(mean: Double) -> Int {
    precondition(mean >= 0 && mean <= 1e15, "a Poisson mean must lie between 0 and 1e15, not \(mean)")
    if mean >= 12 { return nextLargePoisson(mean: mean) }
    var count = 0
    var elapsed = nextExponential()
    while elapsed < mean {
      count += 1
      elapsed += nextExponential()
    }
    return count
  }

  @usableFromInline
  mutating func nextLargePoisson(mean: Double) -> Int {
    let logMean = PortableMath.logarithm(mean)
    let b = 0.931 + 2.53 * mean.squareRoot()
    let a = -0.059 + 0.02483 * b
    let logInverseAlpha = PortableMath.logarithm(1.1239 + 1.1328 / (b - 3.4))
    let ratio = 0.9277 - 3.6224 / (b - 2)
    while true {
      let u = nextUnit() - 0.5
      let v = nextUnit()
      let distance = 0.5 - u.magnitude
      let real = (2 * a / distance + b) * u + mean + 0.43
      if real < 0 { continue }
      let count = Int(real)
      if distance >= 0.07 && v <= ratio { return count }
      if distance < 0.013 && v > distance { continue }
      let left =
        PortableMath.logarithm(v) + logInverseAlpha - PortableMath.logarithm(a / (distance * distance) + b)
      let right = Double(count) * logMean - mean - SpecialFunctions.logGamma(Double(count) + 1)
      if left <= right { return count }
    }
  }
}
