import DunjingCalibration
import DunjingQueueing
import Testing

/// What a growth of visit hours can do, against hand calculations and published forms.
@Suite struct VisitGainTests {
  private func gain(_ gain: Double, share: Double = 1, shape: Double = 1) -> VisitGain {
    VisitGain(
      incubation: shape == 1 ? .exponential(mean: 1) : .gamma(mean: 1, shape: shape), gain: gain,
      hazardShare: share)
  }

  /// The one fall of a set of visits, where it has one.
  private func visits(_ model: VisitGain, _ fall: Double) -> Double? {
    guard case .between(let range) = model.visits(fitting: fall...fall) else { return nil }
    return range.lowerBound
  }

  @Test(arguments: [
    // Fall, share, and the visits needed at a gain of 0.20, 0.25, 0.30, 0.40, 0.60 and 0.85.
    (0.137, 1.0, [3.85, 1.74, 1.12, 0.66, 0.36, 0.23]),
    (0.137, 0.8, [nil, 4.77, 2.21, 1.07, 0.53, 0.32]),
    (0.137, 0.6, [nil, nil, 72, 2.84, 0.97, 0.53]),
    (0.137, 0.4, [nil, nil, nil, nil, 6.6, 1.58]),
    (0.274, 1.0, [nil, nil, nil, 16.7, 1.70, 0.80]),
    (0.274, 0.4, [nil, nil, nil, nil, nil, nil])
  ])
  func `the visits that a fall needs are those of a hand calculation`(
    fall: Double, share: Double, expected: [Double?]
  ) throws {
    for (gain, expected) in zip([0.2, 0.25, 0.3, 0.4, 0.6, 0.85], expected) {
      let found = visits(self.gain(gain, share: share), fall)
      #expect((found == nil) == (expected == nil), "\(fall), \(share), \(gain)")
      if let found, let expected { #expect((found - expected).magnitude < 0.01 * expected + 0.005) }
    }
  }

  @Test func `a quarter more visits prevents less than a fifth of the incidents of hazards`() {
    #expect((gain(0.25).bound - 0.2).magnitude < 1e-12)
    #expect((gain(0.25, share: 0.4).bound - 0.08).magnitude < 1e-12)
    #expect((gain(0.25, shape: 2).bound - 0.36).magnitude < 1e-12)
    #expect(gain(0.25).fall(at: 1e9) < 0.2 && gain(0.25).fall(at: 1e9) > 0.199_999)
  }

  @Test(arguments: [(0.5, 0.077), (1, 0.126), (2, 0.184), (3, 0.218)])
  func `the shape of incubations changes the fall at the same visits`(shape: Double, expected: Double) {
    #expect((gain(0.22, shape: shape).fall(at: 1.9) - expected).magnitude < 0.001)
  }

  @Test func `nothing fits exactly where the bound lies below the least fall asked for`() {
    for shape in [0.5, 1, 1.7, 3] {
      for share in [0.2, 0.4, 0.7, 1] {
        for growth in [0.05, 0.213, 0.6] {
          let model = gain(growth, share: share, shape: shape)
          let bound = model.bound
          #expect(model.visits(fitting: (bound * 1.000_1)...1) == .none)
          #expect(model.visits(fitting: (bound * 0.999)...1) != .none)
          guard case .between(let range) = model.visits(fitting: (bound * 0.3)...(bound * 0.6)) else {
            Issue.record("a fall below the bound has visits")
            continue
          }
          #expect((model.fall(at: range.lowerBound) - bound * 0.3).magnitude < 1e-9)
          #expect((model.fall(at: range.upperBound) - bound * 0.6).magnitude < 1e-9)
        }
      }
    }
  }

  @Test func `a range of falls above the bound at one end has no greatest number of visits`() {
    let model = gain(0.25)
    guard case .above(let least) = model.visits(fitting: 0.137...0.3) else {
      Issue.record("the upper end lies above the bound")
      return
    }
    #expect((least - 1.74).magnitude < 0.005)
    #expect(model.visits(fitting: 0.137...0.3).contains(1e6))
    #expect(!model.visits(fitting: 0.137...0.3).contains(1.7))
    #expect(model.visits(fitting: -0.1...0.1).contains(0))
  }

  @Test func `without gain or hazards only no fall fits`() {
    #expect(gain(0).visits(fitting: 0.01...0.2) == .none)
    #expect(gain(0.25, share: 0).visits(fitting: 0.01...0.2) == .none)
    #expect(gain(0).visits(fitting: -0.01...0.2).contains(3))
  }

  @Test func `the share that has to grow from hazards is the fall over the bound`() {
    let model = gain(0.213, share: 0.4)
    #expect((model.share(for: 0.137) - 0.137 * 1.213 / 0.213).magnitude < 1e-12)
    #expect(model.share(for: 0.274) > 1)
    let share = model.share(for: 0.05, at: 1.9)
    #expect((gain(0.213, share: share).fall(at: 1.9) - 0.05).magnitude < 1e-12)
    #expect(gain(0).share(for: 0.1) == .infinity)
  }

  @Test func `the range of values that fit has its middle nine tenths`() throws {
    let range = try #require(FittingRange((0...100).map(Double.init)))
    #expect(range.all == 0...100 && range.middle == 5...95)
    #expect(FittingRange([]) == nil)
    #expect(FittingRange([2])?.middle == 2...2)
  }
}
