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
      Units whose results are there are not played again. Exit codes: 0 all units of the shard are there, 64 usage or too \
      little memory, 65 the plan cannot be played by this program, 74 a result could not be written, 130 stopped.
      """)

  @Argument(help: "The folder of the planned experiment.")
  var path: String

  @Option(help: "The share of the units to play: I/N, or slurm for the task of a Slurm array.")
  var shard = Shard.whole.text

  @Option(help: "Units played at once; fewer where memory does not suffice.")
  var threads = 1

  @Option(help: "Memory that it may take, in MB (default: nine tenths of what is left).")
  var memory: Int?

  func run() throws {
    let environment = ProcessInfo.processInfo.environment
    guard let share = Shard(shard, environment: environment) else {
      throw ValidationError(
        "--shard has to be I/N with I from 1 to N, or slurm within a Slurm array, not \(shard)")
    }
    let range = WorkRunner.threadRange
    guard memory.map({ (1...100_000_000).contains($0) }) ?? true else {
      throw ValidationError("--memory has to be from 1 to 100000000 MB")
    }
    guard range.contains(threads) else {
      throw ValidationError(
        "--threads has to be between \(range.lowerBound) and \(range.upperBound), not \(threads)")
    }
    Interruption.listen()
    do {
      let logger = WorkLog.logger("dunjing-worker", environment: environment)
      let session = try WorkSession(WorkFolder(path), logger: logger)
      let summary = session.play(share, threads: try threads(for: session, share))
      print(summary.text.en)
      if summary.fault != nil { throw ExitCode(74) }
      if summary.stopped > 0 { throw ExitCode(130) }
    } catch let fault as WorkFault {
      write("error: \(fault.text.en)")
      throw ExitCode(fault.isOfFiles ? 74 : 65)
    }
  }

  /// The threads for which the memory suffices.
  private func threads(for session: WorkSession, _ share: Shard) throws -> Int {
    let limit = memory.map { $0 * 1_000_000 } ?? MachineMemory().limit(resident: MemoryMeter.resident)
    guard let limit, session.isOpen(share) else { return threads }
    let need = session.memoryNeed()
    let possible = need.threads(threads, replications: 0, within: limit)
    guard possible != threads else { return threads }
    let megabytes = (need.bytes(threads: 1, replications: 0) / 1_000_000, limit / 1_000_000)
    let text = "a unit needs about \(megabytes.0) MB, and \(megabytes.1) MB are available"
    guard let possible else {
      write("error: too little memory: \(text); plan smaller units with dunjing plan --unit-seconds.")
      throw ExitCode(64)
    }
    write("This uses \(possible) of \(threads) threads: \(text).")
    return possible
  }

  private func write(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}
