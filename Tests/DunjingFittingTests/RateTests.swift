import DunjingFitting
import DunjingNumerics
import Testing

@Suite struct RateTests {
  /// Failures of ten pumps in thousands of hours (D. P. Gaver & I. G. O'Muircheartaigh, 1987): the maximum of the marginal
  /// likelihood is published as shape 0.82 and rate 1.26 (E. I. George, U. E. Makov & A. F. M. Smith, 1993).
  @Test func `the rates of ten pumps have the published prior`() throws {
    let fit = GammaPoisson(
      counts: [5, 1, 5, 14, 3, 19, 1, 1, 4, 22],
      exposures: [94.3, 15.7, 62.9, 126, 5.24, 31.4, 1.05, 1.05, 2.1, 10.5])
    #expect(fit.status == .fitted)
    #expect(isClose(fit.mean.value, 0.65229099, 1e-6) && isClose(fit.shape, 0.82296506, 1e-6))
    #expect(isClose(fit.logLikelihood, -32.25783630332714, 1e-11))
    let rate = fit.rate(0)
    #expect(isClose(rate.value, (0.82296506 + 5) / (1.2616532619 + 94.3), 1e-6))
    #expect(rate.contains(rate.value) && !rate.contains(0.65))
    #expect(fit.shrinkage(0) < fit.shrinkage(6))
    let plain = rate.value / (1.2616532619 + 94.3)
    #expect(try #require(rate.standardError) > plain.squareRoot(), "not knowing the prior adds to the error")
  }

  @Test func `counts that scatter no more than Poisson counts share one rate`() {
    let fit = GammaPoisson(counts: [10, 10, 11, 9], exposures: [1, 1, 1, 1])
    #expect(fit.status == .pooled && fit.shape == .infinity && fit.shrinkage(2) == 1)
    #expect(fit.rate(0) == fit.rate(3) && fit.rate(0).value == 10)
    #expect(GammaPoisson(counts: [0, 0], exposures: [1, 2]).status == .empty)
    #expect(GammaPoisson(counts: [0, 0], exposures: [0, 0]).status == .empty)
    #expect(GammaPoisson(counts: [0, 0], exposures: [1, 2]).rate(0).lower == nil)
  }

  @Test func `a group that was not observed has the mean rate`() {
    let fit = GammaPoisson(counts: [0, 50, 3, 12, 30], exposures: [0, 1, 1, 1, 1])
    #expect(isClose(fit.rate(0).value, fit.mean.value, 1e-12) && fit.shrinkage(0) == 1)
  }

  @Test func `the index of dispersion is Fisher's`() throws {
    let test = try #require(Dispersion(counts: [3, 5, 10, 2], expected: [5, 5, 5, 5]))
    #expect(isClose(test.index, (4 + 0 + 25 + 9) / 5.0 / 3, 1e-12) && test.degreesOfFreedom == 3)
    #expect(isClose(test.probability, SpecialFunctions.regularizedGammaUpper(shape: 1.5, at: 3.8), 1e-12))
    #expect(Dispersion(counts: [3], expected: [3]) == nil)
    #expect(Dispersion(counts: [3, 0], expected: [3, 0]) == nil)
  }

  @Test func `a profile of few is drawn to the common one, one of many is not`() {
    let many = (0..<4).map { Double([400, 100, 300, 200][$0]) }
    let others: [[Double]] = [[100, 400, 200, 300], [250, 250, 300, 200], many]
    let profiles = ShrunkProfiles(
      counts: others + [[1, 0, 0, 0]], exposures: [[Double]](repeating: [1, 1, 1, 1], count: 4),
      around: [1, 1, 1, 1])
    #expect(profiles.concentration > 1 && profiles.concentration < 100)
    #expect((profiles.weights(2)[0] - 1.6).magnitude < 0.05)
    #expect(profiles.weights(3)[0] > 1 && profiles.weights(3)[0] < 1.5)
    let estimate = profiles.estimate(2, 0)
    #expect(estimate.contains(1.6) && !estimate.contains(1.2))
  }

  @Test func `groups that do not differ keep the common profile`() {
    let profiles = ShrunkProfiles(
      counts: [[10, 20], [11, 19], [10, 20]], exposures: [[1, 1], [1, 1], [1, 1]], around: [2, 4])
    #expect(profiles.concentration == .infinity)
    #expect(isClose(profiles.weights(1)[0], 2.0 / 3, 1e-12))
  }

  @Test func `an hour that was not observed keeps the common rate, and half of the exposure doubles a rate`()
  {
    let counts: [[Double]] = [[500, 500, 0], [250, 500, 0]]
    let exposures: [[Double]] = [[50, 100, 0], [50, 100, 0]]
    let profiles = ShrunkProfiles(counts: counts, exposures: exposures, around: [1, 1, 1])
    let weights = profiles.weights(0)
    #expect((weights[0] / weights[1] - 2).magnitude < 0.1)
    #expect(profiles.weight(0, 2) == 1)
  }

  /// Two years, one kind with exact multiplicative expectations: the fit gives them back.
  @Test func `weekdays and months are told apart though the period is uneven`() throws {
    let weekdays: [Double] = [0.8, 0.9, 1, 1, 1.1, 1.2, 1]
    let months: [Double] = (0..<12).map { $0 < 6 ? 0.8 : 1.2 }
    let exposure = (0..<84).map { (cell: Int) -> Double in
      let days = 40 + (cell * 37) % 50
      return Double(cell % 12 == 3 ? days + 200 : days)
    }
    let counts = (0..<84).map { (cell: Int) -> Double in
      20 * exposure[cell] * weekdays[cell / 12] * months[cell % 12]
    }
    let table = DemandCounts(
      hours: [[Double](repeating: 1000, count: 24)], days: [counts],
      hourExposure: [Double](repeating: 500, count: 24), dayExposure: exposure)
    let rates = DemandRates(table)
    let week = try #require(rates.weekdays).weights(0)
    for day in 0..<7 { #expect((week[day] - weekdays[day]).magnitude < 0.005) }
    let found = try #require(rates.months).weights(0)
    for month in 0..<12 { #expect((found[month] - months[month]).magnitude < 0.005) }
    #expect(isClose(rates.daily[0].value, 20, 0.002))
    #expect(rates.hours.weights(0).allSatisfy { ($0 - 1).magnitude < 1e-9 })
  }

  @Test func `a short period takes the months as given`() {
    var days = [Double](repeating: 0, count: 84)
    var exposure = days
    for weekday in 0..<7 { (days[weekday * 12], exposure[weekday * 12]) = (30, 1) }
    let table = DemandCounts(
      hours: [[Double](repeating: 0, count: 24)], days: [days],
      hourExposure: [Double](repeating: 0, count: 24), dayExposure: exposure)
    let rates = DemandRates(table, knownMonths: [[1.5] + [Double](repeating: 10.5 / 11, count: 11)])
    #expect(rates.months == nil && isClose(rates.daily[0].value, 20, 1e-9))
    let wider = DemandRates(table, knownMonths: [[Double](repeating: 1, count: 12)], dispersion: [4])
    #expect(isClose(wider.daily[0].standardError ?? 0, 2 * (210.0).squareRoot() / 7, 1e-9))
  }
}
