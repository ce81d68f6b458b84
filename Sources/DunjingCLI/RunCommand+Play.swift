import Dunjing
import Foundation
import Synchronization

extension RunCommand {
  /// Plays what is missing; finished replications are kept at once.
  func play(
    _ experiment: Experiment, _ folder: RunFolder, of manifest: RunFolder.Manifest, threads: Int
  ) throws -> [[ReplicationResult]] {
    let progress = ProgressLine(text: progressText(experiment))
    let fault = Mutex<(any Error)?>(nil)
    Interruption.listen()
    let results = experiment.run(
      threads: threads,
      found: { resume ? folder.replication($0, of: manifest) : nil },
      planned: { progress.expect(available: $0.available, total: $0.expected) },
      finished: { number, results in
        do {
          try folder.write(results, replication: number, of: manifest)
        } catch {
          fault.withLock { $0 = error }
          return false
        }
        progress.advance()
        return !Interruption.isRequested
      })
    if let error = fault.withLock({ $0 }) { throw error }
    guard let results else { throw stopped(progress) }
    return results
  }

  /// What the progress line says; while a pilot is played, nobody knows how many replications will follow.
  private func progressText(_ experiment: Experiment) -> @Sendable (Int, Int, String) -> String {
    let isChinese = language.messages == .zh
    let pilot = experiment.precision == nil ? nil : experiment.replications
    return { done, total, rest in
      switch pilot {
      case nil:
        isChinese ? "重复 \(done)/\(total)，预计还需 \(rest)" : "replication \(done)/\(total), about \(rest) left"
      case .some(let pilot) where done <= pilot:
        isChinese
          ? "试运行 \(done)/\(pilot)，试运行预计还需 \(rest)" : "pilot \(done)/\(pilot), about \(rest) left of the pilot"
      default:
        isChinese
          ? "重复 \(done)，预计共 \(total) 次，还需 \(rest)"
          : "replication \(done) of probably \(total), about \(rest) left"
      }
    }
  }

  private func stopped(_ progress: ProgressLine) -> any Error {
    let (done, total) = progress.counts
    Message.write(
      language.messages == .zh
        ? "\n已停止：完成 \(done)/\(total) 次重复，已保存。加 --resume 继续。"
        : "\nStopped: \(done) of \(total) replications are kept. Go on with --resume."
    )
    return ExitStatus.interrupted
  }
}
