import DunjingQueueing
import DunjingScenario
import DunjingSimulation
import Testing

/// Textbook queues, played by the real engine from a scenario file.
@Suite struct EngineQueueTheoryTests {
  private func study(meanMinutes: Double = 60, perHour: Double = 8) -> TinyStudy {
    TinyStudy(
      servers: 10,
      kinds: TinyStudy.kind("job", perHour: perHour, scene: "{exponential: {mean: \(meanMinutes)}}"))
  }

  private func values(_ results: [ReplicationResult], _ indicator: Indicator) -> [Double] {
    results.compactMap { $0[indicator] }
  }

  @Test func waitsInAnMM10QueueFollowErlangC() throws {
    let results = try study().results(replications: 340, seed: 1)
    let queue = MultiServerQueue(arrivalRate: 8, serviceRate: 1, servers: 10)
    let wait = try #require(queue.meanWait)
    let checks = [
      TheoryCheck(values(results, .queueMean), theory: wait * 60),
      TheoryCheck(values(results, .queuedShare), theory: 0.4091802),
      TheoryCheck(values(results, .streetUtilization), theory: 0.8)
    ]
    #expect(abs(wait - 0.2045901) < 1e-7)
    for check in checks {
      let check = try #require(check)
      #expect(check.holds, "\(check)")
      #expect(check.exposesBias, "\(check)")
    }
  }

  @Test(arguments: [(61.2, 8.0), (60.0, 8.16)])
  func aPlantedBiasOfTwoPerCentIsCaught(meanMinutes: Double, perHour: Double) throws {
    let results = try study(meanMinutes: meanMinutes, perHour: perHour).results(replications: 60, seed: 1)
    let check = try #require(TheoryCheck(values(results, .queueMean), theory: 0.2045901 * 60))
    #expect(!check.holds, "\(check)")
    let load = try #require(TheoryCheck(values(results, .streetUtilization), theory: 0.8))
    #expect(!load.holds, "\(load)")
  }

  @Test func aBiasOfTwoPerCentIsCaughtByEveryFormula() throws {
    // Service of 61.2 minutes instead of 60, with priorities and with constant service.
    let scene = "{exponential: {mean: 61.2}}"
    let kinds =
      TinyStudy.kind("first", perHour: 1, priority: 1, scene: scene)
      + TinyStudy.kind("second", perHour: 3, priority: 2, scene: scene)
      + TinyStudy.kind("third", perHour: 4, priority: 3, scene: scene)
    let classes = try TinyStudy(servers: 10, kinds: kinds).results(replications: 100, seed: 2)
    let third = try #require(
      TheoryCheck(classes.compactMap { $0.kindQueueMinutes[2] }, theory: 0.3409835 * 60))
    #expect(!third.holds, "\(third)")
    let constant = TinyStudy(servers: 5, kinds: TinyStudy.kind("job", perHour: 4, scene: "61.2"))
    let wait = try #require(
      TheoryCheck(values(try constant.results(replications: 100, seed: 3), .queueMean), theory: 0.28906 * 60))
    #expect(!wait.holds, "\(wait)")
  }

  @Test func priorityClassesFollowCobham() throws {
    let scene = "{exponential: {mean: 60}}"
    let kinds =
      TinyStudy.kind("first", perHour: 1, priority: 1, scene: scene)
      + TinyStudy.kind("second", perHour: 3, priority: 2, scene: scene)
      + TinyStudy.kind("third", perHour: 4, priority: 3, scene: scene)
    let results = try TinyStudy(servers: 10, kinds: kinds).results(replications: 460, seed: 2)
    for (kind, theory) in [0.0454645, 0.0757741, 0.3409835].enumerated() {
      let values = results.compactMap { $0.kindQueueMinutes[kind] }
      let check = try #require(TheoryCheck(values, theory: theory * 60))
      #expect(check.holds, "class \(kind + 1): \(check)")
      #expect(check.exposesBias, "class \(kind + 1): \(check)")
    }
  }

  @Test func aHeavilyLoadedSingleServerFollowsErlang() throws {
    // M/M/1 at load 0.9, service of 6 minutes: a mean wait of 9 services.
    let study = TinyStudy(
      servers: 1, kinds: TinyStudy.kind("job", perHour: 9, scene: "{exponential: {mean: 6}}"))
    let results = try study.results(replications: 380, seed: 7)
    let check = try #require(TheoryCheck(values(results, .queueMean), theory: 9 * 6))
    #expect(check.holds, "\(check)")
    #expect(check.exposesBias, "\(check)")
  }

  @Test func threeEqualClassesAtHeavyLoadFollowCobham() throws {
    // M/M/10 at load 0.9, service of 6 minutes; the overall mean is that without priorities.
    let kinds = (1...3).map {
      TinyStudy.kind("class\($0)", perHour: 30, priority: $0, scene: "{exponential: {mean: 6}}")
    }.joined()
    let results = try TinyStudy(servers: 10, kinds: kinds).results(replications: 120, seed: 8)
    for (kind, theory) in [0.0955, 0.2388, 1.672].enumerated() {
      let check = try #require(
        TheoryCheck(results.compactMap { $0.kindQueueMinutes[kind] }, theory: theory * 6))
      #expect(check.holds, "class \(kind + 1): \(check)")
      #expect(check.exposesBias, "class \(kind + 1): \(check)")
    }
    let all = try #require(TheoryCheck(values(results, .queueMean), theory: 0.6687 * 6))
    #expect(all.holds && all.exposesBias, "\(all)")
  }

  @Test func deterministicServiceFollowsCrommelin() throws {
    // M/D/5 at load 0.8, service of one hour.
    let study = TinyStudy(servers: 5, kinds: TinyStudy.kind("job", perHour: 4, scene: "60"))
    let results = try study.results(replications: 240, seed: 3)
    let check = try #require(TheoryCheck(values(results, .queueMean), theory: 0.2890600 * 60))
    #expect(check.holds, "\(check)")
    #expect(check.exposesBias, "\(check)")
  }

  @Test func preemptiveResumeProtectsTheUrgentClass() throws {
    // One server, urgent incidents may take it: to them it is an M/M/1 queue without the others.
    let scene = "{exponential: {mean: 30}}"
    let kinds =
      TinyStudy.kind("urgent", perHour: 0.8, priority: 1, scene: scene)
      + TinyStudy.kind("other", perHour: 0.8, priority: 2, scene: scene)
    var study = TinyStudy(servers: 1, kinds: kinds)
    study.preemption = "onScene"
    let results = try study.results(replications: 300, seed: 4)
    let urgent = try #require(
      TheoryCheck(results.compactMap { $0.kindQueueMinutes[0] }, theory: 60 * 0.4 * 0.5 / (1 - 0.4)))
    #expect(urgent.holds, "\(urgent)")
    #expect(urgent.exposesBias, "\(urgent)")
  }

  @Test func interruptedWorkIsResumedNotLost() throws {
    // Time in the system over both classes of an M/M/1 queue with equal service is that without priorities, and
    // each class has Kleinrock's: 50 and 250 minutes, 150 in the mean.
    let queue = PreemptivePriorities(arrivalRates: [0.8, 0.8], serviceRates: [2, 2])
    let classes = queue.meanTimesInSystem.compactMap { $0 }
    let theory = 60 * (classes[0] + classes[1]) / 2
    #expect(abs(theory - 150) < 1e-9)
    let scene = "{exponential: {mean: 30}}"
    let kinds =
      TinyStudy.kind("urgent", perHour: 0.8, priority: 1, scene: scene)
      + TinyStudy.kind("other", perHour: 0.8, priority: 2, scene: scene)
    var study = TinyStudy(servers: 1, kinds: kinds)
    study.preemption = "onScene"
    let results = try study.results(replications: 700, seed: 6)
    let times = results.compactMap { result in
      result[.queueMean].flatMap { wait in result[.handlingMean].map { wait + $0 } }
    }
    let check = try #require(TheoryCheck(times, theory: theory))
    #expect(check.holds, "\(check)")
    #expect(check.exposesBias, "\(check)")
  }

  @Test func workIsConservedUnderPreemption() throws {
    let scene = "{exponential: {mean: 30}}"
    let kinds =
      TinyStudy.kind("urgent", perHour: 0.8, priority: 1, scene: scene)
      + TinyStudy.kind("other", perHour: 0.8, priority: 2, scene: scene)
    var study = TinyStudy(servers: 1, kinds: kinds)
    study.preemption = "onScene"
    let results = try study.results(replications: 100, seed: 5)
    let check = try #require(TheoryCheck(values(results, .streetUtilization), theory: 0.8))
    #expect(check.holds, "\(check)")
    #expect(check.exposesBias, "\(check)")
  }
}
