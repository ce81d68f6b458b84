import DunjingQueueing
import DunjingRandom
import DunjingScenario
import DunjingSimulation
import Testing

/// Service windows at a constant rate over one very long day, against the formulas of queues in a steady state.
@Suite struct WindowTheoryTests {
  private static let hours = 6_000
  private static let perHour = 12.0

  /// Windows at which 12 visitors an hour arrive, 72,000 on the day.
  private func windows(_ service: Distribution, shares: [Double]) -> ServiceWindows {
    ServiceWindows(
      visitsPerResidentYear: 1, windowsPerStation: shares.count, openingMinute: 0,
      hourWeights: Array(repeating: 1, count: Self.hours), serviceMinutes: service, businessShares: shares,
      longWaitMinutes: 20)
  }

  /// The waits of the visitors of one day, replication by replication.
  private func waits(
    _ discipline: WindowDiscipline, _ service: Distribution, shares: [Double], seed: UInt64,
    replications: Int = 240
  ) -> [WindowWaits] {
    let service = WindowService(
      windows(service, shares: shares), visitsPerDay: [Double(Self.hours) * Self.perHour])
    return inParallel(replications) {
      service.waits(on: [0], [discipline], seed: seed, replication: $0)[0]
    }
  }

  @Test func thePooledQueueFollowsErlang() throws {
    let waits = waits(.pooled, .exponential(mean: 11.25), shares: [0.5, 0.3, 0.2], seed: 71)
    let queue = MultiServerQueue(arrivalRate: Self.perHour / 60, serviceRate: 1 / 11.25, servers: 3)
    try TheoryCheck.confirm(
      "Service windows, one queue, M/M/3 at load 0.75: wait (min)", "Erlang (1917): C",
      waits.compactMap(\.meanMinutes), try #require(queue.meanWait))
    try TheoryCheck.confirm(
      "Service windows, one queue, M/M/3 at load 0.75: share above 20 min", "Erlang (1917): C exp(−(cμ−λ)t)",
      waits.compactMap(\.longWaitShare), try #require(queue.probabilityOfWait(longerThan: 20)))
    try TheoryCheck.confirm(
      "Service windows, one queue, M/M/3 at load 0.75: 90th percentile (min)",
      "Erlang (1917): ln(C/0.1)/(cμ−λ)",
      waits.compactMap(\.p90Minutes), try #require(queue.waitQuantile(0.9)))
    try TheoryCheck.confirm(
      "Service windows: visitors of a day", "Poisson: its mean", waits.map { Double($0.visits) }, 72_000)
  }

  @Test func serviceTwoPerCentLongerIsCaughtInThePooledQueue() throws {
    let waits = waits(.pooled, .exponential(mean: 11.25 * 1.02), shares: [0.5, 0.3, 0.2], seed: 72)
    let queue = MultiServerQueue(arrivalRate: Self.perHour / 60, serviceRate: 1 / 11.25, servers: 3)
    try TheoryCheck.expose(
      "Service windows, M/M/3, 2 % more service: wait (min)", "Erlang (1917): C",
      waits.compactMap(\.meanMinutes), try #require(queue.meanWait))
  }

  /// Separate queues of one load each: the mean over visitors is that of M/M/1.
  @Test func separateQueuesAreSingleServers() throws {
    let waits = waits(.separate, .exponential(mean: 10), shares: [1 / 3.0, 1 / 3.0, 1 / 3.0], seed: 73)
    let queue = SingleServerQueue(arrivalRate: Self.perHour / 180, meanService: 10, serviceVariance: 100)
    try TheoryCheck.confirm(
      "Service windows, three queues, M/M/1 at load 0.67: wait (min)", "ρ/(μ−λ)",
      waits.compactMap(\.meanMinutes), try #require(queue.meanWait))
  }

  /// Unlike shares: each business is a queue M/G/1 of its own; the mean weights them by their visitors.
  private func unlikeQueues(_ service: Distribution, shares: [Double]) throws -> Double {
    try shares.map { share in
      let queue = SingleServerQueue(
        arrivalRate: share * Self.perHour / 60, meanService: service.mean, serviceVariance: service.variance)
      return share * (try #require(queue.meanWait))
    }.reduce(0, +)
  }

  private static let logNormal = Distribution.logNormal(median: 6.68, sigma: 0.6)
  private static let shares = [0.5, 0.3, 0.2]

  @Test func separateQueuesFollowPollaczekAndKhinchine() throws {
    let waits = waits(.separate, Self.logNormal, shares: Self.shares, seed: 74)
    try TheoryCheck.confirm(
      "Service windows, three queues, M/G/1 (log-normal, σ 0.6): wait (min)",
      "Pollaczek (1930), Khinchine (1932)", waits.compactMap(\.meanMinutes),
      try unlikeQueues(Self.logNormal, shares: Self.shares))
  }

  @Test func serviceTwoPerCentLongerIsCaughtInSeparateQueues() throws {
    let longer = Distribution.logNormal(median: 6.68 * 1.02, sigma: 0.6)
    let waits = waits(.separate, longer, shares: Self.shares, seed: 75)
    try TheoryCheck.expose(
      "Service windows, M/G/1, 2 % more service: wait (min)", "Pollaczek (1930), Khinchine (1932)",
      waits.compactMap(\.meanMinutes), try unlikeQueues(Self.logNormal, shares: Self.shares))
  }

  /// Two per cent more visitors of the busiest business, at the cost of the rarest.
  @Test func sharesTwoPerCentOffAreCaught() throws {
    let waits = waits(.separate, Self.logNormal, shares: [0.51, 0.3, 0.19], seed: 76)
    try TheoryCheck.expose(
      "Service windows, M/G/1, 2 % more of the first business: wait (min)",
      "Pollaczek (1930), Khinchine (1932)", waits.compactMap(\.meanMinutes),
      try unlikeQueues(Self.logNormal, shares: Self.shares))
  }
}
