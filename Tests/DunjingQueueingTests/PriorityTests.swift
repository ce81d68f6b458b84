import DunjingQueueing
import Testing

@Suite struct PriorityTests {
  @Test func `published waits of three classes at ten servers`() {
    let classes = CobhamPriorities(arrivalRates: [1, 3, 4], serviceRate: 1, servers: 10)
    for (wait, printed) in zip(classes.meanWaits, [0.0454645, 0.0757741, 0.3409835]) {
      #expect(agrees(wait, printed))
    }
    #expect(agrees(classes.meanWait, 0.2045901))
  }

  @Test func `three equal classes at nine tenths of the capacity`() {
    let classes = CobhamPriorities(arrivalRates: [3, 3, 3], serviceRate: 1, servers: 10)
    #expect(agrees(classes.meanWaits[0], 0.0955, 5e-5))
    #expect(agrees(classes.meanWaits[1], 0.2388, 5e-5))
    #expect(agrees(classes.meanWaits[2], 1.672, 5e-4))
    #expect(agrees(classes.meanWait, 0.6687, 5e-5))
  }

  @Test func `one class waits as without priorities`() {
    let general = SingleServerQueue(arrivalRate: 0.3, meanService: 2, serviceVariance: 5)
    let single = CobhamPriorities(arrivalRates: [0.3], meanServices: [2], serviceVariances: [5])
    #expect(agrees(single.meanWaits[0], general.meanWait ?? -1, 1e-14))
    let both = CobhamPriorities(arrivalRates: [0.2, 0.5], meanServices: [1, 1], serviceVariances: [1, 1])
    let servers = CobhamPriorities(arrivalRates: [0.2, 0.5], serviceRate: 1, servers: 1)
    for (left, right) in zip(both.meanWaits, servers.meanWaits) {
      #expect(agrees(left, right ?? -1, 1e-14))
    }
  }

  @Test func `urgent classes keep a finite wait when the last is saturated`() {
    let classes = CobhamPriorities(arrivalRates: [2, 3], serviceRate: 1, servers: 4)
    #expect(classes.isSaturated)
    // All four are always busy; the first to become free does so after a quarter of a service.
    #expect(agrees(classes.meanWaits[0], 0.25 / 0.5, 1e-15))
    #expect(classes.meanWaits[1] == nil)
    #expect(classes.meanWait == nil)
    #expect(classes.cumulativeLoads == [0.5, 1.25])
    let single = CobhamPriorities(arrivalRates: [0.5, 3], meanServices: [1, 1], serviceVariances: [1, 1])
    #expect(agrees(single.meanWaits[0], 1 / 0.5, 1e-14))
    #expect(single.meanWaits[1] == nil)
  }

  @Test func `with interruption the urgent class does not see the others`() {
    let classes = PreemptivePriorities(arrivalRates: [0.3, 0.4, 0.5], serviceRates: [1, 1, 1])
    #expect(agrees(classes.meanTimesInSystem[0], 1 / 0.7, 1e-14))
    #expect(agrees(classes.meanTimesInSystem[1], 1 / (0.7 * 0.3), 1e-14))
    #expect(classes.meanTimesInSystem[2] == nil)
    #expect(agrees(classes.meanWaits[0], 1 / 0.7 - 1, 1e-14))
    #expect(classes.meanWaits[2] == nil)
  }

  @Test func `with equal rates the total number does not depend on interruption`() {
    // The number in the system is that of one queue with the total rate.
    let classes = PreemptivePriorities(arrivalRates: [0.2, 0.3, 0.3], serviceRates: [1, 1, 1])
    let number = zip([0.2, 0.3, 0.3], classes.meanTimesInSystem).reduce(0) { $0 + $1.0 * ($1.1 ?? .nan) }
    #expect(agrees(number, 0.8 / 0.2, 1e-13))
  }
}

@Suite struct StaffingTests {
  @Test func `the limiting probability of waiting`() throws {
    #expect(agrees(SquareRootStaffing.delayProbability(quality: 1), 0.2233613))
    #expect(SquareRootStaffing.delayProbability(quality: 0) == 1)
    #expect(agrees(SquareRootStaffing.quality(delayProbability: 0.2233613), 1, 1e-6))
    #expect(SquareRootStaffing.quality(delayProbability: 1) == nil)
    let servers = try #require(SquareRootStaffing.servers(load: 400, delayProbability: 0.2))
    let exact = try #require(ErlangC.servers(load: 400, delayProbability: 0.2))
    #expect((servers - exact).magnitude <= 1)
  }

  @Test func `the published allocation of forty cars`() throws {
    let arrivalRates = [3.1, 4.7, 2.2, 6.0, 1.4, 3.6]
    let serviceRates = [1.5, 1.2, 1.0, 1.4, 0.9, 1.1]
    let allocation = try #require(
      MarginalAllocation(arrivalRates: arrivalRates, serviceRates: serviceRates, servers: 40))
    #expect(allocation.servers == [5, 8, 6, 9, 5, 7])
    #expect(agrees(allocation.totalQueueLength, 0.2062155))
  }

  @Test(arguments: 10...22)
  func `marginal allocation is as good as the best of all`(total: Int) throws {
    let (arrivalRates, serviceRates, weights) = ([2.0, 3.3, 1.1], [1.0, 1.2, 0.4], [1.0, 3.0, 0.5])
    let allocation = try #require(
      MarginalAllocation(
        arrivalRates: arrivalRates, serviceRates: serviceRates, servers: total, weights: weights))
    func cost(_ queue: Int, _ servers: Int) -> Double {
      let station = MultiServerQueue(
        arrivalRate: arrivalRates[queue], serviceRate: serviceRates[queue], servers: servers)
      return weights[queue] * (station.meanQueueLength ?? .infinity)
    }
    var best = Double.infinity
    for first in 0...total {
      for second in 0...(total - first) {
        best = min(best, cost(0, first) + cost(1, second) + cost(2, total - first - second))
      }
    }
    #expect(allocation.servers.reduce(0, +) == total)
    #expect(agrees(allocation.totalQueueLength, best, 1e-12))
  }

  @Test func `too few officers are refused, idle queues get none`() {
    #expect(
      MarginalAllocation.minimumServers(arrivalRates: [2, 0, 2.5], serviceRates: [1, 1, 1]) == [3, 0, 3])
    #expect(MarginalAllocation(arrivalRates: [2, 2.5], serviceRates: [1, 1], servers: 5) == nil)
    let exact = MarginalAllocation(arrivalRates: [2, 0, 2.5], serviceRates: [1, 1, 1], servers: 6)
    #expect(exact?.servers == [3, 0, 3])
  }
}
