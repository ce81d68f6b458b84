import Foundation
import Testing

@testable import DunjingNumerics

/// The number of representable values between two doubles of the same sign.
private func unitsInLastPlace(_ a: Double, _ b: Double) -> Int64 {
  if a == b || (a.isNaN && b.isNaN) { return 0 }
  if a.isNaN || b.isNaN || a.sign != b.sign { return .max }
  return abs(Int64(bitPattern: a.bitPattern) - Int64(bitPattern: b.bitPattern))
}

/// A repeatable sequence of doubles in (0, 1), independent of the module that is built on this one.
private struct WeylSequence {
  var state = 0.5
  mutating func next() -> Double {
    state += 0.6180339887498949
    if state >= 1 { state -= 1 }
    return state
  }
}

@Suite struct PortableMathTests {
  @Test func `exponential agrees with the C library over its whole range`() {
    var sequence = WeylSequence()
    for _ in 0..<20_000 {
      let x = -746 + 1456.5 * sequence.next()
      #expect(unitsInLastPlace(PortableMath.exponential(x), exp(x)) <= 1, "x = \(x)")
      let small = (sequence.next() - 0.5) * 0.01
      #expect(unitsInLastPlace(PortableMath.exponential(small), exp(small)) <= 1, "x = \(small)")
    }
  }

  @Test func `exponential minus one agrees with the C library`() {
    var sequence = WeylSequence()
    for _ in 0..<20_000 {
      let wide = -50 + 770 * sequence.next()
      #expect(unitsInLastPlace(PortableMath.exponentialMinusOne(wide), expm1(wide)) <= 2, "x = \(wide)")
      let narrow = 4 * (sequence.next() - 0.5) * exp(-40 * sequence.next())
      #expect(unitsInLastPlace(PortableMath.exponentialMinusOne(narrow), expm1(narrow)) <= 2, "x = \(narrow)")
    }
  }

  @Test func `logarithm agrees with the C library from subnormal to huge arguments`() {
    var sequence = WeylSequence()
    for _ in 0..<20_000 {
      let wide = exp(-744 + 1453 * sequence.next())
      #expect(unitsInLastPlace(PortableMath.logarithm(wide), log(wide)) <= 1, "x = \(wide)")
      let near = 0.5 + 1.5 * sequence.next()
      #expect(unitsInLastPlace(PortableMath.logarithm(near), log(near)) <= 1, "x = \(near)")
    }
  }

  @Test func `logarithm of one plus x agrees with the C library`() {
    var sequence = WeylSequence()
    for _ in 0..<20_000 {
      let positive = exp(-60 + 760 * sequence.next())
      #expect(unitsInLastPlace(PortableMath.logarithmOfOnePlus(positive), log1p(positive)) <= 2)
      let negative = -exp(-60 * sequence.next())
      #expect(unitsInLastPlace(PortableMath.logarithmOfOnePlus(negative), log1p(negative)) <= 2)
    }
  }

  @Test func `power agrees with the C library, also with huge exponents and subnormal results`() {
    var sequence = WeylSequence()
    for _ in 0..<20_000 {
      let base = exp(-740 + 1440 * sequence.next())
      let exponent = (sequence.next() - 0.5) * 1_500 / max(1, abs(log(base)))
      #expect(unitsInLastPlace(PortableMath.power(base, exponent), pow(base, exponent)) <= 1)
      let near = 1 + (sequence.next() - 0.5) * 1e-7
      let huge = (sequence.next() - 0.5) * 3e10
      #expect(unitsInLastPlace(PortableMath.power(near, huge), pow(near, huge)) <= 1, "\(near), \(huge)")
      let usual = 3 * sequence.next()
      let shape = 4 * sequence.next()
      #expect(unitsInLastPlace(PortableMath.power(usual, shape), pow(usual, shape)) <= 1)
    }
  }

  @Test func `sine and cosine agree with the C library up to a million radians`() {
    var sequence = WeylSequence()
    for _ in 0..<20_000 {
      for x in [8 * (sequence.next() - 0.5), 2e6 * (sequence.next() - 0.5)] {
        #expect(unitsInLastPlace(PortableMath.sine(x), sin(x)) <= 1, "x = \(x)")
        #expect(unitsInLastPlace(PortableMath.cosine(x), cos(x)) <= 1, "x = \(x)")
      }
    }
    for quarter in 1...100 {
      let x = Double(quarter) * Double.pi / 2
      #expect(unitsInLastPlace(PortableMath.sine(x), sin(x)) <= 1, "x = \(x)")
      #expect(unitsInLastPlace(PortableMath.cosine(x), cos(x)) <= 1, "x = \(x)")
    }
    #expect(PortableMath.sine(1.1e6).isNaN)
    #expect(PortableMath.cosine(.infinity).isNaN)
  }

  @Test func `special arguments of exponential and logarithm have their limits`() {
    #expect(PortableMath.exponential(0) == 1)
    #expect(PortableMath.exponential(.infinity) == .infinity)
    #expect(PortableMath.exponential(-.infinity) == 0)
    #expect(PortableMath.exponential(710) == .infinity)
    #expect(PortableMath.exponential(-746) == 0)
    #expect(PortableMath.exponential(-745) == .leastNonzeroMagnitude)
    #expect(PortableMath.exponential(.nan).isNaN)
    #expect(PortableMath.exponentialMinusOne(0) == 0)
    #expect(PortableMath.exponentialMinusOne(-0.0).sign == .minus)
    #expect(PortableMath.exponentialMinusOne(-.infinity) == -1)
    #expect(PortableMath.exponentialMinusOne(.infinity) == .infinity)
    #expect(PortableMath.exponentialMinusOne(.nan).isNaN)
    #expect(PortableMath.logarithm(1) == 0)
    #expect(PortableMath.logarithm(0) == -.infinity)
    #expect(PortableMath.logarithm(.infinity) == .infinity)
    #expect(PortableMath.logarithm(-1).isNaN)
    #expect(PortableMath.logarithm(.nan).isNaN)
    #expect(PortableMath.logarithm(.leastNonzeroMagnitude) == log(.leastNonzeroMagnitude))
    #expect(PortableMath.logarithmOfOnePlus(-1) == -.infinity)
    #expect(PortableMath.logarithmOfOnePlus(-1.5).isNaN)
    #expect(PortableMath.logarithmOfOnePlus(.nan).isNaN)
    #expect(PortableMath.logarithmOfOnePlus(.infinity) == .infinity)
    #expect(PortableMath.logarithmOfOnePlus(.leastNonzeroMagnitude) == .leastNonzeroMagnitude)
  }

  @Test func `special arguments of power follow IEEE 754`() {
    let arguments: [Double] = [
      0, -0.0, 1, -1, 2, -2, 0.5, -0.5, 3, -3, 2.5, 1e300, -1e300, 1e-300, .leastNonzeroMagnitude,
      -.leastNonzeroMagnitude, 9007199254740991,
      .infinity, -.infinity, .nan
    ]
    for base in arguments {
      for exponent in arguments {
        let (ours, theirs) = (PortableMath.power(base, exponent), pow(base, exponent))
        #expect(unitsInLastPlace(ours, theirs) <= 1, "\(base) to the power \(exponent): \(ours), \(theirs)")
      }
    }
  }

  @Test func `results have the bits they had on the first machine`() {
    var sequence = WeylSequence()
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for _ in 0..<2_000 {
      let (u, v) = (sequence.next(), sequence.next())
      let results = [
        PortableMath.exponential(40 * u - 20), PortableMath.exponentialMinusOne(u), PortableMath.logarithm(u),
        PortableMath.logarithmOfOnePlus(u), PortableMath.power(u, 7 * v), SpecialFunctions.normalQuantile(u),
        SpecialFunctions.logGamma(9 * u), SpecialFunctions.regularizedGammaLower(shape: 5 * v, at: 8 * u),
        SpecialFunctions.regularizedBeta(3 * u, 5 * v, at: u)
      ]
      for result in results { hash = (hash ^ result.bitPattern) &* 0x100_0000_01b3 }
    }
    #expect(hash == 11_049_406_957_073_775_890)
  }
}
