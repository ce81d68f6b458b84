import DunjingQueueing
import DunjingTestSupport
import Foundation
import Testing

/// A reference instance, and what an independent solver found.
private struct Reference: Decodable {
  struct Result: Decodable {
    let workloads: [Double]
    let allBusy: Double
    let queue: Double
    let busyCounts: [Double]
    let meanTravel: Double
    let travelByUnit: [Double]
    let travelByAtom: [Double]
    let interArea: Double
    let fractions: [[Double]]
    let states: [Double]

    enum CodingKeys: String, CodingKey {
      case workloads = "rho"
      case allBusy = "P_all_busy_incl_queue"
      case queue = "P_queue_nonempty"
      case busyCounts = "P_n_busy"
      case meanTravel = "mean_travel_minutes"
      case travelByUnit = "T_unit"
      case travelByAtom = "T_atom"
      case interArea = "interresponse_fraction"
      case fractions = "f_nj"
      case states = "p_states"
    }
  }

  let arrivalRates: [Double]
  let serviceRates: [Double]
  let minutes: [[Double]]
  let preferences: [[Int]]
  let results: [String: Result]

  enum CodingKeys: String, CodingKey {
    case arrivalRates = "lam"
    case serviceRates = "mu"
    case minutes = "T_minutes"
    case preferences = "pref_0based"
    case results
  }
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
      arrivalRates: reference.arrivalRates, preferences: reference.preferences,
      serviceRates: reference.serviceRates,
      travelTimes: reference.minutes, line: line)
    let solution = try #require(model.solution())
    agree(solution.workloads, expected.workloads)
    agree(solution.stateProbabilities, expected.states)
    agree(solution.dispatchFractions.flatMap { $0 }, expected.fractions.flatMap { $0 })
    agree(solution.busyCountProbabilities.dropLast(), Array(expected.busyCounts.dropLast()))
    agree(solution.meanTravelTimesByUnit.compactMap { $0 }, expected.travelByUnit)
    agree(solution.meanTravelTimesByAtom.compactMap { $0 }, expected.travelByAtom)
    agree(
      [
        solution.allBusyProbability, solution.queueProbability, solution.meanTravelTime ?? .nan,
        solution.interAreaFraction
      ],
      [
        expected.allBusy, expected.queue, expected.meanTravel,
        expected.interArea
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
