import DunjingScenario
import DunjingSimulation
import Testing

/// Incidents that need two units beside incidents that need one, against the exact chain.
@Suite struct EngineCrewTheoryTests {
  private func plays(limit: Int, minutes: Double = 60, seed: UInt64, replications: Int = 200) throws -> [Play]
  {
    let scene = "{exponential: {mean: \(minutes)}}"
    let kinds =
      TinyStudy.kind("single", perHour: 0.8, scene: scene)
      + TinyStudy.kind("pair", perHour: 0.7, scene: scene, units: 2)
    var study = TinyStudy(servers: 3, kinds: kinds)
    study.waitingLimit = limit
    return try study.plays(replications: replications, seed: seed)
  }

  private func utilization(_ plays: [Play]) -> [Double] { plays.compactMap { $0.result[.streetUtilization] } }

  private func confirm(_ plays: [Play], limit: Int) throws {
    let chain = CrewChain(units: 3, waitingLimit: limit, singleRate: 0.8, pairRate: 0.7)
    let name = "Three units, incidents of one and two, \(limit) may wait"
    let source = "exact chain of \(chain.states.count) states"
    try TheoryCheck.confirm(
      "\(name): utilization", source, utilization(plays), chain.mean { Double(chain.busy($0)) } / 3)
    try TheoryCheck.confirm(
      "\(name): share handed over", source, plays.compactMap { $0.result[.handedOverShare] },
      chain.mean { chain.isFull($0) ? 1 : 0 })
    try TheoryCheck.confirm(
      "\(name): mean number open", source, plays.map(\.detail.meanOpen), chain.mean { Double(chain.open($0)) }
    )
    // Those short of a second unit are in the queue as well.
    try TheoryCheck.confirm(
      "\(name): mean number waiting for a unit", source, plays.map(\.detail.meanWaiting),
      chain.mean { Double($0.waiting.count + $0.halves) })
  }

  @Test func withoutAQueueTheyFollowTheChain() throws {
    try confirm(try plays(limit: 0, seed: 61), limit: 0)
  }

  @Test func withAQueueTheyFollowTheChain() throws {
    let played = try plays(limit: 4, seed: 62, replications: 420)
    try confirm(played, limit: 4)
    let chain = CrewChain(units: 3, waitingLimit: 4, singleRate: 0.8, pairRate: 0.7)
    let allBusy = chain.mean { chain.busy($0) == 3 ? 1 : 0 }
    let lost = chain.mean { chain.isFull($0) ? 1 : 0 }
    try TheoryCheck.confirm(
      "Three units, incidents of one and two, 4 may wait: share that waits for a first unit",
      "exact chain, of those not handed over", played.compactMap { $0.result[.queuedShare] },
      (allBusy - lost) / (1 - lost))
  }

  @Test func serviceTwoPerCentLongerIsCaught() throws {
    let chain = CrewChain(units: 3, waitingLimit: 4, singleRate: 0.8, pairRate: 0.7)
    let played = try plays(limit: 4, minutes: 61.2, seed: 63)
    try TheoryCheck.expose(
      "Three units, incidents of one and two, 2 % more service: utilization", "exact chain",
      utilization(played),
      chain.mean { Double(chain.busy($0)) } / 3)
  }
}
