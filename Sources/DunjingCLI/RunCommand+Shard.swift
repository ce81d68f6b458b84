import Dunjing
import Foundation

extension RunCommand {
  /// Plays a share of a planned experiment.
  func play(shard text: String) throws {
    try checkAlone()
    let environment = ProcessInfo.processInfo.environment
    guard let shard = Shard(text, environment: environment) else {
      throw CommandFault(
        zh: "--shard 应为 I/N（I 从 1 到 N），或在 Slurm 数组任务中用 slurm，而不是 \(text)。",
        en: "--shard has to be I/N with I from 1 to N, or slurm within a Slurm array, not \(text).")
    }
    let wanted = try ThreadOptions.count(threads) ?? environment["SLURM_CPUS_PER_TASK"].flatMap(Int.init) ?? 1
    let budget = try MemoryBudget(memory, language: language.messages)
    Interruption.listen()
    let session = try WorkSession(
      WorkFolder(path), travelStore: TravelFolder.standard(),
      logger: WorkLog.logger("dunjing", environment: environment))
    let threads = try budget.threads(max(wanted, 1), for: session, shard)
    try session.play(shard, threads: threads).finish(in: language.messages)
  }

  /// What the plan says cannot be said again.
  private func checkAlone() throws {
    let given: [(String, Bool)] = [
      ("--out", out != nil), ("--replications", options.replications != nil),
      ("--precision", options.precision != nil),
      ("--seed", options.seed != nil), ("--treatments", options.treatments != nil),
      ("--set", !setting.settings.isEmpty),
      ("--resume", resume), ("--overwrite", overwrite), ("--no-replay", noReplay), ("--json", json)
    ]
    let names = given.filter(\.1).map(\.0)
    guard names.isEmpty else {
      throw CommandFault(
        zh: "\(names.joined(separator: "、")) 不能与 --shard 同用：计划已经定下了这些。",
        en: "\(names.joined(separator: ", ")) cannot be used with --shard: the plan has decided that.")
    }
  }
}

extension WorkSession.Summary {
  /// Says what became of a shard, and ends the program by what it was.
  func finish(in language: TextLanguage) throws {
    print(text.text(in: language))
    if let fault { throw fault }
    if stopped > 0 { throw ExitStatus.interrupted }
  }
}
