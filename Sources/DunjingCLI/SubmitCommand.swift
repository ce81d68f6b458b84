import ArgumentParser
import Dunjing
import Foundation

/// `dunjing submit`: sends the units of a planned experiment out.
struct SubmitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit",
    abstract: String(
      zh: "把试验、搜索或参数扫描交给 Slurm、GNU parallel，或在本机计算。",
      en: "Sends work to Slurm, to GNU parallel, or plays it here: an experiment, a search or a sweep."),
    discussion: String(
      zh: """
        文件夹由 dunjing plan、dunjing optimize 或 dunjing sweep 写成。提交的是其中的一个脚本，--print 只显示它。各台机器须能以\
        同一路径看到该文件夹。
        """,
      en: """
        The folder is one of dunjing plan, of dunjing optimize or of dunjing sweep. What is sent out is a script in it, which \
        --print only shows. Every machine has to see the folder under the same path.
        """,
      examples: """
        dunjing submit out/jilin-plan --engine slurm --partition compute
        dunjing submit out/jilin-plan --engine parallel --hosts hosts.txt --print
        dunjing submit out/best --engine slurm --shards 8
        """))

  @Argument(
    help: ArgumentHelp(
      zh: "计划试验、搜索或参数扫描的文件夹。", en: "The folder of the planned experiment, the search or the sweep."))
  var path: String

  @Option(
    help: ArgumentHelp(
      zh: "slurm：数组作业；parallel：GNU parallel，在本机或经 ssh；local：本程序。",
      en: "slurm: a job array; parallel: GNU parallel, here or over ssh; local: this program."))
  var engine = SubmitScript.Engine.slurm

  @Flag(
    name: .customLong("print"),
    help: ArgumentHelp(zh: "只显示脚本，不写文件，也不启动。", en: "Show the script, and write and start nothing."))
  var isShown = false

  @Option(
    help: ArgumentHelp(
      zh: "每台机器上启动的计算程序，由 scripts/build-worker 生成（默认：本程序）。",
      en: "The worker to start on every machine, from scripts/build-worker (default: this program)."))
  var worker: String?

  @Option(
    parsing: .unconditional,
    help:
      ArgumentHelp(
        zh: "工作单元分成的份数（默认：每个单元一份，以引擎允许为限）；搜索或参数扫描的进程数。",
        en:
          "Shards to divide the units into (default: one for each unit, as far as the engine allows); processes of a search or a sweep."
      )
  )
  var shards: String?

  @Option(help: ArgumentHelp(zh: "Slurm：分区。", en: "Slurm: the partition."))
  var partition: String?

  @Option(help: ArgumentHelp(zh: "Slurm：账户。", en: "Slurm: the account."))
  var account: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      zh: "Slurm：一个任务可用的分钟数（默认：计划所估的四倍）。",
      en: "Slurm: minutes that a task may take (default: four times what the plan expects)."))
  var minutes: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      zh: "Slurm：一个任务可用的内存，MB（默认：按计划）。", en: "Slurm: megabytes that a task may use (default: from the plan).")
  )
  var memory: String?

  @Option(
    help: ArgumentHelp(
      zh: "GNU parallel：其 --sshloginfile 的文件，每行一台机器。",
      en: "GNU parallel: a file for its --sshloginfile, a machine a line."))
  var hosts: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      zh: "GNU parallel：每台机器上的进程数（默认：其核心数）。",
      en: "GNU parallel: workers on each machine (default: its cores)."))
  var jobs: String?

  @Flag(help: ArgumentHelp(zh: "已经提交过的再提交一次。", en: "Send out again what was sent out before."))
  var again = false

  @Option(help: LanguageOption.ofMessages)
  var language = LanguageOption.both

  func run() throws {
    try Reporting.run(in: language.messages) {
      guard let work = try work() else { return }
      let script = SubmitScript(
        work: work, folder: URL(fileURLWithPath: path).standardizedFileURL.path, wishes: try wishes(work))
      switch engine {
      case .local: try local(work)
      case .slurm: try slurm(script)
      case .parallel: try parallel(script)
      }
    }
  }

  /// What is in the folder; nil where nothing is left to do.
  private func work() throws -> (any SubmitWork)? {
    let folder = WorkFolder(path)
    let isPlan = FileManager.default.fileExists(atPath: folder.path(of: WorkFolder.planFile))
    if !isPlan, let file = CommandFile.read(in: folder.path) { return try history(file) }
    let plan = try folder.plan()
    let status = try folder.status(of: plan, threads: ProcessInfo.processInfo.activeProcessorCount)
    guard !status.isComplete else {
      print(StatusText(plan, status, path: path).text(in: language.messages))
      return nil
    }
    return UnitsWork(
      plan: plan, status: status, command: try start(of: folder),
      wanted: try whole(shards, "--shards", Shard.most))
  }

  /// The search or sweep of a folder.
  private func history(_ file: CommandFile) throws -> HistoryWork {
    guard worker == nil else {
      throw CommandFault(
        zh: "--worker 只用于 dunjing plan 的工作单元；\(path) 属于 dunjing \(file.arguments.first ?? "")，由本程序计算。",
        en:
          "--worker plays the units of dunjing plan; \(path) belongs to dunjing \(file.arguments.first ?? ""), which this program plays."
      )
    }
    guard file.build == BuildIdentity.text else {
      throw CommandFault(
        zh: "\(path) 是用另一版本的程序准备的。请用本程序重新准备：dunjing \(file.text) --prepare --overwrite",
        en:
          "\(path) was prepared by another build, and its processes have to be alike. Prepare it with this one: dunjing "
          + "\(file.text) --prepare --overwrite")
    }
    guard let wanted = try whole(shards, "--shards", HistoryCompany.most) ?? (engine == .local ? 1 : nil)
    else {
      throw CommandFault(
        zh: "请用 --shards 给出进程数，例如 --shards 8：\(path) 没有划分为工作单元。",
        en:
          "say with --shards how many processes play, such as --shards 8: \(path) is not divided into units.")
    }
    return HistoryWork(file: file, program: program, wanted: wanted)
  }

  private func whole(_ text: String?, _ option: String, _ most: Int) throws -> Int? {
    try text.map { try CommandNumber.whole($0, option, in: 1...most) }
  }

  private func wishes(_ work: any SubmitWork) throws -> SubmitScript.Wishes {
    SubmitScript.Wishes(
      partition: partition, account: account, minutes: try whole(minutes, "--minutes", 100_000),
      memoryMegabytes: try whole(memory, "--memory", 10_000_000),
      hosts: try hosts.map(Self.hosts),
      jobs: try whole(jobs, "--jobs", 4_096) ?? (hosts == nil ? work.jobs : nil))
  }

  private static func hosts(_ path: String) throws -> String {
    guard FileFault.isFolder(path) == false else {
      throw CommandFault(
        zh: "--hosts：没有文件 \(path)；请写一个文件，每行一台机器，例如 8/node1。",
        en: "--hosts: there is no file \(path); write one with a machine a line, such as 8/node1.")
    }
    return URL(fileURLWithPath: path).standardizedFileURL.path
  }

  private var program: String { URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path }

  /// The start of the command of a worker.
  private func start(of folder: WorkFolder) throws -> String {
    let experiment = Message.pasted(URL(fileURLWithPath: folder.path).standardizedFileURL.path)
    guard let worker else { return "\(Message.pasted(program)) run \(experiment)" }
    let path = URL(fileURLWithPath: worker).standardizedFileURL.path
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw CommandFault(
        zh: "--worker：\(path) 不是可执行文件。请先运行 scripts/build-worker。",
        en: "--worker: \(path) is no program. Make one with scripts/build-worker.")
    }
    return "\(Message.pasted(path)) \(experiment)"
  }

  private func local(_ work: any SubmitWork) throws {
    if let work = work as? HistoryWork {
      let command = "cd \(Message.pasted(work.file.directory)) && exec \(work.command)"
      return isShown
        ? print(command) : try EngineProgram.wait("sh", ["-c", command], needing: "sh", for: engine)
    }
    guard !isShown else { return print("dunjing resume \(Message.pasted(path))") }
    var command = ResumeCommand()
    command.path = path
    command.threadOptions = try ThreadOptions.parse([])
    command.language = language
    try command.run()
  }

  private func slurm(_ script: SubmitScript) throws {
    guard !script.folder.contains(where: { "\"\\\n".contains($0) }) else {
      throw CommandFault(
        zh: "\(script.folder)：Slurm 不能把日志写入路径含引号、反斜杠或换行的文件夹。请改名。",
        en:
          "\(script.folder): Slurm cannot write logs to a folder with a quote, a backslash or an end of line in its path. "
          + "Give it another name.")
    }
    let text = script.slurm(largestIndex: isShown ? (try? largestIndex()) ?? 1_000 : try largestIndex())
    guard !isShown else { return print(text, terminator: "") }
    try send(text, "submit.slurm") { file in
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

  private func parallel(_ script: SubmitScript) throws {
    let text = script.parallel()
    guard !isShown else { return print(text, terminator: "") }
    try send(text, "submit.parallel") { file in
      try EngineProgram.wait("sh", [file], needing: "parallel", for: engine)
      return nil
    }
  }

  /// Writes the script and starts it, unless somebody has done so.
  private func send(_ text: String, _ name: String, _ start: (String) throws -> String?) throws {
    let folder = WorkFolder(path)
    try EngineProgram.require(engine == .slurm ? "sbatch" : "parallel", for: engine)
    let absent = AbsentFiles(in: folder.path, [SubmitScript.logs, name])
    let marker = try SubmitMarker(folder, engine, again: again)
    let job: String?
    var isStarted = false
    do {
      try ResultFolder.create(folder.path(of: SubmitScript.logs))
      let file = folder.path(of: name)
      try Data(text.utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
      isStarted = true
      job = try start(file)
    } catch {
      marker.remove()
      // What was started may run although it said otherwise, and writes its logs.
      if !isStarted { absent.remove() }
      if (error as? ExitCode) == ExitStatus.interrupted { sayStopped() }
      throw error
    }
    say(job)
    // The marker stays also where the number cannot be added to it: the job runs.
    try marker.note(job: job)
  }

  private func sayStopped() {
    let path = Message.pasted(path)
    Message.write(
      language.messages == .zh
        ? "已停止；算完的已保存，再次 dunjing submit \(path) 即可继续。"
        : "Stopped; what is finished is kept, and dunjing submit \(path) goes on.")
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
