import ArgumentParser
import Dunjing
import Foundation

/// `dunjing analyze STUDY`: a treatment of a study as hypercube queues, hour by hour.
struct AnalyzeStudyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hours",
    abstract: String(
      zh: "用排队论说明一个方案：平均一天中逐小时。",
      en: "Says what queueing theory says of a treatment, hour by hour of an average day."),
    discussion: String(
      zh: """
        各小时、各班次的负荷、忙碌程度、路程、覆盖和所需单元数，最后列出模型没有计入研究中的哪些内容。模型见 \
        Documentation/Queueing.md。
        """,
      en: """
        Load, workload, travel, coverage and the units needed, in each hour and shift, and at the end what of the study \
        the model leaves out. Documentation/Queueing.md has the model.
        """,
      examples: """
        dunjing analyze scenarios/baicheng --treatment sink20
        """))

  @Argument(help: ArgumentHelp(zh: "研究的文件夹。", en: "The folder of the study."))
  var path: String

  @OptionGroup var setting: SettingOptions

  @Option(help: ArgumentHelp(zh: "方案的 id（默认：基线）。", en: "The id of the treatment (default: the baseline)."))
  var treatment: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(zh: "所需单元数按多大的等待概率计算。", en: "The probability of waiting that the units needed accept.")
  )
  var delay: String = "0.1"

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      zh: "线程数；不影响结果（默认：全部核心）。", en: "Threads; they do not change the result (default: all cores)."))
  var threads: String?

  @Option(help: LanguageOption.ofMessages)
  var language = LanguageOption.both

  @Flag(help: ArgumentHelp(zh: "输出 JSON，含每一部分和每个单元。", en: "Print JSON, with every part and unit."))
  var json = false

  func run() throws {
    try Reporting.run(in: language.messages) {
      let threads = try ThreadOptions.count(threads)
      let delay = try probability()
      let world = World(keeping: try setting.load(path))
      Message.warnOfFixedEstimates(world.scenario, in: language.messages)
      let study = QueueingStudy(
        world, treatment: try CommandTreatment.index(of: treatment, in: world), delayTarget: delay,
        threads: threads ?? ProcessInfo.processInfo.activeProcessorCount)
      print(
        json
          ? try JSONFile.text(QueueingStudyRecord(study))
          : QueueingStudyText(study: study, language: language.messages).text)
    }
  }

  private func probability() throws -> Double {
    guard let value = Double(delay), value > 0 && value < 1 else {
      throw CommandFault(
        zh: "--delay 应大于 0 且小于 1，例如 0.1，而不是 \(delay)。",
        en: "--delay has to lie between 0 and 1, such as 0.1, not \(delay).")
    }
    return value
  }
}
