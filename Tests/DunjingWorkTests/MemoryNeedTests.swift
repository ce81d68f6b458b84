import DunjingExperiment
import DunjingScenario
import DunjingSimulation
import DunjingWorld
import Foundation
import Testing

@testable import DunjingWork

@Suite struct MemoryNeedTests {
  private let need = MemoryNeed(process: 100, thread: 20, replication: 3, report: 40)

  @Test func `parts add up`() {
    #expect(need.bytes(threads: 2, replications: 10) == 100 + 2 * 20 + 10 * 3 + 40)
  }

  @Test(arguments: [(190, 1), (209, 1), (210, 2), (249, 3), (250, 4), (9_999, 4)])
  func `as many threads as fit, and not more than wanted`(limit: Int, expected: Int) {
    #expect(need.threads(4, replications: 10, within: limit) == expected)
    #expect(need.bytes(threads: expected, replications: 10) <= limit)
  }

  @Test func `where not even one thread fits there is none`() {
    #expect(need.threads(4, replications: 10, within: 189) == nil)
    #expect(need.threads(1, replications: 10, within: -5) == nil)
  }

  @Test func `threads that cost nothing all fit`() {
    let free = MemoryNeed(process: 1, thread: 0, replication: 0, report: 0)
    #expect(free.threads(4, replications: 10, within: 1) == 4)
  }

  private func experiment() throws -> Experiment {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let bundle = ScenarioBundle(path: root.appendingPathComponent("scenarios/minimal").path)
    return Experiment(World(compiling: try bundle.load()))
  }

  @Test func `arrays are counted with those inside them`() {
    #expect([Int]().storedBytes == 0)
    #expect([1, 2, 3].storedBytes == 32 + 8 * [1, 2, 3].capacity)
    let nested: [[UInt32]] = [Array(repeating: 1, count: 100), Array(repeating: 2, count: 100)]
    let inner = nested.map { 32 + 4 * $0.capacity }.reduce(0, +)
    #expect(nested.storedBytes == 32 + 8 * nested.capacity + inner)
  }

  /// Three histograms of 721 bins of four bytes, among other things.
  @Test func `a result counts all that it has`() throws {
    let meter = MemoryMeter(try experiment())
    var result = meter.result
    let bytes = result.storedBytes
    #expect(bytes > 3 * 721 * 4 && bytes < 100_000)
    let kept = result.histograms.storedBytes + result.gridCounts.storedBytes
    result.histograms = []
    result.gridCounts = []
    #expect(result.storedBytes == bytes - kept)
    #expect(meter.resultBytes == bytes + MemoryLayout<ReplicationResult>.stride)
    #expect(meter.process > 0)
  }
}
