// Nothing of the C library is called but `sqrt`, behind `squareRoot()`, which IEEE 754 rounds exactly.
#if canImport(Glibc)
  private import Glibc
#elseif canImport(Musl)
  private import Musl
#elseif canImport(Darwin)
  private import Darwin
#endif

/// Elementary functions that give the same bits on every machine.
///
/// System libraries choose different code for `exp` or `log` by processor, so the last bit of a result may
/// differ between two machines. These functions use only addition, subtraction, multiplication, division and
/// bit manipulation of IEEE 754 doubles, each of which is exactly rounded, and no fused operation.
/// The error is below one unit in the last place.
///
/// The reductions and coefficients are those of fdlibm (Sun Microsystems, 1993; freely distributable).
public enum PortableMath {
  /// Returns the exponential function of `x`.
  ///
  /// Reduction x = k ln 2 + r and a rational approximation on |r| ≤ ln 2 / 2 (fdlibm `e_exp.c`).
  @inlinable
  public static func exponential(_ x: Double) -> Double {
    guard x <= 709.782712893383973096 else { return x.isNaN ? x : .infinity }
    guard x >= -745.13321910194110842 else { return 0 }
    let (steps, high, low) = reducedByLogarithmOfTwo(x)
    let reduced = high - low
    let square = reduced * reduced
    let correction = reduced - square * exponentialPolynomial(square)
    let value = 1 + ((reduced * correction) / (2 - correction) - low + high)
    return scaled(value, byPowerOfTwo: steps)
  }

  /// Returns exp(x) − 1, accurate also where x is near zero (fdlibm `s_expm1.c`).
  @inlinable
  public static func exponentialMinusOne(_ x: Double) -> Double {
    guard x <= 709.782712893383973096 else { return x.isNaN ? x : .infinity }
    guard x >= -56 * 0.6931471805599453 else { return -1 }
    let magnitude = x.magnitude
    if magnitude < 0x1p-54 { return x }
    var steps = 0
    var reduced = x
    var residue = 0.0
    if magnitude > 0.34657359027997264 {
      let (count, high, low) = reducedByLogarithmOfTwo(x)
      steps = count
      reduced = high - low
      residue = (high - reduced) - low
    }
    let half = 0.5 * reduced
    let halfSquare = reduced * half
    let series = exponentialMinusOnePolynomial(halfSquare)
    let tail = 3 - series * half
    var error = halfSquare * ((series - tail) / (6 - reduced * tail))
    if steps == 0 { return reduced - (reduced * error - halfSquare) }
    error = reduced * (error - residue) - residue
    error -= halfSquare
    return assembledMinusOne(reduced, error, steps)
  }

  /// Returns `value` times two to the power `exponent`, rounding once if the result is subnormal.
  @inlinable
  static func scaled(_ value: Double, byPowerOfTwo exponent: Int) -> Double {
    if exponent >= -1021 && exponent <= 1023 { return value * powerOfTwo(exponent) }
    if exponent > 1023 {
      return exponent > 2046 ? value * 0x1p1023 * 0x1p1023 : value * 0x1p1023 * powerOfTwo(exponent - 1023)
    }
    return exponent < -2000 ? 0 : value * powerOfTwo(max(exponent + 1000, -1022)) * 0x1p-1000
  }

  /// Returns two to the power `exponent`, for −1022 ≤ `exponent` ≤ 1023.
  @inlinable
  static func powerOfTwo(_ exponent: Int) -> Double {
    Double(bitPattern: UInt64(bitPattern: Int64(exponent &+ 1023)) &<< 52)
  }

  /// Splits x into `steps` · ln 2 + `high` − `low`; requires |x| < 2000.
  @inlinable
  static func reducedByLogarithmOfTwo(_ x: Double) -> (steps: Int, high: Double, low: Double) {
    // Adding 1.5 · 2⁵² leaves the nearest integer in the low bits of the significand.
    let shifted = x * 1.44269504088896338700 + 0x1.8p52
    let count = shifted - 0x1.8p52
    let steps = Int(Int64(bitPattern: shifted.bitPattern) &- 0x4338_0000_0000_0000)
    return (steps, x - count * 6.93147180369123816490e-01, count * 1.90821492927058770002e-10)
  }

  @inlinable
  static func exponentialPolynomial(_ t: Double) -> Double {
    1.66666666666666019037e-01 + t
      * (-2.77777777770155933842e-03 + t
        * (6.61375632143793436117e-05 + t
          * (-1.65339022054652515390e-06 + t * 4.13813679705723846039e-08)))
  }

  @inlinable
  static func exponentialMinusOnePolynomial(_ t: Double) -> Double {
    1 + t
      * (-3.33333333333331316428e-02 + t
        * (1.58730158725481460165e-03 + t
          * (-7.93650757867487942473e-05 + t
            * (4.00821782732936239552e-06 + t * -2.01099218183624371326e-07))))
  }

  @inlinable
  static func assembledMinusOne(_ reduced: Double, _ error: Double, _ steps: Int) -> Double {
    if steps == -1 { return 0.5 * (reduced - error) - 0.5 }
    if steps == 1 {
      return reduced < -0.25 ? -2 * (error - (reduced + 0.5)) : 1 + 2 * (reduced - error)
    }
    if steps < 0 || steps > 56 {
      return scaled(reduced - error + 1, byPowerOfTwo: steps) - 1
    }
    let small = powerOfTwo(-steps)
    let value = steps < 20 ? reduced - error + (1 - small) : reduced - (error + small) + 1
    return scaled(value, byPowerOfTwo: steps)
  }
}
