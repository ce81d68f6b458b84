/// What a run needs of memory, part by part, in bytes.
public struct MemoryNeed: Sendable, Equatable {
  /// Bytes of the program and the compiled study.
  public var process: Int
  /// Bytes that one more thread has while it plays.
  public var thread: Int
  /// Bytes that are kept of one replication of all treatments until the end.
  public var replication: Int
  /// Bytes that are added at the end, when tables and reports are written.
  public var report: Int

  /// Creates a need.
  public init(process: Int, thread: Int, replication: Int, report: Int) {
    (self.process, self.thread) = (process, thread)
    (self.replication, self.report) = (replication, report)
  }

  /// The most that is needed at once.
  ///
  /// What threads had is taken as still held while the report is written: the allocator keeps most of it.
  public func bytes(threads: Int, replications: Int) -> Int {
    process + threads * thread + replications * replication + report
  }

  /// The most threads for which a limit suffices; nil where it does not even for one.
  /// - Parameters:
  ///   - wanted: how many threads there may be.
  ///   - replications: how many replications are kept until the end.
  ///   - limit: the memory there is, in bytes.
  public func threads(_ wanted: Int, replications: Int, within limit: Int) -> Int? {
    let room = limit - bytes(threads: 0, replications: replications)
    guard room >= thread else { return nil }
    return thread > 0 ? min(wanted, room / thread) : wanted
  }
}
