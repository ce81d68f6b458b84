import ArgumentParser
import Dunjing
import Foundation

/// `dunjing resume`: plays here what is missing of a planned experiment.
struct ResumeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume",
    abstract: String(
      zh: "在本机补算计划试验中缺失或损坏的工作单元。",
      en: "Plays the units of a planned experiment that are missing or damaged, here."),
    discussion: String(
      zh: """
        其他进程可同时计算：两者都算的工作单元结果相同。
        """,
      en: """
        Other workers may play at the same time: a unit that two of them play has the same results.
        """,
      examples: """
        dunjing resume out/jilin-plan --threads 2
        """))

  @Argument(help: ArgumentHelp(zh: "计划试验的文件夹。", en: "The folder of the planned experiment."))
  var path: String

  @OptionGroup var threadOptions: ThreadOptions

  @Option(help: LanguageOption.ofMessages)
  var language = LanguageOption.both

  func run() throws {
    try Reporting.run(in: language.messages) {
      try WorkFolder(path).checkPlanned()
      let wanted = try threadOptions.count()
      Interruption.listen()
      let logger = WorkLog.logger(
        "dunjing", environment: ProcessInfo.processInfo.environment, isWatched: true)
      let session = try WorkSession(
        WorkFolder(path), travelStore: TravelFolder.standard(), logger: logger)
      let threads = try MemoryBudget(nil, language: language.messages).threads(wanted, for: session, .whole)
      let isChinese = language.messages == .zh
      let progress = ProgressLine { done, total, rest in
        isChinese ? "工作单元 \(done)/\(total)，预计还需 \(rest)" : "unit \(done)/\(total), about \(rest) left"
      }
      progress.expect(available: 0, total: session.plan.units.count)
      try session.play(.whole, threads: threads) { outcome in
        switch outcome {
        case .found: progress.find()
        case .played: progress.advance()
        case .failed, .stopped: break
        }
      }.finish(in: language.messages)
    }
  }
}
