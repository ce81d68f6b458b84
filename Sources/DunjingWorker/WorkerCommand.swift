import ArgumentParser
import DunjingParallel
import DunjingScenario
import DunjingWork
import Foundation

/// `dunjing-worker`: plays units of a planned experiment, and nothing else.
///
/// It needs no library of the system and can be linked as one static file (`scripts/build-worker`).
@main
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dunjing-worker", abstract: "Plays units of an experiment that dunjing plan divided.",
    discussion: """
      Units whose results are there are not played again. Exit codes: 0 all units of the shard are there, 64 usage, 65 the \
      plan cannot be played by this program, 74 a result could not be written, 130 stopped.
      """)

  @Argument(help: "The folder of the planned experiment.")
  var path: String

  @Option(help: "The share of the units to play: I/N, or slurm for the task of a Slurm array.")
  var shard = Shard.whole.text

  @Option(help: "Units played at once.")
  var threads = 1

  func run() throws {
    let environment = ProcessInfo.processInfo.environment
    guard let share = Shard(shard, environment: environment) else {
      throw ValidationError(
        "--shard has to be I/N with I from 1 to N, or slurm within a Slurm array, not \(shard)")
    }
    let range = WorkRunner.threadRange
    guard range.contains(threads) else {
      throw ValidationError(
        "--threads has to be between \(range.lowerBound) and \(range.upperBound), not \(threads)")
    }
    Interruption.listen()
    do {
      let logger = WorkLog.logger("dunjing-worker", environment: environment)
      let session = try WorkSession(WorkFolder(path), logger: logger)
      let summary = session.play(share, threads: threads)
      print(summary.text.en)
      if summary.fault != nil { throw ExitCode(74) }
      if summary.stopped > 0 { throw ExitCode(130) }
    } catch let fault as WorkFault {
      FileHandle.standardError.write(Data("error: \(fault.text.en)\n".utf8))
      throw ExitCode(fault.isOfFiles ? 74 : 65)
    }
  }
}
