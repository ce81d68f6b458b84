import DunjingQueueing
import Foundation
import Testing

/// A reference instance as its file has it.
private struct Reference: Decodable {
  struct Result: Decodable {
    let rho: [Double]
    let P_all_busy_incl_queue: Double
    let P_queue_nonempty: Double
    let P_n_busy: [Double]
    let mean_travel_minutes: Double
    let T_unit: [Double]
    let T_atom: [Double]
    let interresponse_fraction: Double
    let f_nj: [[Double]]
    let p_states: [Double]
  }

  let lam: [Double]
  let mu: [Double]
  let T_minutes: [[Double]]
  let pref_0based: [[Int]]
  let results: [String: Result]
}

@Suite struct HypercubeTests {
  private func agree(_ values: [Double], _ expected: [Double], _ tolerance: Double = 1e-9) {
    #expect(values.count == expected.count)
    for (value, other) in zip(values, expected) {
      #expect(abs(value - other) <= tolerance * max(1, abs(other)))
    }
  }

  private func book(_ line: HypercubeModel.Line) throws -> HypercubeSolution {
    let model = HypercubeModel(
      arrivalRates: [0.5, 0.25, 0.35, 0.4], preferences: [[0, 1, 2], [0, 2, 1], [1, 0, 2], [2, 0, 1]],
      serviceRates: [1, 1, 1], line: line)
    return try #require(model.solution())
  }

  @Test func `three units of the textbook`() throws {
    // Larson & Odoni (1981), §5.4.
    let infinite = try book(.infinite)
    agree(infinite.workloads, [0.5573640120814053, 0.4733722861133889, 0.46926370180520594])
    agree([infinite.allBusyProbability, infinite.queueProbability], [0.2368421052631579, 0.11842105263157895])
    agree([infinite.interAreaFraction], [0.4353251581941622])
    let zero = try book(.zero)
    agree(zero.workloads, [0.49790544654010155, 0.4026312499196649, 0.3979707662267])
    agree([zero.allBusyProbability, zero.interAreaFraction], [0.13432835820895522, 0.36352951763373])
    #expect(zero.queueProbability == 0)
    agree(
      [zero.dispatchFractions.joined().reduce(0, +), infinite.dispatchFractions.joined().reduce(0, +)], [1, 1]
    )
  }

  @Test(
    .enabled(if: SharedData.exists("reference/hc_N3_s11_het.json"), "reference data are not there"),
    arguments: ["hc_N3_s11_hom", "hc_N3_s11_het", "hc_N5_s11_hom", "hc_N5_s11_het"],
    [HypercubeModel.Line.zero, .infinite])
  func `random instances agree with an independent solver`(name: String, line: HypercubeModel.Line) throws {
    let data = try Data(contentsOf: SharedData.url("reference/\(name).json"))
    let reference = try JSONDecoder().decode(Reference.self, from: data)
    let expected = try #require(reference.results[line == .zero ? "zero" : "inf"])
    let model = HypercubeModel(
      arrivalRates: reference.lam, preferences: reference.pref_0based, serviceRates: reference.mu,
      travelTimes: reference.T_minutes, line: line)
    let solution = try #require(model.solution())
    agree(solution.workloads, expected.rho)
    agree(solution.stateProbabilities, expected.p_states)
    agree(solution.dispatchFractions.flatMap { $0 }, expected.f_nj.flatMap { $0 })
    agree(solution.busyCountProbabilities.dropLast(), Array(expected.P_n_busy.dropLast()))
    agree(solution.meanTravelTimesByUnit.compactMap { $0 }, expected.T_unit)
    agree(solution.meanTravelTimesByAtom.compactMap { $0 }, expected.T_atom)
    agree(
      [
        solution.allBusyProbability, solution.queueProbability, solution.meanTravelTime ?? .nan,
        solution.interAreaFraction
      ],
      [
        expected.P_all_busy_incl_queue, expected.P_queue_nonempty, expected.mean_travel_minutes,
        expected.interresponse_fraction
      ])
  }

  @Test(arguments: [HypercubeModel.Line.zero, .infinite])
  func `equal units are a queue of Erlang`(line: HypercubeModel.Line) throws {
    // Eleven units, seven atoms with orders turned against one another.
    let units = 11
    let preferences = (0..<7).map { atom in (0..<units).map { ($0 * (atom % 5 + 1) + atom) % units } }
    let model = HypercubeModel(
      arrivalRates: (1...7).map { Double($0) * 0.28 }, preferences: preferences,
      serviceRates: [Double](repeating: 1, count: units), line: line)
    let solution = try #require(model.solution())
    let load = model.arrivalRate
    let blocking = ErlangB.blocking(servers: units, load: load)
    let busy = line == .zero ? blocking : try #require(ErlangC.delayProbability(servers: units, load: load))
    agree([solution.allBusyProbability], [busy], 1e-10)
    let carried = line == .zero ? load * (1 - blocking) : load
    agree([solution.workloads.reduce(0, +)], [carried], 1e-10)
  }

  @Test func `the chain without shortcuts agrees`() throws {
    // Two unequal units as a Markov chain: states none, first, second, both busy.
    let model = HypercubeModel(
      arrivalRates: [0.7, 0.4], preferences: [[0, 1], [1, 0]], serviceRates: [0.9, 1.3], line: .zero)
    let chain = MarkovChain.stationaryDistribution(rates: [
      [0, 0.7, 0.4, 0], [0.9, 0, 0, 1.1], [1.3, 0, 0, 1.1], [0, 1.3, 0.9, 0]
    ])
    agree(try #require(model.solution()).stateProbabilities, chain, 1e-13)
  }

  @Test func `a line that grows without end has no steady state`() {
    let busy = HypercubeModel(arrivalRates: [2], preferences: [[0, 1]], serviceRates: [1, 1], line: .infinite)
    #expect(busy.isSaturated && busy.solution() == nil)
    let idle = HypercubeModel(arrivalRates: [0], preferences: [[0, 1]], serviceRates: [1, 1], line: .infinite)
    #expect(idle.solution()?.workloads == [0, 0])
  }
}
