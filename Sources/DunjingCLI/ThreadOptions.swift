import ArgumentParser
import Foundation

/// How many threads a command uses.
struct ThreadOptions: ParsableArguments {
  @Option(
    parsing: .unconditional, help: "Threads (default: all processors). The result does not depend on it.")
  var threads: String?

  /// The number; all processors unless given.
  func count() throws -> Int { try given ?? ProcessInfo.processInfo.activeProcessorCount }

  /// The number for one of several processes: one thread, or those of the Slurm task, unless given.
  func countOfShard() throws -> Int {
    let task = ProcessInfo.processInfo.environment["SLURM_CPUS_PER_TASK"].flatMap(Int.init)
    return try given ?? max(task ?? 1, 1)
  }

  private var given: Int? {
    get throws { try threads.map { try CommandNumber.whole($0, "--threads", in: 1...4_096) } }
  }
}
