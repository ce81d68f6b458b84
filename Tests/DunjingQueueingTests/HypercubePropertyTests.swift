import DunjingQueueing
import Testing

/// What holds of every hypercube, whatever its numbers.
@Suite struct HypercubePropertyTests {
  /// Returns the largest difference of what flows into a state and out of it, straight from the definition.
  private func imbalance(_ solution: HypercubeSolution) -> Double {
    let model = solution.model
    let p = solution.stateProbabilities
    var net = [Double](repeating: 0, count: p.count)
    for state in p.indices {
      func move(_ other: Int, _ rate: Double) {
        net[state] -= p[state] * rate
        net[other] += p[state] * rate
      }
      for unit in model.serviceRates.indices where state >> unit & 1 == 1 {
        move(state ^ 1 << unit, model.serviceRates[unit])
      }
      guard state < p.count - 1 else { continue }
      for (atom, order) in model.preferences.enumerated() {
        let free = order.filter { state >> $0 & 1 == 0 }
        move(state | 1 << free[0], model.arrivalRates[atom])
        let pair = free.prefix(2).reduce(state) { $0 | 1 << $1 }
        move(pair, model.pairRates?[atom] ?? 0)
      }
    }
    return net.map(abs).max() ?? 0
  }

  @Test(arguments: [1, 2, 3, 6, 11, 12, 13], [false, true])
  func `every state is balanced and all add up to one`(units: Int, unequal: Bool) throws {
    for line in [HypercubeModel.Line.zero, .infinite] {
      var random = RandomHypercube(seed: UInt64(units))
      let model = random.model(units: units, atoms: 25, load: 0.75, unequal: unequal, line: line)
      let solution = try #require(model.solution())
      #expect(imbalance(solution) < 1e-13)
      #expect(abs(solution.stateProbabilities.reduce(solution.queueProbability, +) - 1) < 1e-13)
      #expect(abs(solution.dispatchFractions.joined().reduce(0, +) - 1) < 1e-12)
      #expect(solution.stateProbabilities.allSatisfy { $0 > 0 })
    }
  }

  @Test(arguments: [5, 12, 14], [HypercubeModel.Line.zero, .infinite])
  func `levels of equal units are exactly those of a queue`(units: Int, line: HypercubeModel.Line) throws {
    var random = RandomHypercube(seed: 3)
    let model = random.model(units: units, atoms: 60, load: 0.6, unequal: false, line: line)
    let solution = try #require(model.solution())
    var terms = [1.0]
    for busy in 1...units { terms.append(terms[busy - 1] * model.arrivalRate / Double(busy)) }
    let ratio = line == .infinite ? model.arrivalRate / Double(units) : 0
    let total = terms.reduce(0, +) + terms[units] * ratio / (1 - ratio)
    for (probability, term) in zip(solution.busyCountProbabilities, terms) {
      #expect(abs(probability - term / total) < 1e-13)
    }
  }

  @Test func `work done is work that arrives`() throws {
    var random = RandomHypercube(seed: 17)
    let model = random.model(units: 9, atoms: 30, load: 0.8, unequal: true, line: .infinite)
    let solution = try #require(model.solution())
    let served = zip(solution.workloads, model.serviceRates).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(abs(served - model.arrivalRate) < 1e-11)
    for (unit, workload) in solution.workloads.enumerated() {
      let sent = solution.dispatchFractions[unit].reduce(0, +) * model.arrivalRate
      #expect(abs(workload - sent / model.serviceRates[unit]) < 1e-11)
    }
  }

  @Test func `renumbering units changes nothing but their numbers`() throws {
    var random = RandomHypercube(seed: 5)
    let model = random.model(units: 12, atoms: 40, load: 0.7, unequal: true, line: .infinite)
    let number = (0..<12).map { ($0 * 5 + 3) % 12 }
    var (rates, times) = (model.serviceRates, model.travelTimes ?? [])
    for unit in 0..<12 {
      rates[number[unit]] = model.serviceRates[unit]
      times[number[unit]] = model.travelTimes?[unit] ?? []
    }
    let other = HypercubeModel(
      arrivalRates: model.arrivalRates, preferences: model.preferences.map { $0.map { number[$0] } },
      serviceRates: rates, travelTimes: times, line: model.line)
    let (first, second) = (try #require(model.solution()), try #require(other.solution()))
    for unit in 0..<12 {
      #expect(abs(first.workloads[unit] - second.workloads[number[unit]]) < 1e-12)
    }
    #expect(abs((first.meanTravelTime ?? 0) - (second.meanTravelTime ?? 1)) < 1e-12)
  }

  @Test func `the number of threads does not change a bit`() throws {
    var random = RandomHypercube(seed: 9)
    let model = random.model(units: 14, atoms: 50, load: 0.6, unequal: true, line: .infinite)
    let one = try #require(model.solution(threads: 1))
    for threads in [2, 3, 8] {
      let several = try #require(model.solution(threads: threads))
      #expect(several.stateProbabilities == one.stateProbabilities)
      #expect(several.dispatchFractions == one.dispatchFractions)
    }
  }

  @Test func `loads near none and near saturation are solved`() throws {
    for load in [1e-6, 0.01, 0.99, 0.9999] {
      var random = RandomHypercube(seed: 2)
      let model = random.model(units: 12, atoms: 40, load: load, unequal: true, line: .infinite)
      let solution = try #require(model.solution())
      #expect(imbalance(solution) < 1e-13)
    }
    var random = RandomHypercube(seed: 2)
    let flood = random.model(units: 12, atoms: 40, load: 1.3, unequal: true, line: .infinite)
    guard case .saturated(let load) = flood.solve() else {
      Issue.record("a saturated line has no steady state")
      return
    }
    #expect(abs(load - 1.3) < 1e-12)
    let lost = random.model(units: 12, atoms: 40, load: 5, unequal: true, line: .zero)
    #expect(imbalance(try #require(lost.solution())) < 1e-13)
  }

  @Test func `coverage counts what the definition counts`() throws {
    var random = RandomHypercube(seed: 21)
    for line in [HypercubeModel.Line.zero, .infinite] {
      let model = random.model(units: 6, atoms: 15, load: 0.6, unequal: true, line: line)
      let solution = try #require(model.solution())
      let times = try #require(model.travelTimes)
      let targets = (0..<15).map { 0.2 + 0.03 * Double($0) }
      var (reached, available) = ([Double](repeating: 0, count: 15), [Double](repeating: 0, count: 15))
      for (state, p) in solution.stateProbabilities.enumerated() {
        for atom in 0..<15 {
          let free = model.preferences[atom].filter { state >> $0 & 1 == 0 }
          if let first = free.first, times[first][atom] <= targets[atom] { reached[atom] += p }
          if free.contains(where: { times[$0][atom] <= targets[atom] }) { available[atom] += p }
        }
      }
      let shares = solution.sharesReached(within: targets)
      let coverage = try #require(solution.availableCoverage(within: targets))
      for atom in 0..<15 {
        #expect(abs((shares[atom] ?? -1) - reached[atom]) < 1e-12)
        #expect(abs(coverage[atom] - available[atom]) < 1e-12)
      }
      let total = zip(solution.incidentShares, reached).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(abs((solution.shareReached(within: targets) ?? -1) - total) < 1e-12)
    }
  }
}

@Suite struct PairDispatchTests {
  /// The generator of the chain, straight from the definition.
  private func chain(_ model: HypercubeModel) -> [Double] {
    let states = 1 << model.serviceRates.count
    var rates = [[Double]](repeating: [Double](repeating: 0, count: states), count: states)
    for state in 0..<states {
      for (unit, rate) in model.serviceRates.enumerated() where state >> unit & 1 == 1 {
        rates[state][state ^ 1 << unit] += rate
      }
      for (atom, order) in model.preferences.enumerated() where state < states - 1 {
        let free = order.filter { state >> $0 & 1 == 0 }
        rates[state][state | 1 << free[0]] += model.arrivalRates[atom]
        rates[state][free.prefix(2).reduce(state) { $0 | 1 << $1 }] += model.pairRates?[atom] ?? 0
      }
    }
    return MarkovChain.stationaryDistribution(rates: rates)
  }

  @Test(arguments: [1, 2, 3, 5, 8], [false, true])
  func `two units are sent as the chain of all states has it`(units: Int, unequal: Bool) throws {
    var random = RandomHypercube(seed: UInt64(10 * units))
    let model = random.model(units: units, atoms: 12, load: 0.5, unequal: unequal, line: .zero, pairs: 0.4)
    let solution = try #require(model.solution())
    for (value, expected) in zip(solution.stateProbabilities, chain(model)) {
      #expect(abs(value - expected) < 1e-12)
    }
    #expect(abs(solution.dispatchFractions.joined().reduce(0, +) - 1) < 1e-12)
    // The work of all dispatches is the work done.
    let counts = solution.busyCountProbabilities
    let sent =
      model.arrivalRate * (1 - counts[units])
      + (model.pairRates ?? []).reduce(0, +) * (1 - counts[units] - counts[units - 1])
    for (unit, workload) in solution.workloads.enumerated() {
      let share = solution.dispatchFractions[unit].reduce(0, +)
      #expect(abs(workload - share * sent / model.serviceRates[unit]) < 1e-11)
    }
    #expect(solution.singleShareOfPairs == counts[units - 1])
  }

  @Test func `no pairs are the model without them`() throws {
    var random = RandomHypercube(seed: 4)
    let model = random.model(units: 6, atoms: 12, load: 0.5, unequal: true, line: .zero, pairs: 0)
    let solution = try #require(model.solution())
    #expect(solution.singleShareOfPairs == nil)
    var again = RandomHypercube(seed: 4)
    let plain = again.model(units: 6, atoms: 12, load: 0.5, unequal: true, line: .zero)
    #expect(solution.workloads == plain.solution()?.workloads)
  }
}
