import DunjingRandom
import DunjingScenario
import Testing

@testable import DunjingWorld

@Suite struct ShortestPathTests {
  /// Arcs of like lengths, and arcs from nothing to a day, for which there are fewer buckets than their lengths ask for.
  @Test(arguments: [1.0, 86_400])
  func timesAreThoseOfFloydAndWarshall(spread: Double) {
    var stream = RandomStream(seed: 5, purpose: StreamPurpose(rawValue: 901))
    let count = 30
    var arcs: [(from: Int, to: Int, seconds: Double)] = [(3, 4, 0), (4, 3, 0), (7, 9, 1e-7)]
    for from in 0..<count {
      arcs.append((from, (from + 1) % count, 10 + spread * stream.nextUnit()))
      arcs.append((from, stream.nextInteger(below: count), 30 * spread * stream.nextUnit()))
    }
    var times = [[Double]](repeating: [Double](repeating: .infinity, count: count), count: count)
    for place in 0..<count { times[place][place] = 0 }
    for arc in arcs { times[arc.from][arc.to] = min(times[arc.from][arc.to], arc.seconds) }
    for middle in 0..<count {
      for from in 0..<count {
        for to in 0..<count {
          times[from][to] = min(times[from][to], times[from][middle] + times[middle][to])
        }
      }
    }
    var search = ShortestPaths(RoadGraph(placeCount: count, arcs: arcs.map { ($0.to, $0.from, $0.seconds) }))
    for destination in 0..<count {
      search.run(from: destination)
      for origin in 0..<count {
        #expect(abs(search.seconds[origin] - times[origin][destination]) < 1e-9 * spread)
      }
    }
  }

  @Test func aPlaceWithoutAWayIsInfinitelyFar() {
    var search = ShortestPaths(RoadGraph(placeCount: 3, arcs: [(1, 0, 5)]))
    search.run(from: 1)
    #expect(search.seconds == [5, 0, .infinity])
    search.run(from: 2)
    #expect(search.seconds == [.infinity, .infinity, 0])
    var lonely = ShortestPaths(RoadGraph(placeCount: 1, arcs: []))
    lonely.run(from: 0)
    #expect(lonely.seconds == [0])
  }
}
