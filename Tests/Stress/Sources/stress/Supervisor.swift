import ArgumentParser
import Foundation
import StressTrials
import Synchronization

/// Hands ranges of cases to worker processes, goes on after a crash, and saves every case that failed.
///
/// More than one refused city in twenty is a failure as well: the generator means to draw what is valid.
final class Supervisor: Sendable {
  private let series: Series
  private let options: SeriesOptions
  private let next: Atomic<Int>
  private let state = Mutex(State())

  private struct State {
    var tally = Tally()
    var failures = 0
    var refusals: [String] = []
  }

  init(_ series: Series, _ options: SeriesOptions) {
    (self.series, self.options) = (series, options)
    next = Atomic(options.first)
  }

  func run() throws {
    let start = Date()
    DispatchQueue.concurrentPerform(iterations: max(1, options.jobs)) { _ in
      while let range = self.range() { self.work(range) }
    }
    let (tally, failures, refusals) = state.withLock { ($0.tally, $0.failures, $0.refusals) }
    for refusal in refusals.prefix(10) { print("refused: \(refusal)") }
    let seconds = Int(Date().timeIntervalSince(start).rounded())
    print(
      "\(series.rawValue): \(tally.played) played (\(tally.events) events), \(tally.refused) refused, "
        + "\(failures) failed, \(seconds) s")
    let isRefusedTooOften = series == .cities && tally.refused * 20 > tally.refused + tally.played
    guard failures == 0 && !isRefusedTooOften else { throw ExitCode.failure }
  }

  /// The next range of cases, or nil at the end or after too many failures.
  private func range() -> Range<Int>? {
    guard state.withLock({ $0.failures }) < options.failures else { return nil }
    let end = options.first + options.count
    let size = min(series == .cities ? 50 : 2_000, max(1, options.count / options.jobs))
    let first = next.add(size, ordering: .relaxed).oldValue
    return first < end ? first..<min(end, first + size) : nil
  }

  /// Plays a range; where a case ends the worker, another goes on after it.
  private func work(_ range: Range<Int>) {
    var first = range.lowerBound
    while first < range.upperBound {
      let process = Process()
      let pipe = Pipe()
      process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
      process.arguments = [
        "work", series.rawValue, "\(first)", "\(range.upperBound)", "--seed", "\(options.seed)"
      ]
      process.standardOutput = pipe
      process.standardError = FileHandle.nullDevice
      do { try process.run() } catch { return note(first, "cannot be started: \(error)") }
      let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      let last = take(output)
      if process.terminationStatus == 0 { return }
      if last == nil { note(first, "or a later case of its range ended the process without a word") }
      guard let last else { return }
      first = last + 1
    }
  }

  /// Takes the lines of a worker; returns the number of the case that failed last.
  private func take(_ output: String) -> Int? {
    var last: Int?
    for line in output.split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 2).map(String.init)
      guard words.count > 1, let number = Int(words[1]) else { continue }
      let rest = words.count > 2 ? words[2] : ""
      switch words[0] {
      case "fail":
        note(number, rest)
        last = number
      case "refused":
        state.withLock {
          $0.tally.refused += 1
          if !rest.isEmpty { $0.refusals.append("\(number) \(rest)") }
        }
      case "played":
        state.withLock {
          $0.tally.played += 1
          $0.tally.events += Int(rest) ?? 0
        }
      default: break
      }
    }
    return last
  }

  /// Counts a failure, tells of it at once and saves its files.
  private func note(_ number: Int, _ text: String) {
    state.withLock { $0.failures += 1 }
    let folder = "out/stress/\(series.rawValue)-\(options.seed)-\(number)"
    if let files = try? series.trial(seed: options.seed).files(number) {
      try? CaseFolder.write(files, to: folder)
    }
    print(
      """
      case \(number): \(text)
        saved as \(folder); scripts/stress reproduce \(series.rawValue) \(number) --seed \(options.seed)
      """)
  }
}
