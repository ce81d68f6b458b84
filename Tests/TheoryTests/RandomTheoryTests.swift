import DunjingNumerics
import DunjingQueueing
import DunjingRandom
import DunjingStatistics
import Testing

/// The probability of a chi-square statistic at least as large as that of some counts.
private func chiSquareProbability(_ counts: [Int], expected: [Double]) -> Double {
  let statistic = zip(counts, expected).reduce(0) {
    $0 + (Double($1.0) - $1.1) * (Double($1.0) - $1.1) / $1.1
  }
  return SpecialFunctions.regularizedGammaUpper(shape: 0.5 * Double(counts.count - 1), at: 0.5 * statistic)
}

/// Whether the probability of a chi-square statistic is neither near zero nor near one; writes the check down.
private func isPlausible(_ chance: Double, _ name: String, draws: Int) -> Bool {
  let holds = chance > 1e-4 && chance < 1 - 1e-4
  Validation.record(
    .variates, name, source: "chi-square, probability", theory: 0.5, value: chance, replications: draws,
    verdict: holds ? "holds" : "fails")
  return holds
}

/// Whether values fall evenly into cells of equal probability under their cumulative probability.
private func fitsEvenly(
  _ name: String, _ count: Int, cells: Int = 200, _ probability: () -> Double
) -> Bool {
  var counts = [Int](repeating: 0, count: cells)
  for _ in 0..<count { counts[min(cells - 1, Int(probability() * Double(cells)))] += 1 }
  let chance = chiSquareProbability(
    counts, expected: [Double](repeating: Double(count) / Double(cells), count: cells))
  return isPlausible(chance, "\(name), \(cells) cells", draws: count)
}

private func makeStream(_ entity: UInt64, purpose: UInt32 = 1) -> RandomStream {
  RandomStream(seed: 2026, purpose: StreamPurpose(rawValue: purpose), entity: entity)
}

/// Large samples against theory. Seeds are fixed, so a failure means a change and not bad luck.
@Suite struct StatisticalVariateTests {
  @Test func `uniform numbers are even, singly and in pairs`() {
    var stream = makeStream(1)
    #expect(fitsEvenly("Uniform", 10_000_000, cells: 1_000) { stream.nextUnit() })
    #expect(
      fitsEvenly("Uniform in pairs", 10_000_000, cells: 10_000) {
        (Double(Int(stream.nextUnit() * 100)) + stream.nextUnit()) / 100
      })
  }

  @Test func `first numbers of neighboring streams are even, and not correlated`() {
    var entity: UInt64 = 0
    #expect(
      fitsEvenly("First numbers of neighboring streams", 4_000_000, cells: 1_000) {
        entity += 1
        var stream = makeStream(entity)
        return stream.nextUnit()
      })
    for (left, right) in [(1, 2), (2, 4), (1_000, 1_001), (1, 1 << 32), (7, 7 << 40)] {
      var (first, second) = (makeStream(UInt64(left)), makeStream(UInt64(right)))
      var products = Tally()
      for _ in 0..<1_000_000 { products.add((first.nextUnit() - 0.5) * (second.nextUnit() - 0.5)) }
      #expect((products.mean * 12).magnitude < 4e-3)
    }
  }

  @Test func `streams that differ in one bit of the key differ in half of their bits`() {
    var changes = Tally()
    for bit in 0..<64 {
      for entity in 0..<2_000 as Range<UInt64> {
        var (first, second) = (makeStream(entity), makeStream(entity ^ (1 << UInt64(bit))))
        changes.add(Double((first.next() ^ second.next()).nonzeroBitCount))
      }
    }
    #expect((changes.mean - 32).magnitude < 0.05)
    #expect((changes.variance ?? 0).magnitude > 15 && (changes.variance ?? 0) < 17)
  }

  @Test func `exponential numbers follow their distribution`() {
    var stream = makeStream(2)
    #expect(
      fitsEvenly("Exponential", 20_000_000, cells: 2_000) {
        -PortableMath.exponentialMinusOne(-stream.nextExponential())
      })
  }

  @Test func `the exponential tail beyond the ziggurat is exponential`() {
    var stream = makeStream(3)
    var (beyond, excess) = (0, Tally())
    for _ in 0..<20_000_000 {
      let value = stream.nextExponential()
      if value > 7 {
        beyond += 1
        excess.add(value - 7)
      }
    }
    let expected = 20_000_000 * PortableMath.exponential(-7)
    #expect((Double(beyond) - expected).magnitude < 4 * expected.squareRoot())
    #expect((excess.mean - 1).magnitude < 4 / expected.squareRoot())
  }

  @Test func `normal numbers follow their distribution`() {
    var stream = makeStream(4)
    #expect(fitsEvenly("Normal", 2_000_000) { SpecialFunctions.normalCumulative(stream.nextNormal()) })
    var (moments, fourth) = (Tally(), Tally())
    for _ in 0..<5_000_000 {
      let value = stream.nextNormal()
      moments.add(value)
      fourth.add(value * value * value * value)
    }
    #expect(moments.mean.magnitude < 2e-3)
    #expect(((moments.variance ?? 0) - 1).magnitude < 3e-3)
    #expect((fourth.mean - 3).magnitude < 0.02)
  }

  @Test(arguments: [0.05, 0.4, 0.9, 1, 1.5, 2, 7.3, 120])
  func `gamma numbers follow their distribution`(shape: Double) {
    var stream = makeStream(5)
    #expect(
      fitsEvenly("Gamma, shape \(shape)", 500_000) {
        SpecialFunctions.regularizedGammaLower(shape: shape, at: stream.nextGamma(shape: shape))
      })
  }

  @Test(arguments: [0.3, 3, 11.9, 12.1, 30, 90, 5_000])
  func `Poisson counts follow their distribution`(mean: Double) {
    var stream = makeStream(6)
    let draws = 2_000_000
    let low = max(0, Int(mean - 4 * mean.squareRoot()))
    let high = Int(mean + 4 * mean.squareRoot()) + 1
    var counts = [Int](repeating: 0, count: high - low + 1)
    for _ in 0..<draws { counts[min(max(stream.nextPoisson(mean: mean), low), high) - low] += 1 }
    let expected = (low...high).map { count -> Double in
      // P(N ≤ k) is the upper incomplete gamma function of shape k + 1.
      let upTo = SpecialFunctions.regularizedGammaUpper(shape: Double(count + 1), at: mean)
      let before = count == low ? 0 : SpecialFunctions.regularizedGammaUpper(shape: Double(count), at: mean)
      return Double(draws) * (count == high ? 1 - before : upTo - before)
    }
    let chance = chiSquareProbability(counts, expected: expected)
    #expect(isPlausible(chance, "Poisson, mean \(mean)", draws: draws))
  }

  @Test func `integers and weighted choices are even`() throws {
    var stream = makeStream(7)
    #expect(
      fitsEvenly("Integers", 5_000_000, cells: 77) { (Double(stream.nextInteger(below: 77)) + 0.5) / 77 })
    let weights = (1...50).map { Double(($0 * 17) % 23 + 1) }
    let table = try #require(AliasTable(weights: weights))
    var counts = [Int](repeating: 0, count: 50)
    for _ in 0..<5_000_000 { counts[table.sample(using: &stream)] += 1 }
    let total = weights.reduce(0, +)
    let chance = chiSquareProbability(counts, expected: weights.map { 5_000_000 * $0 / total })
    #expect(isPlausible(chance, "Weighted choices", draws: 5_000_000))
  }

  @Test func `gaps of a changing rate are exponential after inversion`() throws {
    let rate = try #require(PiecewiseRate(rates: [0.2, 3, 0, 1, 0, 0, 8], step: 0.5))
    var stream = makeStream(8)
    var time = 0.0
    #expect(
      fitsEvenly("Arrivals at a changing rate", 1_000_000) {
        let next = rate.nextArrival(after: time, using: &stream) ?? time
        let need = rate.expectedArrivals(from: time, to: next)
        time = next
        return -PortableMath.exponentialMinusOne(-max(0, need))
      })
  }
}

/// Queues and hazards against theory.
@Suite struct StatisticalOutputTests {
  /// Mean waits of replications in a queue with several servers (J. Kiefer & J. Wolfowitz, 1955).
  private func meanWaits(
    servers: Int, arrivalRate: Double, service: Distribution, replications: Int
  ) -> Tally {
    var result = Tally()
    for replication in 0..<replications {
      var stream = makeStream(UInt64(replication), purpose: 3)
      var free = [Double](repeating: 0, count: servers)
      var clock = 0.0
      var waits = Tally()
      for incident in 0..<220_000 {
        clock += stream.nextExponential() / arrivalRate
        let first = free.indices.min { free[$0] < free[$1] } ?? 0
        let start = max(clock, free[first])
        free[first] = start + service.sample(using: &stream)
        if incident >= 20_000 { waits.add(start - clock) }
      }
      result.add(waits.mean)
    }
    return result
  }

  @Test func `simulated waits agree with M,M,c and M,D,c`() throws {
    let cases: [(name: String, simulated: Tally, theory: Double?)] = [
      (
        "M/M/10", meanWaits(servers: 10, arrivalRate: 8, service: .exponential(mean: 1), replications: 100),
        MultiServerQueue(arrivalRate: 8, serviceRate: 1, servers: 10).meanWait
      ),
      (
        "M/D/5", meanWaits(servers: 5, arrivalRate: 4, service: .constant(1), replications: 100),
        DeterministicServiceQueue(arrivalRate: 4, serviceTime: 1, servers: 5).meanWait
      ),
      (
        "M/G/1",
        meanWaits(servers: 1, arrivalRate: 0.6, service: .gamma(mean: 1, shape: 0.5), replications: 100),
        SingleServerQueue(arrivalRate: 0.6, meanService: 1, serviceVariance: 2).meanWait
      )
    ]
    for (name, simulated, theory) in cases {
      let interval = try #require(ConfidenceInterval(simulated, level: 0.999))
      let expected = try #require(theory)
      let precision = try #require(interval.relativeHalfWidth)
      #expect(interval.contains(expected))
      #expect(precision < 0.02)
      Validation.record(
        .statistics, "\(name) by recursion: wait in services", source: "Kiefer & Wolfowitz (1955)",
        theory: expected, value: interval.mean, halfWidth: interval.halfWidth,
        replications: simulated.count, verdict: interval.contains(expected) ? "holds" : "fails")
    }
  }

  @Test func `random visits find hazards as the delay-time model says`() throws {
    for shape in [0.7, 1, 2] {
      var stream = makeStream(1, purpose: 4)
      let incubation = Distribution.weibull(mean: 30, shape: shape)
      var escalated = Tally()
      for _ in 0..<1_000_000 {
        escalated.add(incubation.sample(using: &stream) < stream.nextExponential() / 0.05 ? 1 : 0)
      }
      let model = DelayTimeModel(incubation: .weibull(mean: 30, shape: shape))
      let interval = try #require(ConfidenceInterval(escalated, level: 0.999))
      let theory = model.fractionEscalating(visitRate: 0.1, detection: 0.5)
      #expect(interval.contains(theory))
      Validation.record(
        .statistics, "Weibull incubation, shape \(shape), random visits: share that escalates",
        source: "delay-time model", theory: theory, value: interval.mean, halfWidth: interval.halfWidth,
        replications: 1_000_000, verdict: interval.contains(theory) ? "holds" : "fails")
    }
  }
}
