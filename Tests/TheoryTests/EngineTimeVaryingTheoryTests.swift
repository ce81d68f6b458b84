import DunjingNumerics
import DunjingQueueing
import DunjingScenario
import DunjingSimulation
import Testing

/// Arrivals that change by hour and weekday.
@Suite struct EngineTimeVaryingTheoryTests {
  /// A day with a quiet night and a busy evening; the mean is one.
  private static let hours = (0..<24).map {
    1 - 0.6 * PortableMath.cosine(2 * Double.pi * (Double($0) - 5) / 24)
  }
  private static let weekdays = [0.9, 0.8, 0.9, 1, 1.2, 1.4, 0.8]

  private static func weekRates(perHour: Double) -> [Double] {
    weekdays.flatMap { day in hours.map { perHour * day * $0 } }
  }

  /// Mean number busy by hour of the week, by replication: 52 weeks each.
  private func busyByHour(perHour: Double, replications: Int, seed: UInt64) throws -> [[Double]] {
    let kinds = TinyStudy.kind(
      "job", perHour: perHour, scene: "{gamma: {mean: 100, shape: 2}}", hours: Self.hours,
      weekdays: Self.weekdays)
    let study = TinyStudy(servers: 80, kinds: kinds, warmUpDays: 7, horizonDays: 364)
    return try study.results(replications: replications, seed: seed).map {
      $0.hourBusy.map { $0 / (52 * 3_600) }
    }
  }

  private static let checkedHours = [
    ("Monday 5 h", 5), ("Monday 11 h", 11), ("Wednesday 17 h", 65), ("Friday 23 h", 119),
    ("Saturday 19 h", 139),
    ("Sunday 2 h", 146)
  ]

  @Test func ampleServersFollowEickMasseyAndWhitt() throws {
    let theory = InfiniteServerQueue(
      arrivalRates: Self.weekRates(perHour: 8), step: 1, service: .gamma(mean: 100.0 / 60, shape: 2)
    ).meanBusyByCell
    let busy = try busyByHour(perHour: 8, replications: 200, seed: 41)
    for (name, hour) in Self.checkedHours {
      try TheoryCheck.confirm(
        "M_t/G/∞: mean number busy on \(name)", "Eick, Massey & Whitt (1993), Theorem 1",
        busy.map { $0[hour] },
        theory[hour])
    }
    // All hours of the week at once: with 168 intervals the widest allowed is 4.5 standard errors, not 3.3.
    for hour in 0..<168 {
      let check = try #require(
        TheoryCheck("hour \(hour)", source: "", busy.map { $0[hour] }, theory: theory[hour]))
      #expect(check.deviation < 4.5, "\(check)")
    }
  }

  @Test func twoPerCentMoreArrivalsAreCaughtByTheHour() throws {
    let theory = InfiniteServerQueue(
      arrivalRates: Self.weekRates(perHour: 8), step: 1, service: .gamma(mean: 100.0 / 60, shape: 2)
    ).meanBusyByCell
    let busy = try busyByHour(perHour: 8.16, replications: 200, seed: 42)
    try TheoryCheck.expose(
      "M_t/G/∞, 2 % more arrivals: mean number busy on Wednesday 17 h", "Eick, Massey & Whitt (1993)",
      busy.map { $0[65] }, theory[65])
  }

  /// The share that waits by hour of the day, by replication: ten servers, mean load 0.7, 1.1 at the peak.
  private func delayed(perHour: Double, replications: Int, seed: UInt64) throws -> [[Double]] {
    let kinds = TinyStudy.kind(
      "job", perHour: perHour, scene: "{exponential: {mean: 60}}", hours: Self.hours)
    let plays = try TinyStudy(servers: 10, kinds: kinds, warmUpDays: 7, horizonDays: 364)
      .plays(replications: replications, seed: seed)
    return plays.map { play in
      (0..<24).map { hour in
        let (queued, all) = (0..<7).reduce((0, 0)) { sum, day in
          let index = day * 24 + hour
          return (sum.0 + play.detail.queuedByHour[index], sum.1 + play.result.hourIncidents[index])
        }
        return Double(queued) / Double(all)
      }
    }
  }

  @Test func delaysByTheHourFollowTheForwardEquations() throws {
    let rates = Self.hours.map { 7 * $0 }
    let exact = try #require(TimeVaryingQueue(arrivalRates: rates, step: 1, serviceRate: 1, servers: 10))
    let shares = try delayed(perHour: 7, replications: 300, seed: 43)
    for hour in [14, 16, 18, 20, 23] {
      try TheoryCheck.confirm(
        "M_t/M/10, mean load 0.7, peak 1.12: share that waits at \(hour) h",
        "Kolmogorov forward equations by uniformization", shares.map { $0[hour] },
        exact.delayProbabilities[hour])
    }
    let ample = InfiniteServerQueue(arrivalRates: rates, step: 1, service: .exponential(mean: 1))
    let approximation = ModifiedOfferedLoad(ample, servers: 10).delayProbabilityByCell
    record(
      "mean load 0.7, peak 1.12", approximation, beside: exact.delayProbabilities, hours: [14, 16, 18, 20, 23]
    )
    let gap = zip(approximation, exact.delayProbabilities).map { abs($0 - $1) }.max() ?? .nan
    #expect(gap > 0.05 && gap < 0.6)
  }

  /// Writes down how far the approximation is off in some hours.
  private func record(_ load: String, _ approximation: [Double], beside exact: [Double], hours: [Int]) {
    for hour in hours {
      Validation.record(
        .formula, "M_t/M/10, \(load): share that waits at \(hour) h, modified offered load",
        source: "Jennings et al. (1996) beside the forward equations", theory: exact[hour],
        value: approximation[hour],
        verdict: "off by \(Int(((approximation[hour] / exact[hour] - 1) * 100).rounded())) %")
    }
  }

  @Test func serviceByTheHourInAQuieterWeekIsNearModifiedOfferedLoad() throws {
    // Mean load 0.45, peak 0.72: here the approximation serves.
    let rates = Self.hours.map { 4.5 * $0 }
    let exact = try #require(TimeVaryingQueue(arrivalRates: rates, step: 1, serviceRate: 1, servers: 10))
    let ample = InfiniteServerQueue(arrivalRates: rates, step: 1, service: .exponential(mean: 1))
    let approximation = ModifiedOfferedLoad(ample, servers: 10).delayProbabilityByCell
    record(
      "mean load 0.45, peak 0.72", approximation, beside: exact.delayProbabilities, hours: [12, 17, 22])
    let gap = zip(approximation, exact.delayProbabilities).map { abs($0 - $1) }.max() ?? .nan
    #expect(gap < 0.03)
  }

  @Test func twoPerCentMoreArrivalsAreCaughtInTheDelays() throws {
    let exact = try #require(
      TimeVaryingQueue(arrivalRates: Self.hours.map { 7 * $0 }, step: 1, serviceRate: 1, servers: 10))
    let shares = try delayed(perHour: 7.14, replications: 100, seed: 44)
    try TheoryCheck.expose(
      "M_t/M/10, 2 % more arrivals: share that waits at 15 h", "Kolmogorov forward equations",
      shares.map { $0[15] }, exact.delayProbabilities[15])
  }
}
