import DunjingNumerics
import DunjingRandom

/// Compares driving times on the graph with the rule straight distance × 1.25 / 40 km/h.
struct TravelCheck: Sendable {
  /// Mean driving time divided by the mean time of the rule; 1 when the speeds are right.
  private(set) var timeRatio: Double
  /// Mean straight distance between random incidents, in kilometers.
  private(set) var meanDistance: Double
  /// Mean driving time between random incidents, in minutes.
  private(set) var meanMinutes: Double

  /// Samples pairs of nodes in proportion to demand; nil where there is none.
  init?(graph: RoadGraph, nodeWeights: [Double], seed: UInt64, origins: Int = 400, destinations: Int = 100) {
    guard let table = AliasTable(weights: nodeWeights) else { return nil }
    var stream = RandomStream(seed: seed, purpose: .travelSample)
    let paths = ShortestPaths(graph)
    var time = NeumaierSum()
    var distance = NeumaierSum()
    for _ in 0..<origins {
      let origin = table.sample(using: &stream)
      let times = paths.times(from: origin)
      for _ in 0..<destinations {
        let destination = table.sample(using: &stream)
        time.add(times[destination])
        distance.add(graph.nodes[origin].distance(to: graph.nodes[destination]))
      }
    }
    let pairs = Double(origins * destinations)
    meanDistance = distance.value / pairs
    meanMinutes = time.value / pairs / 60
    timeRatio = meanMinutes / (meanDistance * 1.25 / 40 * 60)
  }
}
