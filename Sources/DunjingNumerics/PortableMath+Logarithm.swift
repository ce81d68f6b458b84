extension PortableMath {
  /// Returns the natural logarithm of `x`: −∞ at zero, NaN below (fdlibm `e_log.c`).
  @inlinable
  public static func logarithm(_ x: Double) -> Double {
    var argument = x
    var exponent = 0
    if !(x >= 0x1p-1022 && x < .infinity) {
      if x == 0 { return -.infinity }
      if !(x > 0) { return .nan }
      if x == .infinity { return x }
      argument = x * 0x1p54
      exponent = -54
    }
    let (steps, mantissa) = splitAroundOne(argument)
    exponent &+= steps
    return assembledLogarithm(mantissa - 1, Double(exponent), correction: 0)
  }

  /// Returns log(1 + x), accurate also where x is near zero (fdlibm `s_log1p.c`).
  @inlinable
  public static func logarithmOfOnePlus(_ x: Double) -> Double {
    if !(x > -1) { return x == -1 ? -.infinity : .nan }
    if x.magnitude < 0x1p-53 || x == .infinity { return x }
    if x > -0.2928932188134524 && x < 0.41421356237309503 {
      return assembledLogarithm(x, 0, correction: 0)
    }
    let sum = 1 + x
    let (steps, mantissa) = splitAroundOne(sum)
    var correction = 0.0
    if steps < 54 {
      correction = (steps >= 2 ? 1 - (sum - x) : x - (sum - 1)) / sum
    }
    return assembledLogarithm(mantissa - 1, Double(steps), correction: correction)
  }

  /// Splits a positive normal number into 2^`exponent` · `mantissa`, the mantissa in [√2/2, √2).
  @inlinable
  static func splitAroundOne(_ x: Double) -> (exponent: Int, mantissa: Double) {
    let offset: UInt64 = 0x3fe6_a09e_0000_0000
    let difference = x.bitPattern &- offset
    let exponent = Int(Int64(bitPattern: difference) &>> 52)
    let mantissa = Double(bitPattern: x.bitPattern &- (difference & 0xfff0_0000_0000_0000))
    return (exponent, mantissa)
  }

  /// Returns log(1 + f) + k ln 2 + correction, for 1 + f in [√2/2, √2).
  @inlinable
  static func assembledLogarithm(_ f: Double, _ k: Double, correction: Double) -> Double {
    let halfSquare = 0.5 * f * f
    let s = f / (2 + f)
    let z = s * s
    let w = z * z
    let even = w * (3.999999999940941908e-01 + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01))
    let odd =
      z
      * (6.666666666666735130e-01 + w
        * (2.857142874366239149e-01 + w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)))
    let remainder = odd + even
    return s * (halfSquare + remainder) + (k * 1.90821492927058770002e-10 + correction) - halfSquare + f
      + k * 6.93147180369123816490e-01
  }
}
