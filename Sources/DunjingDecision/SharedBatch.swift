import DunjingParallel
import Synchronization

/// A batch that several processes play together, piece by piece.
///
/// A piece is finished when all its records are there, whoever wrote them.
final class SharedBatch: Sendable {
  private struct State {
    var schedule: ShardSchedule
    var ledger: PlanLedger
    /// Slots that are missing, with the piece they belong to.
    var missing: [PlanSlot: Int] = [:]
    /// How many are missing of each piece.
    var missingCounts: [Int]
    var isStopped = false

    mutating func note(_ record: PlanRecord) {
      ledger.note(record)
      guard let piece = missing.removeValue(forKey: record.slot) else { return }
      missingCounts[piece] -= 1
      if missingCounts[piece] == 0 { schedule.finish(piece) }
    }
  }

  private let company: any PlanCompany
  private let threads: Int
  private let state: Mutex<State>

  /// Creates a batch.
  /// - Parameters:
  ///   - pieces: the slots of each piece, in the same order in every process; those that the ledger holds are finished.
  ///   - threads: pieces that this process plays at once.
  init(_ pieces: [[PlanSlot]], ledger: PlanLedger, company: any PlanCompany, threads: Int) {
    (self.company, self.threads) = (company, threads)
    var state = State(
      schedule: ShardSchedule(pieces: pieces.count, shard: company.shard, threads: threads),
      ledger: ledger, missingCounts: pieces.map { _ in 0 })
    for (number, slots) in pieces.enumerated() {
      for slot in slots where ledger.values(of: slot) == nil && state.missing[slot] == nil {
        state.missing[slot] = number
        state.missingCounts[number] += 1
      }
      if state.missingCounts[number] == 0 { state.schedule.finish(number) }
    }
    self.state = Mutex(state)
  }

  /// Plays what nobody else plays, until everything is there.
  /// - Parameters:
  ///   - play: plays a piece on top of a ledger and hands over each record; false of the handing over stops it.
  ///   - record: called once for every record played here, never twice at a time; false stops.
  /// - Returns: the ledger with all records; nil if somebody stopped.
  func run(
    record: @escaping @Sendable (PlanRecord) -> Bool,
    _ play: @escaping @Sendable (Int, PlanLedger, @escaping @Sendable (PlanRecord) -> Bool) -> Void
  ) -> PlanLedger? {
    Parallel.forEach(threads, threads: threads) { _ in
      while let step = next() {
        switch step {
        case .play(let piece):
          let start = company.seconds
          play(piece, state.withLock(\.ledger)) { self.note($0, record) }
          company.note(pieceSeconds: company.seconds - start)
        case .wait:
          if !company.pause() { state.withLock { $0.isStopped = true } }
        case .done: return
        }
      }
    }
    return state.withLock { $0.isStopped || !$0.schedule.isFinished ? nil : $0.ledger }
  }

  /// What to do next; nil if somebody stopped.
  private func next() -> ShardSchedule.Step? {
    state.withLock { state in
      for record in company.news() { state.note(record) }
      guard !state.isStopped else { return nil }
      return state.schedule.next(isPresent: company.isPresent)
    }
  }

  private func note(_ own: PlanRecord, _ record: @Sendable (PlanRecord) -> Bool) -> Bool {
    state.withLock { state in
      guard !state.isStopped else { return false }
      state.note(own)
      if !record(own) { state.isStopped = true }
      return !state.isStopped
    }
  }
}
