/// The zero of an increasing function.
///
/// Source: I. F. D. Oliveira & R. H. C. Takahashi (2020), "An enhancement of the bisection method average
/// performance preserving minmax optimality" (ITP), with κ₁ = 0.2 / width, κ₂ = 2, n₀ = 1: at most one step
/// more than bisection.
public enum MonotoneRoot {
  /// Returns where an increasing function crosses zero between two bounds, to the last bits; a bound if it
  /// does not.
  public static func find(
    between lower: Double, and upper: Double, of function: (Double) -> Double
  ) -> Double {
    var (lower, upper) = (lower, upper)
    var (atLower, atUpper) = (function(lower), function(upper))
    if atLower >= 0 { return lower }
    if atUpper <= 0 { return upper }
    let truncation = 0.2 / (upper - lower)
    var allowance = upper - lower
    for _ in 0..<2_100 {
      let width = upper - lower
      let middle = lower + 0.5 * width
      if middle <= lower || middle >= upper || width <= 0x1p-52 * middle.magnitude { break }
      let slack = max(0, allowance - 0.5 * width)
      allowance *= 0.5
      let secant = (atUpper * lower - atLower * upper) / (atUpper - atLower)
      let step = min(truncation * width * width, (middle - secant).magnitude)
      let truncated = middle >= secant ? secant + step : secant - step
      let radius = min(slack, (truncated - middle).magnitude)
      var next = middle >= secant ? middle - radius : middle + radius
      if !(next > lower && next < upper) { next = middle }
      let value = function(next)
      if value == 0 { return next }
      if value > 0 { (upper, atUpper) = (next, value) } else { (lower, atLower) = (next, value) }
    }
    return 0.5 * (lower + upper)
  }
}
