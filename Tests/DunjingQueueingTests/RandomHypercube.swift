import DunjingQueueing

/// Random posts and atoms on a square, from a linear congruential generator.
struct RandomHypercube {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) / 9_007_199_254_740_992
  }

  /// Units and atoms anywhere; each atom prefers near units. The load is a share of the capacity.
  mutating func model(
    units: Int, atoms: Int, load: Double, unequal: Bool, line: HypercubeModel.Line, pairs: Double? = nil
  ) -> HypercubeModel {
    for _ in 0..<10 { _ = next() }
    let posts = (0..<units).map { _ in (next(), next()) }
    let places = (0..<atoms).map { _ in (next(), next()) }
    let services = (0..<units).map { _ in unequal ? 0.7 + 0.6 * next() : 1 }
    let weights = (0..<atoms).map { _ in 0.2 + next() }
    let scale = load * services.reduce(0, +) / weights.reduce(0, +)
    let times = posts.map { post in places.map { abs($0.0 - post.0) + abs($0.1 - post.1) } }
    let preferences = (0..<atoms).map { atom in
      (0..<units).sorted { times[$0][atom] < times[$1][atom] }
    }
    return HypercubeModel(
      arrivalRates: weights.map { $0 * scale }, preferences: preferences, serviceRates: services,
      travelTimes: times, line: line, pairRates: pairs.map { share in weights.map { $0 * scale * share } })
  }
}
