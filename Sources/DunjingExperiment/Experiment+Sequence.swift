import DunjingSimulation
import Synchronization

/// What lies ahead of a run at one of its looks.
public struct ReplicationGoal: Sendable, Equatable {
  /// Replications already there: played before, or found.
  public var available: Int
  /// Replications to have before the next look.
  public var next: Int
  /// Replications there will probably be in the end.
  public var expected: Int
}

/// What ``Experiment/gather(_:)`` finds.
public enum Gathering: Sendable, Equatable {
  /// The replications of the result.
  case complete([[ReplicationResult]])
  /// The numbers of replications that are missing, ascending.
  case missing([Int])
}

extension Experiment {
  /// Plays the number of replications asked for, or batch after batch until they are precise.
  ///
  /// - Parameters:
  ///   - threads: The number of threads; it does not change the result.
  ///   - found: Returns a replication that has been played before, or nil.
  ///   - planned: Called before each batch.
  ///   - finished: Called as in ``run(_:threads:finished:)``; false stops the run.
  /// - Returns: The replications in the order of their numbers; nil when stopped before their end.
  public func run(
    threads: Int, found: (Int) -> [ReplicationResult]?, planned: (ReplicationGoal) -> Void,
    finished: @Sendable (Int, [ReplicationResult]) -> Bool
  ) -> [[ReplicationResult]]? {
    let isStopped = Mutex(false)
    var results: [[ReplicationResult]] = []
    var decision = StoppingDecision.goOn(to: replications, expected: replications)
    while case .goOn(let next, let expected) = decision, !isStopped.withLock({ $0 }) {
      let numbers = results.count..<next
      let known = Dictionary(uniqueKeysWithValues: numbers.compactMap { n in found(n).map { (n, $0) } })
      planned(ReplicationGoal(available: results.count + known.count, next: next, expected: expected))
      let collected = Mutex(known)
      run(numbers.filter { known[$0] == nil }, threads: threads) { number, replication in
        collected.withLock { $0[number] = replication }
        let goesOn = finished(number, replication)
        if !goesOn { isStopped.withLock { $0 = true } }
        return goesOn
      }
      let batch = collected.withLock { played in numbers.compactMap { played[$0] } }
      guard batch.count == numbers.count else { return nil }
      results += batch
      decision = self.decision(results)
    }
    if case .goOn = decision { return nil }
    return results
  }

  /// The replications that make the result, out of those that are there, in the order of their numbers.
  ///
  /// With a ``precision`` these are as many as ``run(threads:found:planned:finished:)`` would play.
  /// - Parameter found: Returns a replication that has been played, or nil.
  /// - Returns: the replications, or the numbers of those that are missing before more can be said.
  public func gather(_ found: (Int) -> [ReplicationResult]?) -> Gathering {
    var results: [[ReplicationResult]] = []
    while case .goOn(let next, _) = decision(results) {
      let batch = (results.count..<next).map { ($0, found($0)) }
      let missing = batch.filter { $0.1 == nil }.map(\.0)
      guard missing.isEmpty else { return .missing(missing) }
      results += batch.compactMap(\.1)
    }
    return .complete(results)
  }

  /// Plays all replications and pools them: the short way for code that needs no resuming.
  public func run(threads: Int = 1, scenarioHash: String = "") -> ExperimentResult {
    let results = run(threads: threads, found: { _ in nil }, planned: { _ in }, finished: { _, _ in true })
    return pool(results ?? [], scenarioHash: scenarioHash)
  }
}
