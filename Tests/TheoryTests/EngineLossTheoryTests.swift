import DunjingQueueing
import DunjingScenario
import DunjingSimulation
import Testing

/// Systems in which not everybody may wait: what does not fit is handed over.
@Suite struct EngineLossTheoryTests {
  private func study(
    scene: String, perHour: Double = 3, servers: Int = 5, waiting: Int = 0
  ) -> TinyStudy {
    var study = TinyStudy(servers: servers, kinds: TinyStudy.kind("job", perHour: perHour, scene: scene))
    study.waitingLimit = waiting
    return study
  }

  private func handedOver(_ plays: [Play]) -> [Double] { plays.compactMap { $0.result[.handedOverShare] } }

  @Test func lossesInAnMM5QueueFollowErlangB() throws {
    let plays = try study(scene: "{exponential: {mean: 60}}").plays(replications: 120, seed: 21)
    let blocking = ErlangB.blocking(servers: 5, load: 3)
    #expect(abs(blocking - 0.1100543) < 1e-7)
    try TheoryCheck.confirm(
      "M/M/5/5, load 3: share handed over", "Erlang B", handedOver(plays), blocking)
    try TheoryCheck.confirm(
      "M/M/5/5, load 3: mean number busy", "a(1 − B)", plays.map(\.detail.meanOpen), 3 * (1 - blocking))
    try TheoryCheck.confirm(
      "M/M/5/5, load 3: share within target", "1 − B", plays.compactMap { $0.result[.withinTarget] },
      1 - blocking)
    #expect(plays.allSatisfy { $0.detail.waitingSeconds == 0 && $0.result[.queuedShare] == 0 })
  }

  @Test(arguments: ["60", "{gamma: {mean: 60, shape: 0.5}}"])
  func lossesDependOnTheMeanOfServiceOnly(scene: String) throws {
    let plays = try study(scene: scene).plays(replications: 120, seed: 22)
    let name = scene == "60" ? "D" : "G (gamma, shape ½)"
    try TheoryCheck.confirm(
      "M/\(name)/5/5, load 3: share handed over", "Erlang B, insensitive to the distribution",
      handedOver(plays),
      ErlangB.blocking(servers: 5, load: 3))
  }

  @Test func aQueueWithThreePlacesFollowsItsChain() throws {
    // M/M/4/7 at load 1: birth and death on eight states.
    let plays = try study(scene: "{exponential: {mean: 60}}", perHour: 4, servers: 4, waiting: 3)
      .plays(replications: 120, seed: 23)
    var rates = [[Double]](repeating: [Double](repeating: 0, count: 8), count: 8)
    for number in 0..<7 {
      rates[number][number + 1] = 4
      rates[number + 1][number] = Double(min(number + 1, 4))
    }
    let states = MarkovChain.stationaryDistribution(rates: rates)
    let waiting = states[5] + 2 * states[6] + 3 * states[7]
    try TheoryCheck.confirm(
      "M/M/4/7, load 1: share handed over", "birth and death", handedOver(plays), states[7])
    try TheoryCheck.confirm(
      "M/M/4/7, load 1: mean number waiting", "birth and death", plays.map(\.detail.meanWaiting), waiting)
    try TheoryCheck.confirm(
      "M/M/4/7, load 1: wait (min)", "Little (1961): L / λ(1 − B)",
      plays.compactMap { $0.result[.queueMean] }, 60 * waiting / (4 * (1 - states[7])))
  }

  @Test(arguments: [("service", 61.2, 3.0), ("arrivals", 60, 3.06)])
  func aPlantedBiasOfTwoPerCentIsCaught(what: String, minutes: Double, perHour: Double) throws {
    let plays = try study(scene: "{exponential: {mean: \(minutes)}}", perHour: perHour)
      .plays(replications: 60, seed: 24)
    try TheoryCheck.expose(
      "M/M/5/5, 2 % more \(what): share handed over", "Erlang B", handedOver(plays),
      ErlangB.blocking(servers: 5, load: 3))
  }
}
