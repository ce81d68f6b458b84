import DunjingNumerics
import Testing

@Suite struct MonotoneRootTests {
  @Test func `a zero is found to the last bits with few evaluations`() {
    var evaluations = 0
    let root = MonotoneRoot.find(between: 0, and: 10) { x in
      evaluations += 1
      return x * x * x - 2
    }
    #expect((root - 1.2599210498948732).magnitude < 1e-15)
    #expect(evaluations < 60)
  }

  @Test func `a step is found too`() {
    let root = MonotoneRoot.find(between: -1, and: 3) { $0 < 0.7 ? -1 : 5 }
    #expect((root - 0.7).magnitude < 1e-15)
  }

  @Test func `without a crossing the nearer bound is the answer`() {
    #expect(MonotoneRoot.find(between: 1, and: 2) { $0 } == 1)
    #expect(MonotoneRoot.find(between: -2, and: -1) { $0 } == -1)
  }
}
