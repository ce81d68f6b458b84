import Dunjing

/// The script that an engine runs to play the units of a planned experiment.
struct SubmitScript {
  /// What plays units elsewhere.
  enum Engine: String, CaseIterable {
    case slurm
    case parallel
    case local
  }

  /// What somebody may say about the machines.
  struct Wishes {
    var shards: Int?
    var partition: String?
    var account: String?
    var minutes: Int?
    var memoryMegabytes: Int?
    var hosts: String?
    var jobs: Int?
  }

  let plan: WorkPlan
  let status: WorkStatus
  /// The absolute path of the experiment.
  let folder: String
  /// The start of the command that plays a shard, ready for a shell.
  let worker: String
  let wishes: Wishes

  /// Files and folders that submitting writes into the experiment.
  static let files = ["submit.slurm", "submit.parallel", marker, logs]
  /// The file that says that and how the units were sent out.
  static let marker = "submitted.json"
  /// The folder of what workers print.
  static let logs = "logs"

  /// How many shards the units are divided into.
  func shards(atMost limit: Int) -> Int { min(plan.units.count, wishes.shards ?? limit, limit) }

  /// The shards with something to do.
  func open(of shards: Int) -> [Int] {
    Set(zip(plan.units, status.units).filter { !$1.isDone }.map { ($0.0.number - 1) % shards + 1 }).sorted()
  }

  /// Minutes that a shard may take: four times what the plan expects, as other machines may be slower, and five at least.
  func minutes(_ shards: Int) -> Int {
    if let minutes = wishes.minutes { return minutes }
    let most = (plan.units.count + shards - 1) / shards
    let longest = plan.units.map(plan.cost.seconds).max() ?? 0
    let seconds = plan.cost.startSeconds + Double(most) * longest
    return max(5, Int((4 * seconds / 60).rounded(.up)))
  }

  /// Megabytes that a worker may use: half as much again as measured, and 200 more.
  var memoryMegabytes: Int {
    wishes.memoryMegabytes ?? Int(1.5 * Double(plan.cost.memoryBytes) / 1e6) + 200
  }

  /// A job array of Slurm.
  /// - Parameter largest: the largest index of an array that Slurm allows.
  func slurm(largestIndex largest: Int) -> String {
    let shards = shards(atMost: largest)
    let log = folder.replacing("%", with: "%%") + "/\(Self.logs)/%A_%a.log"
    var options = [
      "--job-name=dunjing-\(plan.identity)", "--array=\(open(of: shards).ranges(dash: "-", separator: ","))",
      "--nodes=1",
      "--ntasks=1", "--cpus-per-task=1", "--mem=\(memoryMegabytes)M", "--time=\(minutes(shards))",
      "--requeue",
      "--open-mode=append", "--output=\"\(log)\""
    ]
    if let partition = wishes.partition { options.append("--partition=\(partition)") }
    if let account = wishes.account { options.append("--account=\(account)") }
    return """
      #!/bin/sh
      # Plays \(status.total - status.done) of \(status.total) units; a task that is lost with its node runs again, and
      # units that are there are not played again.
      \(options.map { "#SBATCH \($0)" }.joined(separator: "\n"))
      exec \(worker) --shard "$SLURM_ARRAY_TASK_ID/\(shards)"

      """
  }

  /// A job of GNU parallel, here or on the machines of a file for `--sshloginfile`.
  func parallel() -> String {
    let shards = shards(atMost: Shard.most)
    let place = wishes.hosts.map { " --sshloginfile \(Message.pasted($0))" } ?? ""
    let jobs = wishes.jobs.map { " --jobs \($0)" } ?? ""
    return """
      #!/bin/sh
      # Plays \(status.total - status.done) of \(status.total) units; a shard that fails or is killed is tried again, and
      # units that are there are not played again.
      exec parallel --will-cite\(jobs)\(place) --retries 3 --halt never --nice 10 --line-buffer \\
        --tagstring '{}/\(shards)' --joblog \(Message.pasted("\(folder)/\(Self.logs)/parallel.tsv")) \\
        \(Self.quoted("\(worker) --shard {}/\(shards)")) ::: \(open(of: shards).map(String.init).joined(separator: " "))

      """
  }

  /// A command as one word of a shell.
  private static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }
}
