import DunjingNumerics
import DunjingQueueing
import Testing

/// Whether a value equals a printed one to all its digits.
func agrees(_ value: Double?, _ printed: Double, _ tolerance: Double = 5.0001e-8) -> Bool {
  value.map { ($0 - printed).magnitude <= tolerance } ?? false
}

@Suite struct ErlangTests {
  @Test func `published loss probabilities`() {
    #expect(agrees(ErlangB.blocking(servers: 5, load: 3), 0.1100543))
    #expect(agrees(ErlangB.blocking(servers: 10, load: 7), 0.0787409))
    #expect(agrees(ErlangB.load(servers: 10, blocking: 0.01), 4.46118, 5e-6))
    #expect(agrees(ErlangB.load(servers: 100, blocking: 0.01), 84.06416, 5e-6))
  }

  @Test func `published delay probabilities`() {
    #expect(agrees(ErlangC.delayProbability(servers: 3, load: 1.5), 0.2368421))
    #expect(agrees(ErlangC.delayProbability(servers: 5, load: 4), 0.5541126))
    #expect(agrees(ErlangC.delayProbability(servers: 10, load: 8), 0.4091802))
  }

  @Test func `both formulas agree with their definition by sums`() {
    for servers in 1...12 {
      for load in [0.1, 0.9, 3, 7.5, 11.5] {
        var terms = [1.0]
        for count in 1...servers { terms.append(terms[count - 1] * load / Double(count)) }
        let loss = terms[servers] / terms.reduce(0, +)
        #expect((ErlangB.blocking(servers: servers, load: load) - loss).magnitude < 1e-14)
        guard load < Double(servers) else { continue }
        let last = terms[servers] / (1 - load / Double(servers))
        let delay = last / (terms.dropLast().reduce(0, +) + last)
        #expect(agrees(ErlangC.delayProbability(servers: servers, load: load), delay, 1e-14))
      }
    }
  }

  @Test func `inverse functions undo the formulas`() throws {
    let load = try #require(ErlangC.load(servers: 7, delayProbability: 0.2))
    #expect(agrees(ErlangC.delayProbability(servers: 7, load: load), 0.2, 1e-13))
    let servers = try #require(ErlangC.servers(load: 20.5, delayProbability: 0.1))
    #expect(try #require(ErlangC.delayProbability(servers: servers, load: 20.5)) <= 0.1)
    #expect(try #require(ErlangC.delayProbability(servers: servers - 1, load: 20.5)) > 0.1)
    let lines = try #require(ErlangB.servers(load: 20.5, blocking: 0.02))
    #expect(ErlangB.blocking(servers: lines, load: 20.5) <= 0.02)
    #expect(ErlangB.blocking(servers: lines - 1, load: 20.5) > 0.02)
    #expect(ErlangB.servers(load: 0, blocking: 0.02) == 1)
  }

  @Test func `saturation and impossible targets have no number`() {
    #expect(ErlangC.delayProbability(servers: 3, load: 3) == nil)
    #expect(ErlangC.delayProbability(servers: 0, load: 0) == nil)
    #expect(ErlangC.servers(load: 3, delayProbability: 0) == nil)
    #expect(ErlangB.servers(load: 3, blocking: 0) == nil)
    #expect(ErlangB.load(servers: 3, blocking: 1) == nil)
    #expect(ErlangB.blocking(servers: 0, load: 2) == 1)
  }
}
