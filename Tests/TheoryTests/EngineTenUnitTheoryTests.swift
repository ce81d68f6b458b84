import DunjingQueueing
import DunjingScenario
import DunjingSimulation
import Testing

/// Ten units on a map: the hypercube with 1,024 states, travel as it is measured.
///
/// The map is some hundred meters wide, so that a service is exponential to within a thousandth and a unit is home before
/// the next call; see ``EngineHypercubeTheoryTests``.
@Suite struct EngineTenUnitTheoryTests {
  private static let stations = [0, 2, 3, 5, 7, 8, 10, 13, 16, 19]
  private static let perHour = 6.0
  /// Twenty grids, spread evenly by multiples of two irrational numbers.
  private static let positions: [(x: Double, y: Double)] = (1...20).map { number in
    let (x, y) = (Double(number) * 0.754_877_666, Double(number) * 0.569_840_291)
    return ((x - x.rounded(.down)) * 0.25, (y - y.rounded(.down)) * 0.25)
  }
  private static let weights: [Double] = (0..<20).map { Double(2 + $0 * 7 % 9) }

  private func study(limit: Int?) -> TinyStudy {
    var study = TinyStudy(
      kinds: TinyStudy.kind("job", perHour: Self.perHour, scene: "{exponential: {mean: 60}}"))
    study.grids = zip(Self.positions, Self.weights).map { ($0.x, $0.y, $1) }
    study.stations = Self.stations
    study.speed = 300
    study.policy = "nearest"
    study.waitingLimit = limit
    return study
  }

  /// The exact model, in hours; travel times in seconds.
  private func solution(_ line: HypercubeModel.Line) throws -> HypercubeSolution {
    let seconds = Self.stations.map { station in
      Self.positions.map { grid -> Double in
        let (dx, dy) = (grid.x - Self.positions[station].x, grid.y - Self.positions[station].y)
        return (dx * dx + dy * dy).squareRoot() / 300 * 3_600
      }
    }
    let total = Self.weights.reduce(0, +)
    let model = HypercubeModel(
      arrivalRates: Self.weights.map { Self.perHour * $0 / total },
      preferences: Self.positions.indices.map { grid in
        Self.stations.indices.sorted { seconds[$0][grid] < seconds[$1][grid] }
      },
      serviceRates: [Double](repeating: 1, count: Self.stations.count), travelTimes: seconds, line: line)
    return try #require(model.solution())
  }

  @Test(arguments: [HypercubeModel.Line.zero, .infinite])
  func tenUnitsFollowTheHypercube(line: HypercubeModel.Line) throws {
    let plays = try study(limit: line == .zero ? 0 : nil).plays(
      replications: 150, seed: line == .zero ? 55 : 56)
    let theory = try solution(line)
    let name = "Hypercube, ten units, \(line.rawValue) line"
    try HypercubeChecks.confirm(plays, theory, name)
    if line == .zero {
      try HypercubeChecks.confirmTravel(plays, theory, name)
    } else {
      try TheoryCheck.confirm(
        "\(name): share that waits", "Larson (1974); Erlang C",
        plays.compactMap { $0.result[.queuedShare] }, theory.allBusyProbability)
    }
  }
}
