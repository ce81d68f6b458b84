import DunjingQueueing
import Testing

@Suite struct MultiServerQueueTests {
  @Test func `published measures of ten servers`() {
    let queue = MultiServerQueue(arrivalRate: 8, serviceRate: 1, servers: 10)
    #expect(agrees(queue.meanWait, 0.2045901))
    #expect(agrees(queue.meanQueueLength, 1.6367206))
    #expect(agrees(queue.probabilityOfWait(longerThan: 0.5), 0.1505290))
    #expect(queue.utilization == 0.8)
    #expect(agrees(queue.meanTimeInSystem, 1.2045901))
  }

  @Test func `the benchmark queues`() {
    #expect(agrees(MultiServerQueue(arrivalRate: 0.9, serviceRate: 1, servers: 1).meanWait, 9, 1e-12))
    #expect(agrees(MultiServerQueue(arrivalRate: 9, serviceRate: 1, servers: 10).meanWait, 0.6687, 5e-5))
  }

  @Test func `quantiles of the wait undo its probability`() throws {
    let queue = MultiServerQueue(arrivalRate: 8, serviceRate: 1, servers: 10)
    let time = try #require(queue.waitQuantile(0.9))
    #expect(agrees(queue.probabilityOfWait(longerThan: time), 0.1, 1e-14))
    #expect(queue.waitQuantile(0.5) == 0)
    #expect(queue.waitQuantile(1) == nil)
    #expect(queue.probabilityOfWait(longerThan: -1) == 1)
  }

  @Test func `a saturated queue has a load but no wait`() {
    let queue = MultiServerQueue(arrivalRate: 3.3, serviceRate: 1, servers: 3)
    #expect(queue.isSaturated)
    #expect(agrees(queue.utilization, 1.1, 1e-15))
    #expect(queue.meanWait == nil)
    #expect(queue.meanQueueLength == nil)
    #expect(queue.probabilityOfWait(longerThan: 1) == nil)
    #expect(queue.waitQuantile(0.5) == nil)
    #expect(MultiServerQueue(arrivalRate: 1, serviceRate: 1, servers: 0).utilization == .infinity)
  }
}

@Suite struct SingleServerQueueTests {
  @Test func `exponential service gives the queue with one server`() {
    let queue = SingleServerQueue(arrivalRate: 0.9, meanService: 1, serviceVariance: 1)
    #expect(agrees(queue.meanWait, 9, 1e-12))
    #expect(agrees(queue.meanTimeInSystem, 10, 1e-12))
  }

  @Test func `constant service halves the wait`() {
    let general = SingleServerQueue(arrivalRate: 0.9, meanService: 1, serviceVariance: 0)
    let constant = DeterministicServiceQueue(arrivalRate: 0.9, serviceTime: 1, servers: 1)
    #expect(agrees(general.meanWait, 4.5, 1e-12))
    #expect(agrees(constant.meanWait, 4.5, 1e-12))
  }

  @Test func `saturation has no wait`() {
    let queue = SingleServerQueue(arrivalRate: 2, meanService: 0.5, serviceVariance: 1)
    #expect(queue.isSaturated)
    #expect(queue.meanWait == nil)
    #expect(queue.utilization == 1)
  }
}

@Suite struct DeterministicServiceQueueTests {
  @Test func `published waits of constant service`() {
    let two = DeterministicServiceQueue(arrivalRate: 1.6, serviceTime: 1, servers: 2)
    let five = DeterministicServiceQueue(arrivalRate: 4, serviceTime: 1, servers: 5)
    #expect(agrees(two.meanWait, 0.9032839))
    #expect(agrees(five.meanWait, 0.2890600))
  }

  @Test(arguments: [(2, 0.5), (3, 0.8), (10, 0.9), (40, 0.98)])
  func `the roots agree with the iterated chain`(servers: Int, utilization: Double) throws {
    let load = Double(servers) * utilization
    let queue = DeterministicServiceQueue(arrivalRate: load / 3, serviceTime: 3, servers: servers)
    // Spitzer's identity: the mean is the sum over l of E[(A(l) − lc)⁺] / l, with A(l) Poisson of mean la.
    var expected = 0.0
    for multiple in 1...4_000 {
      let part = meanExcess(Double(multiple) * load, multiple * servers) / Double(multiple)
      expected += part
      if part < 1e-13 { break }
    }
    #expect(agrees(queue.meanQueueLength, expected, 1e-9 * max(1, expected)))
  }

  /// E[(A − m)⁺] for a Poisson count A with a mean below m.
  private func meanExcess(_ mean: Double, _ threshold: Int) -> Double {
    let probability = PoissonTerm.value(mean, threshold + 1)
    var (term, sum) = (probability, 0.0)
    for count in (threshold + 1)..<(threshold + 5_000) {
      sum += term * Double(count - threshold)
      term *= mean / Double(count + 1)
      if term * Double(count) < 1e-18 { break }
    }
    return sum
  }

  @Test func `saturation has no wait, and no arrivals none either`() {
    let queue = DeterministicServiceQueue(arrivalRate: 4, serviceTime: 1, servers: 4)
    #expect(queue.isSaturated)
    #expect(queue.meanWait == nil)
    #expect(DeterministicServiceQueue(arrivalRate: 0, serviceTime: 1, servers: 4).meanWait == 0)
  }
}
