import DunjingQueueing
import DunjingScenario
import DunjingSimulation
import DunjingWorld
import Testing

/// The hypercube queue on a map: five stations, twelve grids, the nearest idle unit goes.
///
/// The map is some hundred meters wide, so that travel is seconds where service is an hour: busy times are exponential
/// to within a thousandth, and a unit is home before the next call.
@Suite struct EngineHypercubeTheoryTests {
  private static let stations = [0, 3, 5, 8, 10]
  private static let weights: [Double] = [9, 3, 6, 5, 2, 8, 4, 7, 5, 3, 6, 2]
  private static let positions: [(x: Double, y: Double)] = [
    (0.02, 0.03), (0.09, 0.01), (0.05, 0.08), (0.16, 0.04), (0.22, 0.02), (0.11, 0.12), (0.18, 0.13),
    (0.06, 0.17), (0.03, 0.22), (0.13, 0.21), (0.21, 0.19), (0.25, 0.11)
  ]
  private static let perHour = 3.0

  private func study(limit: Int?, speed: Double = 300, perHour: Double = perHour, minutes: Double = 60)
    -> TinyStudy
  {
    var study = TinyStudy(
      kinds: TinyStudy.kind("job", perHour: perHour, scene: "{exponential: {mean: \(minutes)}}"))
    study.grids = zip(Self.positions, Self.weights).map { ($0.x, $0.y, $1) }
    study.stations = Self.stations
    study.speed = speed
    study.policy = "nearest"
    study.waitingLimit = limit
    return study
  }

  /// The model of the map at the speed that is meant, in hours; travel times in seconds.
  private func model(_ line: HypercubeModel.Line) -> HypercubeModel {
    let seconds = Self.stations.map { station in
      Self.positions.map { grid -> Double in
        let (dx, dy) = (grid.x - Self.positions[station].x, grid.y - Self.positions[station].y)
        return (dx * dx + dy * dy).squareRoot() / 300 * 3_600
      }
    }
    let preferences = Self.positions.indices.map { grid in
      Self.stations.indices.sorted { seconds[$0][grid] < seconds[$1][grid] }
    }
    let total = Self.weights.reduce(0, +)
    return HypercubeModel(
      arrivalRates: Self.weights.map { Self.perHour * $0 / total }, preferences: preferences,
      serviceRates: [Double](repeating: 1, count: Self.stations.count), travelTimes: seconds, line: line)
  }

  private func solution(_ line: HypercubeModel.Line) throws -> HypercubeSolution {
    try #require(model(line).solution())
  }

  private func travelSeconds(_ plays: [Play]) -> [Double] {
    plays.compactMap { $0.result[.travelMean].map { $0 * 60 } }
  }

  /// The share of dispatches of each unit to each grid, by replication.
  private func fractions(_ plays: [Play]) -> [[[Double]]] {
    plays.map { play in
      let total = Double(play.detail.orders.joined().reduce(0, +))
      return play.detail.orders.map { $0.map { Double($0) / total } }
    }
  }

  private func confirm(_ plays: [Play], _ theory: HypercubeSolution, _ name: String) throws {
    for (unit, workload) in theory.workloads.enumerated() {
      try TheoryCheck.confirm(
        "\(name): workload of unit \(unit + 1)", "Larson (1974)",
        plays.map { $0.detail.busySeconds[unit] / $0.detail.measuredSeconds }, workload)
    }
    try confirmFractions(fractions(plays), theory, name)
  }

  private func confirmFractions(
    _ fractions: [[[Double]]], _ theory: HypercubeSolution, _ name: String
  ) throws {
    var largest = 0.0
    for unit in theory.workloads.indices {
      for grid in Self.positions.indices {
        let expected = theory.dispatchFractions[unit][grid]
        let values = fractions.map { $0[unit][grid] }
        if expected > 0.05 {
          try TheoryCheck.confirm(
            "\(name): share of dispatches, unit \(unit + 1) to grid \(grid + 1)", "Larson (1974)", values,
            expected)
        }
        let check = try #require(TheoryCheck("", source: "", values, theory: expected))
        largest = max(largest, check.deviation)
      }
    }
    // The 60 shares at once: the largest of 60 normal deviates exceeds 4 once in 260 times.
    #expect(largest < 4)
    Validation.record(
      .engine, "\(name): all 60 shares of dispatches, largest deviation in standard errors (allowed: 4)",
      source: "Larson (1974)", theory: 0, value: largest, replications: fractions.count,
      verdict: largest < 4 ? "holds" : "fails")
    let away = fractions.map { shares in
      1 - theory.model.preferences.enumerated().reduce(0.0) { $0 + shares[$1.element[0]][$1.offset] }
    }
    try TheoryCheck.confirm(
      "\(name): share of dispatches beyond the own area", "Larson (1974)", away, theory.interAreaFraction)
  }

  @Test func aZeroLineFollowsTheHypercube() throws {
    let plays = try study(limit: 0).plays(replications: 300, seed: 51)
    let theory = try solution(.zero)
    try confirm(plays, theory, "Hypercube, zero line")
    try TheoryCheck.confirm(
      "Hypercube, zero line: share handed over", "Larson (1974); Erlang B",
      plays.compactMap { $0.result[.handedOverShare] }, theory.allBusyProbability)
    // Every dispatch starts from the unit's post.
    try TheoryCheck.confirm(
      "Hypercube, zero line: mean travel (s)", "Larson (1974)", travelSeconds(plays),
      try #require(theory.meanTravelTime))
    for (grid, expected) in theory.meanTravelTimesByAtom.enumerated() where grid.isMultiple(of: 3) {
      let values = plays.map { $0.result.gridSeconds[grid] / Double($0.result.gridReached[grid]) }
      try TheoryCheck.confirm(
        "Hypercube, zero line: mean travel to grid \(grid + 1) (s)", "Larson (1974)", values,
        try #require(expected))
    }
  }

  @Test func anInfiniteLineFollowsTheHypercube() throws {
    let plays = try study(limit: nil).plays(replications: 300, seed: 52)
    let theory = try solution(.infinite)
    try confirm(plays, theory, "Hypercube, infinite line")
    try TheoryCheck.confirm(
      "Hypercube, infinite line: share that waits", "Larson (1974); Erlang C",
      plays.compactMap { $0.result[.queuedShare] }, theory.allBusyProbability)
  }

  @Test func travelTwoPerCentSlowerIsCaught() throws {
    let plays = try study(limit: 0, speed: 300 / 1.02).plays(replications: 60, seed: 53)
    try TheoryCheck.expose(
      "Hypercube, travel 2 % slower: mean travel (s)", "Larson (1974)", travelSeconds(plays),
      try #require(try solution(.zero).meanTravelTime))
  }

  @Test(arguments: [("service", 61.2, 3.0), ("arrivals", 60, 3.06)])
  func aPlantedBiasOfTwoPerCentIsCaught(what: String, minutes: Double, perHour: Double) throws {
    let plays = try study(limit: 0, perHour: perHour, minutes: minutes).plays(replications: 150, seed: 54)
    let theory = try solution(.zero)
    try TheoryCheck.expose(
      "Hypercube, 2 % more \(what): workload of unit 1", "Larson (1974)",
      plays.map { $0.detail.busySeconds[0] / $0.detail.measuredSeconds }, theory.workloads[0])
  }
}
