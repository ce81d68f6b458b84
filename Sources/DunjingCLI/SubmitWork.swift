import Dunjing

/// Work that an engine can play in shards.
protocol SubmitWork {
  /// A name for the job.
  var name: String { get }
  /// What the script says about itself, a comment of a shell.
  var comment: String { get }
  /// The folder in which workers start, ready for a shell; nil where it does not matter.
  var directory: String? { get }
  /// The start of the command that plays a shard, ready for a shell.
  var command: String { get }
  /// How many shards GNU parallel plays here at once; nil for one on each core.
  var jobs: Int? { get }
  /// How many shards there are where an engine allows so many.
  func shards(atMost limit: Int) -> Int
  /// The shards with something to do.
  func open(of shards: Int) -> [Int]
  /// Minutes that a shard may take; nil where nobody knows.
  func minutes(_ shards: Int) -> Int?
  /// Megabytes that a worker may use; nil where nobody knows.
  var memoryMegabytes: Int? { get }
}

/// The units of a planned experiment.
struct UnitsWork: SubmitWork {
  let plan: WorkPlan
  let status: WorkStatus
  let command: String
  /// How many shards somebody wants.
  let wanted: Int?

  var name: String { "dunjing-\(plan.identity)" }
  var directory: String? { nil }

  var comment: String {
    """
    # Plays \(status.total - status.done) of \(status.total) units; one that is lost with its worker is played again, and
    # units that are there are not.
    """
  }

  var jobs: Int? { nil }

  func shards(atMost limit: Int) -> Int { min(plan.units.count, wanted ?? limit, limit) }

  func open(of shards: Int) -> [Int] {
    Set(zip(plan.units, status.units).filter { !$1.isDone }.map { ($0.0.number - 1) % shards + 1 }).sorted()
  }

  /// Four times what the plan expects, as other machines may be slower, and five at least.
  func minutes(_ shards: Int) -> Int? {
    let most = (plan.units.count + shards - 1) / shards
    let longest = plan.units.map(plan.cost.seconds).max() ?? 0
    let seconds = plan.cost.startSeconds + Double(most) * longest
    return max(5, Int((4 * seconds / 60).rounded(.up)))
  }

  /// Half as much again as measured, and 200 more.
  var memoryMegabytes: Int? { Int(1.5 * Double(plan.memoryBytes) / 1e6) + 200 }
}

/// A search or a sweep, whose processes share its folder.
struct HistoryWork: SubmitWork {
  let file: CommandFile
  /// The path of the program.
  let program: String
  /// How many processes somebody wants.
  let wanted: Int

  var name: String { "dunjing-\(file.arguments.first ?? "")" }
  var directory: String? { Message.pasted(file.directory) }
  var command: String { "\(Message.pasted(program)) \(file.text)" }

  var comment: String {
    """
    # \(wanted) processes play together; each ends with the whole result, and none needs another to live.
    """
  }

  /// All at once, as they play together.
  var jobs: Int? { wanted }
  func shards(atMost limit: Int) -> Int { min(wanted, limit) }
  func open(of shards: Int) -> [Int] { Array(1...shards) }
  func minutes(_ shards: Int) -> Int? { nil }
  var memoryMegabytes: Int? { nil }
}
