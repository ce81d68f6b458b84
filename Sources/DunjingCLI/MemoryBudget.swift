import Dunjing
import Foundation

/// How much memory a command may take, and with how many threads it keeps within.
struct MemoryBudget {
  private let given: Int?
  private let language: TextLanguage

  /// Reads the option `--memory`, in MB; without it the machine decides.
  init(_ option: String?, language: TextLanguage) throws {
    given = try option.map { try CommandNumber.whole($0, "--memory", in: 1...100_000_000) * 1_000_000 }
    self.language = language
  }

  /// The memory that this process may have in all, in bytes; nil where nothing is known.
  private var limit: Int? {
    given ?? MachineMemory().limit(resident: MemoryMeter.resident)
  }

  /// The threads with which an experiment and its report keep within the memory there is; says so where they are fewer.
  ///
  /// With a precision the replications of the pilot are certain, and count; the most there may be are warned of.
  /// - Throws: a `CommandFault` where not even one thread does.
  func threads(_ wanted: Int, for experiment: Experiment) throws -> Int {
    let most = experiment.precision?.maximumReplications ?? experiment.replications
    let wanted = min(wanted, max(most, 1))
    guard limit != nil else { return wanted }
    let meter = MemoryMeter(experiment)
    let need = MemoryNeed(
      process: meter.process, thread: meter.thread,
      replication: experiment.treatments.count * meter.resultBytes,
      report: try ReportMemory.bytes(of: experiment, after: meter.result))
    let threads = try threads(wanted, need, replications: experiment.replications, for: .run)
    if let limit, most > experiment.replications, need.bytes(threads: threads, replications: most) > limit {
      let text = MemoryText(need, limit: limit, for: .run).warning(threads: threads, replications: most)
      Message.write(Message.warning(text, in: language))
    }
    return threads
  }

  /// The threads with which a shard of a planned experiment keeps within the memory there is.
  /// - Throws: a `CommandFault` where not even one thread does.
  func threads(_ wanted: Int, for session: WorkSession, _ shard: Shard) throws -> Int {
    let wanted = min(wanted, max(session.plan.units(of: shard).count, 1))
    guard limit != nil, session.isOpen(shard) else { return wanted }
    return try threads(wanted, session.memoryNeed(), replications: 0, for: .units)
  }

  /// The threads with which plans of a study are compared within the memory there is, and how many states after the warm-up
  /// may stay, from which every plan goes on: without them a warm-up is played again, to the same result.
  /// - Parameter world: compiled only where the memory is known.
  /// - Throws: a `CommandFault` where not even one thread does.
  func comparison(
    _ wanted: Int, of world: @autoclosure () -> World, states: Int
  ) throws -> (threads: Int, states: Int) {
    guard let limit else { return (wanted, states) }
    let meter = MemoryMeter(Experiment(world()))
    let need = MemoryNeed(process: meter.process, thread: meter.thread, replication: 0, report: 0)
    let threads = try threads(wanted, need, replications: 0, for: .search)
    // Of what a thread has while it plays, two branches, a state is one.
    let room = (limit - need.bytes(threads: threads, replications: 0)) / max(meter.thread / 2, 1)
    return (threads, min(states, room))
  }

  private func threads(
    _ wanted: Int, _ need: MemoryNeed, replications: Int, for purpose: MemoryText.Purpose
  ) throws -> Int {
    guard let limit else { return wanted }
    let text = MemoryText(need, limit: limit, for: purpose)
    guard let threads = need.threads(wanted, replications: replications, within: limit) else {
      throw text.refusal(replications: replications)
    }
    if threads < wanted {
      let fewer = text.fewer(threads, of: wanted, replications: replications)
      Message.write(Message.warning(fewer, in: language))
    }
    return threads
  }
}
