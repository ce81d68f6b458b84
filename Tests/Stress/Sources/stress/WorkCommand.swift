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
    var tally = Tally()
    for number in first..<end {
      CrashReport.begin(number)
      let outcome = trial.play(trial.files(number), number: number)
      tally.add(outcome)
      switch outcome {
      case .failed(let text): CrashReport.line("fail \(number) \(text.replacing("\n", with: " | "))")
      case .refused(let text) where series == .cities:
        CrashReport.line("refused \(number) \(text.replacing("\n", with: " | "))")
      default: break
      }
    }
    CrashReport.line("tally \(tally.refused) \(tally.played) \(tally.events)")
  }
}

/// Counts of outcomes.
struct Tally: Sendable {
  var refused = 0
  var played = 0
  var events = 0

  mutating func add(_ outcome: TrialOutcome) {
    switch outcome {
    case .refused: refused += 1
    case .played(let number):
      played += 1
      events += number
    case .failed: break
    }
  }
}
