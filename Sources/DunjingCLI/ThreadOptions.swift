import ArgumentParser
import Dunjing
import Foundation

/// How many threads a command uses.
struct ThreadOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      zh: "线程数（默认：全部处理器）。不影响结果。", en: "Threads (default: all processors). The result does not depend on it."))
  var threads: String?

  /// The number; all processors unless given.
  func count() throws -> Int { try Self.count(threads) ?? ProcessInfo.processInfo.activeProcessorCount }

  /// Reads a number of threads; nil unless given.
  static func count(_ text: String?) throws -> Int? {
    try text.map { try CommandNumber.whole($0, "--threads", in: WorkRunner.threadRange) }
  }

  /// The number for one of several processes: one thread, or those of the Slurm task, unless given.
  static func countOfShard(_ text: String?) throws -> Int {
    let task = ProcessInfo.processInfo.environment["SLURM_CPUS_PER_TASK"].flatMap(Int.init)
    return try count(text) ?? max(task ?? 1, 1)
  }
}
