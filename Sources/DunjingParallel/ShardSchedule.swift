/// Which piece of a batch a process should take next, where several processes play the same batch and learn what the others
/// have finished.
///
/// Each begins with its own block of pieces. Then it helps whoever has most left, from the far end of that block; of a
/// block of which no more is left than its owner has in hand, it takes nothing and waits. An owner of whom nothing is heard
/// is absent: nobody waits for it, and its pieces go to whoever is free. Pieces are the same whoever plays them, so that the
/// schedule decides how long a batch takes and never what comes of it.
public struct ShardSchedule: Sendable {
  /// What to do next.
  public enum Step: Sendable, Equatable {
    /// Take this piece.
    case play(Int)
    /// What is left is in the hands of others.
    case wait
    /// Nothing is left, or only what other threads of this process have in hand.
    case done
  }

  private enum State { case open, taken, finished }

  private let shard: Shard
  private let threads: Int
  private var states: [State]
  private var left: Int

  /// Creates the schedule of a batch.
  /// - Parameters:
  ///   - pieces: how many there are.
  ///   - shard: which of the processes this is.
  ///   - threads: pieces that a process has in hand at once.
  /// - Precondition: at least one thread.
  public init(pieces: Int, shard: Shard, threads: Int) {
    precondition(threads > 0, "somebody has to play")
    (self.shard, self.threads) = (shard, threads)
    states = Array(repeating: .open, count: pieces)
    left = pieces
  }

  /// Whether every piece is finished.
  public var isFinished: Bool { left == 0 }

  /// The pieces that a process begins with.
  public func block(of number: Int) -> Range<Int> {
    (states.count * (number - 1) / shard.count)..<(states.count * number / shard.count)
  }

  /// Notes that a piece is finished, whoever played it.
  public mutating func finish(_ piece: Int) {
    guard states[piece] != .finished else { return }
    states[piece] = .finished
    left -= 1
  }

  /// Says what to do, and notes the piece as taken.
  /// - Parameter isPresent: whether something was heard of another process lately.
  public mutating func next(isPresent: (Int) -> Bool) -> Step {
    guard let piece = own() ?? helped(isPresent) else {
      return isWaiting ? .wait : .done
    }
    states[piece] = .taken
    return .play(piece)
  }

  private func own() -> Int? { block(of: shard.number).first { states[$0] == .open } }

  /// A piece of the process with most left to take.
  private func helped(_ isPresent: (Int) -> Bool) -> Int? {
    var (best, most): ([Int], Int) = ([], 0)
    // Those who follow come first, so that not everybody helps the same one.
    for step in 1..<max(shard.count, 2) {
      let number = (shard.number - 1 + step) % shard.count + 1
      let open = block(of: number).filter { states[$0] == .open }
      let spare = isPresent(number) ? open.dropFirst(threads) : open[...]
      if spare.count > most { (best, most) = (Array(spare), spare.count) }
    }
    return best.isEmpty ? nil : best[best.count - 1 - (shard.number - 1) % best.count]
  }

  /// Whether pieces are left that no thread of this process has in hand.
  private var isWaiting: Bool { states.contains(.open) }
}
