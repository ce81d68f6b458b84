import DunjingNumerics
import DunjingQueueing
import Testing

@Suite struct ServiceTimeTests {
  /// Integrates E min(S, t) numerically from the probability of lasting longer.
  private func integral(_ longer: (Double) -> Double, to end: Double) -> Double {
    let steps = 20_000
    let width = end / Double(steps)
    return (0..<steps).reduce(0) { $0 + longer((Double($1) + 0.5) * width) * width }
  }

  @Test func `means up to a time are integrals of the tail`() {
    let gamma = ServiceTime.gamma(mean: 2, shape: 2)
    let tail = integral({ SpecialFunctions.regularizedGammaUpper(shape: 2, at: $0) }, to: 3)
    #expect(abs(gamma.meanUpTo(3) - tail) < 1e-8)
    let logNormal = ServiceTime.logNormal(median: 1.5, sigma: 0.8)
    let other = integral(
      { 1 - SpecialFunctions.normalCumulative(PortableMath.logarithm($0 / 1.5) / 0.8) }, to: 4)
    #expect(abs(logNormal.meanUpTo(4) - other) < 1e-8)
    #expect(ServiceTime.constant(2).meanUpTo(1.5) == 1.5 && ServiceTime.constant(2).meanUpTo(9) == 2)
    #expect(
      abs(ServiceTime.exponential(mean: 2).meanUpTo(2) - 2 * (1 - PortableMath.exponential(-1))) < 1e-14)
  }

  @Test func `moments are those of the distribution`() {
    #expect(ServiceTime.gamma(mean: 3, shape: 4).variance == 9.0 / 4)
    #expect(ServiceTime.constant(5).variance == 0 && ServiceTime.constant(5).mean == 5)
    let logNormal = ServiceTime.logNormal(median: 2, sigma: 0.5)
    #expect(agrees(logNormal.mean, 2 * PortableMath.exponential(0.125), 1e-14))
    let square = PortableMath.exponential(0.25)
    #expect(agrees(logNormal.variance, 4 * square * (square - 1), 1e-13))
  }
}

@Suite struct InfiniteServerQueueTests {
  @Test(arguments: [
    ServiceTime.constant(1.7), .exponential(mean: 1.7), .gamma(mean: 1.7, shape: 0.5),
    .logNormal(median: 1.7, sigma: 1.2)
  ])
  func `with a constant rate only the mean of service counts`(service: ServiceTime) {
    let queue = InfiniteServerQueue(arrivalRates: [3, 3], step: 0.5, service: service)
    #expect(abs(queue.meanBusy(at: 0.8) - 3 * service.mean) < 1e-9)
    #expect(queue.meanBusyByCell.allSatisfy { abs($0 - 3 * service.mean) < 1e-9 })
  }

  @Test func `a sinusoidal rate follows Eick, Massey and Whitt`() {
    // λ(t) = a + b sin γt and exponential service of rate μ: m(t) = a/μ + b (μ sin γt − γ cos γt) / (μ² + γ²), their
    // eq. 15 with the phase written out. Cells of a thousandth of the period approach it by the square of their length.
    let (mean, swing, count) = (5.0, 3.0, 1_000)
    let step = 24.0 / Double(count)
    let frequency = 2 * Double.pi / 24
    let rates = (0..<count).map { mean + swing * PortableMath.sine(frequency * (Double($0) + 0.5) * step) }
    let queue = InfiniteServerQueue(arrivalRates: rates, step: step, service: .exponential(mean: 2))
    for time in [0.0, 3.3, 9.1, 17.7, 30] {
      let angle = frequency * time
      let wave = 0.5 * PortableMath.sine(angle) - frequency * PortableMath.cosine(angle)
      let expected = mean * 2 + swing * wave / (0.25 + frequency * frequency)
      #expect(abs(queue.meanBusy(at: time) - expected) < 1e-4)
    }
  }

  @Test func `averages over cells are those of the moments in them`() {
    let rates = [1.0, 4, 0, 2.5]
    for service in [ServiceTime.exponential(mean: 0.7), .logNormal(median: 2, sigma: 0.5), .constant(1.3)] {
      let queue = InfiniteServerQueue(arrivalRates: rates, step: 1, service: service)
      for (cell, average) in queue.meanBusyByCell.enumerated() {
        let moments = (0..<200).map { queue.meanBusy(at: Double(cell) + (Double($0) + 0.5) / 200) }
        #expect(abs(moments.reduce(0, +) / 200 - average) < 1e-4)
      }
    }
  }
}

@Suite struct TimeVaryingQueueTests {
  @Test func `with a constant rate it is the queue of Erlang`() throws {
    let queue = try #require(
      TimeVaryingQueue(arrivalRates: [8, 8, 8], step: 1, serviceRate: 1, servers: 10))
    let steady = MultiServerQueue(arrivalRate: 8, serviceRate: 1, servers: 10)
    for cell in 0..<3 {
      #expect(agrees(queue.delayProbabilities[cell], 0.4091802))
      #expect(abs(queue.meanInSystem[cell] - 8 - (steady.meanQueueLength ?? 0)) < 1e-8)
    }
  }

  @Test func `with ample servers it is the infinite-server queue`() throws {
    let rates = [2.0, 9, 5, 0]
    let queue = try #require(TimeVaryingQueue(arrivalRates: rates, step: 3, serviceRate: 0.8, servers: 60))
    let ample = InfiniteServerQueue(arrivalRates: rates, step: 3, service: .exponential(mean: 1.25))
    for (number, expected) in zip(queue.meanInSystem, ample.meanBusyByCell) {
      #expect(abs(number - expected) < 1e-9)
    }
  }

  @Test func `it agrees with small steps of Runge and Kutta`() throws {
    // An independent solution of the forward equations of M_t/M/2 over two cells, overloaded in the second.
    let rates = [0.5, 2.6]
    let queue = try #require(TimeVaryingQueue(arrivalRates: rates, step: 4, serviceRate: 1, servers: 2))
    let states = 120
    func slope(_ p: [Double], _ rate: Double) -> [Double] {
      (0..<states).map { n in
        let out = (n < states - 1 ? rate : 0) + Double(min(n, 2))
        let below = n > 0 ? p[n - 1] * rate : 0
        let above = n < states - 1 ? p[n + 1] * Double(min(n + 1, 2)) : 0
        return below + above - out * p[n]
      }
    }
    func moved(_ p: [Double], _ direction: [Double], _ step: Double) -> [Double] {
      zip(p, direction).map { $0 + $1 * step }
    }
    var p = [1.0] + [Double](repeating: 0, count: states - 1)
    let (step, perCell) = (0.01, 400)
    var delays = [0.0, 0.0]
    for period in 0..<30 {
      for cell in 0..<2 {
        for _ in 0..<perCell {
          let k1 = slope(p, rates[cell])
          let k2 = slope(moved(p, k1, step / 2), rates[cell])
          let k3 = slope(moved(p, k2, step / 2), rates[cell])
          let k4 = slope(moved(p, k3, step), rates[cell])
          let before = 1 - p[0] - p[1]
          p = p.indices.map { p[$0] + step / 6 * (k1[$0] + 2 * k2[$0] + 2 * k3[$0] + k4[$0]) }
          if period == 29 { delays[cell] += (before + 1 - p[0] - p[1]) / 2 / Double(perCell) }
        }
      }
    }
    #expect(abs(queue.delayProbabilities[0] - delays[0]) < 2e-5)
    #expect(abs(queue.delayProbabilities[1] - delays[1]) < 2e-5)
  }

  @Test func `more work than the servers can do has no steady state`() {
    #expect(TimeVaryingQueue(arrivalRates: [1, 3.2], step: 1, serviceRate: 1, servers: 2) == nil)
  }
}

@Suite struct ModifiedOfferedLoadTests {
  @Test func `it is exact where the rate is constant`() {
    let ample = InfiniteServerQueue(arrivalRates: [8, 8], step: 1, service: .exponential(mean: 1))
    let approximation = ModifiedOfferedLoad(ample, servers: 10)
    #expect(agrees(approximation.delayProbability(at: 0.3), 0.4091802))
    #expect(approximation.delayProbabilityByCell.allSatisfy { agrees($0, 0.4091802) })
  }

  @Test func `it comes close to the exact queue where few wait, and fails in an overload`() throws {
    let rates = (0..<24).map { 10 - 4 * PortableMath.cosine(2 * Double.pi * (Double($0) + 0.5) / 24) }
    let ample = InfiniteServerQueue(arrivalRates: rates, step: 1, service: .exponential(mean: 0.5))
    func worst(_ servers: Int) throws -> Double {
      let exact = try #require(
        TimeVaryingQueue(arrivalRates: rates, step: 1, serviceRate: 2, servers: servers))
      let approximation = ModifiedOfferedLoad(ample, servers: servers).delayProbabilityByCell
      return zip(exact.delayProbabilities, approximation).map { abs($0 - $1) }.max() ?? .nan
    }
    let (many, few) = (try worst(14), try worst(6))
    #expect(many < 0.001 && few > 0.15)
  }
}

@Suite struct MarkovChainTests {
  @Test func `birth and death`() {
    // M/M/3/3 at load 2: weights 1, 2, 2, 4/3.
    let p = MarkovChain.stationaryDistribution(rates: [[0, 2, 0, 0], [1, 0, 2, 0], [0, 2, 0, 2], [0, 0, 3, 0]]
    )
    #expect(abs(p[3] - ErlangB.blocking(servers: 3, load: 2)) < 1e-15)
    #expect(abs(p.reduce(0, +) - 1) < 1e-15)
  }

  @Test func `a ring of unequal rates`() {
    let p = MarkovChain.stationaryDistribution(rates: [[0, 1, 0], [0, 0, 2], [4, 0, 0]])
    #expect(zip(p, [4.0 / 7, 2.0 / 7, 1.0 / 7]).allSatisfy { abs($0 - $1) < 1e-15 })
    #expect(MarkovChain.stationaryDistribution(rates: [[0]]) == [1])
  }
}

@Suite struct SquareRootTravelTests {
  @Test func `published constants`() {
    #expect(SquareRootTravel.meanDistance(area: 100, units: 25, metric: .euclidean) == 1)
    #expect(
      agrees(SquareRootTravel.meanDistance(area: 1, units: 1, metric: .rightAngle), 0.6266570687, 1e-10))
  }
}
