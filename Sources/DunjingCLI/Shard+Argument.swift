import Dunjing
import Foundation

extension Shard {
  /// Reads the argument of `--shard`.
  static func read(_ text: String) throws -> Shard {
    guard let shard = Shard(text, environment: ProcessInfo.processInfo.environment) else {
      throw CommandFault(
        zh: "--shard 应为 I/N（I 从 1 到 N），或在 Slurm 数组任务中用 slurm，而不是 \(text)。",
        en: "--shard has to be I/N with I from 1 to N, or slurm within a Slurm array, not \(text).")
    }
    return shard
  }
}
