import DunjingNumerics
import DunjingQueueing
import Testing

@Suite struct GeneralServiceQueueTests {
  private func queue(_ variation: Double, servers: Int = 5, load: Double = 4) -> GeneralServiceQueue {
    GeneralServiceQueue(arrivalRate: load, meanService: 1, squaredVariation: variation, servers: servers)
  }

  @Test func `exponential service is the queue of Erlang`() {
    let wait = MultiServerQueue(arrivalRate: 4, serviceRate: 1, servers: 5).meanWait ?? .nan
    #expect(agrees(queue(1).allenCunneenWait, wait, 1e-14))
    #expect(agrees(queue(1).kimuraWait, wait, 1e-14))
  }

  @Test func `constant service is exact by Kimura and a little less than half otherwise`() throws {
    #expect(agrees(queue(0).kimuraWait, 0.2890600))
    #expect(agrees(queue(0, servers: 2, load: 1.6).kimuraWait, 0.9032839))
    let half = try #require(queue(0).allenCunneenWait)
    #expect(half < 0.2890600 && half > 0.95 * 0.2890600)
  }

  @Test(arguments: [0, 0.5, 2, 5.5])
  func `one server is that of Pollaczek and Khinchine`(variation: Double) {
    let exact =
      SingleServerQueue(arrivalRate: 0.8, meanService: 1, serviceVariance: variation).meanWait ?? .nan
    let one = queue(variation, servers: 1, load: 0.8)
    #expect(agrees(one.allenCunneenWait, exact, 1e-12) && agrees(one.kimuraWait, exact, 1e-12))
  }

  @Test func `the two lie close together between constant and exponential service`() throws {
    for variation in [0.25, 0.5, 0.75] {
      let (first, second) = (
        try #require(queue(variation).allenCunneenWait), try #require(queue(variation).kimuraWait)
      )
      #expect(abs(first / second - 1) < 0.05)
    }
  }

  @Test func `saturation has no wait, and no arrivals none either`() {
    #expect(queue(0.5, load: 5).allenCunneenWait == nil && queue(0.5, load: 6).kimuraWait == nil)
    #expect(queue(0.5, load: 0).kimuraWait == 0)
  }
}

@Suite struct SquareRootLimitTests {
  @Test func `many servers come close to the limit`() throws {
    let servers = try #require(SquareRootStaffing.servers(load: 10_000, delayProbability: 0.2))
    let exact = try #require(ErlangC.servers(load: 10_000, delayProbability: 0.2))
    #expect(abs(servers - exact) <= 2)
  }
}

@Suite struct StaffingScheduleTests {
  private let rates = (0..<24).map { 10 - 6 * PortableMath.cosine(2 * Double.pi * (Double($0) + 0.5) / 24) }

  @Test(arguments: StaffingSchedule.Method.allCases)
  func `a constant rate needs the same always`(method: StaffingSchedule.Method) throws {
    let ample = InfiniteServerQueue(arrivalRates: [8, 8, 8], step: 1, service: .exponential(mean: 1))
    let plan = try #require(StaffingSchedule(ample, delayProbability: 0.41, method: method))
    #expect(plan.servers == [10, 10, 10] && plan.loads.allSatisfy { abs($0 - 8) < 1e-9 })
  }

  @Test func `the peak comes later by a mean service`() throws {
    // Service of three hours: arrivals peak at noon, the load at about three.
    let ample = InfiniteServerQueue(arrivalRates: rates, step: 1, service: .exponential(mean: 3))
    func peak(_ method: StaffingSchedule.Method) throws -> Int {
      let loads = try #require(StaffingSchedule(ample, delayProbability: 0.1, method: method)).loads
      return loads.indices.max { loads[$0] < loads[$1] } ?? -1
    }
    #expect(try peak(.stationary) == 11)
    #expect(try peak(.lagged) == 14 && [13, 14].contains(try peak(.modifiedOfferedLoad)))
  }

  @Test func `the lagged load keeps the target where the plain one fails`() throws {
    let service = 1.0
    let ample = InfiniteServerQueue(arrivalRates: rates, step: 1, service: .exponential(mean: service))
    let plain = try #require(StaffingSchedule(ample, delayProbability: 0.2, method: .stationary))
    let offered = try #require(StaffingSchedule(ample, delayProbability: 0.2, method: .modifiedOfferedLoad))
    // Towards evening fewer calls come than are still in service: the plain plan has too few.
    #expect((14..<22).allSatisfy { plain.servers[$0] <= offered.servers[$0] })
    #expect((14..<22).contains { plain.servers[$0] < offered.servers[$0] })
    #expect(offered.servers(inShift: 22..<30) == ([22, 23] + Array(0..<6)).map { offered.servers[$0] }.max())
  }

  @Test func `no arrivals need nobody, and no target cannot be met`() throws {
    let ample = InfiniteServerQueue(arrivalRates: [0, 0], step: 1, service: .constant(1))
    #expect(StaffingSchedule(ample, delayProbability: 0.1, method: .lagged)?.servers == [0, 0])
    #expect(StaffingSchedule(ample, delayProbability: 0, method: .lagged) == nil)
  }
}

@Suite struct PatrolFrequencyTests {
  @Test func `the formula of Larson`() {
    // 1 − 1/e where a pass is expected in the time.
    let patrol = PatrolFrequency(units: 10, workload: 0.5, speed: 20, streetLength: 100)
    #expect(patrol.passRate == 1 && patrol.meanTimeBetweenPasses == 1)
    #expect(agrees(patrol.passProbability(within: 1), 0.6321206))
    #expect(patrol.passProbability(within: 0) == 0)
    #expect(patrol.interceptionProbability(meanDuration: 1) == 0.5)
    #expect(PatrolFrequency.units(passRate: 1, workload: 0.5, speed: 20, streetLength: 100) == 10)
    #expect(PatrolFrequency.units(passRate: 1, workload: 1, speed: 20, streetLength: 100) == nil)
  }

  @Test func `an event that lasts an exponential time is met as the integral says`() {
    let patrol = PatrolFrequency(units: 3, workload: 0.2, movingShare: 0.6, speed: 25, streetLength: 80)
    let steps = 200_000
    let mean = 0.7
    let sum = (0..<steps).reduce(0.0) { sum, step in
      let quantile = (Double(step) + 0.5) / Double(steps)
      return sum + patrol.passProbability(within: -mean * PortableMath.logarithm(1 - quantile))
    }
    #expect(abs(sum / Double(steps) - patrol.interceptionProbability(meanDuration: mean)) < 1e-6)
  }
}

@Suite struct WorkloadRuleTests {
  @Test func `the rule of sixty`() {
    #expect(WorkloadRule.sixty.units(load: 6) == 10 && WorkloadRule.sixty.units(load: 6.1) == 11)
    #expect(WorkloadRule.sixty.isKept(load: 6, units: 10) && !WorkloadRule.sixty.isKept(load: 6.1, units: 10))
    #expect(WorkloadRule.thirds.units(load: 2) == 6 && WorkloadRule.sixty.units(load: 0) == 0)
  }

  @Test func `time that is not committed is for prevention`() throws {
    let split = try #require(TimeSplit(load: 4, units: 10, otherShare: 0.2))
    #expect(split.reactive == 0.4 && abs(split.proactive - 0.4) < 1e-15)
    #expect(TimeSplit(load: 9, units: 10, otherShare: 0.2) == nil)
  }

  @Test func `a post around the clock needs five officers`() {
    // 8,760 hours over 2,080 hours less 15 %.
    #expect(
      abs(ShiftRelief.factor(hoursPerDay: 24, hoursPerOfficer: 2_080, absentShare: 0.15) - 4.9548) < 5e-5)
    #expect(abs(ShiftRelief.factor(hoursPerDay: 8, hoursPerOfficer: 2_080) - 1.4038) < 5e-5)
  }
}
