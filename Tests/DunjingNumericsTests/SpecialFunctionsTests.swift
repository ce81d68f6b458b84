import DunjingNumerics
import Testing

/// Reference values were computed with 40 digits.
@Suite struct SpecialFunctionsTests {
  private func isClose(_ value: Double, _ reference: Double, _ tolerance: Double = 1e-13) -> Bool {
    (value - reference).magnitude <= tolerance * max(reference.magnitude, 1e-300)
  }

  @Test(arguments: [
    (0.001, 6.90717888538385368), (0.5, 0.572364942924700087), (1.5, -0.120782237635245222),
    (3.25, 0.935801931108725358), (9.75, 12.2422049400507626), (100, 359.134205369575399),
    (12345.5, 103958.242965123229), (1e10, 220258509288.810581)
  ])
  func `the logarithm of the gamma function`(argument: Double, reference: Double) {
    #expect(isClose(SpecialFunctions.logGamma(argument), reference, 4e-14))
  }

  @Test func `the gamma function gives factorials and has its limits`() {
    var factorial = 1.0
    for n in 1...20 {
      #expect(isClose(PortableMath.exponential(SpecialFunctions.logGamma(Double(n))), factorial, 2e-14))
      factorial *= Double(n)
    }
    #expect(SpecialFunctions.logGamma(0) == .infinity)
    #expect(SpecialFunctions.logGamma(-1).isNaN)
    #expect(SpecialFunctions.logGamma(.infinity) == .infinity)
  }

  @Test(arguments: [
    (0.5, 0.3, 0.561421973919000145, 0.438578026080999855),
    (2.5, 1, 0.150854963915390364, 0.849145036084609636),
    (3, 12, 0.999477741949967102, 0.000522258050032897829),
    (10, 9.5, 0.478173977762792589, 0.521826022237207411),
    (100, 130, 0.997249591632693474, 0.00275040836730652628),
    (1000, 950, 0.0550546862307380345, 0.944945313769261966)
  ])
  func `the incomplete gamma function`(shape: Double, x: Double, lower: Double, upper: Double) {
    #expect(isClose(SpecialFunctions.regularizedGammaLower(shape: shape, at: x), lower, 1e-12))
    #expect(isClose(SpecialFunctions.regularizedGammaUpper(shape: shape, at: x), upper, 1e-12))
  }

  @Test(arguments: [
    (0.5, 0.5, 0.25, 0.333333333333333333), (2, 3, 0.4, 0.5248), (10, 0.5, 0.9, 0.151640909634709921),
    (50, 60, 0.45, 0.464235291430603536), (1, 7, 0.001, 0.006979034965020993)
  ])
  func `the incomplete beta function`(a: Double, b: Double, x: Double, reference: Double) {
    #expect(isClose(SpecialFunctions.regularizedBeta(a, b, at: x), reference, 1e-12))
    #expect(isClose(1 - SpecialFunctions.regularizedBeta(b, a, at: 1 - x), reference, 1e-11))
  }

  @Test(arguments: [
    (-10, 7.61985302416052607e-24), (-5, 2.86651571879193912e-7), (-1.96, 0.0249978951482204341),
    (-0.5, 0.308537538725986896), (0, 0.5), (0.3, 0.617911422188952637), (3, 0.998650101968369905)
  ])
  func `the normal distribution`(x: Double, reference: Double) {
    #expect(isClose(SpecialFunctions.normalCumulative(x), reference))
    #expect(SpecialFunctions.normalCumulative(-.infinity) == 0)
    #expect(SpecialFunctions.normalCumulative(.infinity) == 1)
  }

  @Test(arguments: [
    (1e-300, -37.0470962993611992), (1e-20, -9.26234008979840757), (1e-9, -5.99780701500768687),
    (0.001, -3.09023230616781354), (0.025, -1.95996398454005424), (0.07, -1.47579102817917074),
    (0.25, -0.674489750196081743), (0.5, 0), (0.6, 0.253347103135799799), (0.93, 1.47579102817917074),
    (0.975, 1.95996398454005424), (0.999, 3.09023230616781354)
  ])
  func `normal quantiles`(probability: Double, reference: Double) {
    #expect(isClose(SpecialFunctions.normalQuantile(probability), reference, 1e-14))
  }

  @Test func `normal quantiles at the ends`() {
    #expect(SpecialFunctions.normalQuantile(0) == -.infinity)
    #expect(SpecialFunctions.normalQuantile(1) == .infinity)
    #expect(SpecialFunctions.normalQuantile(-0.1).isNaN)
    #expect(SpecialFunctions.normalQuantile(1.1).isNaN)
    #expect(SpecialFunctions.normalQuantile(.nan).isNaN)
  }

  @Test(arguments: [
    (0.025, 1, 12.7062047361747046), (0.025, 2, 4.30265272974946385), (0.025, 9, 2.26215716279820554),
    (0.05, 19, 1.72913281152136952), (0.005, 29, 2.75638590367060549), (0.0005, 19, 3.88340585259208292),
    (0.025, 1000, 1.96233908082640848), (0.1, 2.5, 1.73025092880717659)
  ])
  func `Student quantiles`(tail: Double, degrees: Double, reference: Double) {
    #expect(isClose(SpecialFunctions.studentTQuantile(1 - tail, degreesOfFreedom: degrees), reference, 1e-11))
    #expect(isClose(SpecialFunctions.studentTQuantile(tail, degreesOfFreedom: degrees), -reference, 1e-12))
    #expect(isClose(SpecialFunctions.studentTCumulative(-reference, degreesOfFreedom: degrees), tail, 1e-12))
  }

  @Test(arguments: [
    (0.95, 1, 3.84145882069412596), (0.05, 10, 3.94029913611906003), (0.975, 30, 46.9792422436711566),
    (0.999, 255, 330.519743634005843), (0.5, 0.7, 0.214738971723686537), (0.01, 2, 0.0201006717070028824)
  ])
  func `chi-square quantiles`(probability: Double, degrees: Double, reference: Double) {
    #expect(
      isClose(SpecialFunctions.chiSquareQuantile(probability, degreesOfFreedom: degrees), reference, 1e-11))
    #expect(
      isClose(SpecialFunctions.chiSquareCumulative(reference, degreesOfFreedom: degrees), probability, 1e-12))
  }

  @Test func `quantiles outside their domain are not numbers, at its ends infinite`() {
    #expect(SpecialFunctions.studentTQuantile(1, degreesOfFreedom: 3) == .infinity)
    #expect(SpecialFunctions.studentTQuantile(0, degreesOfFreedom: 3) == -.infinity)
    #expect(SpecialFunctions.studentTQuantile(0.5, degreesOfFreedom: 3) == 0)
    #expect(SpecialFunctions.studentTQuantile(0.3, degreesOfFreedom: 0).isNaN)
    #expect(SpecialFunctions.chiSquareQuantile(1.1, degreesOfFreedom: 3).isNaN)
    #expect(SpecialFunctions.gammaQuantile(0, shape: 2) == 0)
    #expect(SpecialFunctions.gammaQuantile(1, shape: 2) == .infinity)
  }
}
