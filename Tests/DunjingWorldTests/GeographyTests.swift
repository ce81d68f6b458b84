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
