import DunjingQueueing
import DunjingScenario
import DunjingSimulation
import Testing

/// The delay-time model, played by the real engine from a scenario file.
@Suite struct EngineHazardTheoryTests {
  private func study(incubation: String, arrivalsPerDay: Double = 40, visitsPerDay: Double = 0.421)
    -> TinyStudy
  {
    TinyStudy(
      servers: 1, kinds: TinyStudy.kind("dispute", perHour: 0, scene: "0"),
      hazards: """
          - id: dispute
            name: dispute
            arrivalsPerYear: \(arrivalsPerDay * 365)
            incubationDays: \(incubation)
            detectionPerVisit: 0.12
            closure: 0.85
            becomes: [{kind: dispute, share: 1}]
            jointShare: 0
            mediationHours: 0

        """,
      visitsPerDay: visitsPerDay, warmUpDays: 400)
  }

  private func escalatedShares(_ study: TinyStudy, perDay: Double, seed: UInt64) throws -> [Double] {
    try study.results(replications: 60, seed: seed).compactMap { result in
      result[.hazardsEscalated].map { $0 / (perDay * 365) }
    }
  }

  @Test func exponentialIncubationFollowsChristerAndWaller() throws {
    let shares = try escalatedShares(study(incubation: "{exponential: {mean: 45}}"), perDay: 40, seed: 11)
    try TheoryCheck.confirm(
      "Hazards, exponential incubation: share that escalates", "1 / (1 + v·p·q·τ), Christer & Waller (1984)",
      shares, 1 / (1 + 0.421 * 0.12 * 0.85 * 45))
  }

  @Test func gammaIncubationFollowsItsLaplaceTransform() throws {
    let shares = try escalatedShares(study(incubation: "{gamma: {mean: 45, shape: 2}}"), perDay: 40, seed: 12)
    // E exp(−rU) of a gamma time with shape 2: (1 + r·mean/2)^−2.
    let factor = 1 + 0.421 * 0.12 * 0.85 * 45 / 2
    try TheoryCheck.confirm(
      "Hazards, gamma incubation: share that escalates", "(1 + v·p·q·τ/k)⁻ᵏ, Christer & Waller (1984)",
      shares,
      1 / (factor * factor))
  }

  /// Hazards that never escalate are found as a Poisson process, at 12 a day; each takes an hour of 15 a day: an M/D/1
  /// queue with load 0.8. Time from finding to the end: s + ρ s / (2 (1 − ρ)).
  private func mediation(hours: Double, replications: Int) throws -> [Double] {
    let study = TinyStudy(
      servers: 1, kinds: TinyStudy.kind("dispute", perHour: 0, scene: "0"),
      hazards: """
          - id: dispute
            name: dispute
            arrivalsPerYear: 4380
            incubationDays: {exponential: {mean: 1000000}}
            detectionPerVisit: 0.5
            closure: 1
            becomes: [{kind: dispute, share: 1}]
            jointShare: 0
            mediationHours: \(hours)

        """,
      visitsPerDay: 2, warmUpDays: 60, mediationHoursPerYear: 5_475)
    return try study.results(replications: replications, seed: 13).compactMap { $0[.mediationWait] }
  }

  private let mediationTheory = 1.0 / 15 + 0.8 / 15 / (2 * (1 - 0.8))

  @Test func mediationIsAQueueWithConstantService() throws {
    try TheoryCheck.confirm(
      "Mediation, M/D/1: days from finding to the end", "Pollaczek (1930), Khinchine (1932)",
      mediation(hours: 1, replications: 460), mediationTheory)
  }

  @Test func twoPerCentMoreWorkOfMediationAreCaught() throws {
    try TheoryCheck.expose(
      "Mediation 2 % longer: days from finding to the end", "M/D/1",
      mediation(hours: 1.02, replications: 100),
      mediationTheory)
  }

  @Test(arguments: ["{exponential: {mean: 46.8}}", "{exponential: {mean: 43.2}}"])
  func aPlantedBiasIsCaught(incubation: String) throws {
    let shares = try escalatedShares(study(incubation: incubation), perDay: 40, seed: 11)
    try TheoryCheck.expose(
      "Incubation \(incubation) instead of 45 days: share that escalates", "1 / (1 + v·p·q·τ)", shares,
      1 / (1 + 0.421 * 0.12 * 0.85 * 45))
  }

  @Test func twoPerCentMoreHazardsAreCaught() throws {
    let more = study(incubation: "{exponential: {mean: 45}}", arrivalsPerDay: 40.8)
    let shares = try escalatedShares(more, perDay: 40, seed: 11)
    try TheoryCheck.expose(
      "Hazards 2 % more: hazards that escalate", "1 / (1 + v·p·q·τ)", shares,
      1 / (1 + 0.421 * 0.12 * 0.85 * 45))
  }
}
