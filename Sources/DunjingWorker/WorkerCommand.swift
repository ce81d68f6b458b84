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
      throw usage(
        zh: "--shard 应写成 I/N，I 为 1 到 N；在 Slurm 数组任务中也可写 slurm；而不是 \(shard)。",
        en: "--shard has to be I/N with I from 1 to N, or slurm within a Slurm array, not \(shard).")
    }
    guard !path.isEmpty else {
      throw usage(
        zh: "文件夹的路径是空的，可能是 shell 变量没有设置；请写出它。",
        en: "the path of the folder is empty; perhaps a variable of the shell is not set. Write it.")
    }
    let range = WorkRunner.threadRange
    guard memory.map({ (1...100_000_000).contains($0) }) ?? true else {
      throw usage(
        zh: "--memory 应为 1 到 100000000（MB）。", en: "--memory has to be from 1 to 100000000 (MB).")
    }
    guard range.contains(threads) else {
      throw usage(
        zh: "--threads 应为 \(range.lowerBound) 到 \(range.upperBound) 的整数，而不是 \(threads)。",
        en:
          "--threads has to be a whole number between \(range.lowerBound) and \(range.upperBound), not \(threads)."
      )
    }
    Interruption.listen()
    do {
      let logger = WorkLog.logger("dunjing-worker", environment: environment)
      let session = try WorkSession(WorkFolder(path), logger: logger)
      let summary = session.play(share, threads: try threads(for: session, share))
      print(summary.text.text(in: .ofLocale))
      if let fault = summary.fault { throw fault }
      if summary.stopped > 0 { throw ExitCode(130) }
    } catch let fault as WorkFault {
      write(error: fault.text)
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
    guard let possible else {
      write(
        error: LocalizedText(
          zh: "内存不足：一个单元约需 \(megabytes.0) MB，可用 \(megabytes.1) MB。请用 dunjing plan --unit-seconds 划分更小的单元。",
          en:
            "too little memory: a unit needs about \(megabytes.0) MB, and \(megabytes.1) MB are available. Plan smaller "
            + "units with dunjing plan --unit-seconds."))
      throw ExitCode(64)
    }
    write(
      LocalizedText(
        zh: "使用 \(possible) 个线程，而不是 \(threads) 个：一个单元约需 \(megabytes.0) MB，可用 \(megabytes.1) MB。结果不变。",
        en:
          "This uses \(possible) of \(threads) threads: a unit needs about \(megabytes.0) MB, and \(megabytes.1) MB are "
          + "available. The result does not depend on it."))
    return possible
  }

  private func usage(zh: String, en: String) -> ValidationError {
    ValidationError(LocalizedText(zh: zh, en: en).text(in: .ofLocale))
  }

  private func write(error text: LocalizedText) {
    write(LocalizedText(zh: "错误：" + text.zh, en: "error: " + text.en))
  }

  private func write(_ text: LocalizedText) {
    // Where nobody can read it, the program goes on.
    try? FileHandle.standardError.write(contentsOf: Data((text.text(in: .ofLocale) + "\n").utf8))
  }
}
