import DunjingExperiment
import DunjingParallel
import DunjingSimulation
import Foundation
import Synchronization

/// Plays units of a planned experiment and writes each down as it ends.
public struct WorkRunner: Sendable {
  /// What became of a unit.
  public enum Outcome: Sendable, Equatable {
    /// Its results were there already.
    case found
    /// It was played, in so many seconds of one core; a file that did not count was replaced.
    case played(seconds: Double, replaced: Bool)
    /// Its results could not be written.
    case failed(WorkFault)
    /// Somebody stopped before it was finished.
    case stopped
  }

  /// How many threads a program can be asked for.
  public static let threadRange = 1...4_096

  /// What is played.
  public let work: WorkExperiment
  /// The name of this machine, noted with the results.
  let host: String
  var calls = FileCalls()

  /// Creates a runner.
  public init(_ work: WorkExperiment) {
    self.work = work
    host = HostName.text
  }

  /// Plays units.
  /// - Parameters:
  ///   - units: the units of work, each played once.
  ///   - threads: how many units are played at once.
  ///   - isStopped: asked before every replication; true leaves what is not finished.
  ///   - finished: called once for each unit, never twice at a time.
  /// - Returns: what became of each, in the order given.
  public func run(
    _ units: [WorkUnit], threads: Int, isStopped: @escaping @Sendable () -> Bool = { false },
    finished: @escaping @Sendable (WorkUnit, Outcome) -> Void = { _, _ in }
  ) -> [Outcome] {
    // Once no file can be written, playing on would waste hours.
    let isLost = Mutex(false)
    return Parallel.map(units.count, threads: threads) { position in
      let outcome = self.outcome(of: units[position]) { isStopped() || isLost.withLock(\.self) }
      isLost.withLock { isLost in
        if case .failed(let fault) = outcome { isLost = isLost || fault.concernsAllUnits }
        finished(units[position], outcome)
      }
      return outcome
    }
  }

  private func outcome(of unit: WorkUnit, _ isStopped: () -> Bool) -> Outcome {
    do {
      let before = try work.folder.state(of: unit, in: work.plan)
      if case .done = before { return .found }
      let start = CoreClock.seconds
      var results: [[ReplicationResult]] = []
      for replication in unit.replicationNumbers {
        guard !isStopped() else { return .stopped }
        results.append(work.experiment.play(replication: replication, unit.treatmentPositions))
      }
      let seconds = WorkMeter.rounded(CoreClock.seconds - start)
      try write(results, of: unit, seconds: seconds)
      return .played(seconds: seconds, replaced: before != .missing)
    } catch let fault as WorkFault {
      // Another worker may have written it while this one could not.
      if case .done = try? work.folder.state(of: unit, in: work.plan) { return .found }
      return .failed(fault)
    } catch {
      preconditionFailure("results can be encoded: \(error)")
    }
  }

  private func write(_ results: [[ReplicationResult]], of unit: WorkUnit, seconds: Double) throws {
    guard try work.folder.plan().identity == work.plan.identity else {
      throw WorkFault.replacedPlan(folder: work.folder.path)
    }
    let notes = UnitFile.Notes(seconds: seconds, memoryBytes: WorkMeter.peakMemory, host: host)
    let data = try UnitFile.data(results, notes, of: unit, in: work.plan)
    try DurableFile(work.folder.path(of: unit), calls: calls).write(data)
  }
}
