import Dunjing
import Foundation

extension RunCommand {
  /// Plays a share of a planned experiment.
  func play(shard text: String) throws {
    try checkAlone()
    let environment = ProcessInfo.processInfo.environment
    let shard = try Shard.read(text)
    try WorkFolder(path).checkPlanned()
    let wanted = try ThreadOptions.countOfShard(threads)
    let budget = try memoryOptions.budget(in: language.messages)
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
        zh: "\(names.listed.zh) 不能与 --shard 同用：计划已经定下了这些。",
        en: "\(names.listed.en) cannot be used with --shard: the plan has decided that.")
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
