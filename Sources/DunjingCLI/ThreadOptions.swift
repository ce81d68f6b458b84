import ArgumentParser
import Dunjing
import Foundation

/// How many threads a command uses.
struct ThreadOptions: ParsableArguments {
  @Option(
    parsing: .unconditional, help: "Threads (default: all processors). The result does not depend on it.")
  var threads: String?

  /// The number; all processors unless given.
  func count() throws -> Int {
    try Self.count(threads) ?? ProcessInfo.processInfo.activeProcessorCount
  }

  /// Reads a number of threads; nil unless given.
  static func count(_ text: String?) throws -> Int? {
    try text.map { try CommandNumber.whole($0, "--threads", in: WorkRunner.threadRange) }
  }
}
