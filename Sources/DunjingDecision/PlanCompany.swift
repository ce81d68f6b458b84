import DunjingParallel

/// Other processes that play the same search or sweep, each beginning with a share of every batch, and what they have
/// written down.
///
/// Whoever asks for the same batches in the same order on the same records gets the same result, so that every process ends
/// with all of it. No process has to outlive another.
public protocol PlanCompany: Sendable {
  /// Which of the processes this is.
  var shard: Shard { get }

  /// What the others have written since the last call; nothing if that was a moment ago.
  func news() -> [PlanRecord]

  /// Whether something was heard of another process not too long ago.
  func isPresent(_ number: Int) -> Bool

  /// Seconds of a clock that never goes back.
  var seconds: Double { get }

  /// Notes how long a piece took this process, by which it knows how long others may take.
  func note(pieceSeconds: Double)

  /// Waits a moment; false if somebody stopped.
  func pause() -> Bool
}
