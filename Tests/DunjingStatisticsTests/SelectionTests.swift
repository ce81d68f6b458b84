import DunjingRandom
import Testing

@testable import DunjingStatistics

private let smallest = SelectionGuarantee(indifferenceZone: 1, goal: .smallest)

/// Observations of systems with some means, normal with unit variance, by replication.
private func normal(_ means: [Double], seed: UInt64, _ system: Int, _ replications: Range<Int>) -> [Double] {
  replications.map { replication in
    var stream = RandomStream(
      seed: seed, replication: replication, purpose: StreamPurpose(rawValue: 5), entity: UInt64(system))
    return means[system] + stream.nextNormal()
  }
}

@Suite struct RinottTests {
  /// The first is also in the tables of R. R. Wilcox (1984); all by nested adaptive quadrature of SciPy 1.17.
  @Test(arguments: [
    (10, 20, 0.95, 3.875276636), (2, 10, 0.90, 1.998553027), (3, 15, 0.99, 4.085600879),
    (100, 30, 0.95, 4.978575388), (5, 5, 0.95, 4.743124605)
  ])
  func `the constant agrees with quadrature`(systems: Int, firstStage: Int, probability: Double, h: Double) {
    let constant = RinottConstant(systems: systems, firstStage: firstStage).value(probability: probability)
    #expect((constant - h).magnitude < 1e-8, "\(constant)")
  }

  @Test func `the constant exists for the smallest first stage, and is zero where chance suffices`() {
    // With ν = 1 the differences of two are Cauchy: h = 2 tan(π (P − ½)).
    let two = RinottConstant(systems: 2, firstStage: 2)
    #expect((two.value(probability: 0.75) - 2).magnitude < 1e-8)
    #expect(two.value(probability: 0.5) < 1e-12)
  }

  @Test func `the second stage grows with the variance`() {
    let rinott = Rinott(10, 4, smallest, constant: 4)
    #expect(rinott.observations(Tally([0, 0, 0, 0])) == 4)
    #expect(rinott.observations(Tally([0, 3, 0, 3])) == 48, "16 · 3")
    #expect(rinott.observations(Tally([0, 3, 0, 3]), limit: 47) == nil)
    #expect(rinott.observations(Tally([0, 1e200, 0, 0])) == nil)
  }

  @Test func `the best system is selected, with exactly the replications it asked for`() {
    let rinott = Rinott(systems: 4, firstStage: 10, guarantee: smallest)
    var asked = [Int](repeating: 0, count: 4)
    let result = rinott.select { system, replications in
      #expect(replications.lowerBound == asked[system], "no replication is left out or made twice")
      asked[system] = replications.upperBound
      return normal([5, 3, 9, 7], seed: 1, system, replications)
    }
    #expect(result.best == 1 && result.survivors == [1] && result.status == .selected)
    #expect(result.tallies.map(\.count) == asked && asked.max() ?? 0 > 10)
    #expect(result.observations == asked.reduce(0, +))
    let largest = SelectionGuarantee(indifferenceZone: 1, goal: .largest)
    let other = Rinott(systems: 4, firstStage: 10, guarantee: largest).select {
      normal([5, 3, 9, 7], seed: 1, $0, $1)
    }
    #expect(other.best == 2)
  }

  @Test func `a limit leaves the guarantee open`() {
    let result = Rinott(systems: 3, firstStage: 10, guarantee: smallest).select(limit: 11) {
      normal([1, 2, 0], seed: 2, $0, $1)
    }
    #expect(result.status == .limit && result.survivors == [0, 1, 2])
    #expect(result.best == 2 && result.observations == 30)
  }
}

@Suite struct KimNelsonTests {
  @Test func `the constant is the published one`() {
    let procedure = KimNelson(systems: 10, firstStage: 20, guarantee: smallest)
    #expect((procedure.eta - 0.302934).magnitude < 1e-6)
    #expect((procedure.squaredConstant - 11.511).magnitude < 1e-3)
  }

  /// Two systems played by hand: differences 4, −2, 4, −2, … have the sample variance 12 in the first four.
  @Test func `a system is eliminated when its sum leaves the triangle`() {
    // With η = ⅓ h² = 2, so the margin after r replications is ½ (2 · 12 − r).
    let procedure = KimNelson(2, 4, smallest, eta: 1.0 / 3)
    var race = KimNelsonRace(procedure)
    var lag = 0.0
    while let replications = race.replications {
      let worse = replications.map { $0.isMultiple(of: 2) ? 4.0 : -2.0 }
      race.add([worse, replications.map { _ in 0 }])
      lag += worse.reduce(0, +)
      let played = Double(replications.upperBound)
      #expect((race.survivors == [1]) == (lag > 0.5 * (24 - played)), "\(played)")
    }
    // Sums 4, 8, 6, 10, 8 … after 4, 5, 6, 7, 8 meet margins 10, 9.5, 9, 8.5, 8: out at the seventh.
    #expect(race.result.tallies.map(\.count) == [7, 7])
    #expect(race.result.best == 1 && race.result.status == .selected)
  }

  @Test func `equal systems end when no margin is left, the first is taken`() {
    let procedure = KimNelson(3, 4, smallest, eta: 1.0 / 3)
    let result = procedure.select { system, replications in
      replications.map { system == 2 && $0.isMultiple(of: 2) ? 4 : system == 2 ? -4 : 0 }
    }
    // S² of the differences is 64 / 3: the margin is used up at r = 128 / 3, where the sums are equal or near.
    #expect(result.best == 0 || result.best == 2)
    #expect(result.survivors == [result.best] && result.status == .selected)
    #expect((result.tallies.map(\.count).max() ?? 0) <= 43)
    let same = procedure.select { _, replications in replications.map(Double.init) }
    #expect(same.best == 0 && same.observations == 12, "no variance of differences: the first stage suffices")
  }

  @Test func `under common random numbers a constant difference ends the race at once`() {
    let procedure = KimNelson(systems: 3, firstStage: 10, guarantee: smallest)
    let result = procedure.select { system, replications in
      normal([0], seed: 3, 0, replications).map { $0 + 0.01 * Double((system + 1) % 3) }
    }
    #expect(result.best == 2 && result.observations == 30)
  }

  @Test func `systems are played in the same replications, and a step gives the same winner`() {
    let procedure = KimNelson(systems: 4, firstStage: 10, guarantee: smallest)
    for step in [1, 7] {
      var next = [0, 0, 0, 0]
      let result = procedure.select(step: step) { system, replications in
        #expect(replications.lowerBound == next[system])
        next[system] = replications.upperBound
        return normal([5, 3, 4, 8], seed: 1, system, replications)
      }
      #expect(result.best == 1 && result.status == .selected)
      #expect(result.tallies.map(\.count) == next)
      #expect(next[3] == 10, "far worse: out after the first stage")
    }
  }

  @Test func `a limit leaves the race open`() {
    let procedure = KimNelson(systems: 3, firstStage: 10, guarantee: smallest)
    let result = procedure.select(step: 4, limit: 13) { normal([0, 0.1, 0.2], seed: 9, $0, $1) }
    #expect(result.status == .limit && result.survivors.count > 1)
    #expect(result.tallies.allSatisfy { $0.count <= 13 })
    #expect(result.survivors.contains(result.best))
  }
}

@Suite struct BudgetAllocationTests {
  @Test func `shares follow the theorem`() {
    let means = [1.0, 2, 3, 1.5]
    let deviations = [1.0, 2, 1, 0.5]
    let allocation = BudgetAllocation(means: means, deviations: deviations, goal: .smallest)
    let shares = allocation.shares
    #expect(allocation.best == 0)
    #expect((shares.reduce(0, +) - 1).magnitude < 1e-14)
    // (σ / δ)² are 4, ¼ and 1.
    #expect((shares[1] / shares[2] - 16).magnitude < 1e-12)
    #expect((shares[1] / shares[3] - 4).magnitude < 1e-12)
    let squares = (1...3).reduce(0.0) { $0 + shares[$1] * shares[$1] / (deviations[$1] * deviations[$1]) }
    #expect((shares[0] - squares.squareRoot()).magnitude < 1e-14)
    let mirrored = BudgetAllocation(means: means.map { -$0 }, deviations: deviations, goal: .largest)
    #expect(mirrored == allocation)
  }

  @Test func `systems without variance get nothing, ties everything`() {
    func shares(_ means: [Double], _ deviations: [Double]) -> [Double] {
      BudgetAllocation(means: means, deviations: deviations, goal: .smallest).shares
    }
    #expect(shares([1, 2, 3], [1, 0, 0]) == [1, 0, 0])
    #expect(shares([1, 2, 3], [0, 1, 0]) == [0, 1, 0])
    #expect(shares([1, 1, 3], [1, 1, 1]) == [0.5, 0.5, 0])
    let equal = [Double](repeating: 1 / 4, count: 4)
    #expect(shares([1, 1, 3, 2], [0, 0, 0, 0]) == equal)
    let extreme = shares([0, 1e-300, 1e300], [1e200, 1e-200, 1])
    #expect(extreme.allSatisfy(\.isFinite) && (extreme.reduce(0, +) - 1).magnitude < 1e-14)
  }

  @Test func `a budget is spent to the last replication, toward the shares`() {
    let allocation = BudgetAllocation(means: [0, 1, 2], deviations: [1, 1, 1], goal: .smallest)
    // Shares ∝ √(1 + 1/16), 1, ¼.
    #expect(allocation.increments(budget: 100, made: [0, 0, 0]) == [45, 44, 11])
    #expect(allocation.increments(budget: 5, made: [10, 10, 10]) == [3, 2, 0])
    #expect(allocation.increments(budget: 50, made: [80, 0, 0]) == [0, 40, 10])
    #expect(allocation.increments(budget: 0, made: [4, 4, 4]) == [0, 0, 0])
    for budget in 0..<200 {
      let new = allocation.increments(budget: budget, made: [7, 3, 12])
      #expect(new.reduce(0, +) == budget && new.allSatisfy { $0 >= 0 })
    }
  }

  @Test func `whole numbers are those of the largest remainders`() {
    #expect(BudgetAllocation.wholeNumbers([1.5, 2.5, 1], sum: 5) == [2, 2, 1])
    #expect(BudgetAllocation.wholeNumbers([0.2, 0.7, 0.1, 0], sum: 1) == [0, 1, 0, 0])
    #expect(BudgetAllocation.wholeNumbers([0, 0], sum: 0) == [0, 0])
  }
}
