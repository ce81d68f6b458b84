import DunjingRandom
import DunjingScenario
import Testing

@testable import DunjingWorld

@Suite struct ShortestPathTests {
  @Test func timesAreThoseOfFloydAndWarshall() {
    var stream = RandomStream(seed: 5, purpose: StreamPurpose(rawValue: 901))
    let count = 30
    var arcs: [(from: Int, to: Int, seconds: Double)] = []
    for from in 0..<count {
      arcs.append((from, (from + 1) % count, 10 + stream.nextUnit()))
      arcs.append((from, stream.nextInteger(below: count), 30 * stream.nextUnit()))
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
    var search = ShortestPaths(ReverseRoads(placeCount: count, arcs: arcs))
    for destination in 0..<count {
      search.run(from: destination)
      for origin in 0..<count {
        #expect(abs(search.seconds[origin] - times[origin][destination]) < 1e-9)
      }
    }
  }
}
