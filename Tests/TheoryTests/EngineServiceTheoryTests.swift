import DunjingQueueing
import DunjingScenario
import DunjingSimulation
import Testing

/// Service of any distribution: one server, and servers without end.
@Suite struct EngineServiceTheoryTests {
  private struct Service: Sendable, CustomTestStringConvertible {
    let name: String
    let scene: String
    /// In minutes.
    let time: ServiceTime
    var testDescription: String { name }
  }

  private static let gamma = Service(
    name: "gamma, shape ½", scene: "{gamma: {mean: 6, shape: 0.5}}", time: .gamma(mean: 6, shape: 0.5))
  private static let logNormal = Service(
    name: "log-normal, σ 0.8", scene: "{logNormal: {median: 4.5, sigma: 0.8}}",
    time: .logNormal(median: 4.5, sigma: 0.8))
  private static let constant = Service(name: "constant", scene: "6", time: .constant(6))

  /// One server at load 0.7.
  private func waits(_ service: Service, scene: String? = nil, seed: UInt64) throws -> (
    plays: [Play], queue: SingleServerQueue
  ) {
    let perMinute = 0.7 / service.time.mean
    let kinds = TinyStudy.kind("job", perHour: perMinute * 60, scene: scene ?? service.scene)
    let queue = SingleServerQueue(
      arrivalRate: perMinute, meanService: service.time.mean, serviceVariance: service.time.variance)
    return (try TinyStudy(servers: 1, kinds: kinds).plays(replications: 200, seed: seed), queue)
  }

  @Test(arguments: [gamma, logNormal])
  private func oneServerFollowsPollaczekAndKhinchine(service: Service) throws {
    let (plays, queue) = try waits(service, seed: 31)
    let wait = try #require(queue.meanWait)
    try TheoryCheck.confirm(
      "M/G/1 (\(service.name)), load 0.7: wait (min)", "Pollaczek (1930), Khinchine (1932)",
      plays.compactMap { $0.result[.queueMean] }, wait)
    try TheoryCheck.confirm(
      "M/G/1 (\(service.name)), load 0.7: mean number waiting", "Little (1961): λW",
      plays.map(\.detail.meanWaiting), queue.arrivalRate * wait)
  }

  @Test func serviceTwoPerCentLongerIsCaughtInOneServer() throws {
    let (plays, queue) = try waits(Self.gamma, scene: "{gamma: {mean: 6.12, shape: 0.5}}", seed: 32)
    try TheoryCheck.expose(
      "M/G/1 (gamma), 2 % more service: wait (min)", "Pollaczek (1930), Khinchine (1932)",
      plays.compactMap { $0.result[.queueMean] }, try #require(queue.meanWait))
  }

  /// Thirty-two servers and an offered load of eight: nobody ever waits.
  private func ample(_ service: Service, scene: String? = nil) throws -> [Play] {
    let kinds = TinyStudy.kind("job", perHour: 8 / service.time.mean * 60, scene: scene ?? service.scene)
    let plays = try TinyStudy(servers: 32, kinds: kinds, horizonDays: 120).plays(replications: 24, seed: 33)
    #expect(plays.allSatisfy { $0.detail.waitingSeconds == 0 })
    return plays
  }

  @Test(arguments: [gamma, logNormal, constant])
  private func ampleServersHoldAPoissonNumber(service: Service) throws {
    let plays = try ample(service)
    try TheoryCheck.confirm(
      "M/G/∞ (\(service.name)): mean number busy", "λE[S], insensitive to the distribution",
      plays.map(\.detail.meanOpen), 8)
    // About the mean of theory, so that the square of its estimate brings no bias.
    try TheoryCheck.confirm(
      "M/G/∞ (\(service.name)): variance of the number busy", "Poisson: its mean",
      plays.map { $0.detail.meanSquaredOpen - 16 * $0.detail.meanOpen + 64 }, 8)
  }

  @Test func serviceTwoPerCentLongerIsCaughtWithAmpleServers() throws {
    let plays = try ample(Self.gamma, scene: "{gamma: {mean: 6.12, shape: 0.5}}")
    try TheoryCheck.expose(
      "M/G/∞ (gamma), 2 % more service: mean number busy", "λE[S]", plays.map(\.detail.meanOpen), 8)
  }
}
