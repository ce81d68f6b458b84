import DunjingQueueing
import DunjingTestSupport
import Foundation
import Testing

@Suite struct ApproximateHypercubeTests {
  /// What an independent program found by Larson's method.
  private struct Reference: Decodable {
    let workloads: [Double]
    let meanTravel: Double

    enum CodingKeys: String, CodingKey {
      case workloads = "rho"
      case meanTravel = "Tbar"
    }
  }

  private struct Instance: Decodable {
    let lam: [Double]
    let minutes: [[Double]]
    let preferences: [[Int]]

    enum CodingKeys: String, CodingKey {
      case lam
      case minutes = "T_minutes"
      case preferences = "pref_0based"
    }
  }

  @Test func `three units of the textbook`() throws {
    // Larson & Odoni (1981), §5.5.
    let model = ApproximateHypercube(
      arrivalRates: [0.5, 0.25, 0.35, 0.4], preferences: [[0, 1, 2], [0, 2, 1], [1, 0, 2], [2, 0, 1]],
      serviceTimes: .byUnit([1, 1, 1]), line: .infinite)
    let solution = try #require(model.solve().solution)
    for (workload, printed) in zip(
      solution.workloads, [0.5626312394691054, 0.47170386946845483, 0.4656648910624398])
    {
      #expect(abs(workload - printed) < 1e-12)
    }
    #expect(agrees(solution.allBusyProbability, 0.2368421))
  }

  @Test(
    .enabled(if: SharedData.exists("reference/hypercube_approx_book.json"), "reference data are not there"),
    arguments: ["hc_N3_s11_hom", "hc_N5_s11_hom"])
  func `random instances agree with an independent program`(name: String) throws {
    let instance = try JSONDecoder().decode(
      Instance.self, from: Data(contentsOf: SharedData.url("reference/\(name).json")))
    let all = try JSONDecoder().decode(
      [String: Reference].self,
      from: Data(contentsOf: SharedData.url("reference/hypercube_approx_book.json")))
    let expected = try #require(all[name])
    let units = instance.minutes.count
    let model = HypercubeModel(
      arrivalRates: instance.lam, preferences: instance.preferences,
      serviceRates: [Double](repeating: 1, count: units), travelTimes: instance.minutes, line: .infinite)
    let solution = try #require(ApproximateHypercube(model).solve().solution)
    let exact = try #require(model.solution())
    for unit in 0..<units {
      #expect(abs(solution.workloads[unit] - expected.workloads[unit]) < 1e-11)
      #expect(abs(solution.workloads[unit] / exact.workloads[unit] - 1) < 0.04)
    }
    #expect(abs((solution.meanTravelTime ?? 0) - expected.meanTravel) < 1e-10)
  }

  @Test(arguments: [HypercubeModel.Line.zero, .infinite], [0.5, 0.7, 0.85])
  func `workloads lie near the exact ones`(line: HypercubeModel.Line, load: Double) throws {
    for (seed, unequal) in [(UInt64(31), false), (32, false), (33, true), (34, true)] {
      var random = RandomHypercube(seed: seed)
      let model = random.model(units: 8, atoms: 60, load: load, unequal: unequal, line: line)
      let (exact, near) = (
        try #require(model.solution()), try #require(ApproximateHypercube(model).solve().solution)
      )
      for (workload, other) in zip(exact.workloads, near.workloads) { #expect(abs(workload - other) < 0.03) }
      let travel = try #require(exact.meanTravelTime)
      #expect(abs((near.meanTravelTime ?? 0) / travel - 1) < 0.03)
      #expect(abs(near.dispatchFractions.joined().reduce(0, +) - 1) < 1e-12)
      #expect(abs(near.allBusyProbability - exact.allBusyProbability) < (unequal ? 0.01 : 1e-12))
    }
  }

  @Test func `work done is work that arrives`() throws {
    var random = RandomHypercube(seed: 8)
    let model = random.model(units: 10, atoms: 40, load: 0.6, unequal: false, line: .infinite)
    let solution = try #require(ApproximateHypercube(model).solve().solution)
    #expect(abs(solution.workloads.reduce(0, +) - model.arrivalRate) < 1e-11)
  }

  @Test func `service times by unit and atom include those by unit`() throws {
    var random = RandomHypercube(seed: 12)
    let model = random.model(units: 7, atoms: 20, load: 0.7, unequal: true, line: .zero)
    let rows = model.serviceRates.map { [Double](repeating: 1 / $0, count: 20) }
    let table = ApproximateHypercube(
      arrivalRates: model.arrivalRates, preferences: model.preferences, serviceTimes: .byUnitAndAtom(rows),
      line: .zero)
    let (first, second) = (
      try #require(ApproximateHypercube(model).solve().solution), try #require(table.solve().solution)
    )
    for (workload, other) in zip(first.workloads, second.workloads) { #expect(abs(workload - other) < 1e-12) }
  }

  @Test func `longer service where units come from afar is more work`() throws {
    // Two units, each near one of two atoms: the mean service time is that of the dispatches made.
    let times = [[1.0, 1.5], [1.5, 1.0]]
    let model = ApproximateHypercube(
      arrivalRates: [0.5, 0.5], preferences: [[0, 1], [1, 0]], serviceTimes: .byUnitAndAtom(times),
      line: .zero)
    let solution = try #require(model.solve().solution)
    // The exact chain: a state is what each unit does (nothing, near, far).
    var rates = [[Double]](repeating: [Double](repeating: 0, count: 9), count: 9)
    for first in 0..<3 {
      for second in 0..<3 {
        let state = 3 * first + second
        if first > 0 { rates[state][second] += first == 1 ? 1 : 1 / 1.5 }
        if second > 0 { rates[state][3 * first] += second == 1 ? 1 : 1 / 1.5 }
        if first == 0 {
          rates[state][3 + second] += 0.5
        } else if second == 0 {
          rates[state][3 * first + 2] += 0.5
        }
        if second == 0 {
          rates[state][3 * first + 1] += 0.5
        } else if first == 0 {
          rates[state][6 + second] += 0.5
        }
      }
    }
    let p = MarkovChain.stationaryDistribution(rates: rates)
    let workload = p[3...].reduce(0, +)
    #expect(abs(solution.workloads[0] - workload) < 0.005)
    #expect(abs(solution.workloads[0] - solution.workloads[1]) < 1e-12)
    #expect(solution.meanServiceTime > 1 && solution.meanServiceTime < 1.5)
  }

  @Test func `lists that stop early share what they would have passed on`() throws {
    var random = RandomHypercube(seed: 14)
    let model = random.model(units: 12, atoms: 30, load: 0.3, unequal: false, line: .zero)
    let short = ApproximateHypercube(
      arrivalRates: model.arrivalRates, preferences: model.preferences.map { Array($0.prefix(8)) },
      serviceTimes: .byUnit([Double](repeating: 1, count: 12)), line: .zero)
    let (whole, cut) = (
      try #require(ApproximateHypercube(model).solve().solution), try #require(short.solve().solution)
    )
    for (workload, other) in zip(whole.workloads, cut.workloads) { #expect(abs(workload - other) < 1e-3) }
  }

  @Test func `saturation is named with its load, and no arrivals are no work`() {
    let times = ApproximateHypercube.ServiceTimes.byUnit([1, 0.5])
    let flood = ApproximateHypercube(
      arrivalRates: [3.3], preferences: [[0, 1]], serviceTimes: times, line: .infinite)
    guard case .saturated(let load) = flood.solve() else {
      Issue.record("a saturated line has no steady state")
      return
    }
    #expect(abs(load - 1.1) < 1e-12)
    let idle = ApproximateHypercube(
      arrivalRates: [0], preferences: [[0, 1]], serviceTimes: times, line: .infinite)
    #expect(idle.solve().solution?.workloads == [0, 0])
  }

  @Test func `available coverage of units that are alike is that of a queue`() throws {
    // Five atoms that turn one order: units do the same work, and all are within the target.
    let one = ApproximateHypercube(
      arrivalRates: [Double](repeating: 0.6, count: 5),
      preferences: (0..<5).map { atom in (0..<5).map { ($0 + atom) % 5 } },
      serviceTimes: .byUnit([1, 1, 1, 1, 1]),
      travelTimes: [[Double]](repeating: [1, 1, 1, 1, 1], count: 5), line: .infinite)
    let covered = try #require(one.solve().solution?.availableCoverage(within: [2, 2, 2, 2, 2]))
    let delay = try #require(ErlangC.delayProbability(servers: 5, load: 3))
    #expect(covered.allSatisfy { abs($0 - (1 - delay)) < 1e-12 })
    var random = RandomHypercube(seed: 15)
    let model = random.model(units: 6, atoms: 9, load: 0.6, unequal: false, line: .infinite)
    let solution = try #require(ApproximateHypercube(model).solve().solution)
    let none = try #require(solution.availableCoverage(within: [Double](repeating: -1, count: 9)))
    #expect(none.allSatisfy { $0 == 0 })
  }

  @Test func aLoadBeyondAllMeasureIsLostAndNothingBreaks() throws {
    let model = ApproximateHypercube(
      arrivalRates: [1e300], preferences: [[0, 1]], serviceTimes: .byUnit([1, 1]), line: .zero)
    guard case .solved(let solution) = model.solve() else {
      Issue.record("not solved")
      return
    }
    #expect(solution.allBusyProbability > 0.999_999)
    #expect(solution.workloads.allSatisfy { $0 > 0.999_999 })
  }
}
