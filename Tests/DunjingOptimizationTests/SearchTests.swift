import DunjingNumerics
import DunjingRandom
import DunjingStatistics
import Foundation
import Testing

@testable import DunjingOptimization

private let box = Box(lower: [-1, 0], upper: [1, 4])
private let options = SearchOptions(
  dimension: 2, initialCount: 6, candidateCount: 150, likelihood: LikelihoodOptions(starts: 1, iterations: 15)
)

/// A bowl with its least value, 1, at (0.3, 2.5).
private func bowl(_ x: [Double]) -> Double {
  1 + 4 * (x[0] - 0.3) * (x[0] - 0.3) + (x[1] - 2.5) * (x[1] - 2.5)
}

private func encoded(_ search: some Encodable) throws -> Data {
  let encoder = JSONEncoder()
  encoder.outputFormatting = .sortedKeys
  return try encoder.encode(search)
}

/// Plays a search with noise; `passing` may replace it after every step.
private func play<Search: AskTellSearch>(
  _ search: Search, batches: Int, noise: Double = 0.1, passing: (Search) throws -> Search = { $0 }
) throws -> Search {
  var search = search
  var stream = RandomStream(seed: 5, purpose: StreamPurpose(rawValue: 7))
  for _ in 0..<batches {
    let points = search.ask(count: 3)
    search = try passing(search)
    for point in points {
      search.tell(point, mean: bowl(point) + noise * stream.nextNormal(), standardError: noise)
      search = try passing(search)
    }
  }
  return search
}

private func copied<Value: Codable>(_ value: Value) throws -> Value {
  try JSONDecoder().decode(Value.self, from: encoded(value))
}

struct BayesianSearchTests {
  @Test func `A search that is stopped after every step goes on byte for byte`() throws {
    let search = BayesianSearch(domain: SearchDomain(box: box), options: options, seed: 4)
    let whole = try play(search, batches: 5)
    let stopped = try play(search, batches: 5, passing: copied)
    #expect(try encoded(whole) == encoded(stopped))
    #expect(whole == stopped && whole.answer == stopped.answer)
    let other = try play(
      BayesianSearch(domain: SearchDomain(box: box), options: options, seed: 5), batches: 5)
    #expect(other.evaluations != whole.evaluations)
  }

  @Test func `The minimum of a bowl is found, and lies in the posterior interval`() throws {
    let search = try play(
      BayesianSearch(domain: SearchDomain(box: box), options: options, seed: 1), batches: 10)
    let answer = try #require(search.answer)
    #expect(bowl(answer.point) < 1.1, "\(answer)")
    #expect(answer.interval.contains(bowl(answer.point)) && answer.interval.halfWidth < 0.2)
    #expect(try #require(search.answer(level: 0.5)).interval.halfWidth < answer.interval.halfWidth)
    #expect(try #require(search.surrogate).leaveOneOut.explainedShare > 0.8)
  }

  @Test func `The points given come first, then the design, then what the model proposes`() {
    var search = BayesianSearch(
      domain: SearchDomain(box: box), options: options, firstPoints: [[0, 1]], seed: 2)
    let points = search.ask(count: 7)
    #expect(points[0] == [0, 1] && points.count == 7 && search.pending == points)
    for point in points { search.tell(point, mean: bowl(point)) }
    #expect(search.pending.isEmpty && search.expectedImprovement == nil)
    let next = search.ask(count: 4)
    #expect(Set(next + points).count == 11 && search.expectedImprovement != nil)
    // Points still waiting are not proposed again.
    #expect(Set(search.ask(count: 4) + next).count == 8)
  }

  @Test func `Replications of a point add up by their precision`() throws {
    var search = BayesianSearch(domain: SearchDomain(box: box), options: options, seed: 2)
    search.tell([0, 1], mean: 4, standardError: 0.3)
    search.tell([0, 1], mean: 5, standardError: 0.6)
    let value = try #require(search.evaluations.first).objective
    // Weights 4 to 1; the variance 1 / (1 / 0.09 + 1 / 0.36) = 0.072.
    #expect(abs(value.mean - 4.2) < 1e-12 && abs(value.standardError - 0.072.squareRoot()) < 1e-12)
    #expect(search.evaluations.count == 1 && search.evaluations[0].count == 2)
    #expect(search.answer?.point == [0, 1], "one point is the best")
    search.tell([1, 1], mean: 1)
    search.tell([1, 1], mean: 2)
    search.tell([1, 1], mean: 6)
    #expect(search.evaluations[1].objective == NoisyValue(mean: 3))
  }

  @Test func `A point without a value is not proposed again and disturbs nothing`() {
    var search = BayesianSearch(domain: SearchDomain(box: box), options: options, seed: 3)
    for point in search.ask(count: 6) { search.tell(point, mean: .nan) }
    #expect(search.evaluations.isEmpty && search.answer == nil)
    let further = search.ask(count: 5)
    #expect(further.count == 5)
    for point in further { search.tell(point, mean: bowl(point)) }
    #expect(search.ask(count: 2).count == 2)
  }

  @Test func `A search converges when it promises less than a share of the noise`() throws {
    let start = BayesianSearch(domain: SearchDomain(box: box), options: options, seed: 6)
    #expect(!start.isConverged())
    let early = try play(start, batches: 3, noise: 0.05)
    #expect(!early.isConverged(shareOfNoise: 0.01))
    let late = try play(start, batches: 25, noise: 0.5)
    #expect(late.isConverged(shareOfNoise: 0.5))
    #expect(!late.isConverged(shareOfNoise: 0) && late.isConverged(shareOfNoise: 0, tolerance: 10))
  }

  @Test func `A coordinate that is fixed stays so, and no point is asked for twice`() throws {
    let fixed = SearchDomain(box: Box(lower: [-1, 2, 0], upper: [1, 2, 4]))
    var search = BayesianSearch(
      domain: fixed, options: SearchOptions(dimension: 3, initialCount: 5, candidateCount: 100), seed: 2)
    for _ in 0..<4 {
      for point in search.ask(count: 4) { search.tell(point, mean: bowl([point[0], point[2]])) }
    }
    #expect(search.evaluations.count == 16 && search.evaluations.allSatisfy { $0.point[1] == 2 })
    #expect(bowl([0.3, 2.5]) == 1 && (search.answer?.interval.mean ?? 9) < 1.2)
  }

  @Test func `A function that is the same everywhere leaves nothing to improve, and still points to ask for`()
  {
    var search = BayesianSearch(domain: SearchDomain(box: box), options: options, seed: 2)
    for _ in 0..<4 {
      let points = search.ask(count: 3)
      #expect(points.count == 3)
      for point in points { search.tell(point, mean: 7) }
    }
    #expect(abs((search.answer?.interval.mean ?? 0) - 7) < 1e-9)
    #expect((search.expectedImprovement ?? 9) < 0.1)
  }

  @Test func `Every point asked for is in the domain`() throws {
    let half = SearchDomain(box: box, constraints: [LinearConstraint([0, 1], atMost: 2)])
    let search = try play(BayesianSearch(domain: half, options: options, seed: 8), batches: 6)
    #expect(search.evaluations.count > 6 && search.evaluations.allSatisfy { half.contains($0.point) })
    // The least of the bowl in the half space is on its border.
    #expect((search.answer?.point[1] ?? 0) > 1.8)
  }

  @Test func `A constraint keeps the answer where it holds`() throws {
    var limited = options
    limited.constraintCount = 1
    var search = BayesianSearch(domain: SearchDomain(box: box), options: limited, seed: 9)
    for _ in 0..<8 {
      for point in search.ask(count: 3) {
        // Feasible below y = 2: the least value is 1.25, at (0.3, 2).
        search.tell(point, mean: bowl(point), constraints: [NoisyValue(mean: point[1] - 2)])
      }
    }
    let answer = try #require(search.answer)
    #expect(answer.feasibility == 1 && answer.point[1] <= 2)
    #expect(bowl(answer.point) < 1.3, "\(answer)")
  }

  @Test func `While nothing is feasible the search goes where feasibility is likely`() throws {
    var limited = options
    limited.constraintCount = 1
    var search = BayesianSearch(domain: SearchDomain(box: box), options: limited, seed: 3)
    for _ in 0..<8 {
      for point in search.ask(count: 3) {
        // Feasible within 0.15 of the corner (1, 4).
        let distance = ((point[0] - 1) * (point[0] - 1) + (point[1] - 4) * (point[1] - 4)).squareRoot()
        search.tell(point, mean: bowl(point), constraints: [NoisyValue(mean: distance - 0.15)])
      }
    }
    #expect(try #require(search.answer).feasibility == 1)
  }

  @Test func `Another model that knows the function makes the search find the minimum at once`() throws {
    var guided = options
    guided.prior = .scaled
    let model: ([Double]) -> Double = { 0.5 * bowl($0) - 3 }
    var search = BayesianSearch(domain: SearchDomain(box: box), options: guided, seed: 9)
    for point in search.ask(count: 6, priorMean: model) {
      search.tell(point, mean: bowl(point), standardError: 0, constraints: [], priorMean: model(point))
    }
    let next = try #require(search.ask(count: 1, priorMean: model).first)
    #expect(bowl(next) < 1.02, "\(next)")
  }
}

struct TrustRegionSearchTests {
  @Test func `A search that is stopped after every step goes on byte for byte`() throws {
    let search = TrustRegionSearch(domain: SearchDomain(box: box), options: options, seed: 4)
    let whole = try play(search, batches: 5)
    let stopped = try play(search, batches: 5, passing: copied)
    #expect(try encoded(whole) == encoded(stopped))
    #expect(whole == stopped && whole.answer == stopped.answer)
  }

  @Test func `The minimum of a bowl is found; then the region shrinks and the search starts anew`() throws {
    var search = TrustRegionSearch(domain: SearchDomain(box: box), options: options, seed: 1)
    while search.restartCount == 0 && search.evaluations.count < 200 {
      for point in search.ask(count: 3) { search.tell(point, mean: bowl(point)) }
    }
    #expect(search.restartCount == 1 && search.regionLength == 0.8)
    let answer = try #require(search.answer)
    #expect(bowl(answer.point) < 1.001, "\(answer)")
    for point in search.ask(count: 2) { search.tell(point, mean: bowl(point)) }
    #expect(search.answer == answer, "a new region forgets no answer")
  }

  @Test func `Three successes double the side, and failures halve it until nothing is left`() {
    var region = TrustRegion()
    for _ in 0..<3 { region.count(success: true, batch: 1, dimension: 2) }
    #expect(region.length == 1.6)
    for _ in 0..<3 { region.count(success: false, batch: 1, dimension: 2) }
    region.count(success: true, batch: 1, dimension: 2)
    #expect(region.length == 1.6)
    for _ in 0..<4 { region.count(success: false, batch: 1, dimension: 2) }
    #expect(region.length == 0.8)
    // Ten coordinates in batches of five are patient for two batches.
    for _ in 0..<14 { region.count(success: false, batch: 5, dimension: 10) }
    #expect(region.length == 0.8 / 128 && region.isExhausted)
  }

  @Test func `Sides follow the length scales and keep the volume`() {
    let sides = TrustRegion().sides(around: [0.5, 0.5], lengthScales: [1, 4])
    // 0.8 / 2 and 0.8 · 2, cut to the cube.
    #expect(abs(sides.lower[0] - 0.3) < 1e-12 && abs(sides.upper[0] - 0.7) < 1e-12)
    #expect(sides.lower[1] == 0 && sides.upper[1] == 1)
  }
}

struct NormalTailTests {
  @Test func `Logarithms of tails are those of numerical integration and go on without a step`() {
    // SciPy 1.17: norm.logcdf(−3), norm.logcdf(−20).
    #expect(abs(NormalTail.logCumulative(-3) + 6.60772622151035) < 1e-10)
    #expect(abs(NormalTail.logCumulative(-20) + 203.9171553710973) < 1e-7)
    // mpmath 1.3: log(φ(z) + z Φ(z)) at −2 and −15.
    #expect(abs(NormalTail.logPositivePart(-2) + 4.768783523917114) < 1e-10)
    #expect(abs(NormalTail.logPositivePart(-15) + 118.84817068411358) < 1e-6)
    for tail in [NormalTail.logCumulative, NormalTail.logPositivePart] {
      #expect(abs(tail(-10 - 1e-9) - tail(-10 + 1e-9)) < 1e-5)
    }
    #expect(NormalTail.logPositivePart(-60).isFinite && NormalTail.logCumulative(-60).isFinite)
  }
}
