import DunjingDense
import DunjingFitting
import DunjingNumerics
import Testing

@Suite struct HawkesTests {
  private static let process = HawkesSimulation(background: 0.5, branchingRatio: 0.4, decay: 2, reach: 0.05)
  private static let point = [0.6, 0.3, 1.5].map(PortableMath.logarithm)

  /// Σ log λ − ∫ λ written out over all pairs.
  private func slowLogLikelihood(_ times: [Double], _ duration: Double, _ profile: [Double]) -> Double {
    let (mu, alpha, beta) = (0.6, 0.3, 1.5)
    var sum = -mu * duration
    for (index, time) in times.enumerated() {
      let excitation = times[..<index].reduce(0) { $0 + PortableMath.exponential(-beta * (time - $1)) }
      sum += PortableMath.logarithm(mu * profile[index] + alpha * beta * excitation)
      sum -= alpha * (1 - PortableMath.exponential(-beta * (duration - time)))
    }
    return sum
  }

  @Test func `the recursion is the sum over all pairs`() {
    let times = Self.process.events(duration: 300, seed: 7).map(\.time)
    let profile = times.map { 1 + 0.5 * PortableMath.sine($0) }
    let hawkes = TemporalHawkes(times: times, duration: 300, profile: (profile, 300))
    #expect(isClose(hawkes.logLikelihood(at: Self.point), slowLogLikelihood(times, 300, profile), 1e-12))
  }

  @Test func `equal times excite each other`() {
    let times = [1.0, 1, 2, 2, 2, 5, 6, 7, 8, 8]
    let ones = [Double](repeating: 1, count: 10)
    let hawkes = TemporalHawkes(times: times, duration: 10)
    #expect(isClose(hawkes.logLikelihood(at: Self.point), slowLogLikelihood(times, 10, ones), 1e-12))
  }

  private func expectDifferences(
    _ value: @escaping ([Double]) -> Double, _ curvature: SmoothLikelihood.Curvature, at point: [Double]
  ) {
    let differences = SmoothLikelihood(value).curvature(point)
    for row in point.indices {
      #expect((curvature.gradient[row] - differences.gradient[row]).magnitude < 1e-6)
      for column in point.indices {
        let (exact, rough) = (curvature.hessian[row, column], differences.hessian[row, column])
        #expect((exact - rough).magnitude < 1e-5 * max(1, exact.magnitude))
      }
    }
  }

  @Test func `derivatives in time are those by differences`() {
    let times = Self.process.events(duration: 200, seed: 8).map(\.time)
    let profile = times.map { 1 + 0.5 * PortableMath.sine($0) }
    let hawkes = TemporalHawkes(times: times, duration: 200, profile: (profile, 200))
    expectDifferences(hawkes.logLikelihood(at:), hawkes.curvature(at: Self.point), at: Self.point)
  }

  private func makeSpatial(seed: UInt64, cutoff: Double = 5, reach: Double = 0.3) -> SpatialHawkes {
    let events = Self.process.events(duration: 200, seed: seed)
    let density = events.map { (0...1).contains($0.x) && (0...1).contains($0.y) ? 1.0 : 1e-9 }
    return SpatialHawkes(events, duration: 200, density: density, cutoff: cutoff, greatestReach: reach)
  }

  @Test func `derivatives in time and place are those by differences`() {
    let hawkes = makeSpatial(seed: 9, cutoff: 1.2, reach: 0.12)
    let point = Self.point + [PortableMath.logarithm(0.06)]
    expectDifferences(hawkes.logLikelihood(at:), hawkes.curvature(at: point), at: point)
  }

  @Test func `cells find the pairs that the double loop finds`() {
    let events = Self.process.events(duration: 200, seed: 10)
    let hawkes = makeSpatial(seed: 10, cutoff: 3, reach: 0.2)
    let (mu, alpha, beta, sigma) = (0.6, 0.3, 1.5, 0.06)
    let mass = 1 - PortableMath.exponential(-0.5 * 0.2 * 0.2 / (sigma * sigma))
    var sum = -mu * 200
    for (index, event) in events.enumerated() {
      var intensity = (0...1).contains(event.x) && (0...1).contains(event.y) ? mu : mu * 1e-9
      for other in events[..<index] {
        let (lag, x, y) = (event.time - other.time, event.x - other.x, event.y - other.y)
        guard lag <= 3, x * x + y * y <= 0.04 else { continue }
        intensity +=
          alpha * beta / (2 * Double.pi * sigma * sigma)
          * PortableMath.exponential(-beta * lag - 0.5 * (x * x + y * y) / (sigma * sigma))
      }
      sum += PortableMath.logarithm(intensity)
      sum -= alpha * mass * (1 - PortableMath.exponential(-beta * min(3, 200 - event.time)))
    }
    let point = [mu, alpha, beta, sigma].map(PortableMath.logarithm)
    #expect(isClose(hawkes.logLikelihood(at: point), sum, 1e-11))
  }

  @Test func `a fit has no slope, and is better than its neighbors`() throws {
    let times = Self.process.events(duration: 2000, seed: 11).map(\.time)
    let hawkes = TemporalHawkes(times: times, duration: 2000)
    let fit = hawkes.fitted()
    #expect(fit.status == .fitted && fit.probability < 1e-6)
    #expect(try #require(fit.searchedProbability) >= fit.probability)
    let best = [fit.background.value, fit.branchingRatio.value, try #require(fit.decay).value]
    let point = best.map(PortableMath.logarithm)
    #expect(hawkes.curvature(at: point).gradient.allSatisfy { $0.magnitude < 1e-4 })
    #expect(fit.branchingRatio.contains(0.4) && fit.background.contains(0.5))
    #expect(try #require(fit.decay).contains(2))
  }

  @Test func `a fit in time and place finds the process`() throws {
    let events = Self.process.events(duration: 2000, seed: 12)
    let density = events.map { (0...1).contains($0.x) && (0...1).contains($0.y) ? 1.0 : 1e-9 }
    let fit = SpatialHawkes(events, duration: 2000, density: density, cutoff: 6, greatestReach: 0.3).fitted()
    #expect(fit.status == .fitted && fit.branchingRatio.contains(0.4))
    #expect(try #require(fit.reach).contains(0.05) && (try #require(fit.decay)).contains(2))
  }

  @Test func `events evenly apart excite nothing, and few say nothing`() {
    let even = TemporalHawkes(times: (0..<50).map { Double($0) + 0.5 }, duration: 50).fitted()
    #expect(even.status == .noExcitation && even.branchingRatio.value == 0 && even.probability == 1)
    #expect(even.decay == nil && even.covariance == nil && isClose(even.background.value, 1, 1e-12))
    #expect(TemporalHawkes(times: [1, 2], duration: 3).fitted().status == .tooFew)
    #expect(TemporalHawkes(times: [], duration: 3).fitted().status == .tooFew)
    let far = (0..<20).map { PlacedEvent(time: Double($0), x: Double($0) * 10, y: 0) }
    let alone = SpatialHawkes(
      far, duration: 20, density: far.map { _ in 1 }, cutoff: 1, greatestReach: 1
    ).fitted()
    #expect(alone.status == .noExcitation)
  }

  @Test func `the mixture on the boundary halves the probability of one degree of freedom`() {
    #expect(BoundaryRatio.probability(statistic: 0) == 1)
    #expect((BoundaryRatio.probability(statistic: 2.705543454) - 0.05).magnitude < 1e-9)
    let searched = BoundaryRatio.probability(statistic: 9, scores: [0, 1, 0, -1])
    #expect(searched > BoundaryRatio.probability(statistic: 9) && searched < 0.02)
  }

  @Test func `repeats nearby are more than chance where events beget each other`() throws {
    let events = Self.process.events(duration: 800, seed: 13)
    let repeats = try #require(NearRepeat(events, distance: 0.1, time: 1, seed: 1))
    #expect(repeats.share > 2 * repeats.expectedShare && repeats.probability <= 0.01)
    var plain = Self.process
    plain.branchingRatio = 0
    plain.background = 0.8
    let chance = try #require(
      NearRepeat(plain.events(duration: 800, seed: 14), distance: 0.1, time: 1, seed: 1))
    #expect(chance.probability > 0.05)
    #expect(NearRepeat(Array(events.prefix(1)), distance: 1, time: 1, seed: 1) == nil)
  }
}
