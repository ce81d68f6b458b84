import DunjingRandom
import Testing

@testable import DunjingWorld

@Suite struct GeographyTests {
  @Test func theNearestPlaceIsTheOneBruteForceFinds() {
    var stream = RandomStream(seed: 1, purpose: StreamPurpose(rawValue: 900))
    let points = (0..<300).map { _ in (x: stream.nextUnit() * 7, y: stream.nextUnit() * 3) }
    let index = NearestPlace(points)
    for _ in 0..<500 {
      let (x, y) = (stream.nextUnit() * 9 - 1, stream.nextUnit() * 5 - 1)
      func square(_ i: Int) -> Double {
        (points[i].x - x) * (points[i].x - x) + (points[i].y - y) * (points[i].y - y)
      }
      let best = points.indices.min { square($0) < square($1) }
      #expect(index.index(to: x, y) == best)
    }
  }

  /// A lattice, where ties are many, and positions far outside of it; and the neighbor of each point.
  @Test func farPositionsAndNeighborsAreThoseOfAFullScan() {
    var stream = RandomStream(seed: 2, purpose: StreamPurpose(rawValue: 901))
    let lattice = (0..<40).map { (x: Double($0 % 8) * 0.5, y: Double($0 / 8) * 0.5) }
    let cloud = (0..<200).map { _ in (x: stream.nextUnit() * 30, y: stream.nextUnit() * 0.2) }
    for points in [lattice, cloud, [(x: 1, y: 1), (x: 1, y: 1), (x: 9, y: 1)]] {
      let index = NearestPlace(points)
      func square(_ i: Int, _ x: Double, _ y: Double) -> Double {
        (points[i].x - x) * (points[i].x - x) + (points[i].y - y) * (points[i].y - y)
      }
      for _ in 0..<300 {
        let (x, y) = (stream.nextUnit() * 200 - 100, stream.nextUnit() * 200 - 100)
        #expect(index.index(to: x, y) == points.indices.min { square($0, x, y) < square($1, x, y) })
      }
      let gaps = points.indices.map { own in
        points.indices.filter { $0 != own }.map { square($0, points[own].x, points[own].y) }.min()
      }
      #expect(points.indices.map(index.squareToNeighbor) == gaps.compactMap(\.self))
      #expect(index.usualSquareToNeighbor == gaps.compactMap(\.self).sorted()[points.count * 9 / 10])
    }
    #expect(NearestPlace([(x: 2, y: 2)]).usualSquareToNeighbor == nil)
  }

  @Test func aSinglePointIsNearestToEverything() {
    #expect(NearestPlace([(x: 2, y: 2)]).index(to: -50, 80) == 0)
  }

  @Test func aRouteCountsWhatItServesOverManyRounds() {
    let services = [
      PatrolService(start: 60, end: 100, duty: .visit(point: 0)),
      PatrolService(start: 200, end: 250, duty: .visit(point: 1)),
      PatrolService(start: 500, end: 599, duty: .pass(line: 0))
    ]
    let route = PatrolRoute(
      places: Array(repeating: 0, count: 40), isStanding: Array(repeating: false, count: 40),
      services: services)
    func count(_ from: Double, _ to: Double) -> Int {
      var count = 0
      route.forEachService(from: from, to: to) { _ in count += 1 }
      return count
    }
    #expect(route.cycleSeconds == 600)
    #expect(count(0, 600) == 3)
    #expect(count(100, 250) == 1)
    #expect(count(70, 600 * 5 + 70) == 14)
    #expect(count(498, 600) == 1)
    #expect(count(10, 10) == 0)
    #expect(count(501, 700) == 1)
  }
}
