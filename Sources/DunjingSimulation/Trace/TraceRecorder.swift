// The contract of a recorder.
//
// To implement:
//   mutating func record(_ entry: TraceEntry)
// What comes free: the simulator hands over every entry as it happens and keeps none; each replication has its own copy of
// the recorder; and a run without a recorder pays one check for nil.

/// Is told of what happens while a replication is played, entry by entry, and keeps what it wants.
///
/// Entries come in the order of their time but for ``TraceStep/departed``, which is told when the way of the unit ends.
/// They hold indices of the world, times in seconds since the start of the run; Documentation/Trace.md describes the steps.
/// Of an incident that was open before recording began there is no ``TraceStep/received``.
public protocol TraceRecorder: Sendable {
  /// Takes note of an entry.
  mutating func record(_ entry: TraceEntry)
}
