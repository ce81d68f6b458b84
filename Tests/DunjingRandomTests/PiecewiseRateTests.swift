import DunjingRandom
import Testing

@Suite struct PiecewiseRateTests {
  private func arrivals(_ rate: PiecewiseRate, from start: Double, to end: Double, seed: UInt64) -> [Double] {
    var stream = RandomStream(seed: seed, purpose: StreamPurpose(rawValue: 3))
    var times: [Double] = []
    var time = start
    while let next = rate.nextArrival(after: time, using: &stream), next < end {
      #expect(next >= time)
      times.append(next)
      time = next
    }
    return times
  }

  @Test func `counts in each step of the cycle are Poisson`() throws {
    let rates = [0, 2, 0.5, 0, 0, 4, 1, 0]
    let rate = try #require(PiecewiseRate(rates: rates, step: 1.5))
    let cycles = 1_000
    var counts = [[Int]](repeating: [Int](repeating: 0, count: cycles), count: rates.count)
    for time in arrivals(rate, from: 0, to: 12 * Double(cycles), seed: 1) {
      let step = Int(time / 1.5)
      counts[step % 8][step / 8] += 1
    }
    for (step, row) in counts.enumerated() {
      let expected = rates[step] * 1.5
      let mean = Double(row.reduce(0, +)) / Double(cycles)
      #expect((mean - expected).magnitude <= 4 * (expected / Double(cycles)).squareRoot())
      let variance = row.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / Double(cycles)
      #expect((variance - expected).magnitude <= 0.2 * expected)
    }
  }

  @Test func `arrivals are spread evenly within a step, also across many idle cycles`() throws {
    let rate = try #require(PiecewiseRate(rates: [0, 0, 0.01, 0], step: 1))
    let times = arrivals(rate, from: 0, to: 400_000, seed: 2)
    #expect((Double(times.count) - 1_000).magnitude < 130)
    let phases = times.map { $0.truncatingRemainder(dividingBy: 4) - 2 }
    #expect(phases.allSatisfy { $0 >= 0 && $0 <= 1 })
    #expect((phases.reduce(0, +) / Double(phases.count) - 0.5).magnitude < 0.04)
  }

  @Test func `a rate that does not repeat ends`() throws {
    let rate = try #require(PiecewiseRate(rates: [1, 50, 0], step: 2, isCyclic: false))
    let times = arrivals(rate, from: -5, to: .infinity, seed: 3)
    #expect(times.allSatisfy { $0 >= 0 && $0 < 4 })
    #expect((times.count - 102).magnitude < 41)
    var stream = RandomStream(seed: 3, purpose: StreamPurpose(rawValue: 3))
    #expect(rate.nextArrival(after: 6, using: &stream) == nil)
    #expect(rate.nextArrival(after: 4, using: &stream) == nil)
    #expect(rate.rate(at: 2.5) == 50)
    #expect(rate.rate(at: 6) == 0)
    #expect(rate.rate(at: -1) == 0)
  }

  @Test func `expected numbers add up over steps and cycles`() throws {
    let rate = try #require(PiecewiseRate(rates: [1, 3], step: 2))
    #expect(rate.expectedInSpan == 8)
    #expect(rate.meanRate == 2)
    #expect(rate.expectedArrivals(from: 1, to: 3) == 4)
    #expect(rate.expectedArrivals(from: 3, to: 9) == 12)
    #expect(rate.expectedArrivals(from: 0, to: 400) == 800)
    #expect(rate.rate(at: 403) == 3)
    let once = try #require(PiecewiseRate(rates: [1, 3], step: 2, isCyclic: false))
    #expect(once.expectedArrivals(from: -3, to: 100) == 8)
  }

  @Test func `there are no arrivals without a rate, and no rate without sense`() throws {
    let idle = try #require(PiecewiseRate(rates: [0, 0], step: 1))
    var stream = RandomStream(seed: 3, purpose: StreamPurpose(rawValue: 3))
    #expect(idle.nextArrival(after: 0, using: &stream) == nil)
    #expect(PiecewiseRate(rates: [], step: 1) == nil)
    #expect(PiecewiseRate(rates: [1], step: 0) == nil)
    #expect(PiecewiseRate(rates: [-1], step: 1) == nil)
    #expect(PiecewiseRate(rates: [.nan], step: 1) == nil)
  }
}
