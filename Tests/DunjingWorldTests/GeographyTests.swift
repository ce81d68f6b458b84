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
    let route = PatrolRoute(
      places: Array(repeating: 0, count: 40), isStanding: Array(repeating: false, count: 40),
      visitTimes: [100, 250], passTimes: [599], rejoinStep: [0], rejoinSeconds: [0])
    #expect(route.cycleSeconds == 600)
    #expect(route.count(of: route.visitTimes, from: 0, to: 600) == 2)
    #expect(route.count(of: route.visitTimes, from: 100, to: 250) == 1)
    #expect(route.count(of: route.visitTimes, from: 90, to: 600 * 5 + 90) == 10)
    #expect(route.count(of: route.passTimes, from: 598, to: 600) == 1)
    #expect(route.count(of: route.passTimes, from: 10, to: 10) == 0)
  }
}
