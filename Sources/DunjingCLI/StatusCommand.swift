import ArgumentParser
import Dunjing
import Foundation

/// `dunjing status`: how far a planned experiment is.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: String(
      zh: "说明计划试验、搜索或参数扫描进行到哪里。", en: "Says how far a planned experiment, a search or a sweep is."),
    discussion: String(
      zh: """
        对计划试验，说明哪些工作单元已完成、缺失或损坏；对搜索或参数扫描，说明各进程写出了多少次重复。
        """,
      en: """
        Of a planned experiment it says which units are done, missing or damaged; of a search or a sweep how many replications \
        each process has written.
        """,
      examples: """
        dunjing status out/jilin-plan
        """))

  @Argument(
    help: ArgumentHelp(
      zh: "计划试验、搜索或参数扫描的文件夹。", en: "The folder of the planned experiment, the search or the sweep."))
  var path: String

  @Option(help: LanguageOption.ofMessages)
  var language = LanguageOption.both

  @Flag(help: ArgumentHelp(zh: "输出 JSON，逐个工作单元。", en: "Print JSON, unit by unit."))
  var json = false

  func run() throws {
    try Reporting.run(in: language.messages) {
      let folder = WorkFolder(path)
      let isPlan = FileManager.default.fileExists(atPath: folder.path(of: WorkFolder.planFile))
      if !isPlan, let status = HistoryStatus(folder: folder.path) {
        return print(json ? try JSONFile.text(status) : status.text.text(in: language.messages))
      }
      let plan = try folder.plan()
      let status = try folder.status(of: plan, threads: ProcessInfo.processInfo.activeProcessorCount)
      print(
        json
          ? try JSONFile.text(StatusRecord(plan, status))
          : StatusText(plan, status, path: path).text(in: language.messages))
    }
  }
}

/// The status as JSON.
private struct StatusRecord: Encodable {
  let plan: String
  let total: Int
  let done: Int
  let missing: [Int]
  let damaged: [Int]
  let secondsDone: Double
  let secondsLeft: Double
  let units: [WorkStatus.Unit]

  init(_ plan: WorkPlan, _ status: WorkStatus) {
    self.plan = plan.identity
    (total, done, missing, damaged) = (status.total, status.done, status.missing, status.damaged)
    (secondsDone, secondsLeft) = (status.seconds, plan.secondsLeft(status))
    units = status.units
  }
}

extension WorkPlan {
  /// Seconds of one core that are left: by what the units done took, or by the plan before there are any.
  func secondsLeft(_ status: WorkStatus) -> Double {
    let (done, open) = (
      zip(units, status.units).filter(\.1.isDone), zip(units, status.units).filter { !$1.isDone }
    )
    let planned = done.reduce(0) { $0 + cost.seconds(of: $1.0) }
    let factor = planned > 0 && status.seconds > 0 ? status.seconds / planned : 1
    return factor * open.reduce(0) { $0 + cost.seconds(of: $1.0) }
  }
}

/// The status in words.
struct StatusText {
  private let plan: WorkPlan
  private let status: WorkStatus
  private let path: String

  init(_ plan: WorkPlan, _ status: WorkStatus, path: String) {
    (self.plan, self.status, self.path) = (plan, status, path)
  }

  func text(in language: TextLanguage) -> String {
    (language == .zh ? chinese : english).joined(separator: "\n")
  }

  private var chinese: [String] {
    var lines = ["完成 \(status.done)/\(status.total) 个工作单元，已用单核 \(PlanText.duration(status.seconds))"]
    if !status.missing.isEmpty {
      lines.append("缺少 \(status.missing.count) 个：\(status.missing.ranges(separator: "、", most: 10))")
    }
    if !status.damaged.isEmpty {
      lines.append(
        "损坏或不属于此计划 \(status.damaged.count) 个：\(status.damaged.ranges(separator: "、", most: 10))（补算时会替换）")
    }
    if status.isComplete {
      lines.append("全部完成：dunjing merge \(Message.pasted(path)) --out 结果文件夹")
    } else {
      lines.append(
        "还需单核约 \(PlanText.duration(plan.secondsLeft(status)))：dunjing resume \(Message.pasted(path))")
    }
    return lines
  }

  private var english: [String] {
    var lines = [
      "\(status.done) of \(status.total) units are done, in \(PlanText.duration(status.seconds)) of one core"
    ]
    if !status.missing.isEmpty {
      lines.append("missing \(status.missing.count): \(status.missing.ranges(separator: ", ", most: 10))")
    }
    if !status.damaged.isEmpty {
      lines.append(
        "damaged or of another plan \(status.damaged.count): \(status.damaged.ranges(separator: ", ", most: 10)) "
          + "(will be played again)")
    }
    if status.isComplete {
      lines.append("All is there: dunjing merge \(Message.pasted(path)) --out FOLDER")
    } else {
      lines.append(
        "About \(PlanText.duration(plan.secondsLeft(status))) of one core are left: dunjing resume "
          + Message.pasted(path))
    }
    return lines
  }
}
