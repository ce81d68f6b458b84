import DunjingNumerics
import DunjingSimulation
import Testing

/// Patrol presence that deters, played by the real engine from a scenario file.
@Suite struct EngineDeterrenceTheoryTests {
  /// The mean over a round of T seconds, d of them present, of effect · exp(−t / τ), t since the patrol left:
  /// effect · (d + τ (1 − e^(−(T − d)/τ))) / T.
  private func theory(effect: Double, fadeMinutes: Double) -> Double {
    let fade = fadeMinutes * 60
    let absent = DeterrenceStudy.roundSeconds - DeterrenceStudy.presentSeconds
    let echo = fade * (1 - PortableMath.exponential(-absent / fade))
    return effect * (DeterrenceStudy.presentSeconds + echo) / DeterrenceStudy.roundSeconds
  }

  private let source = "effect · (d + τ (1 − e^(−(T − d)/τ))) / T; Koper (1995)"

  @Test(arguments: [1.0, 10, 40])
  func aPatrolDetersAsTheFormulaSays(fadeMinutes: Double) throws {
    try TheoryCheck.confirm(
      "Share deterred by patrol presence that fades in \(Int(fadeMinutes)) min", source,
      try DeterrenceStudy(fadeMinutes: fadeMinutes).deterredShares(replications: 40, seed: 41),
      theory(effect: 0.6, fadeMinutes: fadeMinutes))
  }

  @Test func aCertainEffectThatHardlyFadesDetersAll() throws {
    let shares = try DeterrenceStudy(effect: 1, fadeMinutes: 10_080).deterredShares(replications: 4, seed: 42)
    #expect(shares.count == 4 && shares.allSatisfy { $0 > 0.997 })
  }

  @Test func twoPerCentMoreEffectAreCaught() throws {
    try TheoryCheck.expose(
      "Share deterred by patrol presence, 2 % more effect", source,
      try DeterrenceStudy(effect: 0.612).deterredShares(replications: 40, seed: 41),
      theory(effect: 0.6, fadeMinutes: 10))
  }

  /// A fade that is too long by so much that the share is 2 % too large.
  @Test func aLongerFadeIsCaught() throws {
    let right = theory(effect: 0.6, fadeMinutes: 10)
    let longer = 10.66
    let ratio = theory(effect: 0.6, fadeMinutes: longer) / right
    #expect(abs(ratio - 1.02) < 0.001, "\(ratio)")
    try TheoryCheck.expose(
      "Share deterred by patrol presence, a fade that makes it 2 % larger", source,
      try DeterrenceStudy(fadeMinutes: longer).deterredShares(replications: 40, seed: 41), right)
  }
}
