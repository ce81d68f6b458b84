import DunjingDecision
import DunjingParallel
import Foundation
import Synchronization

/// What processes of a test tell each other: a board on which each writes what it has played.
final class Board: Sendable {
  private let notes = Mutex<[(shard: Int, record: PlanRecord)]>([])

  /// How many records were written, those played twice counted twice.
  var count: Int { notes.withLock(\.count) }

  func write(_ record: PlanRecord, by shard: Int) { notes.withLock { $0.append((shard, record)) } }

  func notes(from start: Int) -> ArraySlice<(shard: Int, record: PlanRecord)> {
    notes.withLock { $0[start...] }
  }
}

/// A process of a test, whose clock is the number of records on the board: no test waits for a real one.
final class FakeCompany: PlanCompany {
  let shard: Shard
  private let board: Board
  private let present: Set<Int>
  private let read = Mutex(0)

  /// - Parameter present: the processes of which something is heard.
  init(_ shard: Shard, _ board: Board, present: Set<Int>) {
    (self.shard, self.board, self.present) = (shard, board, present)
  }

  var seconds: Double { Double(board.count) }

  func news() -> [PlanRecord] {
    read.withLock { start in
      let new = board.notes(from: start)
      start += new.count
      return new.filter { $0.shard != shard.number }.map(\.record)
    }
  }

  func isPresent(_ number: Int) -> Bool { present.contains(number) }

  func note(pieceSeconds: Double) {}

  func pause() -> Bool {
    sched_yield()
    return true
  }

  /// Writes a record of this process down.
  func record(_ record: PlanRecord) -> Bool {
    board.write(record, by: shard.number)
    return true
  }
}
