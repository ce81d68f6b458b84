import DunjingExperiment
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

  private func waits(_ results: [ReplicationResult], ofKind kind: Int) -> [Double] {
    results.compactMap { $0.kindQueueMinutes[kind] }
  }

  @Test func waitsInAnMM10QueueFollowErlangC() throws {
    let plays = try study().plays(replications: 340, seed: 1)
    let results = plays.map(\.result)
    let queue = MultiServerQueue(arrivalRate: 8, serviceRate: 1, servers: 10)
    let wait = try #require(queue.meanWait)
    #expect(abs(wait - 0.2045901) < 1e-7)
    try TheoryCheck.confirm(
      "M/M/10, load 0.8: wait (min)", "Erlang C", values(results, .queueMean), wait * 60)
    try TheoryCheck.confirm(
      "M/M/10, load 0.8: share that waits", "Erlang C", values(results, .queuedShare), 0.4091802)
    try TheoryCheck.confirm(
      "M/M/10, load 0.8: utilization", "λ / cμ", values(results, .streetUtilization), 0.8)
    try TheoryCheck.confirm(
      "M/M/10, load 0.8: mean number waiting", "Erlang C and Little (1961): λW",
      plays.map(\.detail.meanWaiting),
      1.6367206)
    try TheoryCheck.confirm(
      "M/M/10, load 0.8: mean number in the system", "Little (1961): λ(W + 1/μ)",
      plays.map(\.detail.meanOpen),
      8 * (wait + 1))
  }

  @Test func anExperimentPlaysTheSameReplications() throws {
    let plays = try study().plays(replications: 2, seed: 1)
    var experiment = Experiment(try study().world())
    experiment.seed = 1
    #expect(experiment.play(replication: 1) == [plays[1].result])
  }

  @Test(arguments: [("service", 61.2, 8.0), ("arrivals", 60.0, 8.16)])
  func aPlantedBiasOfTwoPerCentIsCaught(what: String, meanMinutes: Double, perHour: Double) throws {
    let results = try study(meanMinutes: meanMinutes, perHour: perHour).results(replications: 60, seed: 1)
    try TheoryCheck.expose(
      "M/M/10, 2 % more \(what): wait (min)", "Erlang C", values(results, .queueMean), 0.2045901 * 60)
    try TheoryCheck.expose(
      "M/M/10, 2 % more \(what): utilization", "λ / cμ", values(results, .streetUtilization), 0.8)
  }

  private func threeClasses(meanMinutes: Double) -> TinyStudy {
    let scene = "{exponential: {mean: \(meanMinutes)}}"
    let kinds =
      TinyStudy.kind("first", perHour: 1, priority: 1, scene: scene)
      + TinyStudy.kind("second", perHour: 3, priority: 2, scene: scene)
      + TinyStudy.kind("third", perHour: 4, priority: 3, scene: scene)
    return TinyStudy(servers: 10, kinds: kinds)
  }

  @Test func aBiasOfTwoPerCentIsCaughtByEveryFormula() throws {
    // Service of 61.2 minutes instead of 60, with priorities and with constant service.
    let classes = try threeClasses(meanMinutes: 61.2).results(replications: 100, seed: 2)
    try TheoryCheck.expose(
      "Priorities, 2 % more service: wait of class 3 (min)", "Cobham (1954)", waits(classes, ofKind: 2),
      0.3409835 * 60)
    let constant = TinyStudy(servers: 5, kinds: TinyStudy.kind("job", perHour: 4, scene: "61.2"))
    try TheoryCheck.expose(
      "M/D/5, 2 % more service: wait (min)", "Crommelin (1932)",
      values(try constant.results(replications: 100, seed: 3), .queueMean), 0.28906 * 60)
  }

  @Test func priorityClassesFollowCobham() throws {
    let results = try threeClasses(meanMinutes: 60).results(replications: 460, seed: 2)
    for (kind, theory) in [0.0454645, 0.0757741, 0.3409835].enumerated() {
      try TheoryCheck.confirm(
        "M/M/10, three priorities, load 0.8: wait of class \(kind + 1) (min)", "Cobham (1954)",
        waits(results, ofKind: kind), theory * 60)
    }
  }

  @Test func aHeavilyLoadedSingleServerFollowsErlang() throws {
    // M/M/1 at load 0.9, service of 6 minutes: a mean wait of 9 services.
    let study = TinyStudy(
      servers: 1, kinds: TinyStudy.kind("job", perHour: 9, scene: "{exponential: {mean: 6}}"))
    let plays = try study.plays(replications: 380, seed: 7)
    try TheoryCheck.confirm(
      "M/M/1, load 0.9: wait (min)", "ρ / (μ − λ)", values(plays.map(\.result), .queueMean), 9 * 6)
    try TheoryCheck.confirm(
      "M/M/1, load 0.9: mean number waiting", "ρ² / (1 − ρ)", plays.map(\.detail.meanWaiting), 8.1)
  }

  @Test func threeEqualClassesAtHeavyLoadFollowCobham() throws {
    // M/M/10 at load 0.9, service of 6 minutes; the overall mean is that without priorities.
    let kinds = (1...3).map {
      TinyStudy.kind("class\($0)", perHour: 30, priority: $0, scene: "{exponential: {mean: 6}}")
    }.joined()
    let results = try TinyStudy(servers: 10, kinds: kinds).results(replications: 120, seed: 8)
    for (kind, theory) in [0.0955, 0.2388, 1.672].enumerated() {
      try TheoryCheck.confirm(
        "M/M/10, three equal priorities, load 0.9: wait of class \(kind + 1) (min)", "Cobham (1954)",
        waits(results, ofKind: kind), theory * 6)
    }
    try TheoryCheck.confirm(
      "M/M/10, three equal priorities, load 0.9: wait of all (min)", "Erlang C", values(results, .queueMean),
      0.6687 * 6)
  }

  @Test func deterministicServiceFollowsCrommelin() throws {
    // M/D/5 at load 0.8, service of one hour.
    let study = TinyStudy(servers: 5, kinds: TinyStudy.kind("job", perHour: 4, scene: "60"))
    let results = try study.results(replications: 240, seed: 3)
    try TheoryCheck.confirm(
      "M/D/5, load 0.8: wait (min)", "Crommelin (1932)", values(results, .queueMean), 0.2890600 * 60)
  }

  /// One server, urgent incidents may take it; both kinds take 30 minutes in the mean.
  private var preemptive: TinyStudy {
    let scene = "{exponential: {mean: 30}}"
    let kinds =
      TinyStudy.kind("urgent", perHour: 0.8, priority: 1, scene: scene)
      + TinyStudy.kind("other", perHour: 0.8, priority: 2, scene: scene)
    var study = TinyStudy(servers: 1, kinds: kinds)
    study.preemption = "onScene"
    return study
  }

  @Test func preemptiveResumeProtectsTheUrgentClass() throws {
    // To the urgent ones it is an M/M/1 queue without the others.
    let results = try preemptive.results(replications: 300, seed: 4)
    try TheoryCheck.confirm(
      "Preemptive-resume, load 0.8: wait of the urgent class (min)", "M/M/1 of the class alone",
      waits(results, ofKind: 0), 60 * 0.4 * 0.5 / (1 - 0.4))
  }

  @Test func interruptedWorkIsResumedNotLost() throws {
    // Time in the system over both classes of an M/M/1 queue with equal service is that without priorities, and
    // each class has Kleinrock's: 50 and 250 minutes, 150 in the mean.
    let queue = PreemptivePriorities(arrivalRates: [0.8, 0.8], serviceRates: [2, 2])
    let classes = queue.meanTimesInSystem.compactMap { $0 }
    let theory = 60 * (classes[0] + classes[1]) / 2
    #expect(abs(theory - 150) < 1e-9)
    let plays = try preemptive.plays(replications: 700, seed: 6)
    let times = plays.map(\.result).compactMap { result in
      result[.queueMean].flatMap { wait in result[.handlingMean].map { wait + $0 } }
    }
    try TheoryCheck.confirm(
      "Preemptive-resume, load 0.8: time in the system (min)", "Kleinrock (1976)", times, theory)
    try TheoryCheck.confirm(
      "Preemptive-resume, load 0.8: mean number in the system", "Little (1961): λT",
      plays.map(\.detail.meanOpen),
      1.6 * theory / 60)
  }

  @Test func workIsConservedUnderPreemption() throws {
    let results = try preemptive.results(replications: 100, seed: 5)
    try TheoryCheck.confirm(
      "Preemptive-resume, load 0.8: utilization", "conservation of work", values(results, .streetUtilization),
      0.8)
  }
}
