import ArgumentParser
import Foundation
import StressTrials

/// Plays a range of cases in a process of its own: a case that crashes or hangs ends it, and says its number first.
struct WorkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "work", abstract: "Plays a range of cases, one line for each failure.", shouldDisplay: false)
  @Argument var series: Series
  @Argument var first: Int
  @Argument var end: Int
  @Option var seed: UInt64 = 20_231_222

  func run() throws {
    let trial = try series.trial(seed: seed)
    CrashReport.install()
    Watchdog.start(patience: series.patience)
    for number in first..<end {
      CrashReport.begin(number)
      let outcome = trial.play(trial.files(number), number: number)
      switch outcome {
      case .failed(let text): CrashReport.line("fail \(number) \(text.replacing("\n", with: " | "))")
      case .refused(let text):
        // A file is meant to be broken, a city is not.
        let reason = series == .cities ? text.replacing("\n", with: " | ") : ""
        CrashReport.line("refused \(number) \(reason)")
      case .played(let events): CrashReport.line("played \(number) \(events)")
      }
    }
  }
}

/// Counts of outcomes.
struct Tally: Sendable {
  var refused = 0
  var played = 0
  var events = 0
}
