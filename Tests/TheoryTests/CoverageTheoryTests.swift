import DunjingNumerics
import DunjingRandom
import DunjingStatistics
import Testing

private func makeStream(_ entity: Int, purpose: UInt32) -> RandomStream {
  RandomStream(seed: 2027, purpose: StreamPurpose(rawValue: purpose), entity: UInt64(entity))
}

/// How often something is true in many independent samples.
private func frequency(_ times: Int, purpose: UInt32, _ event: (inout RandomStream) throws -> Bool) rethrows
  -> Double
{
  var count = 0
  for time in 0..<times {
    var stream = makeStream(time, purpose: purpose)
    if try event(&stream) { count += 1 }
  }
  return Double(count) / Double(times)
}

/// How often intervals for a mean contain it.
@Suite struct MeanCoverageTheoryTests {
  @Test func `t intervals of normal observations cover exactly`() throws {
    for (count, level) in [(5, 0.9), (10, 0.95), (30, 0.99)] {
      let covered = try frequency(20_000, purpose: 21) { stream in
        let sample = (0..<count).map { _ in 5 + 2 * stream.nextNormal() }
        return try #require(ConfidenceInterval(sample, level: level)).contains(5)
      }
      holds(
        "t interval of \(count) normal observations, nominal \(level)", covered,
        in: frequencyBounds(of: level, trials: 20_000), source: "W. S. Gosset (1908)")
    }
  }

  /// Skewness costs coverage: .901 for ten exponential observations at nominal .95, .918 for twenty; by four
  /// million samples of an independent program in NumPy, with a standard error below 1.5e-4.
  @Test func `t intervals of exponential observations cover less, as they must`() throws {
    for (count, expected) in [(10, 0.9006), (20, 0.9185)] {
      let covered = try frequency(20_000, purpose: 22) { stream in
        let sample = (0..<count).map { _ in stream.nextExponential() }
        return try #require(ConfidenceInterval(sample, level: 0.95)).contains(1)
      }
      holds(
        "t interval of \(count) exponential observations, nominal .95", covered,
        in: frequencyBounds(of: expected, trials: 20_000), source: "independent program")
    }
  }

  /// Waits in a queue with one server by the recursion of Lindley (1952), begun in the steady state.
  private func waits(_ count: Int, load: Double, _ stream: inout RandomStream) -> [Double] {
    var wait = stream.nextTrial(probability: load) ? stream.nextExponential() / (1 - load) : 0
    return (0..<count).map { _ in
      defer { wait = max(0, wait + stream.nextExponential() - stream.nextExponential() / load) }
      return wait
    }
  }

  /// Twenty batches of the waits in M/M/1 at load .8 at nominal .90: .871 with 1,000 waits each, .890 with 4,000,
  /// toward .90 as the batches grow; by 20,000 series of an independent program in C++.
  @Test func `intervals from batches of a queue cover almost as they promise`() throws {
    for (length, times, expected) in [(1_000, 2_000, 0.8711), (4_000, 1_500, 0.8903)] {
      let covered = try frequency(times, purpose: 23) { stream in
        let series = waits(20 * length, load: 0.8, &stream)
        return try #require(BatchMeans(series, batches: 20)?.interval(level: 0.9)).contains(4)
      }
      holds(
        "20 batches of \(length) waits in M/M/1, nominal .90", covered,
        in: frequencyBounds(of: expected, trials: times), source: "independent program")
    }
  }
}

/// How often distribution-free intervals contain the quantile.
@Suite struct QuantileCoverageTheoryTests {
  private let times = 20_000

  @Test func `intervals cover as often as the binomial distribution says, whatever the distribution`() throws
  {
    for (count, probability, level) in [(30, 0.5, 0.95), (30, 0.9, 0.95), (100, 0.9, 0.9), (200, 0.95, 0.99)]
    {
      let normal = SpecialFunctions.normalQuantile(probability)
      let exponential = -PortableMath.logarithmOfOnePlus(-probability)
      var stated = 0.0
      func covered(_ truth: Double, _ draw: (inout RandomStream) -> Double) throws -> Double {
        try frequency(times, purpose: 24) { stream in
          let sample = (0..<count).map { _ in draw(&stream) }
          let interval = try #require(QuantileInterval(sample, at: probability, level: level))
          stated = interval.coverage
          return interval.contains(truth)
        }
      }
      let found = [try covered(normal) { $0.nextNormal() }, try covered(exponential) { $0.nextExponential() }]
      for (name, frequency) in zip(["normal", "exponential"], found) {
        holds(
          "Interval of the \(probability) quantile of \(count) \(name) values, nominal \(level)", frequency,
          in: frequencyBounds(of: stated, trials: times), source: "Thompson (1936)")
      }
      // Conservative, but by no more than one binomial probability.
      let peak = 1 / (6.283 * Double(count) * probability * (1 - probability)).squareRoot()
      #expect(stated >= level && stated < level + 1.1 * peak)
    }
  }

  @Test func `with ties they cover more often`() throws {
    // P(N ≤ 4) = .815 and P(N ≤ 5) = .916 for a Poisson mean of 3: the ninth decile is 5.
    let covered = try frequency(times, purpose: 25) { stream in
      let sample = (0..<60).map { _ in Double(stream.nextPoisson(mean: 3)) }
      return try #require(QuantileInterval(sample, at: 0.9)).contains(5)
    }
    holds(
      "Interval of the .9 quantile of Poisson counts, nominal .95", covered,
      in: frequencyBounds(atLeast: 0.95, trials: times), source: "Thompson (1936)")
  }

  /// The quantile of a replication is itself an observation: intervals of its mean over replications cover.
  ///
  /// What they cover is the expected sample quantile, Σ 1 / (n − i) of exponential order statistics (A. Rényi, 1953).
  @Test func `intervals of the quantiles of replications cover their expectation`() throws {
    // Position 90 · .9 = 81 of 91 observations, so the 82nd.
    let expectation = (0..<82).reduce(0.0) { $0 + 1 / Double(91 - $1) }
    let covered = try frequency(times, purpose: 26) { stream in
      let quantiles = try (0..<10).map { _ in
        try #require(Quantile.of((0..<91).map { _ in stream.nextExponential() }, at: 0.9))
      }
      return try #require(ConfidenceInterval(quantiles)).contains(expectation)
    }
    // The skewness of the 82nd of 91 costs less than a point.
    let (low, high) = (frequencyBounds(of: 0.94, trials: times), frequencyBounds(of: 0.95, trials: times))
    holds(
      "t interval of the .9 quantiles of ten replications, nominal .95", covered,
      in: low.lowerBound...high.upperBound, source: "Rényi (1953)")
  }
}

/// How often a statement about several treatments is right in all its parts.
@Suite struct FamilyCoverageTheoryTests {
  private let times = 10_000

  /// Five treatments with some effects, compared with a baseline of some deviation; one of unit deviation each.
  private func comparison(
    _ effects: [Double], baseline deviation: Double, _ stream: inout RandomStream
  ) throws -> PairedComparison {
    let baseline = (0..<10).map { _ in deviation * stream.nextNormal() }
    let treatments = effects.map { effect in (0..<10).map { _ in effect + stream.nextNormal() } }
    return try #require(PairedComparison(baseline: baseline, treatments: treatments, level: 0.95))
  }

  private func coversAll(_ comparison: PairedComparison, _ effects: [Double]) -> Bool {
    zip(comparison.differences, effects).allSatisfy { $0.simultaneousInterval.contains($1) }
  }

  @Test func `Bonferroni intervals cover all differences at once`() throws {
    let effects = [0.0, 0.3, -1, 2, 0.1]
    let independent = try frequency(times, purpose: 27) { stream in
      coversAll(try comparison(effects, baseline: 0, &stream), effects)
    }
    // Independent differences: (1 − α / 5)⁵.
    let theory = PortableMath.power(0.99, 5)
    holds(
      "Bonferroni, 5 independent differences, nominal .95", independent,
      in: frequencyBounds(of: theory, trials: times), source: "(1 − α / m)ᵐ")
    let shared = try frequency(times, purpose: 28) { stream in
      coversAll(try comparison(effects, baseline: 1, &stream), effects)
    }
    holds(
      "Bonferroni, 5 differences to one baseline, nominal .95", shared,
      in: frequencyBounds(atLeast: 0.95, trials: times), source: "C. E. Bonferroni (1936)")
  }

  /// With two effects that are always found, Holm tests the other three at α / 3 at least: an error in
  /// 1 − (1 − α / 3)³ of the families, where Bonferroni errs in 1 − (1 − α / 5)³.
  @Test func `Holm errs in as many families as it may, Bonferroni in fewer`() throws {
    let effects = [20.0, 0, 0, -20, 0]
    var (holm, bonferroni, missed) = (0, 0, 0)
    for time in 0..<times {
      var stream = makeStream(time, purpose: 29)
      let found = try comparison(effects, baseline: 0, &stream).differences
      let idle = [1, 2, 4]
      if idle.contains(where: { found[$0].isSignificant }) { holm += 1 }
      if idle.contains(where: { !found[$0].simultaneousInterval.contains(0) }) { bonferroni += 1 }
      if !(found[0].isSignificant && found[3].isSignificant) { missed += 1 }
    }
    #expect(missed == 0)
    holds(
      "Holm, 3 of 5 differences zero: families with an error, nominal .05", Double(holm) / Double(times),
      in: frequencyBounds(of: 1 - PortableMath.power(1 - 0.05 / 3, 3), trials: times), source: "Holm (1979)")
    holds(
      "Bonferroni, 3 of 5 differences zero: families with an error", Double(bonferroni) / Double(times),
      in: frequencyBounds(of: 1 - PortableMath.power(0.99, 3), trials: times), source: "1 − (1 − α / m)³")
  }
}
