import DunjingLinear
import DunjingNumerics
import DunjingRandom

extension Districting {
  /// Returns a plan improved from the nearest one by moving areas between neighboring districts.
  ///
  /// Simulated annealing (S. Kirkpatrick, C. D. Gelatt & M. P. Vecchi, 1983; for districts M. D'Amico et al., 2002, "A
  /// simulated annealing approach to police district design"): a random area goes to the district of a neighbor if that
  /// post may have it, the neighbor is joined to the home of the district, and no area is cut off that was not before. What is better is kept; the search is the
  /// same for the same seed.
  /// - Parameters:
  ///   - seed: of the random moves.
  ///   - moves: the number of moves tried; 2,000 for each area if nil.
  public func improvedPlan(seed: UInt64 = 1, moves: Int? = nil) -> DistrictPlan {
    let watch = Stopwatch()
    var search = DistrictSearch(self, start: nearestPlan().postOfArea, seed: seed)
    search.anneal(moves: moves ?? 2_000 * workloads.count)
    let found = plan(search.best, .feasible, bound: leastObjective, watch)
    guard objective(of: found) <= leastObjective * (1 + 1e-12), detachedAreas(of: found).isEmpty else {
      return found
    }
    return plan(search.best, .optimal, bound: objective(of: found), watch)
  }
}

/// The state of a search for districts.
private struct DistrictSearch {
  private let problem: Districting
  private let mayHave: [[Bool]]
  private let movable: [Int]
  private var postOfArea: [Int]
  private var isJoined: [Bool]
  private var sums: [Double]
  private var value: Double
  private var numbers: RandomStream
  private(set) var best: [Int]
  private var bestValue: Double

  init(_ problem: Districting, start: [Int], seed: UInt64) {
    self.problem = problem
    mayHave = problem.allowedPosts.map { posts in
      problem.homes.indices.map { posts.contains($0) }
    }
    movable = problem.workloads.indices.filter { !problem.homes.contains($0) }
    (postOfArea, best) = (start, start)
    for (post, home) in problem.homes.enumerated() { postOfArea[home] = post }
    best = postOfArea
    isJoined = problem.joined(postOfArea)
    sums = [Double](repeating: 0, count: problem.homes.count)
    for (area, post) in postOfArea.enumerated() { sums[post] += problem.workloads[area] }
    numbers = RandomStream(seed: seed, purpose: .locationSearch, entity: 0x64)
    value = Self.value(sums, problem.goal)
    bestValue = value
  }

  /// The goal; for the greatest work with a little of the variance, so that the search sees a slope.
  private static func value(_ sums: [Double], _ goal: Districting.Goal) -> Double {
    let mean = sums.reduce(0, +) / Double(max(sums.count, 1))
    let variance = sums.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(sums.count, 1))
    return goal == .variance ? variance : (sums.max() ?? 0) + 1e-3 * variance.squareRoot()
  }

  mutating func anneal(moves: Int) {
    guard !movable.isEmpty, moves > 0 else { return }
    let hot = max(value * 0.05, 1e-9)
    for move in 0..<moves {
      let share = Double(move) / Double(moves)
      let temperature = hot * PortableMath.exponential(-9 * share)
      tryMove(temperature)
    }
  }

  private mutating func tryMove(_ temperature: Double) {
    let area = movable[numbers.nextInteger(below: movable.count)]
    let around = problem.neighbors[area]
    guard !around.isEmpty else { return }
    let neighbor = around[numbers.nextInteger(below: around.count)]
    let (post, old) = (postOfArea[neighbor], postOfArea[area])
    guard post != old, mayHave[area][post], isJoined[neighbor] || !isJoined[area] else { return }
    let work = problem.workloads[area]
    sums[old] -= work
    sums[post] += work
    let moved = Self.value(sums, problem.goal)
    let isTaken =
      moved <= value || numbers.nextUnit() < PortableMath.exponential((value - moved) / temperature)
    guard isTaken, keepsTogether(old, without: area) else {
      sums[old] += work
      sums[post] -= work
      return
    }
    (postOfArea[area], value) = (post, moved)
    isJoined = problem.joined(postOfArea)
    if value < bestValue - 1e-12 { (best, bestValue) = (postOfArea, value) }
  }

  /// Whether the neighbors of an area in its district stay connected with one another without it.
  private func keepsTogether(_ post: Int, without area: Int) -> Bool {
    let ends = problem.neighbors[area].filter { postOfArea[$0] == post && $0 != area }
    guard let first = ends.first, ends.count > 1 else { return true }
    var isSeen: Set<Int> = [area, first]
    var line = [first]
    while let place = line.popLast() {
      for next in problem.neighbors[place] where postOfArea[next] == post && isSeen.insert(next).inserted {
        line.append(next)
      }
    }
    return ends.allSatisfy { isSeen.contains($0) }
  }
}
