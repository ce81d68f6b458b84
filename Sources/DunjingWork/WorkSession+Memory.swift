import DunjingParallel
import Foundation

extension WorkSession {
  /// Whether a unit of a shard has no file: then something is to be played, and needs memory.
  public func isOpen(_ shard: Shard) -> Bool {
    plan.units(of: shard).contains { !FileManager.default.fileExists(atPath: work.folder.path(of: $0)) }
  }

  /// What a shard needs of memory: of a unit that is played, its results and their text are kept until it is written.
  public func memoryNeed() -> MemoryNeed {
    let meter = MemoryMeter(work.experiment)
    let results = plan.units.map { $0.replications * $0.treatments }.max() ?? 0
    let bytes = meter.resultBytes + plan.cost.resultBytes * MemoryMeter.bytesToEncodeByte
    return MemoryNeed(
      process: meter.process, thread: meter.thread + results * bytes, replication: 0, report: 0)
  }
}
