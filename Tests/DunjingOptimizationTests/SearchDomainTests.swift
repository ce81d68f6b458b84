import Testing

@testable import DunjingOptimization

struct SearchDomainTests {
  private let box = Box(lower: [0, 10], upper: [4, 30])
  /// Below the diagonal of the box: x / 4 + (y − 10) / 20 ≤ ½.
  private var triangle: SearchDomain {
    SearchDomain(box: box, constraints: [LinearConstraint([0.25, 0.05], atMost: 1)])
  }

  @Test func `A domain contains the points of its box on the right side of its half spaces`() {
    #expect(triangle.contains([0, 10]) && triangle.contains([2, 10]) && triangle.contains([1, 15]))
    #expect(!triangle.contains([1.1, 15]) && !triangle.contains([-0.1, 10]) && !triangle.contains([0, 31]))
  }

  @Test func `Samples lie in the domain, and fill both halves of it alike`() {
    let shares = triangle.sampled(400, seed: 3)
    #expect(shares.count == 400 && shares.allSatisfy(triangle.admits))
    let left = shares.filter { $0[0] < $0[1] }.count
    #expect(left > 180 && left < 220)
  }

  /// The corner of twenty coordinates whose sum is at most one twentieth of the greatest: rejection finds no point of it.
  @Test func `A narrow domain of many coordinates is sampled by a walk`() {
    let box = Box(lower: [Double](repeating: 0, count: 20), upper: [Double](repeating: 1, count: 20))
    let corner = SearchDomain(
      box: box, constraints: [LinearConstraint([Double](repeating: 1, count: 20), atMost: 1)])
    let shares = corner.sampled(2000, seed: 1)
    #expect(shares.count == 2000 && shares.allSatisfy(corner.admits))
    // The mean of a coordinate of the simplex is 1 / 21, its standard deviation about 0.045.
    let mean = shares.reduce(0) { $0 + $1[7] } / 2000
    #expect(abs(mean - 1.0 / 21) < 0.01, "\(mean)")
  }

  @Test func `The nearest point is found across an edge and at a corner`() throws {
    let box = Box(lower: [0, 0], upper: [1, 1])
    let domain = SearchDomain(box: box, constraints: [LinearConstraint([1, 1], atMost: 1)])
    let edge = try #require(domain.projected([0.8, 0.8]))
    #expect(abs(edge[0] - 0.5) < 1e-6 && abs(edge[1] - 0.5) < 1e-6)
    let corner = try #require(domain.projected([2, 0.2]))
    #expect(abs(corner[0] - 1) < 1e-6 && abs(corner[1]) < 1e-6)
    #expect(domain.projected([0.1, 0.2]) == [0.1, 0.2])
  }

  @Test func `Whole coordinates are sampled evenly, and a search asks for whole numbers only`() {
    let domain = SearchDomain(box: Box(lower: [0, 0, 2], upper: [1, 2, 3]), whole: [1, 2])
    let points = domain.evenPoints(300, seed: 1)
    #expect(
      [0.0, 1, 2].map { number in points.count { $0[1] == number } }.allSatisfy { (90...110).contains($0) })
    #expect(
      [2.0, 3].map { number in points.count { $0[2] == number } }.allSatisfy { (140...160).contains($0) })
    #expect(domain.canonical([0.3, 0.7, 0.2]) == [0.3, 0.5, 0])
    var search = BayesianSearch(domain: domain, seed: 1)
    var region = TrustRegionSearch(domain: domain, seed: 1)
    for _ in 0..<8 {
      for point in search.ask(count: 3) + region.ask(count: 3) {
        #expect(point[1] == point[1].rounded() && point[2] == point[2].rounded(), "\(point)")
        search.tell(point, mean: point[0] - point[1], standardError: 0.1)
        region.tell(point, mean: point[0] - point[1], standardError: 0.1)
      }
    }
    #expect(Set(search.evaluations.map { $0.point[1] }).count == 3)
  }

  @Test func `A domain without points has no samples, and a search of it nothing to ask`() {
    let empty = SearchDomain(box: box, constraints: [LinearConstraint([1, 0], atMost: -1)])
    #expect(empty.sampled(5, seed: 1).isEmpty && empty.projected([0.5, 0.5]) == nil)
    var search = BayesianSearch(domain: empty, seed: 1)
    #expect(search.ask(count: 3).isEmpty)
    #expect(search.answer == nil)
  }
}
