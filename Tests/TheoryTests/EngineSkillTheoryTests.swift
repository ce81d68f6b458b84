import DunjingScenario
import DunjingSimulation
import Testing

/// Incidents that only one of two units may do beside incidents that both may, against the exact chain.
@Suite struct EngineSkillTheoryTests {
  /// A unit for everything some meters off and one for common incidents on the spot, so that this one goes first.
  private struct Study: TheoryStudy {
    var minutes = 60.0
    let limit: Int

    private func kind(_ id: String, _ skill: String, perHour: Double) -> String {
      TinyStudy.kind(id, perHour: perHour, scene: "{exponential: {mean: \(minutes)}}")
        .replacing("skills: []", with: "skills: [\(skill)]")
    }

    private static let narrow = """
        - {id: narrow, name: narrow, facilityKind: streetWorkstation, unitsPerFacility: 1, mode: car, skills: [basic], \
      area: city, roster: always, movingShare: 0, turnoutSeconds: 0, movingTurnoutSeconds: 0, unavailableShare: 0, \
      preferenceSeconds: 0}
      dispatch:
      """

    var yaml: String {
      var study = TinyStudy(
        kinds: kind("special", "patrol", perHour: 0.4) + kind("common", "basic", perHour: 0.9))
      study.grids = [(0, 0, 1), (0.02, 0, 0)]
      study.stations = [1]
      study.policy = "nearest"
      study.waitingLimit = limit
      return study.yaml
        .replacing("    skills: []\n    area: city", with: "    skills: [basic, patrol]\n    area: city")
        .replacing(
          "facilities:\n", with: "facilities:\n  - {id: w, name: w, kind: streetWorkstation, x: 0, y: 0}\n"
        )
        .replacing("dispatch:", with: Self.narrow)
    }
  }

  private static let chain = SkillChain(waitingLimit: 2, specialRate: 0.4, commonRate: 0.9)

  private func plays(minutes: Double = 60, seed: UInt64, replications: Int = 420) throws -> [Play] {
    try Study(minutes: minutes, limit: 2).plays(replications: replications, seed: seed)
  }

  private func confirm(_ measure: String, _ values: [Double], _ theory: Double) throws {
    try TheoryCheck.confirm(
      "Two units, one may not do everything: \(measure)", "exact chain of \(Self.chain.states.count) states",
      values,
      theory)
  }

  @Test func theyWaitForTheUnitThatMayGo() throws {
    let (plays, chain) = (try plays(seed: 71), Self.chain)
    let lost = chain.share(chain.isLost)
    try confirm("mean number open", plays.map(\.detail.meanOpen), chain.mean(chain.open))
    try confirm(
      "mean number waiting", plays.map(\.detail.meanWaiting), chain.mean { Double($0.waiting.count) })
    try confirm("share handed over", plays.compactMap { $0.result[.handedOverShare] }, lost)
    try confirm(
      "share that waits, of those not handed over", plays.compactMap { $0.result[.queuedShare] },
      (chain.share(chain.findsNobody) - lost) / (1 - lost))
  }

  @Test func serviceTwoPerCentLongerIsCaught() throws {
    try TheoryCheck.expose(
      "Two units, one may not do everything, 2 % more service: mean number open", "exact chain",
      try plays(minutes: 61.2, seed: 72).map(\.detail.meanOpen), Self.chain.mean(Self.chain.open))
  }
}
