import DunjingNumerics
import DunjingQueueing
import Testing

@Suite struct ReflectedBrownianMotionTests {
  private func density(_ x: Double) -> Double {
    PortableMath.exponential(-x * x / 2) / (2 * Double.pi).squareRoot()
  }

  @Test func `from zero the mean is that of Abate and Whitt`() {
    // With drift −1 and variance 1: E R(t) = ½ [1 − 2(1 + t)(1 − Φ(√t)) + 2√t φ(√t)], corollary 1.1.1.
    let motion = ReflectedBrownianMotion(drift: -1, deviation: 1)
    for t in [0.001, 0.03, 0.4, 1, 2.5, 9, 40] {
      let root = t.squareRoot()
      let cumulative =
        1 - 2 * (1 + t) * (1 - SpecialFunctions.normalCumulative(root)) + 2 * root * density(root)
      #expect((motion.mean(at: t, from: 0) - cumulative / 2).magnitude < 1e-10)
    }
  }

  @Test func `the mean tends to its steady state from above and from below`() {
    let motion = ReflectedBrownianMotion(drift: -0.2, deviation: 3)
    #expect((motion.mean(at: 1e5, from: 0) - 22.5).magnitude < 1e-8)
    #expect((motion.mean(at: 1e5, from: 90) - 22.5).magnitude < 1e-8)
    let means = [0, 10, 100, 1_000, 10_000].map { motion.mean(at: $0, from: 0) }
    #expect(zip(means, means.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func `without drift the mean grows with the root of time`() {
    let motion = ReflectedBrownianMotion(drift: 0, deviation: 2)
    for t in [0.5, 7, 300] {
      let expected = 2 * (2 * t / Double.pi).squareRoot()
      #expect((motion.mean(at: t, from: 0) - expected).magnitude < 1e-7 * expected)
    }
  }

  @Test func `far above zero the motion is free`() {
    for drift in [-3.0, -0.01, 0, 0.02, 5] {
      let mean = ReflectedBrownianMotion(drift: drift, deviation: 1).mean(at: 50, from: 1_000)
      #expect((mean - (1_000 + 50 * drift)).magnitude < 1e-7)
    }
  }

  @Test func `the mean passes smoothly through zero drift`() {
    let drifts = stride(from: -1e-3, through: 1e-3, by: 1e-5)
    let means = drifts.map { ReflectedBrownianMotion(drift: $0, deviation: 5).walkMean(at: 260, from: 20) }
    let slopes = zip(means, means.dropFirst()).map { ($1 - $0) / 1e-5 }
    #expect(slopes.allSatisfy { $0 > 0 })
    for (left, right) in zip(slopes, slopes.dropFirst()) { #expect((left - right).magnitude < 0.01 * left) }
  }

  @Test func `nothing breaks in light or in heavy traffic`() {
    for drift in [-1e4, -100, -1e-9, 1e-9, 100, 1e4] {
      for start in [0, 1e-6, 1, 1e6] {
        let motion = ReflectedBrownianMotion(drift: drift, deviation: 1)
        for mean in [motion.mean(at: 250, from: start), motion.walkMean(at: 250, from: start)] {
          #expect(mean >= 0 && mean.isFinite)
          #expect(mean >= start + 250 * drift - 1e-6 * start)
        }
      }
    }
    #expect(ReflectedBrownianMotion(drift: 2, deviation: 0).mean(at: 3, from: 1) == 7)
    #expect(ReflectedBrownianMotion(drift: -2, deviation: 0).walkMean(at: 3, from: 1) == 0)
  }

  /// The mean of Lindley's recursion with Gaussian steps from zero: Σ E[S_k⁺]/k (F. Spitzer, 1956).
  private func spitzer(_ drift: Double, steps: Int) -> Double {
    (1...steps).reduce(0) { sum, k in
      let (mean, spread) = (drift * Double(k), Double(k).squareRoot())
      let u = mean / spread
      return sum + (mean * SpecialFunctions.normalCumulative(u) + spread * density(u)) / Double(k)
    }
  }

  @Test func `the corrected motion is the random walk`() {
    for drift in [-1, -0.6, -0.3, -0.1, -0.03, 0, 0.03, 0.3] {
      let motion = ReflectedBrownianMotion(drift: drift, deviation: 1)
      for steps in [30, 250] {
        let exact = spitzer(drift, steps: steps)
        #expect((motion.walkMean(at: Double(steps), from: 0) - exact).magnitude < 0.03)
        // Without the correction it is half a step's deviation off.
        #expect(motion.mean(at: Double(steps), from: 0) - exact > 0.35)
      }
    }
  }
}
