import DunjingParallel
import DunjingSimulation
import DunjingWorld
import Synchronization

/// Plays plans on common random numbers: each replication branches from the same warm-up under the baseline.
struct PlanPlayer: Sendable {
  /// A plan and a replication of it.
  struct Job: Sendable {
    let plan: TreatmentPlan
    let replication: Int
  }

  private let world: World
  private let seed: UInt64
  private let threads: Int
  /// Warm-ups kept, by replication; the others are played again whenever they are needed.
  private var warmUps: [Int: Simulator] = [:]
  private let keptWarmUps: Int

  /// Creates a player.
  /// - Parameter keptWarmUps: how many states after the warm-up stay in memory.
  init(_ world: World, seed: UInt64, threads: Int, keptWarmUps: Int) {
    (self.world, self.seed) = (world, seed)
    (self.threads, self.keptWarmUps) = (threads, keptWarmUps)
  }

  /// Plays jobs and returns their indicators in the order of the jobs; nil of those left out because somebody stopped.
  /// - Parameter finished: called once for each job as it ends, never twice at a time; false stops.
  mutating func play(
    _ jobs: [Job], finished: @Sendable (Int, IndicatorValues) -> Bool
  ) -> [IndicatorValues?] {
    keepWarmUps(of: jobs)
    return played(jobs, finished: finished)
  }

  private func played(
    _ jobs: [Job], finished: @Sendable (Int, IndicatorValues) -> Bool
  ) -> [IndicatorValues?] {
    let isStopped = Mutex(false)
    return Parallel.map(jobs.count, threads: threads) { number in
      if isStopped.withLock(\.self) { return nil }
      let job = jobs[number]
      let values = play(job.plan, from: warmUps[job.replication] ?? warmUp(job.replication))
      isStopped.withLock { if !finished(number, values) { $0 = true } }
      return values
    }
  }

  private mutating func keepWarmUps(of jobs: [Job]) {
    let missing = Set(jobs.map(\.replication)).subtracting(warmUps.keys).sorted()
    let new = Array(missing.prefix(max(0, keptWarmUps - warmUps.count)))
    for (replication, simulator) in zip(new, warmUps(of: new)) { warmUps[replication] = simulator }
  }

  private func warmUps(of replications: [Int]) -> [Simulator] {
    Parallel.map(replications.count, threads: threads) { warmUp(replications[$0]) }
  }

  private func warmUp(_ replication: Int) -> Simulator {
    var simulator = Simulator(world, seed: seed, replication: replication)
    simulator.run(until: world.implementation)
    return simulator
  }

  private func play(_ plan: TreatmentPlan, from warmUp: Simulator) -> IndicatorValues {
    var simulator = warmUp
    simulator.apply(plan)
    simulator.run(until: world.measurementStart)
    simulator.startMeasuring()
    simulator.run(until: world.end)
    return IndicatorValues(simulator.result().indicators)
  }
}
