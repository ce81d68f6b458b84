import ArgumentParser
import Dunjing
import Foundation

/// How a search or a sweep is divided among processes, here or on many machines.
struct CompanyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      zh: "与其他进程在同一文件夹中一起计算，为 N 个中的第 I 个；slurm：按 Slurm 数组任务编号。",
      en:
        "Play together with other processes in the same folder, as number I of N; slurm: as the task of a Slurm array is numbered.",
      valueName: "I/N"))
  var shard: String?

  @Flag(
    help: ArgumentHelp(zh: "只准备文件夹，供 dunjing submit 使用。", en: "Only prepare the folder, for dunjing submit."))
  var prepare = false

  /// Which of the processes this is; nil alone.
  func place() throws -> Shard? { try shard.map(Shard.read) }

  /// The threads of this process: all processors alone, and as a share of many one, unless given.
  func threadCount(_ options: ThreadOptions) throws -> Int {
    shard == nil ? try options.count() : try ThreadOptions.countOfShard(options.threads)
  }

  /// Makes sure that the options go together.
  func check(overwrite: Bool) throws {
    guard shard != nil, prepare || overwrite else { return }
    let name = prepare ? "--prepare" : "--overwrite"
    throw CommandFault(
      zh: "\(name) 不能与 --shard 同用：先用 \(name) 准备好文件夹，再启动各个进程。",
      en: "\(name) cannot be used with --shard: first prepare the folder with it, then start the processes.")
  }
}
