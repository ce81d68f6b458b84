import DunjingParallel

/// Other processes that play the same search or sweep, each beginning with a share of every batch, and what they have
/// written down.
///
/// Whoever asks for the same batches in the same order on the same records gets the same result, so that every process ends
/// with all of it. No process has to outlive another.
public protocol PlanCompany: Sendable {
  /// Which of the processes this is.
  var shard: Shard { get }

  /// What the others have written since the last call; nothing if that was less than some seconds ago.
  func news(every seconds: Double) -> [PlanRecord]

  /// Whether something was heard of another process within the last seconds.
  func isPresent(_ number: Int, within seconds: Double) -> Bool

  /// Seconds of a clock that never goes back.
  var seconds: Double { get }

  /// Waits some seconds; false if somebody stopped.
  func pause(_ seconds: Double) -> Bool
}
