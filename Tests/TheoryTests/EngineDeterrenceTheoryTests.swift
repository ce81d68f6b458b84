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

  private func check(_ study: DeterrenceStudy, theory: Double) throws -> TheoryCheck {
    let shares = try study.deterredShares(replications: 40, seed: 41)
    return try #require(TheoryCheck(shares, theory: theory))
  }

  @Test(arguments: [1.0, 10, 40])
  func aPatrolDetersAsTheFormulaSays(fadeMinutes: Double) throws {
    let check = try check(
      DeterrenceStudy(fadeMinutes: fadeMinutes), theory: theory(effect: 0.6, fadeMinutes: fadeMinutes))
    #expect(check.holds, "\(check)")
    #expect(check.exposesBias, "\(check)")
  }

  @Test func aCertainEffectThatHardlyFadesDetersAll() throws {
    let shares = try DeterrenceStudy(effect: 1, fadeMinutes: 10_080).deterredShares(replications: 4, seed: 42)
    #expect(shares.count == 4 && shares.allSatisfy { $0 > 0.997 })
  }

  @Test func twoPerCentMoreEffectAreCaught() throws {
    let check = try check(
      DeterrenceStudy(effect: 0.612), theory: theory(effect: 0.6, fadeMinutes: 10))
    #expect(!check.holds, "\(check)")
  }

  /// A fade that is too long by so much that the share is 2 % too large.
  @Test func aLongerFadeIsCaught() throws {
    let right = theory(effect: 0.6, fadeMinutes: 10)
    let longer = 10.66
    let ratio = theory(effect: 0.6, fadeMinutes: longer) / right
    #expect(abs(ratio - 1.02) < 0.001, "\(ratio)")
    let check = try check(DeterrenceStudy(fadeMinutes: longer), theory: right)
    #expect(!check.holds, "\(check)")
  }
}
