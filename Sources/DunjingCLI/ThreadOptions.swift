import ArgumentParser
import Foundation

/// How many threads a command uses.
struct ThreadOptions: ParsableArguments {
  @Option(
    parsing: .unconditional, help: "Threads (default: all processors). The result does not depend on it.")
  var threads: String?

  /// The number; all processors unless given.
  func count() throws -> Int {
    try threads.map { try CommandNumber.whole($0, "--threads", in: 1...4_096) }
      ?? ProcessInfo.processInfo.activeProcessorCount
  }
}
