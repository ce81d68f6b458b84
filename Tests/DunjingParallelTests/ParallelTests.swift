import DunjingParallel
import Synchronization
import Testing

struct ParallelTests {
  @Test(arguments: [1, 2, 3, 7, 100])
  func `every number is worked on once, whatever the number of threads`(threads: Int) {
    let calls = Mutex([Int](repeating: 0, count: 50))
    Parallel.forEach(50, threads: threads) { number in calls.withLock { $0[number] += 1 } }
    #expect(calls.withLock { $0 } == [Int](repeating: 1, count: 50))
    #expect(Parallel.map(50, threads: threads) { $0 * $0 } == (0..<50).map { $0 * $0 })
    var elements = Array(0..<50)
    Parallel.update(&elements, threads: threads) { $0 += 1 }
    #expect(elements == Array(1...50))
  }

  @Test func `no work and values that may be missing are no trouble`() {
    #expect(Parallel.map(0, threads: 4) { $0 }.isEmpty)
    #expect(Parallel.map(5, threads: 2) { $0 % 2 == 0 ? $0 : nil } == [0, nil, 2, nil, 4])
    Parallel.forEach(0, threads: 3) { _ in Issue.record("there is nothing to do") }
  }
}
