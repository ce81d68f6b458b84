import DunjingParallel
import DunjingScenario
import DunjingWorld
import Foundation
import Logging
import Synchronization

/// What a worker does from its start to its end: opens a planned experiment, plays a shard of it, and says what became of it.
public struct WorkSession: Sendable {
  /// What became of a shard.
  public struct Summary: Sendable, Equatable {
    /// Units that were there.
    public var found = 0
    /// Units that were played.
    public var played = 0
    /// Units that were not finished, as somebody stopped.
    public var stopped = 0
    /// The first fault, where units failed.
    public var fault: WorkFault?
    /// Units that failed.
    public var failed = 0

    /// Creates what became of nothing yet, or of units that failed all alike.
    init(fault: WorkFault? = nil, failed: Int = 0) {
      (self.fault, self.failed) = (fault, failed)
    }
  }

  let work: WorkExperiment
  private let logger: Logger

  /// Opens an experiment.
  /// - Parameters:
  ///   - folder: the folder of the experiment.
  ///   - travelStore: where travel times may have been kept.
  ///   - logger: where units are noted: those played at level notice, those found at debug, faults at info.
  /// - Throws: a ``WorkFault``.
  public init(_ folder: WorkFolder, travelStore: (any TravelStore)? = nil, logger: Logger) throws {
    work = try WorkExperiment(folder, travelStore: travelStore)
    self.logger = logger
    logger.debug("opened", metadata: ["plan": "\(work.plan.identity)", "engine": "\(work.plan.engine)"])
  }

  /// The plan.
  public var plan: WorkPlan { work.plan }

  /// Plays a shard.
  /// - Parameters:
  ///   - shard: the share of the units that this session plays.
  ///   - threads: how many units are played at once.
  ///   - finished: called once for each unit, never twice at a time.
  public func play(
    _ shard: Shard, threads: Int, finished: @escaping @Sendable (WorkRunner.Outcome) -> Void = { _ in }
  ) -> Summary {
    let units = work.folder.path(of: WorkFolder.units)
    if isOpen(shard), access(units, W_OK) != 0 {
      // Before hours are played that cannot be written.
      return Summary(fault: .file(path: units, code: errno), failed: plan.units(of: shard).count)
    }
    let summary = Mutex(Summary())
    _ = WorkRunner(work).run(
      plan.units(of: shard), threads: threads, isStopped: { Interruption.isRequested },
      finished: { unit, outcome in
        note(unit, outcome)
        summary.withLock { $0.add(outcome) }
        finished(outcome)
      })
    return summary.withLock(\.self)
  }

  private func note(_ unit: WorkUnit, _ outcome: WorkRunner.Outcome) {
    let metadata: Logger.Metadata = ["unit": "\(unit.number)"]
    switch outcome {
    case .found: logger.debug("found", metadata: metadata)
    case .played(let seconds, let replaced):
      if replaced { logger.warning("replaced a file that did not count", metadata: metadata) }
      logger.notice("played", metadata: metadata.merging(["seconds": "\(seconds)"]) { $1 })
    // The first one is told by who asks for the summary.
    case .failed(let fault): logger.info("failed: \(fault.text.en)", metadata: metadata)
    case .stopped: logger.notice("stopped before its end", metadata: metadata)
    }
  }
}

extension WorkSession.Summary {
  mutating func add(_ outcome: WorkRunner.Outcome) {
    switch outcome {
    case .found: found += 1
    case .played: played += 1
    case .stopped: stopped += 1
    case .failed(let fault):
      failed += 1
      self.fault = self.fault ?? fault
    }
  }

  /// What became of the shard, in words.
  public var text: LocalizedText {
    var zh = "已算 \(played) 个工作单元，已有 \(found) 个"
    var en = "\(played) unit\(played == 1 ? "" : "s") played, \(found) there before"
    if stopped > 0 {
      zh += "，停止时未完成 \(stopped) 个"
      en += ", \(stopped) not finished when it was stopped"
    }
    if failed > 0 {
      zh += "，失败 \(failed) 个"
      en += ", \(failed) failed"
    }
    return LocalizedText(zh: zh + "。", en: en + ".")
  }
}
