import ArgumentParser
import Dunjing
import Foundation

/// `dunjing submit`: sends the units of a planned experiment out.
struct SubmitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit",
    abstract: "Sends the units of a planned experiment to Slurm, to GNU parallel, or plays them here.",
    discussion: """
      What is sent out is a script in the folder of the experiment, which --print only shows. Every machine has to see the \
      folder under the same path. Examples:

        dunjing submit out/jilin-plan --engine slurm --partition compute
        dunjing submit out/jilin-plan --engine parallel --hosts hosts.txt --print
      """)

  @Argument(help: "The folder of the planned experiment.")
  var path: String

  @Option(help: "slurm: a job array; parallel: GNU parallel, here or over ssh; local: this program.")
  var engine = SubmitScript.Engine.slurm

  @Flag(name: .customLong("print"), help: "Show the script, and write and start nothing.")
  var isShown = false

  @Option(help: "The worker to start on every machine, from scripts/build-worker (default: this program).")
  var worker: String?

  @Option(
    parsing: .unconditional,
    help: "Shards to divide the units into (default: one for each unit, as far as the engine allows).")
  var shards: String?

  @Option(help: "Slurm: the partition.")
  var partition: String?

  @Option(help: "Slurm: the account.")
  var account: String?

  @Option(
    parsing: .unconditional,
    help: "Slurm: minutes that a task may take (default: four times what the plan expects).")
  var minutes: String?

  @Option(parsing: .unconditional, help: "Slurm: megabytes that a task may use (default: from the plan).")
  var memory: String?

  @Option(help: "GNU parallel: a file for its --sshloginfile, a machine a line.")
  var hosts: String?

  @Option(parsing: .unconditional, help: "GNU parallel: workers on each machine (default: its cores).")
  var jobs: String?

  @Flag(help: "Send out again what was sent out before.")
  var again = false

  @Option(help: "Language of messages: zh, en or both (= by locale).")
  var language = LanguageOption.both

  func run() throws {
    try Reporting.run(in: language.messages) {
      let folder = WorkFolder(path)
      let plan = try folder.plan()
      let status = try folder.status(of: plan, threads: ProcessInfo.processInfo.activeProcessorCount)
      guard !status.isComplete else {
        print(StatusText(plan, status, path: path).text(in: language.messages))
        return
      }
      let script = SubmitScript(
        plan: plan, status: status, folder: URL(fileURLWithPath: path).standardizedFileURL.path,
        worker: try start(of: folder), wishes: try wishes())
      switch engine {
      case .local: try local()
      case .slurm: try slurm(script, folder)
      case .parallel: try parallel(script, folder)
      }
    }
  }

  private func wishes() throws -> SubmitScript.Wishes {
    func whole(_ text: String?, _ option: String, _ most: Int) throws -> Int? {
      try text.map { try CommandNumber.whole($0, option, in: 1...most) }
    }
    return SubmitScript.Wishes(
      shards: try whole(shards, "--shards", Shard.most), partition: partition, account: account,
      minutes: try whole(minutes, "--minutes", 100_000),
      memoryMegabytes: try whole(memory, "--memory", 10_000_000),
      hosts: hosts.map { URL(fileURLWithPath: $0).standardizedFileURL.path },
      jobs: try whole(jobs, "--jobs", 4_096))
  }

  /// The start of the command of a worker.
  private func start(of folder: WorkFolder) throws -> String {
    let experiment = Message.pasted(URL(fileURLWithPath: folder.path).standardizedFileURL.path)
    guard let worker else {
      let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
      return "\(Message.pasted(program)) run \(experiment)"
    }
    let path = URL(fileURLWithPath: worker).standardizedFileURL.path
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw CommandFault(
        zh: "--worker：\(path) 不是可执行文件。请先运行 scripts/build-worker。",
        en: "--worker: \(path) is no program. Make one with scripts/build-worker.")
    }
    return "\(Message.pasted(path)) \(experiment)"
  }

  private func local() throws {
    guard !isShown else { return print("dunjing resume \(Message.pasted(path))") }
    var command = ResumeCommand()
    command.path = path
    command.threadOptions = try ThreadOptions.parse([])
    command.language = language
    try command.run()
  }

  private func slurm(_ script: SubmitScript, _ folder: WorkFolder) throws {
    let text = script.slurm(largestIndex: isShown ? (try? largestIndex()) ?? 1_000 : try largestIndex())
    guard !isShown else { return print(text, terminator: "") }
    try send(text, "submit.slurm", to: folder) { file in
      let output = try EngineProgram.run("sbatch", ["--parsable", file], for: engine)
      return output.split(separator: ";").first.map(String.init) ?? output
    }
  }

  /// Slurm's limit on the index of an array.
  private func largestIndex() throws -> Int {
    let text = try EngineProgram.run("scontrol", ["show", "config"], for: engine)
    let line = text.split(separator: "\n").first { $0.hasPrefix("MaxArraySize") }
    let size = line?.split(separator: "=").last.flatMap { Int($0.trimmingCharacters(in: .whitespaces)) }
    return max(1, (size ?? 1_001) - 1)
  }

  private func parallel(_ script: SubmitScript, _ folder: WorkFolder) throws {
    let text = script.parallel()
    guard !isShown else { return print(text, terminator: "") }
    try send(text, "submit.parallel", to: folder) { file in
      try EngineProgram.wait("sh", [file], needing: "parallel", for: engine)
      return nil
    }
  }

  /// Writes the script and starts it, unless somebody has done so.
  private func send(
    _ text: String, _ name: String, to folder: WorkFolder, _ start: (String) throws -> String?
  ) throws {
    let marker = try SubmitMarker(folder, engine, again: again)
    do {
      try ResultFolder.create(folder.path(of: SubmitScript.logs))
      let file = folder.path(of: name)
      try Data(text.utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
      let job = try start(file)
      try marker.note(job: job)
      say(job)
    } catch {
      marker.remove()
      throw error
    }
  }

  private func say(_ job: String?) {
    let path = Message.pasted(path)
    if let job {
      print(
        language.messages == .zh
          ? "已提交 Slurm 作业 \(job)；进度：dunjing status \(path)"
          : "Slurm job \(job) is submitted; how far it is: dunjing status \(path)")
    } else {
      print(
        language.messages == .zh
          ? "GNU parallel 已结束；结果：dunjing status \(path)"
          : "GNU parallel has ended; what there is: dunjing status \(path)")
    }
  }
}

extension SubmitScript.Engine: ExpressibleByArgument {}
