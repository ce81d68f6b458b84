extension PortableMath {
  /// Returns `base` to the power `exponent`, with the special cases of IEEE 754 `pow` (fdlibm `e_pow.c`).
  public static func power(_ base: Double, _ exponent: Double) -> Double {
    if exponent == 0 || base == 1 { return 1 }
    if base.isNaN || exponent.isNaN { return .nan }
    if exponent == 1 { return base }
    let magnitude = base.magnitude
    if exponent.isInfinite {
      if magnitude == 1 { return 1 }
      return (magnitude > 1) == (exponent > 0) ? .infinity : 0
    }
    let parity = base.sign == .minus ? integerParity(exponent) : .even
    let result: Double
    if magnitude == 0 || magnitude == .infinity {
      result = (magnitude == 0) == (exponent > 0) ? 0 : .infinity
    } else if parity == .notInteger {
      return .nan
    } else {
      result = magnitude == 1 ? 1 : powerOfPositive(magnitude, exponent)
    }
    return parity == .odd ? -result : result
  }

  private enum Parity { case notInteger, even, odd }

  private static func integerParity(_ x: Double) -> Parity {
    let magnitude = x.magnitude
    if magnitude >= 0x1p53 { return .even }
    let whole = Int64(magnitude)
    if Double(whole) != magnitude { return .notInteger }
    return whole & 1 == 1 ? .odd : .even
  }

  /// Clears the low 32 bits, so that a product of two such numbers is exact.
  private static func head(_ x: Double) -> Double {
    Double(bitPattern: x.bitPattern & 0xffff_ffff_0000_0000)
  }

  /// The power of a positive finite base other than one, for a finite exponent.
  private static func powerOfPositive(_ base: Double, _ exponent: Double) -> Double {
    if exponent.magnitude > 0x1p64 {
      return (base > 1) == (exponent > 0) ? .infinity : 0
    }
    let (logHead, logTail) =
      exponent.magnitude > 0x1p31 && (base - 1).magnitude < 0x1p-20
      ? binaryLogarithmNearOne(base) : binaryLogarithm(base)
    let exponentHead = head(exponent)
    let low = (exponent - exponentHead) * logHead + exponent * logTail
    let high = exponentHead * logHead
    return binaryExponential(high, low)
  }

  /// log₂ of a base within 2⁻²⁰ of one, as a head of 21 bits and a tail.
  private static func binaryLogarithmNearOne(_ base: Double) -> (head: Double, tail: Double) {
    let t = base - 1
    let w = (t * t) * (0.5 - t * (0.3333333333333333333333 - t * 0.25))
    let u = 1.44269502162933349609e+00 * t
    let v = t * 1.92596299112661746887e-08 - w * 1.44269504088896338700e+00
    let logHead = head(u + v)
    return (logHead, v - (logHead - u))
  }

  /// log₂ of a positive base, as a head of 21 bits and a tail.
  private static func binaryLogarithm(_ base: Double) -> (head: Double, tail: Double) {
    var argument = base
    var count = 0
    if argument < 0x1p-1022 {
      argument *= 0x1p53
      count = -53
    }
    var word = Int(argument.bitPattern >> 32)
    count += (word >> 20) - 0x3ff
    let fraction = word & 0x000f_ffff
    word = fraction | 0x3ff0_0000
    let upper = fraction > 0x3988E && fraction < 0xBB67A
    if fraction >= 0xBB67A {
      count += 1
      word -= 0x0010_0000
    }
    argument = Double(bitPattern: (argument.bitPattern & 0xffff_ffff) | (UInt64(word) << 32))
    let center = upper ? 1.5 : 1.0
    let (productHead, productTail) = logarithmAround(center, argument, word, upper)
    let z = 9.61796700954437255859e-01 * productHead
    let zTail =
      -7.02846165095275826516e-09 * productHead + productTail * 9.61796693925975554329e-01
      + (upper ? 1.35003920212974897128e-08 : 0)
    let offset = upper ? 5.84962487220764160156e-01 : 0
    let whole = Double(count)
    let logHead = head(((z + zTail) + offset) + whole)
    return (logHead, zTail - (((logHead - whole) - offset) - z))
  }

  /// Three halves of log(argument / center), as a head and a tail.
  private static func logarithmAround(
    _ center: Double, _ argument: Double, _ word: Int, _ upper: Bool
  ) -> (head: Double, tail: Double) {
    let u = argument - center
    let v = 1 / (argument + center)
    let s = u * v
    let sHead = head(s)
    let sumWord = ((word >> 1) | 0x2000_0000) + 0x0008_0000 + (upper ? 1 << 18 : 0)
    let sumHead = Double(bitPattern: UInt64(sumWord) << 32)
    let sumTail = argument - (sumHead - center)
    let sTail = v * ((u - sHead * sumHead) - sHead * sumTail)
    var square = s * s
    let series =
      5.99999999999994648725e-01 + square
      * (4.28571428578550184252e-01 + square
        * (3.33333329818377432918e-01 + square
          * (2.72728123808534006489e-01 + square
            * (2.30660745775561754067e-01 + square * 2.06975017800338417784e-01))))
    let rest = square * square * series + sTail * (sHead + s)
    square = sHead * sHead
    let factorHead = head(3.0 + square + rest)
    let factorTail = rest - ((factorHead - 3.0) - square)
    let product = sHead * factorHead
    let productRest = sTail * factorHead + factorTail * s
    let resultHead = head(product + productRest)
    return (resultHead, productRest - (resultHead - product))
  }

  /// Two to the power `high` + `low`.
  private static func binaryExponential(_ high: Double, _ low: Double) -> Double {
    let sum = high + low
    if sum > 1024 || (sum == 1024 && low + 8.0085662595372944372e-17 > sum - high) { return .infinity }
    if sum < -1075 || (sum == -1075 && low <= sum - high) { return 0 }
    var high = high
    var count = 0
    if sum.magnitude > 0.5 {
      count = Int(sum + (sum < 0 ? -0.5 : 0.5))
      high -= Double(count)
    }
    let t = head(low + high)
    let u = t * 6.93147182464599609375e-01
    let v = (low - (t - high)) * 6.93147180559945286227e-01 + t * -1.90465429995776804525e-09
    let z = u + v
    let w = v - (z - u)
    let square = z * z
    let t1 = z - square * exponentialPolynomial(square)
    let r = (z * t1) / (t1 - 2) - (w + z * w)
    return scaled(1 - (r - z), byPowerOfTwo: count)
  }
}
