import DunjingNumerics
import DunjingRandom
import Testing

@testable import DunjingStatistics

/// Systems with normal observations, of which the first is best.
private struct Field {
  var means: [Double]
  var deviations: [Double]
  /// The correlation of two systems in the same replication.
  var correlation = 0.0

  /// The least favorable case: all others are worse by just the indifference zone, one.
  static func slippage(_ deviations: [Double], correlation: Double = 0) -> Field {
    let others = [Double](repeating: 1, count: deviations.count - 1)
    return Field(means: [0] + others, deviations: deviations, correlation: correlation)
  }

  /// Plays a procedure often; returns how often it was right, and its mean number of observations.
  func play(
    _ times: Int, _ select: (_ observe: (Int, Range<Int>) -> [Double]) -> SelectionResult
  ) -> (frequency: Double, observations: Double) {
    var (right, observations) = (0, 0)
    for time in 0..<times {
      let result = playOnce(UInt64(time), select)
      right += result.best == 0 ? 1 : 0
      observations += result.observations
    }
    return (Double(right) / Double(times), Double(observations) / Double(times))
  }

  private func playOnce(
    _ time: UInt64, _ select: (_ observe: (Int, Range<Int>) -> [Double]) -> SelectionResult
  ) -> SelectionResult {
    var streams = (0...means.count).map {
      RandomStream(
        seed: 41, purpose: StreamPurpose(rawValue: 11), entity: time * UInt64(means.count + 1) + UInt64($0))
    }
    var common: [Double] = []
    let (shared, own) = (correlation.squareRoot(), (1 - correlation).squareRoot())
    return select { system, replications in
      while correlation > 0 && common.count < replications.upperBound {
        common.append(streams[means.count].nextNormal())
      }
      return replications.map { replication in
        let part = correlation > 0 ? shared * common[replication] : 0
        return means[system] + deviations[system] * (part + own * streams[system].nextNormal())
      }
    }
  }
}

private let guarantee = SelectionGuarantee(probability: 0.95, indifferenceZone: 1, goal: .smallest)
private let unequal = (0..<10).map { 2 + Double(($0 * 7) % 10) }

/// Rinott's procedure in the least favorable case, where its probability of correct selection is known.
///
/// With a small indifference zone the scaled means have independent t distributions with ν = n₀ − 1, so the
/// probability is ∫ f(t) F(t + h)ᵏ⁻¹ dt (E. J. Dudewicz & S. R. Dalal, 1975): it exceeds P* for k > 2 only
/// because Rinott's inequality is conservative. The integrals here are by SciPy 1.17.
@Suite struct RinottTheoryTests {
  private let times = 10_000

  private func frequency(_ field: Field, _ rinott: Rinott) -> Double {
    field.play(times) { rinott.select(observing: $0) }.frequency
  }

  @Test func `two systems are told apart exactly as often as promised`() {
    let rinott = Rinott(systems: 2, firstStage: 20, guarantee: guarantee)
    holds(
      "Rinott, k = 2: correct selections", frequency(.slippage([5, 5]), rinott),
      in: frequencyBounds(of: 0.95, trials: times), source: "Rinott (1978), equality for k = 2")
  }

  @Test func `ten systems, with equal and unequal variances`() {
    let rinott = Rinott(systems: 10, firstStage: 20, guarantee: guarantee)
    let bounds = frequencyBounds(of: 0.962815, trials: times)
    let equal = frequency(.slippage([Double](repeating: 5, count: 10)), rinott)
    holds("Rinott, k = 10: correct selections", equal, in: bounds, source: "Dudewicz & Dalal (1975)")
    holds(
      "Rinott, k = 10, unequal variances: correct selections", frequency(.slippage(unequal), rinott),
      in: bounds, source: "Dudewicz & Dalal (1975)")
  }

  @Test func `a constant that is 30 % too small breaks the promise`() {
    let honest = Rinott(systems: 10, firstStage: 20, guarantee: guarantee)
    let broken = Rinott(10, 20, guarantee, constant: 0.7 * honest.constant)
    let found = frequency(.slippage([Double](repeating: 5, count: 10)), broken)
    #expect(!frequencyBounds(atLeast: 0.95, trials: times).contains(found))
    holds(
      "Rinott, k = 10, h · 0.7: correct selections", found,
      in: frequencyBounds(of: 0.822557, trials: times), source: "Dudewicz & Dalal (1975)")
  }
}

/// The procedure of Kim and Nelson in the least favorable case.
@Suite struct KimNelsonTheoryTests {
  private let times = 4_000

  private func play(
    _ field: Field, _ procedure: KimNelson, step: Int = 1
  ) -> (frequency: Double, observations: Double) {
    field.play(times) { procedure.select(step: step, observing: $0) }
  }

  /// A Brownian motion with drift δ errs with probability α exactly (V. Fabian, 1974). A sum of normal steps
  /// overshoots the border by .583 standard deviations (D. Siegmund, 1985), which makes it α exp(−.583 δ / σ).
  @Test(arguments: [0, 0.75])
  func `two systems are told apart as often as promised, and hardly more often`(correlation: Double) {
    let procedure = KimNelson(systems: 2, firstStage: 20, guarantee: guarantee)
    let (frequency, _) = play(.slippage([10, 10], correlation: correlation), procedure)
    let deviation = 10 * (2 * (1 - correlation)).squareRoot()
    let theory = 1 - 0.05 * PortableMath.exponential(-0.583 / deviation)
    holds(
      "KN, k = 2, correlation \(correlation): correct selections", frequency,
      in: frequencyBounds(of: theory, trials: times), source: "Fabian (1974), Siegmund (1985)")
  }

  @Test func `ten systems: equal and unequal variances, independent and correlated, one step and ten`() {
    let procedure = KimNelson(systems: 10, firstStage: 20, guarantee: guarantee)
    let bounds = frequencyBounds(atLeast: 0.95, trials: times)
    let even = [Double](repeating: 4, count: 10)
    let cases: [(name: String, field: Field, step: Int)] = [
      ("equal variances", .slippage(even), 1), ("unequal variances", .slippage(unequal), 1),
      ("correlation 0.6", .slippage(even, correlation: 0.6), 1),
      ("unequal variances, correlation 0.6", .slippage(unequal, correlation: 0.6), 1),
      ("a look at every tenth", .slippage(even), 10)
    ]
    for (name, field, step) in cases {
      let frequency = play(field, procedure, step: step).frequency
      holds(
        "KN, k = 10, \(name): correct selections", frequency, in: bounds, source: "Kim & Nelson (2001), P*")
    }
  }

  @Test(arguments: [5, 20])
  func `five and twenty systems: equal and unequal variances, independent and correlated`(count: Int) {
    let procedure = KimNelson(systems: count, firstStage: 20, guarantee: guarantee)
    let bounds = frequencyBounds(atLeast: 0.95, trials: times)
    let even = [Double](repeating: 4, count: count)
    let uneven = (0..<count).map { 2 + Double(($0 * 7) % 10) }
    let cases: [(name: String, field: Field)] = [
      ("equal variances", .slippage(even)), ("unequal variances", .slippage(uneven)),
      ("unequal variances, correlation 0.6", .slippage(uneven, correlation: 0.6))
    ]
    for (name, field) in cases {
      holds(
        "KN, k = \(count), \(name): correct selections", play(field, procedure).frequency, in: bounds,
        source: "Kim & Nelson (2001), P*")
    }
  }

  @Test func `a constant that is 30 % too small breaks the promise`() {
    let honest = KimNelson(systems: 10, firstStage: 20, guarantee: guarantee)
    let broken = KimNelson(10, 20, guarantee, eta: 0.49 * honest.eta)
    let frequency = play(.slippage([Double](repeating: 4, count: 10)), broken).frequency
    holds(
      "KN, k = 10, h · 0.7: correct selections", frequency,
      in: 0...frequencyBounds(of: 0.95, trials: times).lowerBound.nextDown, source: "has to fail")
  }

  /// The number of replications after the first stage is proportional to the variance of differences, 2 σ² (1 − ρ).
  @Test func `common random numbers save what their correlation promises`() {
    let procedure = KimNelson(systems: 2, firstStage: 20, guarantee: guarantee)
    let apart = play(.slippage([10, 10]), procedure).observations
    let together = play(.slippage([10, 10], correlation: 0.5), procedure).observations
    holds(
      "KN, correlation 0.5: observations as a share", together / apart, in: 0.48...0.52,
      source: "Kim & Nelson (2001), N ∝ S²")
  }

  @Test func `systems that are far from the best cost less than with two stages`() {
    let field = Field(
      means: (0..<10).map { 1.5 * Double($0) }, deviations: [Double](repeating: 4, count: 10))
    let sequential = play(field, KimNelson(systems: 10, firstStage: 20, guarantee: guarantee))
    let rinott = Rinott(systems: 10, firstStage: 20, guarantee: guarantee)
    let twoStages = field.play(times) { rinott.select(observing: $0) }
    // Rinott takes max(20, 16 h² S² / σ²) of each: h² = 15.0178.
    holds(
      "Rinott: observations of ten systems", twoStages.observations, in: 2_395...2_420,
      source: "k E⌈(h S / δ)²⌉")
    #expect(sequential.observations < 0.5 * twoStages.observations, "\(sequential.observations)")
    #expect(sequential.frequency > 0.95 && twoStages.frequency > 0.95)
  }
}

/// The budget allocation on ten systems with means 0 … 9 and deviation 6 (Chen, Lin, Yücesan & Chick, 2000, §4).
@Suite struct BudgetAllocationTheoryTests {
  private let times = 5_000
  private let budget = 500

  /// How often the best of ten has the best sample mean after a budget is spent by a rule, in parts of 20.
  private func frequency(_ rule: ([Tally]) -> [Int]) -> Double {
    var right = 0
    for time in 0..<times {
      var stream = RandomStream(seed: 43, purpose: StreamPurpose(rawValue: 12), entity: UInt64(time))
      var tallies = [Tally](repeating: Tally(), count: 10)
      var new = [Int](repeating: 10, count: 10)
      while true {
        for system in 0..<10 {
          for _ in 0..<new[system] { tallies[system].add(Double(system) + 6 * stream.nextNormal()) }
        }
        if tallies.reduce(0, { $0 + $1.count }) >= budget { break }
        new = rule(tallies)
      }
      if SelectionGoal.smallest.best(of: tallies.map(\.mean), among: 0..<10) == 0 { right += 1 }
    }
    return Double(right) / Double(times)
  }

  private func allocation(_ tallies: [Tally]) -> BudgetAllocation {
    BudgetAllocation(
      means: tallies.map(\.mean), deviations: tallies.map { $0.standardDeviation ?? 0 }, goal: .smallest)
  }

  /// ∫ φ(z) Π Φ(z + i √n / 6) dz: the best of independent means with n observations each.
  private func probabilityWithEqualShares(_ count: Double) -> Double {
    let step = 0.05
    return (-200...200).reduce(0.0) { sum, node in
      let z = step * Double(node)
      let density = PortableMath.exponential(-0.5 * z * z) / 2.5066282746310002
      let others = (1...9).reduce(1.0) {
        $0 * SpecialFunctions.normalCumulative(z + Double($1) * count.squareRoot() / 6)
      }
      return sum + step * density * others
    }
  }

  @Test func `it is right more often than equal shares of the same budget`() {
    let equal = frequency { _ in [Int](repeating: 2, count: 10) }
    let theory = probabilityWithEqualShares(Double(budget) / 10)
    holds(
      "Equal shares: correct selections", equal, in: frequencyBounds(of: theory, trials: times),
      source: "order statistics of normal means")
    let optimal = frequency { allocation($0).increments(budget: 20, made: $0.map(\.count)) }
    // Equal shares would need more than twice the budget.
    let more = probabilityWithEqualShares(2 * Double(budget) / 10)
    holds(
      "OCBA: correct selections", optimal, in: frequencyBounds(atLeast: more, trials: times),
      source: "equal shares of twice the budget")
    #expect(optimal > frequencyBounds(of: theory, trials: times).upperBound)
  }

  @Test func `shares given to the wrong systems are worse than equal ones`() {
    let wrong = frequency { tallies in
      let right = allocation(tallies).increments(budget: 20, made: tallies.map(\.count))
      return right.reversed()
    }
    let theory = probabilityWithEqualShares(Double(budget) / 10)
    holds(
      "OCBA with reversed shares: correct selections", wrong,
      in: 0...frequencyBounds(of: theory, trials: times).lowerBound.nextDown, source: "has to fail")
  }
}
