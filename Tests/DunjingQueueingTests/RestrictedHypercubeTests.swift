import DunjingQueueing
import Testing

@Suite struct RestrictedHypercubeTests {
  private func model(_ rates: [Double], _ lists: [[Int]], units: Int, times: [[Double]]? = nil)
    -> RestrictedHypercube
  {
    RestrictedHypercube(
      ApproximateHypercube(
        arrivalRates: rates, preferences: lists, serviceTimes: .byUnit([Double](repeating: 1, count: units)),
        travelTimes: times, line: .infinite))
  }

  @Test func `units of their own are queues of their own`() throws {
    let solution = try #require(
      model([1.2, 1, 0.7], [[0, 1], [2, 3, 4], [5]], units: 6).solve())
    let waits = [
      try #require(ErlangC.delayProbability(servers: 2, load: 1.2)),
      try #require(ErlangC.delayProbability(servers: 3, load: 1)), 0.7
    ]
    for (found, exact) in zip(solution.waitingProbabilities, waits) { #expect(abs(found - exact) < 1e-8) }
    #expect(abs(solution.workloads[0] + solution.workloads[1] - 1.2) < 1e-8)
    #expect(abs(solution.workloads[5] - 0.7) < 1e-8)
    #expect(abs(solution.meanServiceTime - 1) < 1e-8)
  }

  @Test func `where all may go it is the approximate hypercube`() throws {
    let model = model([1, 1.1, 0.9], [[0, 1, 2, 3], [1, 2, 3, 0], [2, 3, 0, 1]], units: 4)
    let (restricted, whole) = (
      try #require(model.solve()), try #require(model.model.solve().solution)
    )
    #expect(abs(restricted.waitingProbability - whole.allBusyProbability) < 1e-8)
    for (one, other) in zip(restricted.workloads, whole.workloads) { #expect(abs(one - other) < 0.005) }
  }

  /// Rates and lists where units are shared in many ways.
  private static let shared: [(rates: [Double], lists: [[Int]], units: Int)] = [
    ([0.6, 1], [[0], [2, 3, 4, 5, 1, 0]], 6),
    ([0.4, 1], [[0], [0, 1, 2, 3]], 4),
    ([0.6, 1.2, 1.2], [[0, 1], [0, 2, 3, 4, 5, 1], [1, 3, 5, 2, 4, 0]], 6),
    ([0.5, 1, 2], [[0], [1, 0], [2, 3, 4, 1, 0]], 5),
    ([1.2, 1.2, 1.2], [[0, 3, 4, 5], [1, 4, 5, 3], [2, 5, 3, 4]], 6),
    ([0.6, 0.6, 0.6], [[0, 1], [1, 2], [2, 0]], 3),
    (districts.map { $0.rate }, districts.map { $0.list }, 9),
    (districts.map { 1.3 * $0.rate }, districts.map { $0.list }, 9),
    (districts.map { 1.4 * $0.rate }, districts.map { $0.list }, 9)
  ]

  /// Districts with a car of their own, from busy to quiet, and three units that serve all of them.
  private static let districts = [1.6, 1.2, 1, 0.8, 0.6, 0.3].enumerated().map { number, rate in
    (rate: rate, list: [number, 6, 7, 8])
  }

  @Test(arguments: shared.indices)
  func `shared units are as busy as when the queue is played, and callers wait as often or a little less`(
    index: Int
  ) throws {
    let (rates, lists, units) = Self.shared[index]
    let solution = try #require(model(rates, lists, units: units).solve())
    let played = PlayedQueue(rates: rates, lists: lists, units: units).shares(arrivals: 1_000_000, seed: 7)
    for (found, seen) in zip(solution.workloads, played.workloads) { #expect(abs(found - seen) < 0.06) }
    for (found, seen) in zip(solution.waitingProbabilities, played.waits) {
      #expect(found > seen - 0.03 && found < seen + 0.11, "\(found) for \(seen)")
    }
  }

  @Test(arguments: shared.indices)
  func `all that arrives is done, by those who may`(index: Int) throws {
    let (rates, lists, units) = Self.shared[index]
    let solution = try #require(model(rates, lists, units: units).solve())
    let total = rates.reduce(0, +)
    #expect(abs(solution.workloads.reduce(0, +) - total) < 1e-7)
    for (atom, list) in lists.enumerated() {
      let sent = solution.dispatchFractions.map { $0[atom] }
      #expect(abs(sent.reduce(0, +) - rates[atom] / total) < 1e-8)
      #expect(sent.indices.allSatisfy { list.contains($0) || sent[$0] == 0 })
      let delayed = solution.delayedDispatchFractions.reduce(0) { $0 + $1[atom] }
      #expect(abs(delayed - solution.waitingProbabilities[atom] * rates[atom] / total) < 1e-8)
    }
  }

  @Test func `what only some units may serve is too much for them, and the others serve the rest`() throws {
    let one = try #require(model([1.1, 0.1], [[0], [1, 2, 0]], units: 3).solve())
    #expect(one.overloads.map(\.units) == [[0]] && abs(one.overloads[0].load - 1.1) < 1e-12)
    #expect(one.workloads[0] == 1 && one.waitingProbabilities[0] == 1)
    let rest = try #require(ErlangC.delayProbability(servers: 2, load: 0.1))
    #expect(abs(one.waitingProbabilities[1] - rest) < 1e-8)
    #expect(abs(one.workloads[1] + one.workloads[2] - 0.1) < 1e-8)
    #expect(abs(one.dispatchFractions.joined().reduce(0, +) - 1) < 1e-8)
  }

  @Test func `groups that share units are too much for them together, where none is by itself`() throws {
    let model = model([1.6, 1.6, 0.5], [[0, 1], [0, 2], [3]], units: 5)
    #expect(abs(model.tightest.load - 0.8) < 1e-12)
    let solution = try #require(model.solve())
    #expect(
      solution.overloads.map(\.units) == [[0, 1, 2]] && abs(solution.overloads[0].load - 3.2 / 3) < 1e-9)
    #expect(solution.waitingProbabilities[0] == 1 && solution.waitingProbabilities[1] == 1)
    #expect(abs(solution.waitingProbabilities[2] - 0.5) < 1e-8 && solution.workloads[4] == 0)
  }

  @Test(arguments: [(first: 0.75, second: 0.95, slow: 2.0), (0.5, 0.6, 100)])
  func `how slow a unit would be where it may not go does not count`(
    first: Double, second: Double, slow: Double
  ) throws {
    let model = RestrictedHypercube(
      ApproximateHypercube(
        arrivalRates: [first, second], preferences: [[0], [1, 0]],
        serviceTimes: .byUnitAndAtom([[1, 1], [slow, 1]]), line: .infinite))
    let solution = try #require(model.solve())
    #expect(solution.overloads.isEmpty && solution.workloads.allSatisfy { $0 < 1 })
    let played = PlayedQueue(rates: [first, second], lists: [[0], [1, 0]], units: 2)
      .shares(arrivals: 1_000_000, seed: 8)
    for (found, seen) in zip(solution.workloads, played.workloads) { #expect(abs(found - seen) < 0.04) }
  }

  @Test func `with too much for some districts the others are as when the queue is played`() throws {
    let (rates, lists) = (Self.districts.map { 1.55 * $0.rate }, Self.districts.map { $0.list })
    let solution = try #require(model(rates, lists, units: 9).solve())
    #expect(solution.overloads.map(\.units) == [[0, 1, 2, 3, 6, 7, 8]])
    #expect(abs(solution.overloads[0].load - 7.13 / 7) < 0.003)
    // Not even an overload lets the line grow long in one run, so that the others are compared.
    let played = PlayedQueue(rates: rates, lists: lists, units: 9).shares(arrivals: 1_000_000, seed: 9)
    for district in 4...5 {
      #expect(abs(solution.workloads[district] - played.workloads[district]) < 0.02)
      #expect(abs(solution.waitingProbabilities[district] - played.waits[district]) < 0.02)
    }
  }

  @Test func `units that help one another too slowly are too busy, though each could do its own`() throws {
    let hypercube = RestrictedHypercube(
      ApproximateHypercube(
        arrivalRates: [0.8, 0.8, 0.2], preferences: [[0, 1], [1, 0], [2]],
        serviceTimes: .byUnitAndAtom([[1, 2, 1], [2, 1, 1], [1, 1, 1]]), line: .infinite))
    #expect(hypercube.tightest.load < 1)
    let solution = try #require(hypercube.solve())
    #expect(solution.overloads.map(\.units) == [[0, 1]] && solution.overloads[0].load > 1)
    #expect(abs(solution.waitingProbabilities[2] - 0.2) < 1e-8)
  }

  @Test func `without incidents nobody is busy, and with too many nobody is reached`() throws {
    let idle = try #require(model([0, 0], [[0], [1]], units: 2, times: [[1, 1], [1, 9]]).solve())
    #expect(idle.availableCoverage(within: [2, 2]) == [1, 0] && idle.waitingProbability == 0)
    let flood = try #require(model([3, 0], [[0], [1]], units: 2, times: [[1, 1], [1, 9]]).solve())
    #expect(flood.availableCoverage(within: [2, 9]) == [0, 1] && flood.waitingProbability == 1)
    #expect(flood.sharesReached(within: [2, 9]).allSatisfy { $0 == nil } && flood.workloads == [1, 0])
  }

  @Test func `only units on the list count as coverage`() throws {
    let times: [[Double]] = [[5, 5], [1, 1], [1, 9]]
    let solution = try #require(model([0.5, 0.5], [[0], [1, 2, 0]], units: 3, times: times).solve())
    let far = try #require(solution.availableCoverage(within: [10, 10]))
    #expect(abs(far[0] - (1 - solution.workloads[0])) < 1e-6)
    let near = try #require(solution.availableCoverage(within: [2, 2]))
    #expect(near[0] == 0 && near[1] > 0 && near[1] < far[1])
    let reached = solution.sharesReached(within: [10, 10])
    #expect(abs(try #require(reached[0]) - (1 - solution.waitingProbabilities[0])) < 1e-9)
    #expect(zip(reached, far).allSatisfy { ($0 ?? 0) <= $1 + 1e-12 })
  }
}
