import DunjingParallel
import DunjingSimulation
import DunjingWorld
import Synchronization

/// Plays plans on common random numbers: each replication branches from the same warm-up under the baseline.
struct PlanPlayer: Sendable {
  /// A plan, its name in the ledger, and a replication of it.
  struct Job: Sendable {
    let key: String
    let plan: TreatmentPlan
    let replication: Int

    var slot: PlanSlot { PlanSlot(plan: key, replication: replication) }
  }

  private let world: World
  private let seed: UInt64
  private let threads: Int
  /// Warm-ups kept, by replication; the others are played again whenever they are needed.
  private var warmUps: [Int: Simulator] = [:]
  private let keptWarmUps: Int
  private let company: (any PlanCompany)?

  /// Creates a player.
  /// - Parameters:
  ///   - keptWarmUps: how many states after the warm-up stay in memory.
  ///   - company: other processes that play the same jobs.
  init(_ world: World, seed: UInt64, threads: Int, keptWarmUps: Int, company: (any PlanCompany)? = nil) {
    (self.world, self.seed) = (world, seed)
    (self.threads, self.keptWarmUps, self.company) = (threads, keptWarmUps, company)
  }

  /// Plays jobs that the ledger does not hold, and notes them there.
  /// - Parameter record: called once for each job played here as it ends, never twice at a time; false stops.
  /// - Returns: whether all of them are there now.
  mutating func play(
    _ jobs: [Job], into ledger: inout PlanLedger, record: @escaping @Sendable (PlanRecord) -> Bool
  ) -> Bool {
    if let company { return share(jobs, with: company, into: &ledger, record: record) }
    let missing = jobs.filter { ledger.values(of: $0.slot) == nil }
    keepWarmUps(of: missing)
    let played = played(missing, record: record)
    for case .some(let record) in played { ledger.note(record) }
    return played.allSatisfy { $0 != nil }
  }

  /// Plays jobs and returns their records in the order of the jobs; nil of those left out because somebody stopped.
  private func played(_ jobs: [Job], record: @Sendable (PlanRecord) -> Bool) -> [PlanRecord?] {
    let isStopped = Mutex(false)
    return Parallel.map(jobs.count, threads: threads) { number in
      if isStopped.withLock(\.self) { return nil }
      let own = play(jobs[number])
      isStopped.withLock { if !record(own) { $0 = true } }
      return own
    }
  }

  /// Plays a share of jobs, and what nobody else plays.
  private mutating func share(
    _ jobs: [Job], with company: any PlanCompany, into ledger: inout PlanLedger,
    record: @escaping @Sendable (PlanRecord) -> Bool
  ) -> Bool {
    // By replication, so that a process needs few warm-ups.
    let jobs = jobs.sorted { $0.replication < $1.replication }
    let schedule = ShardSchedule(pieces: jobs.count, shard: company.shard, threads: threads)
    for record in company.news() { ledger.note(record) }
    let known = ledger
    keepWarmUps(
      of: jobs[schedule.block(of: company.shard.number)].filter { known.values(of: $0.slot) == nil })
    let batch = SharedBatch(jobs.map { [$0.slot] }, ledger: ledger, company: company, threads: threads)
    let player = self
    let full = batch.run(record: record) { number, _, hand in _ = hand(player.play(jobs[number])) }
    guard let full else { return false }
    ledger = full
    return true
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

  private func play(_ job: Job) -> PlanRecord {
    var simulator = warmUps[job.replication] ?? warmUp(job.replication)
    simulator.apply(job.plan)
    simulator.run(until: world.measurementStart)
    simulator.startMeasuring()
    simulator.run(until: world.end)
    return PlanRecord(
      plan: job.key, replication: job.replication, values: IndicatorValues(simulator.result().indicators))
  }
}
