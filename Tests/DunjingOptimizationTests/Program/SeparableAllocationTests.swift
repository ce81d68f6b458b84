import DunjingOptimization
import DunjingRandom
import Testing

struct SeparableAllocationTests {
  /// The least cost by dynamic programming over places (R. Bellman), which asks for no convexity.
  private func leastCost(
    _ budget: Int, _ bounds: [ClosedRange<Int>], exactly: Bool, _ cost: (Int, Int) -> Double
  ) -> Double {
    var best = [Double](repeating: .infinity, count: budget + 1)
    best[0] = 0
    for place in bounds.indices {
      var next = [Double](repeating: .infinity, count: budget + 1)
      for used in 0...budget where best[used] < .infinity {
        for units in bounds[place] where used + units <= budget {
          next[used + units] = min(next[used + units], best[used] + cost(place, units))
        }
      }
      best = next
    }
    return exactly ? best[budget] : best.min() ?? .infinity
  }

  @Test func `Random convex costs are spread as dynamic programming spreads them`() {
    var solved = 0
    for seed in 1...200 {
      var numbers = ProgramNumbers(UInt64(seed))
      let places = 1 + numbers.stream.nextInteger(below: 6)
      let weights = (0..<places).map { _ in 10 * numbers.stream.nextUnit() }
      let slopes = (0..<places).map { _ in 2 * numbers.stream.nextUnit() - (seed % 2 == 0 ? 0 : 1) }
      let bounds = (0..<places).map { _ in
        let low = numbers.stream.nextInteger(below: 3)
        return low...(low + numbers.stream.nextInteger(below: 7))
      }
      let budget = numbers.stream.nextInteger(below: 25)
      for spendsAll in [true, false] {
        func cost(_ place: Int, _ units: Int) -> Double {
          units == 0 && place == 0
            ? .infinity : weights[place] / Double(units + 1) + slopes[place] * Double(units)
        }
        let least = leastCost(budget, bounds, exactly: spendsAll, cost)
        let allocation = SeparableAllocation(budget: budget, bounds: bounds, spendsAll: spendsAll, cost: cost)
        #expect((allocation == nil) == (least == .infinity), "seed \(seed)")
        guard let allocation else { continue }
        solved += 1
        #expect(abs(allocation.total - least) < 1e-9, "seed \(seed)")
        #expect(zip(bounds, allocation.units).allSatisfy { $0.contains($1) }, "seed \(seed)")
        let spent = allocation.units.reduce(0, +)
        #expect(spendsAll ? spent == budget : spent <= budget, "seed \(seed)")
      }
    }
    #expect(solved > 100)
  }

  @Test func `The last and the next gain are those of the margin`() throws {
    // 12 / n and 6 / n of four units: (1, 1), then gains 6, 3, 2, 1 and so on.
    let allocation = try #require(
      SeparableAllocation(budget: 4, bounds: [1...9, 1...9]) { [12.0, 6][$0] / Double($1) })
    #expect(allocation.units == [2, 2])
    #expect(allocation.total == 9 && allocation.lastGain == 3 && allocation.nextGain == 2)
  }

  @Test func `Equal gains go to the first place, and nothing is spread over no places`() throws {
    let allocation = try #require(
      SeparableAllocation(budget: 1, bounds: [0...1, 0...1]) { _, n in -Double(n) })
    #expect(allocation.units == [1, 0])
    #expect(SeparableAllocation(budget: 0, bounds: []) { _, _ in 0 }?.total == 0)
    #expect(SeparableAllocation(budget: 1, bounds: []) { _, _ in 0 } == nil)
    #expect(SeparableAllocation(budget: 1, bounds: [2...3]) { _, _ in 0 } == nil)
  }

  @Test func `Whole units cost no less than parts of units, and little more`() throws {
    let instance = SmoothAllocationTests.Instance(count: 60, seed: 13)
    // A place may have 1 to 40 units of 0.1 on top of its least capacity.
    let whole = try #require(
      SeparableAllocation(budget: 600, bounds: [ClosedRange<Int>](repeating: 0...40, count: 60)) {
        instance.weights[$0] / (instance.lower[$0] + 0.1 * Double($1) - instance.loads[$0])
      })
    let program = SmoothProgram(
      variableCount: 60,
      equalities: LinearRows([[Double](repeating: 1, count: 60)], [60 + instance.lower.reduce(0, +)]),
      lower: instance.lower, upper: instance.lower.map { $0 + 4 }, curvature: instance.program.curvature,
      objective: instance.program.objective)
    let parts = SequentialQuadratic().minimize(program, from: instance.lower.map { $0 + 1 })
    #expect(parts.status == .optimal)
    #expect(whole.total >= parts.objective * (1 - 1e-9))
    #expect(whole.total <= parts.objective * 1.01)
  }
}
