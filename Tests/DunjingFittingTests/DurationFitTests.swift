import DunjingDense
import DunjingFitting
import DunjingNumerics
import DunjingRandom
import Testing

/// Hours between failures of the air conditioning of one airplane (F. Proschan, 1963, airplane 7912).
let airplane: [Double] = [
  23, 261, 87, 7, 120, 14, 62, 47, 225, 71, 246, 21, 42, 20, 5, 12, 120, 11, 3, 14, 71, 11, 14, 11, 16, 90, 1,
  16, 52, 95
]

func isClose(_ value: Double, _ expected: Double, _ tolerance: Double) -> Bool {
  (value / expected - 1).magnitude < tolerance
}

/// Reference values by SciPy 1.x: roots of the score for exact values, Nelder and Mead's method for censored ones.
@Suite struct DurationFitTests {
  @Test(arguments: [
    (DurationFamily.gamma, [59.6, 0.8119116084473917], -152.1673307371286),
    (.weibull, [54.61344687252358, 0.8535873397810044], -151.93688869919492),
    (.logNormal, [28.734291221071704, 1.319162923857868], -151.6208143697789),
    (.exponential, [59.6], -152.6296672221391)
  ])
  func `exact values have the published maximum`(
    family: DurationFamily, parameters: [Double], logLikelihood: Double
  ) throws {
    let fit = DurationFit(family, to: CensoredSample(airplane))
    #expect(fit.status == .fitted)
    #expect(isClose(fit.logLikelihood, logLikelihood, 1e-11))
    for (found, expected) in zip(fit.parameters(), parameters) {
      #expect(isClose(found.value, expected, 1e-8))
    }
  }

  @Test func `the standard errors of a gamma fit are those of its information`() throws {
    let fit = DurationFit(.gamma, to: CensoredSample(airplane))
    let covariance = try #require(fit.covariance)
    #expect(isClose(covariance[0, 0].squareRoot(), 0.2026212532479556, 1e-6))
    #expect(isClose(covariance[1, 1].squareRoot(), 0.2230794809730367, 1e-6))
    #expect(covariance[0, 1].magnitude < 1e-8, "mean and shape are orthogonal")
    let mean = fit.parameters()[0]
    #expect(isClose(try #require(mean.lower) * (try #require(mean.upper)), 59.6 * 59.6, 1e-9))
  }

  @Test(arguments: [
    (DurationFamily.gamma, [59.01200895, 0.71109829], -84.32132488228685),
    (.logNormal, [27.30040944, 1.35143669], -84.21543192396386)
  ])
  func `values rounded to ten are intervals`(
    family: DurationFamily, parameters: [Double], logLikelihood: Double
  ) {
    let rounded = airplane.map { 10 * ($0 / 10).rounded(.toNearestOrEven) }
    let fit = DurationFit(family, to: CensoredSample(rounded, roundedTo: 10))
    #expect(isClose(fit.logLikelihood, logLikelihood, 1e-11))
    for (found, expected) in zip(fit.parameters(), parameters) {
      #expect(isClose(found.value, expected, 1e-7))
    }
  }

  @Test func `durations still running are censored`() {
    let intervals = airplane.map { $0 > 100 ? (lower: 100, upper: Double.infinity) : (lower: $0, upper: $0) }
    let fit = DurationFit(.weibull, to: CensoredSample(intervals: intervals))
    #expect(isClose(fit.logLikelihood, -123.8742289218623, 1e-11))
    #expect(isClose(fit.parameters()[0].value, 51.69130019, 1e-7))
    #expect(isClose(fit.parameters()[1].value, 0.89921288, 1e-7))
  }

  @Test func `the order of the families is that of Akaike's criterion`() {
    let order = DurationFit.ranked(DurationFamily.allCases, CensoredSample(airplane)).map(\.family)
    #expect(order == [.logNormal, .exponential, .weibull, .gamma])
  }

  @Test func `samples that no family fits have a status`() {
    #expect(DurationFit(.gamma, to: CensoredSample([Double]())).status == .tooFew)
    #expect(DurationFit(.gamma, to: CensoredSample([3])).status == .tooFew)
    #expect(DurationFit(.logNormal, to: CensoredSample([3, 3, 3])).status == .allEqual)
    #expect(DurationFit(.weibull, to: CensoredSample([0, 1, 2])).status == .hasZeros)
    #expect(DurationFit(.gamma, to: CensoredSample([0, 1, 2, 2], roundedTo: 1)).status == .fitted)
    #expect(DurationFit(.gamma, to: CensoredSample([4, 4, 4], roundedTo: 1)).status == .allEqual)
    let running = CensoredSample(intervals: [(5, .infinity), (6, .infinity)])
    #expect(DurationFit(.gamma, to: running).status == .tooFew)
    let none = DurationFit(.gamma, to: CensoredSample([3]))
    #expect(none.parameters().isEmpty && none.distribution == nil && none.informationCriterion == .infinity)
  }

  @Test func `the Anderson-Darling statistic is that of an independent program`() throws {
    let sample = CensoredSample(airplane)
    let fit = DurationFit(.logNormal, to: sample)
    let quality = try #require(GoodnessOfFit(fit, sample, samples: 99, seed: 3))
    #expect(isClose(quality.statistic, 0.40829386680324475, 1e-9))
    #expect(quality.samples == 99 && quality.probability > 0.1)
    #expect(quality == GoodnessOfFit(fit, sample, samples: 99, seed: 3))
  }

  @Test func `a distribution of the wrong form is exposed, rounded or not`() throws {
    var stream = RandomStream(seed: 5, purpose: StreamPurpose(rawValue: 1))
    let two = (0..<300).map { _ in
      stream.nextTrial(probability: 0.5) ? 5 + stream.nextUnit() : 50 + stream.nextUnit()
    }
    for sample in [CensoredSample(two), CensoredSample(two.map { $0.rounded() }, roundedTo: 1)] {
      let quality = GoodnessOfFit(DurationFit(.gamma, to: sample), sample, samples: 39, seed: 4)
      #expect(try #require(quality).probability <= 0.025)
    }
  }

  @Test func `censored samples have no test of their fit`() {
    let sample = CensoredSample(intervals: [(1, 1), (2, 2), (3, 3), (4, .infinity)])
    let fit = DurationFit(.exponential, to: sample)
    #expect(fit.status == .fitted && GoodnessOfFit(fit, sample, seed: 1) == nil)
    #expect(isClose(fit.parameters()[0].value, 10.0 / 3, 1e-9), "all time by the number that ended")
  }
}
