import DunjingQueueing
import DunjingRandom
import DunjingScenario
import DunjingSimulation
import DunjingWorld
import Testing

/// The square-root law: posts at random in the plane, the nearest one goes, on many maps.
@Suite struct EngineTravelTheoryTests {
  /// Incidents fall in a square of 12 km, posts in one of 20 km around it, one to four square kilometers: beyond the
  /// edge nobody is missed, for no post within 4 km has probability exp(−8π).
  private func map(number: Int, metric: String, speed: Double, seed: UInt64) -> TinyStudy {
    var stream = RandomStream(
      seed: seed, purpose: StreamPurpose(rawValue: 101), entity: UInt64(number))
    func places(_ count: Int, from low: Double, to high: Double, weight: Double) -> [(Double, Double, Double)]
    {
      (0..<count).map { _ in
        let x = low + (high - low) * stream.nextUnit()
        return (x, low + (high - low) * stream.nextUnit(), weight)
      }
    }
    let posts = places(stream.nextPoisson(mean: 200), from: 0, to: 20, weight: 0)
    var study = TinyStudy(
      kinds: TinyStudy.kind("job", perHour: 0.5, scene: "0"), warmUpDays: 0, horizonDays: 60)
    study.grids = posts + places(150, from: 4, to: 16, weight: 1)
    study.stations = Array(posts.indices)
    study.speed = speed
    study.metric = metric
    study.policy = "nearest"
    return study
  }

  /// Mean travel in kilometers at 100 km/h, by map. Half an incident an hour and some minutes of travel among a hundred
  /// units: nearly always the nearest is at its post.
  private func distances(metric: String, speed: Double = 100, maps: Int, seed: UInt64) throws -> [Double] {
    try inParallel(maps) { number in
      let world = try map(number: number, metric: metric, speed: speed, seed: seed).world()
      let play = world.play(seed: seed, replication: number)
      return play.result[.travelMean].map { $0 / 60 * 100 } ?? .nan
    }
  }

  @Test(arguments: [("euclidean", SquareRootTravel.Metric.euclidean), ("manhattan", .rightAngle)])
  func theNearestPostIsAsFarAsTheLawSays(metric: String, law: SquareRootTravel.Metric) throws {
    let formula = law == .euclidean ? "½ √(A/n)" : "0.627 √(A/n)"
    try TheoryCheck.confirm(
      "Posts at random, \(metric): mean distance to the nearest (km)", "\(formula), Kolesar & Blum (1973)",
      try distances(metric: metric, maps: 500, seed: 71),
      SquareRootTravel.meanDistance(area: 400, units: 200, metric: law))
  }

  @Test func travelTwoPerCentSlowerIsCaught() throws {
    try TheoryCheck.expose(
      "Posts at random, travel 2 % slower: mean distance to the nearest (km)", "½ √(A/n)",
      try distances(metric: "euclidean", speed: 100 / 1.02, maps: 500, seed: 71),
      SquareRootTravel.meanDistance(area: 400, units: 200, metric: .euclidean))
  }
}
