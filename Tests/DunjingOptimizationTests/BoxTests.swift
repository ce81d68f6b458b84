import DunjingOptimization
import Testing

struct BoxTests {
  @Test func `A point and its shares are inverse`() {
    let box = Box(lower: [0, -1, 3], upper: [10, 1, 3])
    #expect(box.point(at: [0.25, 0.5, 0]) == [2.5, 0, 3])
    #expect(box.shares(of: [2.5, 0, 3]) == [0.25, 0.5, 0])
  }
}
