import DunjingNumerics
import DunjingQueueing
import Testing

@Suite struct DelayTimeModelTests {
  private let exponential = DelayTimeModel(incubation: .exponential(mean: 30))

  @Test func `periodic inspections agree with the integral of the cumulative probability`() {
    let incubations: [Incubation] = [
      .exponential(mean: 30), .gamma(mean: 30, shape: 2), .gamma(mean: 30, shape: 0.6),
      .weibull(mean: 30, shape: 1.7), .weibull(mean: 30, shape: 0.8)
    ]
    for incubation in incubations {
      for period in [1.0, 14, 60, 400] {
        let steps = 4_000
        let sum = (0..<steps).reduce(0.0) {
          $0 + incubation.cumulative((Double($1) + 0.5) * period / Double(steps))
        }
        let fraction = DelayTimeModel(incubation: incubation).fractionEscalating(inspectionPeriod: period)
        #expect((fraction - sum / Double(steps)).magnitude < 2e-5)
      }
    }
    #expect(exponential.fractionEscalating(inspectionPeriod: 0) == 0)
    #expect(exponential.fractionEscalating(inspectionPeriod: .infinity) == 1)
  }

  @Test func `random visits leave the share that escalates first`() {
    #expect(agrees(exponential.fractionEscalating(visitRate: 0.1, detection: 0.5), 1 / 2.5, 1e-15))
    let gamma = DelayTimeModel(incubation: .gamma(mean: 30, shape: 2))
    #expect(agrees(gamma.fractionEscalating(visitRate: 0.1, detection: 0.5), 1 / (1.75 * 1.75), 1e-15))
    for shape in [0.5, 0.8, 1, 2, 4] {
      // ∫ F(u) r e^(−ru) du is the same share, computed otherwise.
      let weibull = DelayTimeModel(incubation: .weibull(mean: 30, shape: shape))
      let steps = 20_000
      let sum = (0..<steps).reduce(0.0) { sum, step in
        let share = (Double(step) + 0.5) / Double(steps)
        return sum + weibull.incubation.cumulative(-PortableMath.logarithm(share) / 0.05)
      }
      let fraction = weibull.fractionEscalating(visitRate: 0.1, detection: 0.5)
      #expect((fraction - sum / Double(steps)).magnitude < 1e-4)
    }
    #expect(exponential.fractionEscalating(visitRate: 0, detection: 1) == 1)
  }

  @Test func `a Weibull of shape one is exponential`() {
    let weibull = DelayTimeModel(incubation: .weibull(mean: 30, shape: 1))
    for rate in [1e-3, 0.05, 1, 40] {
      let expected = exponential.fractionEscalating(visitRate: rate, detection: 1)
      #expect((weibull.fractionEscalating(visitRate: rate, detection: 1) - expected).magnitude < 1e-12)
    }
  }

  @Test func `a quarter more visits cannot bring a fall above a fifth`() {
    #expect(agrees(exponential.fallBound(gain: 0.25), 0.2, 1e-15))
    #expect(exponential.effectiveVisits(forFall: 0.274, gain: 0.25) == nil)
    #expect(agrees(exponential.effectiveVisits(forFall: 0.137, gain: 0.25), 1.7, 0.05))
    #expect(exponential.fall(effectiveVisits: 1e9, gain: 0.25) < 0.2)
    let gamma = DelayTimeModel(incubation: .gamma(mean: 30, shape: 2))
    #expect(agrees(gamma.fallBound(gain: 0.25), 0.36, 1e-12))
    #expect(gamma.fall(effectiveVisits: 1e6, gain: 0.25) < 0.36)
  }

  /// Falls of 13.7, 12.35 and 27.4 %: the effective visits needed for gains of .20, .25, .30, .40, .60, .85.
  private static let needed: [(fall: Double, share: Double, visits: [Double?])] = [
    (0.137, 1, [3.85, 1.74, 1.12, 0.66, 0.36, 0.23]), (0.137, 0.8, [nil, 4.77, 2.21, 1.07, 0.53, 0.32]),
    (0.137, 0.6, [nil, nil, 72, 2.84, 0.97, 0.53]), (0.137, 0.4, [nil, nil, nil, nil, 6.6, 1.58]),
    (0.1235, 0.8, [10.5, 2.71, 1.55, 0.84, 0.44, 0.27]), (0.274, 1, [nil, nil, nil, 16.7, 1.70, 0.80]),
    (0.274, 0.4, [nil, nil, nil, nil, nil, nil])
  ]

  @Test(arguments: 0..<7)
  func `the published table of visits needed`(row: Int) {
    let (fall, share, visits) = Self.needed[row]
    for (gain, printed) in zip([0.20, 0.25, 0.30, 0.40, 0.60, 0.85], visits) {
      let value = exponential.effectiveVisits(forFall: fall, gain: gain, hazardShare: share)
      if let printed {
        #expect(agrees(value, printed, max(0.0051, 0.008 * printed)), "gain \(gain)")
        let again = exponential.fall(effectiveVisits: value ?? -1, gain: gain, hazardShare: share)
        #expect(agrees(again, fall, 1e-14))
      } else {
        #expect(value == nil, "gain \(gain)")
      }
    }
  }

  @Test func `the published falls by shape`() {
    for (shape, printed) in [(0.5, 7.7), (1, 12.6), (2, 18.4), (3, 21.8)] {
      let model = DelayTimeModel(incubation: .gamma(mean: 10, shape: shape))
      let fall = model.fall(effectiveVisits: 1.9, gain: 0.22)
      #expect(agrees(100 * fall, printed, 0.0501), "shape \(shape)")
      #expect(agrees(model.effectiveVisits(forFall: fall, gain: 0.22), 1.9, 1e-9))
    }
  }

  @Test func `no visits bring no fall, and half a share half of it`() {
    #expect(exponential.effectiveVisits(forFall: 0, gain: 0.2) == 0)
    #expect(exponential.fall(effectiveVisits: 0, gain: 0.2) == 0)
    let whole = exponential.fall(effectiveVisits: 2, gain: 0.3)
    #expect(agrees(exponential.fall(effectiveVisits: 2, gain: 0.3, hazardShare: 0.5), whole / 2, 1e-15))
  }
}
