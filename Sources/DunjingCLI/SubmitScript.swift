import Dunjing

/// The script that an engine runs to play work in shards.
struct SubmitScript {
  /// What plays shards elsewhere.
  enum Engine: String, CaseIterable {
    case slurm
    case parallel
    case local
  }

  /// What somebody may say about the machines.
  struct Wishes {
    var partition: String?
    var account: String?
    var minutes: Int?
    var memoryMegabytes: Int?
    var hosts: String?
    var jobs: Int?
  }

  let work: any SubmitWork
  /// The absolute path of the folder.
  let folder: String
  let wishes: Wishes

  /// Files and folders that submitting writes into the folder.
  static let files = ["submit.slurm", "submit.parallel", marker, logs]
  /// The file that says that and how work was sent out.
  static let marker = "submitted.json"
  /// The folder of what workers print.
  static let logs = "logs"

  /// A job array of Slurm.
  /// - Parameter largest: the largest index of an array that Slurm allows.
  func slurm(largestIndex largest: Int) -> String {
    let shards = work.shards(atMost: largest)
    let log = FolderPath.joined(folder.replacing("%", with: "%%"), "\(Self.logs)/%A_%a.log")
    var options = [
      "--job-name=\(work.name)", "--array=\(work.open(of: shards).ranges(dash: "-", separator: ","))",
      "--nodes=1", "--ntasks=1", "--cpus-per-task=1", "--requeue", "--open-mode=append",
      "--output=\"\(log)\""
    ]
    let values: [(String, String?)] = [
      ("mem", (wishes.memoryMegabytes ?? work.memoryMegabytes).map { "\($0)M" }),
      ("time", (wishes.minutes ?? work.minutes(shards)).map { "\($0)" }), ("partition", wishes.partition),
      ("account", wishes.account)
    ]
    for case (let name, .some(let value)) in values { options.append("--\(name)=\(value)") }
    return """
      #!/bin/sh
      \(work.comment)
      \(options.map { "#SBATCH \($0)" }.joined(separator: "\n"))
      \(enter("\n"))exec \(work.command) --shard "$SLURM_ARRAY_TASK_ID/\(shards)"

      """
  }

  /// A job of GNU parallel, here or on the machines of a file for `--sshloginfile`.
  func parallel() -> String {
    let shards = work.shards(atMost: Shard.most)
    let place = wishes.hosts.map { " --sshloginfile \(Message.pasted($0))" } ?? ""
    let jobs = wishes.jobs.map { " --jobs \($0)" } ?? ""
    let commands = work.open(of: shards).map { "\(enter(" "))\(work.command) --shard \($0)/\(shards)" }
    return """
      #!/bin/sh
      \(work.comment)
      # The commands are read from lines, in which GNU parallel replaces nothing.
      exec parallel --will-cite\(jobs)\(place) --retries 3 --halt never --nice 10 --line-buffer --tagstring '{#}' \\
        --joblog \(Message.pasted(FolderPath.joined(folder, "\(Self.logs)/parallel.tsv"))) <<'END'
      \(commands.joined(separator: "\n"))
      END

      """
  }

  /// The start of a script that goes to where workers start.
  private func enter(_ end: String) -> String { work.directory.map { "cd \($0) &&\(end)" } ?? "" }
}
